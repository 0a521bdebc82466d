"""Signs of life: of each part that works by itself, when it last ended well, and what Slack makes us wait for.

All on real time, whatever the product's clock shows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

SENDING = "sending"
"""The threads that send; every other part is a tick, under its name."""
WATCHER = "outside watcher"
"""The tick that calls it. That it is not reached must not keep it from being called."""
ALIVE = timedelta(minutes=3)
"""A process that gave no sign for so long is not counted any more; it gives one every half minute."""
SILENT = timedelta(minutes=30)
"""So long without success, a part that works by itself is stuck: the slowest tick comes every quarter of an hour."""
REMEMBERED = timedelta(days=1)


Went = Literal["well", "failed"]
Heard = Callable[[str, Went], None]
"""Told after each piece of work which part did it, and how it went."""


def nobody_listens(_part: str, _went: Went) -> None:
    """For whoever works unwatched."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One part of one process."""

    part: str
    ran_at: datetime
    succeeded_at: datetime | None
    failures: int
    """How often it failed since it last ended well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What the database knows of those who work on it."""

    processes: int
    """How many processes that send gave a sign within three minutes."""
    since_success: Mapping[str, timedelta]
    """By part of those who live: how long ago it last ended well, in whichever process; if never, its last try."""
    failures: Mapping[str, int]
    """By part: how often it failed in a row, where it fails most."""
    resting: Mapping[tuple[str, str], timedelta]
    """By workspace and method (`*`: every one): for how long Slack wants no call."""

    @property
    def silent(self) -> tuple[str, ...]:
        """The parts that are stuck."""
        return tuple(sorted(part for part, since in self.since_success.items() if since > SILENT))
