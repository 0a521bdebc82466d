"""The signs of a deadlock, each by its threshold."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.deadlocks import Sign, signs
from sc_bot.domain.due import Due
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


@pytest.mark.parametrize(
    ("changes", "promise", "days", "found"),
    [
        ({}, {}, 50, ()),
        ({"unresolvable": True}, {}, 0, (Sign.UNSOLVABLE,)),
        ({"returned_by": ("HSF",)}, {}, 0, ()),
        ({"returned_by": ("HSF", "CVE")}, {}, 0, (Sign.RETURNED,)),
        ({"accepted_at": None}, {}, 9, ()),
        ({"accepted_at": None}, {}, 10, (Sign.UNOWNED,)),
        ({}, {"redated": 2}, 0, ()),
        ({}, {"redated": 3}, 0, (Sign.REDATED,)),
        ({}, {"redated": 3, "standing": Standing.DONE}, 0, ()),
        ({}, {"blocked_at": THEN}, 20, ()),
        ({}, {"blocked_at": THEN}, 21, (Sign.BLOCKED,)),
        ({"reopened": 2}, {}, 0, (Sign.REOPENED,)),
        ({"reopened": 2, "unresolvable": True}, {"redated": 4}, 0, (Sign.UNSOLVABLE, Sign.REDATED, Sign.REOPENED)),
        ({"reopened": 2, "unresolvable": True, "state": State.CLOSED}, {}, 99, ()),
    ],
)  # fmt: skip
def test_each_sign_has_its_threshold(
    changes: dict[str, object], promise: dict[str, object], days: int, found: tuple[Sign, ...]
) -> None:
    """Below it nothing, from it on the sign; what is closed is no longer stuck."""
    problem = replace(PROBLEM, **changes)  # type: ignore[arg-type] # fields by name
    promises = [replace(PROMISE, **promise)]  # type: ignore[arg-type] # fields by name
    assert signs(problem, promises, DeadlockThresholds(), lambda _since: days) == found
