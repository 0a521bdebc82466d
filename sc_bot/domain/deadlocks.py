"""The signs of a deadlock that can be read from what is stored (domain, section 2). Perception is data, too.

A sign is no verdict: a way out is a decision, not another state.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum

from sc_bot.domain.commitments import Commitment
from sc_bot.domain.policies import DeadlockThresholds
from sc_bot.domain.problems import Problem


class Sign(StrEnum):
    """Each reason to think that a problem is stuck."""

    UNSOLVABLE = "unsolvable"
    """Somebody perceives it as unsolvable."""
    RETURNED = "returned"
    UNOWNED = "unowned"
    """Nobody has accepted to lead for long."""
    REDATED = "redated"
    BLOCKED = "blocked"
    REOPENED = "reopened"


def signs(
    problem: Problem,
    promises: Sequence[Commitment],
    thresholds: DeadlockThresholds,
    working_days_since: Callable[[datetime], int],
) -> tuple[Sign, ...]:
    """The signs of one problem; none when it is closed. `working_days_since` counts until the day of asking."""
    if not problem.is_open:
        return ()
    owed = [each for each in promises if each.is_owed]
    unowned = problem.accepted_at is None
    longest_blocked = max((working_days_since(each.blocked_at) for each in owed if each.blocked_at), default=0)
    found = {
        Sign.UNSOLVABLE: problem.unresolvable,
        Sign.RETURNED: len(problem.returned_by) >= thresholds.returns,
        Sign.UNOWNED: unowned and working_days_since(problem.reported_at) >= thresholds.unowned_working_days,
        Sign.REDATED: any(each.redated >= thresholds.redatings for each in owed),
        Sign.BLOCKED: longest_blocked > thresholds.blocked_working_days,
        Sign.REOPENED: problem.reopened >= thresholds.reopenings,
    }
    return tuple(sign for sign, holds in found.items() if holds)
