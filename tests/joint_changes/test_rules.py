"""The rules by themselves: what it takes to go, which date counts, who is still heard."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sc_bot.domain import joint_changes as rules
from sc_bot.domain.joint_changes import Answered, JointChange, Part, Stage, Voice
from sc_bot.domain.problems import Verdict

NOW = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)
DAY, LATER = date(2026, 12, 4), date(2026, 12, 11)
HOMES = ("HSF", "CVE", "CRC")


def change(ready: int, needed: int = 3, back: int | None = 1) -> JointChange:
    """A change of three institutions that have taken their parts; so many of them are ready."""
    parts = tuple(
        Part(institution=home, answered=Answered.TAKEN, agrees=True, ready=number < ready)
        for number, home in enumerate(HOMES)
    )
    return JointChange(
        id=1, workspace="T", community=1, problem=1, problems=(1,), number=1, reference="ONC-1+1", what=1,
        needed=needed, day=DAY, zone="UTC", begun_by="ADV-1", begun_at=NOW, parts=parts, back=back,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ready", "needed", "back", "goes"),
    [
        (3, 3, 1, True),
        (2, 3, 1, False),
        (2, 2, 1, True),
        (1, 2, 1, False),
        (3, 3, None, False),
    ],
)
def test_it_goes_only_with_the_quorum_and_a_way_back(ready: int, needed: int, back: int | None, *, goes: bool) -> None:
    """Else it is held, and then there is no date at all."""
    asked = change(ready, needed, back)
    gone, held = rules.go(asked, LATER, NOW), rules.hold(asked)
    assert (gone is not None, held is not None) == (goes, not goes)
    assert held is None or (held.day, held.agreeing, held.ready, held.round) == (None, 0, 0, 2)


def test_another_date_takes_the_old_one_out_of_force_until_enough_agree() -> None:
    """One date at a time; who proposes it agrees to it, the others are asked again."""
    proposed = rules.propose(change(3, needed=2), LATER, Voice("HSF", "HSF-MD", 1))
    assert proposed is not None
    assert (proposed.stage, proposed.in_force, proposed.ready) == (Stage.REPLANNED, None, 0)
    agreed = rules.agree(proposed, Voice("CVE", "CVE-MD", 2))
    assert agreed is not None
    assert (agreed.stage, agreed.in_force) == (Stage.DATED, LATER)


def test_what_is_said_about_an_earlier_date_is_not_heard() -> None:
    """A button that somebody was shown before the date moved changes nothing."""
    moved = rules.propose(change(0), LATER, Voice("HSF", "HSF-MD", 1))
    assert moved is not None
    old = Voice("CVE", "CVE-MD", 1)
    assert rules.be_ready(moved, old) is None
    assert rules.agree(moved, old) is None
    assert rules.propose(moved, DAY, old) is None
    assert rules.be_ready(moved, replace(old, round=2)) is not None


def test_it_is_verified_when_every_part_is_and_a_no_waits_for_a_new_promise() -> None:
    """The first answer of an institution counts; a "no" is asked again after its new promise."""
    gone = rules.go(change(3), DAY, NOW)
    assert gone is not None
    asked = rules.ask_whether(gone, DAY)
    for home in HOMES[:2]:
        answered = rules.check(asked, home, Verdict.YES)
        assert answered is not None
        assert rules.check(answered, home, Verdict.NO) is None
        asked = answered
    reopened = rules.check(asked, "CRC", Verdict.NO)
    assert reopened is not None
    assert (reopened.stage, rules.can_take(reopened, "CRC")) == (Stage.GONE, True)
    again = rules.take(reopened, Voice("CRC", "CRC-MD"), 7, check_on=LATER)
    assert again is not None
    verified = rules.check(rules.ask_whether(again, LATER), "CRC", Verdict.PARTLY)
    assert verified is not None
    assert verified.stage is Stage.VERIFIED
