"""When a committee meets: by its rhythm, but for the meetings that a person moved to another hour."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from heapq import merge
from itertools import count
from zoneinfo import ZoneInfo

from sc_bot.domain.community import Committee, Moved


def hours_after(
    committee: Committee, zone: ZoneInfo, after: datetime, moved: tuple[Moved, ...] = ()
) -> Iterator[datetime]:
    """Its meetings that begin later, the first first, without end; they keep their local hour when the clocks change.

    A meeting that was moved counts at the hour to which it was moved, and no longer at its own.
    """
    own = {each.nominal: each.at for each in moved if each.committee == committee.id}
    others = sorted(at.astimezone(zone) for at in own.values() if at > after)
    return merge(_by_rhythm(committee, zone, after, frozenset(own)), others)


def _by_rhythm(
    committee: Committee, zone: ZoneInfo, after: datetime, without: frozenset[datetime]
) -> Iterator[datetime]:
    step = timedelta(weeks=max(committee.every_weeks, 1))
    passed = max(0, (after.astimezone(zone).replace(tzinfo=None) - committee.next) // step)
    for number in count(passed):
        nominal = committee.next + step * number
        at = nominal.replace(tzinfo=zone)
        if at > after and nominal not in without:
            yield at
