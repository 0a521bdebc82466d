"""Number 34 of the seed: "a support committee consisting of designated managers in the partner organizations"."""

from datetime import time

import pytest

from sc_bot.domain.answers import Changed
from sc_bot.domain.meetings import members
from sc_bot.domain.problems import State
from sc_bot.domain.refusals import Refused, Why
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.facilitator import assign_lead
from tests.house import Town
from tests.stories.acting import does, report, table
from tests.stories.looking import buttons
from tests.stories.meeting import FACILITATOR, MODERATOR, agenda_of, at, saves, started
from tests.stories.promising import BASTIEN, ROSALIE

OUTSIDE = (ROSALIE, BASTIEN, "HSF-DG", FACILITATOR, "MOD-1", "EXT-1")


def returned_twice(town: Town) -> None:
    """Nobody wants it: the committee decides."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="Pas nous", institution="CVE")
    does(town, "CVE-MD", "problem.return", reason="Pas nous non plus")


def test_its_members_are_designated_managers_of_several_partners(town: Town) -> None:
    """By their roles in the community file; each partner that has one is known."""
    committee = town.community.committee("support")
    assert committee is not None
    who = members(town.community, committee)
    assert len({each.institution for each in who if each.institution}) >= 5
    assert {"SC-1", "HSF-MD"} <= {each.id for each in who}
    assert ROSALIE not in {each.id for each in who}


@pytest.mark.parametrize("who", OUTSIDE)
def test_who_is_not_of_the_committee_cannot_arbitrate(town: Town, who: str) -> None:
    """Neither its author, nor a director, nor a general manager, nor who facilitates or moderates."""
    returned_twice(town)
    asked = Asked(
        workspace=town.slack.workspace.team_id,
        slack_id=town.person(who).person.id,
        request=f"try {who}",
        now=town.clock.now,
    )
    with pytest.raises(Refused) as refused:
        assign_lead(town.house.web_database, asked, "ONC-1", "CVE", "Plus près", None)
    assert refused.value.why is Why.NOT_YOURS
    assert [each["state"] for each in table(town, "problems")] == [State.ARBITRATION.value]


def test_its_agenda_has_what_it_arbitrates_and_its_meeting_decides(town: Town) -> None:
    """Two working days before; the decision is noted in the room, and whoever leads has the problem."""
    returned_twice(town)
    at(town, "2026-11-27")
    agenda = agenda_of(town, "SC-1")
    assert "qui mène?" in agenda.text
    assert "meeting.run" not in buttons(agenda)
    at(town, "2026-12-01", time(13, 30))
    started(town, MODERATOR, ("SC-1",))
    saves(town, MODERATOR, lead="CVE", decided="Le CLSC est plus près")
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["institution"]) == (State.ACCEPTED.value, "CVE")


def test_one_member_alone_can_arbitrate(town: Town) -> None:
    """Between two meetings, too: somebody of the committee says who leads."""
    returned_twice(town)
    asked = Asked(workspace=town.slack.workspace.team_id, slack_id="USC400000", request="yes", now=town.clock.now)
    answer = assign_lead(town.house.web_database, asked, "ONC-1", "CVE", "Plus près", None)
    assert isinstance(answer, Changed)
