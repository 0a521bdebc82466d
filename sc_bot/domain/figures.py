"""How the house is doing, in numbers: no names, no words, nobody's report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

LONG_WAIT = timedelta(minutes=10)
"""What is due and waits for longer is late."""


@dataclass(frozen=True, slots=True)
class Lateness:
    """What an outside watcher hears of, by silence: as cheap to read as it is often asked for."""

    waited: timedelta
    """How long ago the oldest message or step was due that still waits."""
    stopped: bool
    """Whether somewhere nothing can be sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Read from the database in one go."""

    messages: Mapping[str, int]
    """Outbox messages by state."""
    oldest_waiting: timedelta
    """How long ago the oldest message that is still to be sent was due; zero when nothing waits.

    What waits in a stopped workspace is left out: it says nothing about the others, which go on.
    """
    dead_letters: Mapping[str, int]
    """Messages given up, by reason."""
    posted_again: int
    """Channel headlines whose first outcome stayed unknown: they may stand twice."""
    stopped: Mapping[str, str]
    """Workspaces whose sending is stopped, with the reason."""
    removed: frozenset[str] = frozenset()
    """Those of them that removed the bot, out of several: they have thirty days, and nobody has anything to mend."""
    not_renewed: Mapping[str, str]
    """Workspaces whose token could not be renewed the last time, with Slack's word for why."""
    open_problems: Mapping[tuple[str, str], int]
    """Open problems by workspace and state."""
    open_commitments: Mapping[tuple[str, str], int]
    """Promises still owed, by workspace and where they stand."""
    without_next_step: int
    """Open problems and promises that nobody follows up: the auditor mends them within five minutes."""
    steps_waiting: timedelta
    """How long ago the oldest step that is still to be taken was due; zero when none waits."""
    reassigned: int
    """Promises whose owner had left, and which the auditor gave to who answers for the institution."""
    since_request: timedelta | None
    """How long ago somebody last did something in Slack that was stored; None if nobody ever did."""
    taken_to_send: tuple[timedelta, timedelta] | None
    """Of the newest messages: how long after its moment one was sent, in the middle and at the 95th percentile."""

    @property
    def broken(self) -> Mapping[str, str]:
        """Workspaces whose sending is stopped although the bot is to be there, with the reason."""
        return {each: reason for each, reason in self.stopped.items() if each not in self.removed}
