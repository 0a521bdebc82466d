"""The signs of a deadlock, each by its threshold, each with what shows it, and each until it is answered."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.deadlock_signs import Facts, evidence_of, stands
from sc_bot.domain.deadlocks import Evidence, Sign
from sc_bot.domain.due import Due
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.policies import DeadlockThresholds
from sc_bot.domain.problems import Because, Problem, Severity, State

THEN = datetime(2026, 11, 2, 12, tzinfo=UTC)
PROBLEM = Problem(
    id=1, workspace="T", community=1, reference="ONC-1", state=State.ACCEPTED, continuum=None, institution="HSF",
    owes="HSF", because=Because("named"), severity=Severity.DELAY, reporter="x", reporter_institution=None, line=None,
    name_shown=False, reported_at=THEN, answer_by=THEN.date(), accepted_at=THEN,
)  # fmt: skip
PROMISE = Commitment(
    id=1, workspace="T", community=1, problem=1, number=1, reference="ONC-1.1", what=1, institution="HSF", owner="y",
    due=Due(date(2026, 12, 1)), zone="UTC", first_due=Due(date(2026, 12, 1)), standing=Standing.OPEN, made_at=THEN,
)  # fmt: skip
NOBODY_LEADS: dict[str, object] = {"accepted_at": None, "state": State.RETURNED}
TWICE: dict[str, object] = {**NOBODY_LEADS, "returned_by": ("HSF", "CVE")}


def steps(*kinds: Happened, at: datetime = THEN) -> tuple[Event, ...]:
    """Steps of these kinds, an hour apart; those of a promise are about the first."""
    details = {Happened.PERCEIVED: ("director",), Happened.REDATED: ("1",), Happened.BLOCKED: ("1",)}
    return tuple(
        Event(problem=1, kind=kind, at=at + timedelta(hours=hour), actor=None, text=9, details=details.get(kind, ()))
        for hour, kind in enumerate(kinds)
    )


def facts(
    changes: dict[str, object], promise: dict[str, object], happened: tuple[Event, ...], days: int, **more: object
) -> Facts:
    """What is known."""
    return Facts(
        problem=replace(PROBLEM, **changes),  # type: ignore[arg-type] # fields by name
        promises=[replace(PROMISE, **promise)],  # type: ignore[arg-type] # fields by name
        steps=happened,
        thresholds=DeadlockThresholds(),
        working_days_since=lambda _since: days,
        **more,  # type: ignore[arg-type] # fields by name
    )


REDATED, REOPENED, RETURNED, PERCEIVED = Happened.REDATED, Happened.REOPENED, Happened.RETURNED, Happened.PERCEIVED


@pytest.mark.parametrize(
    ("changes", "promise", "happened", "days", "found"),
    [
        ({}, {}, (), 50, ()),
        ({"unresolvable": True}, {}, (PERCEIVED,), 0, (Sign.UNSOLVABLE,)),
        ({"unresolvable": True}, {}, (), 0, (Sign.UNSOLVABLE,)),
        ({**NOBODY_LEADS, "returned_by": ("HSF",)}, {}, (RETURNED,), 0, ()),
        (TWICE, {}, (RETURNED, RETURNED), 0, (Sign.RETURNED,)),
        ({**TWICE, "accepted_at": THEN}, {}, (RETURNED, RETURNED), 0, ()),
        (NOBODY_LEADS, {}, (), 9, ()),
        (NOBODY_LEADS, {}, (), 10, (Sign.UNOWNED,)),
        ({}, {}, (REDATED, REDATED), 0, ()),
        ({}, {}, (REDATED, REDATED, REDATED), 0, (Sign.REDATED,)),
        ({}, {"standing": Standing.DONE}, (REDATED, REDATED, REDATED), 0, ()),
        ({}, {"number": 2}, (REDATED, REDATED, REDATED), 0, ()),
        ({}, {"blocked_at": THEN}, (), 20, ()),
        ({}, {"blocked_at": THEN}, (), 21, (Sign.BLOCKED,)),
        ({}, {}, (REOPENED,), 0, ()),
        ({}, {}, (REOPENED, REOPENED), 0, (Sign.REOPENED,)),
        ({"state": State.CLOSED, "unresolvable": True}, {"blocked_at": THEN}, (REOPENED, REOPENED), 99, ()),
    ],
)  # fmt: skip
def test_each_sign_has_its_threshold(
    changes: dict[str, object],
    promise: dict[str, object],
    happened: tuple[Happened, ...],
    days: int,
    found: tuple[Sign, ...],
) -> None:
    """Below it nothing, from it on the sign; what is closed is no longer stuck."""
    assert tuple(each.sign for each in evidence_of(facts(changes, promise, steps(*happened), days))) == found


def test_each_sign_is_explained_by_values() -> None:
    """Which institutions and when; which promise, how often, since when, what it needs; the circle."""
    hour = timedelta(hours=1)
    returned = evidence_of(facts(TWICE, {}, steps(RETURNED, RETURNED), 12))
    assert returned[0] == Evidence(sign=Sign.RETURNED, institutions=("HSF", "CVE"), times=(THEN, THEN + hour))
    assert returned[1] == Evidence(sign=Sign.UNOWNED, times=(THEN,), number=12)
    blocked = evidence_of(facts({}, {"blocked_at": THEN}, steps(Happened.BLOCKED), 25))
    assert blocked == (Evidence(sign=Sign.BLOCKED, promise=1, times=(THEN,), number=25, need=9),)
    moved = evidence_of(facts({}, {}, steps(REDATED, REDATED, REDATED, REDATED), 0, circle=(1, 5)))
    assert moved == (Evidence(sign=Sign.CIRCLE, circle=(1, 5)), Evidence(sign=Sign.REDATED, promise=1, number=4))
    said = evidence_of(facts({"unresolvable": True}, {}, steps(PERCEIVED, PERCEIVED), 0))
    assert said == (Evidence(sign=Sign.UNSOLVABLE, times=(THEN, THEN + hour), offices=("director", "director")),)


@pytest.mark.parametrize(
    ("changes", "promise", "happened"),
    [
        ({"unresolvable": True}, {}, (PERCEIVED,)),
        ({"unresolvable": True}, {}, ()),
        (TWICE, {}, (RETURNED, RETURNED)),
        ({}, {}, (REDATED, REDATED, REDATED)),
        ({}, {}, (REOPENED, REOPENED)),
    ],
)  # fmt: skip
def test_a_decision_answers_what_was_there(
    changes: dict[str, object], promise: dict[str, object], happened: tuple[Happened, ...]
) -> None:
    """What led to it shows no sign any more; as much of it again does."""
    decided = THEN + timedelta(days=1)
    before = steps(*happened)
    assert evidence_of(facts(changes, promise, before, 0, decided_at=decided)) == ()
    if happened:
        again = {**changes, "returned_by": ("HSF", "CVE") * 2} if "returned_by" in changes else changes
        after = steps(*happened, at=decided + timedelta(days=1))
        assert evidence_of(facts(again, promise, (*before, *after), 0, decided_at=decided))


@pytest.mark.parametrize(("circle", "days", "counts"), [((1, 5), 20, False), ((1, 5), 21, True), ((1, 6), 0, True)])
def test_a_circle_that_was_decided_about_counts_again_when_it_stands_too_long(
    circle: tuple[int, ...], days: int, counts: object
) -> None:
    """The same promises after as long as what is blocked; other promises at once."""
    known = facts({}, {}, (), days, circle=circle, decided_at=THEN, answered=(1, 5))
    assert bool(evidence_of(known)) is counts


def test_whether_a_sign_still_stands() -> None:
    """A circle is gone with one of its waits or promises; what is about who leads, with a lead; a perception stays."""
    first, second = replace(PROMISE, depends_on=(2,)), replace(PROMISE, id=2, depends_on=(1,))
    circle = Evidence(sign=Sign.CIRCLE, circle=(1, 2))
    assert stands(circle, PROBLEM, {1: first, 2: second})
    assert not stands(circle, PROBLEM, {1: first, 2: replace(second, depends_on=())})
    assert not stands(circle, PROBLEM, {1: first, 2: replace(second, standing=Standing.DONE)})
    assert not stands(circle, PROBLEM, {1: first})
    unowned = Evidence(sign=Sign.UNOWNED)
    assert not stands(unowned, PROBLEM, {})
    assert stands(unowned, replace(PROBLEM, accepted_at=None), {})
    blocked, moved = Evidence(sign=Sign.BLOCKED, promise=1), Evidence(sign=Sign.REDATED, promise=1)
    assert stands(blocked, PROBLEM, {1: replace(first, blocked_at=THEN)})
    assert [stands(each, PROBLEM, {1: first}) for each in (blocked, moved)] == [False, True]
    assert not stands(moved, PROBLEM, {1: replace(first, standing=Standing.CANCELLED)})
    assert stands(Evidence(sign=Sign.UNSOLVABLE), PROBLEM, {})
