"""A promise shows no more than its problem does: who may not know of the one is not asked for the other."""

from dataclasses import replace

import pytest

from sc_bot.usecases.followups.watching import watch
from tests.house import Town
from tests.stories.acting import REFERENCE, card_with, does, show, table
from tests.stories.leaving import FANNY, slack_id
from tests.stories.looking import window
from tests.stories.promising import BASTIEN, FIRST, WHAT, lists, morning, on, promise
from tests.stories.test_privacy_paths import keeps_out

KEPT_OUT = "CVE-MD"  # the director of the author's own institution
FACILITATOR = "ADV-1"


def kept_out(town: Town) -> None:
    """A report whose author keeps their own director out; the hospital accepts it."""
    keeps_out(town, description="Le résumé de fin de chimio part par la poste", institution="HSF", continuum="ONC")
    does(town, BASTIEN, "problem.accept")
    director = town.person(BASTIEN)
    director.closes(window(town, director, "what"))


@pytest.mark.parametrize("who", [KEPT_OUT, "EXT-1"])
def test_who_may_not_know_of_it_is_not_asked(town: Town, who: str) -> None:
    """A director whom the author keeps out, an external intervener: neither owes it nor is needed for it."""
    kept_out(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    values: dict[str, object] = {"what": WHAT, "due": "le 4 décembre", "owner": slack_id(town, who)}
    director.submits(window(town, director, "what"), values)
    assert list(director.submits(window(town, director, "what"), {}).errors) == ["owner"]
    assert table(town, "commitments") == []


def test_a_promise_that_somebody_may_no_longer_see_is_on_no_list_of_theirs(town: Town) -> None:
    """Restricted afterwards: not in `/sc todo`, not in Home, not in the morning."""
    promise(town, "le 4 décembre", owner=slack_id(town, FANNY))
    on(town, FANNY, "commitment.take")
    facilitator = town.person(FACILITATOR)
    facilitator.chooses(show(town, FACILITATOR), "problem.more", f"problem.restrict {REFERENCE}")
    town.deliver()
    shown = town.person(FANNY).runs("/sc engagements")
    assert FIRST not in (shown.text or "")
    morning(town, "2026-12-01")
    assert lists(town, FANNY) == []


def test_a_promise_that_is_not_to_be_seen_does_not_exist(town: Town) -> None:
    """Whether a restricted problem has a promise is nobody's to find out; a number of any length is no crash."""
    promise(town, "le 4 décembre")
    facilitator = town.person(FACILITATOR)
    facilitator.chooses(show(town, FACILITATOR), "problem.more", f"problem.restrict {REFERENCE}")
    town.deliver()
    other = keeps_out(town, description="Le plan de soins arrive en retard", institution="CRC", flags=[])
    does(town, "CRC-MD", "problem.accept", other)
    person = town.person("CRC-MD")
    opened = window(town, person, "what")
    person.submits(opened, {"what": WHAT, "due": "le 4 décembre", "depends_on": FIRST})
    sent = person.submits(window(town, person, "what"), {})
    assert list(sent.errors) == ["depends_on"]
    sent = person.submits(window(town, person, "what"), {"depends_on": f"{other}.{'9' * 30}"})
    assert list(sent.errors) == ["depends_on"]
    assert len(table(town, "commitments")) == 1


def test_who_left_leaves_it_to_nobody_who_is_kept_out(town: Town) -> None:
    """A promise of the author's own institution whose owner left: not the director's, who may not know of it."""
    kept_out(town)
    director = town.person(BASTIEN)
    values: dict[str, object] = {"what": WHAT, "due": "le 4 décembre"}
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    director.submits(window(town, director, "what"), values)
    director.submits(window(town, director, "what"), {})
    database = town.house.worker_database
    with database.unit_of_work() as uow:
        uow.commitments.save(replace(uow.commitments.by_id(1), institution="CVE", owner="CVE-GONE"))
    watch(database, town.clock.now)
    (kept,) = table(town, "commitments")
    assert kept["owner"] not in {"CVE-GONE", KEPT_OUT}
