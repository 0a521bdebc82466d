"""What a director and the facilitator correct teaches the next report, on the wire; both are told why."""

from dataclasses import replace

import pytest

from sc_bot.usecases.community import import_community
from sc_bot.usecases.routing.learning import learn_routing
from tests.house import THURSDAY, Town, region
from tests.stories.acting import cards, does, report, show, table
from tests.stories.looking import text_of
from tests.stories.promising import BASTIEN

PUMP = "La pompe à morphine ne convient pas le week-end et personne ne la remplace"
FACILITATOR, JEROME = "ADV-1", "PCO-MD"


def _corrects(town: Town, *, accepted: bool = True) -> str:
    """Sent to the hospital, returned with a proposal, accepted there; returns its reference."""
    report(town, f"{PUMP} @HSF")
    reference = str(_newest(town)["reference"])
    does(town, BASTIEN, "problem.return", reference, reason="La pompe est au catalogue", institution="PCO")
    if accepted:
        does(town, JEROME, "problem.accept", reference)
    return reference


def _newest(town: Town) -> dict[str, object]:
    return max(table(town, "problems"), key=lambda each: int(str(each["id"])))


def test_a_report_like_the_corrected_ones_goes_where_those_ended_and_says_so(town: Town) -> None:
    """The author and the director read it like any other reason; nothing of the text is kept for it."""
    _corrects(town)
    assert learn_routing(town.house.worker_database) == 1
    assert learn_routing(town.house.worker_database) == 0
    answer = town.person("GTV-S1").runs("/problem Painkiller pump of no use at the weekend, nobody has a spare").message
    town.deliver()
    assert answer is not None
    assert "problems like it went there" in answer.text
    newest = _newest(town)
    assert (newest["institution"], newest["because_kind"]) == ("PCO", "learned")
    card = cards(town.person(JEROME), str(newest["reference"]))[-1]
    assert "des problèmes semblables sont allés à votre établissement" in card.text
    terms = {str(each["term"]) for each in table(town, "learned")}
    assert all(each.startswith("=") for each in terms), "words of one text alone are not kept"


def test_what_the_author_says_outright_is_obeyed(town: Town) -> None:
    """An addressee goes before everything that was learned."""
    _corrects(town)
    learn_routing(town.house.worker_database)
    report(town, f"{PUMP} @CVE", by="GTV-S1")
    assert _newest(town)["institution"] == "CVE"


def test_what_is_restricted_teaches_nothing(town: Town) -> None:
    """What a few may know of does not speak through the others."""
    reference = _corrects(town)
    shown = show(town, FACILITATOR, reference)
    assert "problem.restrict" in text_of(shown)
    town.person(FACILITATOR).chooses(shown, "problem.more", f"problem.restrict {reference}")
    town.deliver()
    assert learn_routing(town.house.worker_database) == 0
    assert table(town, "learned") == []


@pytest.mark.parametrize("also", [False, True])
def test_only_what_was_accepted_teaches_and_only_its_own_community(town: Town, *, also: bool) -> None:
    """Each has its own terms, in one workspace too."""
    with town.house.worker_database.unit_of_work() as uow:
        settings = replace(region().settings, id="autre", code="AU", facilitator_substitute=None)
        other = replace(region(), settings=settings, people=())
        place = import_community(uow, "T0ESTRIE0", other, THURSDAY, channels={})
    _corrects(town, accepted=also)
    learn_routing(town.house.worker_database)
    assert bool(table(town, "learned")) is also
    assert place.id not in {each["community"] for each in table(town, "learned")}
