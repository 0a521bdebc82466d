"""6. "Breakdown the barriers between work silos in various institutions"."""

from sc_bot.domain.views import StepView
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.seeing import see_problem
from tests.house import Town
from tests.stories.acting import REFERENCE, does
from tests.stories.jointly import KERRY, begins, says, takes
from tests.stories.promising import BASTIEN

NURSE, COLLEAGUE, OTHER = "HSF-S2", "GTV-S1", "PCO-S1"


def steps(town: Town, who: str) -> list[tuple[object, ...]]:
    """The history of the problem as somebody reads it: what, when, by whom, in which words."""
    asked = Asked(
        workspace=town.slack.workspace.team_id, slack_id=town.person(who).person.id, request="", now=town.clock.now
    )
    view = see_problem(town.house.web_database, asked, REFERENCE).view
    return [_facts(each) for each in view.steps]


def _facts(step: StepView) -> tuple[object, ...]:
    return (step.id, step.kind, step.at, step.by, step.text, step.details)


def test_a_contributing_institution_reads_the_same_history_as_the_lead(town: Town) -> None:
    """Its director and its caregivers, as soon as it is asked; an institution that is not asked reads nothing."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    says(town, KERRY, "need", needs="Un accès à la messagerie")
    does(town, BASTIEN, "problem.update", note="Un essai commence", readers="author")
    lead = steps(town, BASTIEN)
    assert len(lead) > 8
    for who in (KERRY, COLLEAGUE, NURSE):
        assert steps(town, who) == lead
    assert steps(town, OTHER) == []
