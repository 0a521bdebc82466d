"""What to do with each answer Slack can give to a message: one pure function, so that its test is a table."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from sc_bot.domain.slack_answers import (
    Failed,
    Ok,
    RateLimited,
    Refused,
    SlackAnswer,
    Unknown,
    Unreachable,
)
from sc_bot.domain.slack_errors import POLICIES, Policy

LONGEST_BACKOFF: Final = 900.0  # a quarter of an hour: nobody notices the end of an outage much later
LONGEST_PAUSE: Final = 3600.0  # a Retry-After beyond an hour is more likely a mistake than a wish
MOST_ATTEMPTS: Final = 30  # about five hours of backoff; then one message must not block its conversation
MOST_ATTEMPTS_WITHOUT_SLACK: Final = 60  # about thirteen hours: an outage of a day's work loses nothing
MOST_ATTEMPTS_AT_A_NEW_ERROR: Final = 5


class Scope(StrEnum):
    """Who has to wait."""

    ROW = "row"
    DESTINATION = "destination"
    METHOD = "method"  # one Web API method, in one workspace
    WORKSPACE = "workspace"


@dataclass(frozen=True, slots=True)
class Sent:
    """Done; ``ts`` and ``channel`` say where it is, when the method gives them."""

    ts: str | None
    channel: str | None


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Surely not done, or harmless to repeat: again in ``wait`` seconds, and ``scope`` rests until then."""

    wait: float
    scope: Scope


@dataclass(frozen=True, slots=True)
class GiveUp:
    """This message is dead, with its reason; it stays visible."""

    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A post whose outcome nobody knows: look it up before saying it again."""

    why: str


@dataclass(frozen=True, slots=True)
class StopWorkspace:
    """Nothing can be sent in this workspace until a person repairs it; the message keeps its place."""

    reason: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """Nobody is behind this destination: the delegate or the facilitator has to get what it held."""

    reason: str


@dataclass(frozen=True, slots=True)
class NewSurface:
    """The message to be edited is gone or closed: post it again."""

    reason: str


Decision = Sent | RetryAt | GiveUp | Doubt | StopWorkspace | Redirect | NewSurface

_WHO_WAITS: Final = {Policy.TRY_AGAIN: Scope.ROW, Policy.DESTINATION_BUSY: Scope.DESTINATION}
_FINAL: Final[dict[Policy, Callable[[str], Decision]]] = {
    Policy.OUR_MISTAKE: GiveUp,
    Policy.WORKSPACE_CLOSED: StopWorkspace,
    Policy.UNREACHABLE_RECIPIENT: Redirect,
    Policy.SURFACE_LOST: NewSurface,
}


def decide(answer: SlackAnswer, *, attempts: int, is_post: bool) -> Decision:
    """What to do now.

    Args:
        answer: What Slack, the network or nobody answered.
        attempts: How often this message was tried, this time included; from 1.
        is_post: True if doing it twice shows it twice; an edit or a Home view may be repeated freely.
    """
    match answer:
        case Ok():
            return Sent(ts=answer.text("ts"), channel=answer.text("channel"))
        case RateLimited():
            return RetryAt(wait=min(max(answer.retry_after, 1.0), LONGEST_PAUSE), scope=Scope.METHOD)
        case Unreachable():
            return RetryAt(wait=backoff(attempts), scope=Scope.WORKSPACE)  # never given up: nobody was there
        case Refused():
            return _again(f"http_{answer.status}", attempts=attempts, most=MOST_ATTEMPTS_WITHOUT_SLACK)
        case Unknown():
            again = _again(answer.why, attempts=attempts, most=MOST_ATTEMPTS_WITHOUT_SLACK)
            return Doubt(answer.why) if is_post else again
        case Failed():
            return _after_error(answer.error, attempts=attempts, is_post=is_post)
        case _:
            assert_never(answer)


def backoff(attempts: int) -> float:
    """Seconds to wait after ``attempts`` tries: 2, 4, 8, … up to a quarter of an hour."""
    return min(2.0 ** min(attempts, 10), LONGEST_BACKOFF)


def _after_error(error: str, *, attempts: int, is_post: bool) -> Decision:
    policy = POLICIES.get(error)
    if policy is None:
        return _again(error, attempts=attempts, most=MOST_ATTEMPTS_AT_A_NEW_ERROR)
    if policy is Policy.WORKSPACE_BUSY:
        return RetryAt(wait=LONGEST_BACKOFF, scope=Scope.WORKSPACE)
    if policy is Policy.SURFACE_LOST and is_post:
        return GiveUp(error)  # there was nothing to edit: posting again would not help
    if policy in _WHO_WAITS:
        return _again(error, attempts=attempts, scope=_WHO_WAITS[policy])
    return _FINAL[policy](error)


def _again(reason: str, *, attempts: int, scope: Scope = Scope.ROW, most: int = MOST_ATTEMPTS) -> RetryAt | GiveUp:
    return GiveUp(reason) if attempts >= most else RetryAt(wait=backoff(attempts), scope=scope)
