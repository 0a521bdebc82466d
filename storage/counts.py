"""Counts of a community in tables: eight queries, however many problems there are.

What is counted, and what is not, is said in `sc_bot.domain.counts`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Select, select

from sc_bot.domain.counts import (
    CommunityCounts,
    DeadlockCounts,
    InstitutionCounts,
    InterfaceCounts,
    Tally,
    Wait,
    Waiting,
    median_days,
)
from sc_bot.domain.deadlocks import DECISIONS, Stage
from sc_bot.domain.events import Happened
from sc_bot.domain.problems import Closing
from sc_bot.ports import Place
from storage.counting import Stretch
from storage.dialect import insert_new
from storage.tables import events, problems, weekly_counts

_Rows = Sequence[Row[Any]]
_WHOLE = TypeAdapter(CommunityCounts)


class StoredCounts:
    """What is counted, and the weeks that were kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, place: Place, since: datetime, now: datetime) -> CommunityCounts:
        """Count as it stands at `now`, and what happened since."""
        during = Stretch(place, since, now)
        pairs = self._rows(during.problems())
        authors = {row.institution: row.authors for row in self._rows(during.authors())}
        tallies: defaultdict[str | None, Tally] = defaultdict(Tally)
        for query in (during.promises(), during.redated(), during.reopened()):
            for row in self._rows(query):
                tallies[row.institution] += Tally(**_figures(row, "institution"))
        for row in pairs:
            tallies[row.institution] += Tally(**_figures(row, "institution", "origin"))
        for row in self._rows(during.waits()):
            tallies[row.waiting] += Tally(waits=row.number)
            tallies[row.waited_for] += Tally(waited_for=row.number)
        every = sorted({*tallies, *authors}, key=lambda each: each or "")
        return CommunityCounts(
            since=since,
            until=now,
            institutions=tuple(
                InstitutionCounts(institution=each, tally=tallies[each], authors=authors.get(each, 0)) for each in every
            ),
            interfaces=_interfaces(place, pairs),
            authors=sum(authors.values()),
            deadlocks=_stuck(self._rows(during.deadlocks()), self._rows(during.perceived()), now),
        )

    def freed(self, place: Place) -> Decimal:
        """Hours a week that solved problems free, as it was said when each was closed last; of the whole community.

        What not everybody may know of is not in it, as in every count.
        """
        query = select(events.c.problem, events.c.details).join(problems, problems.c.id == events.c.problem)
        said = (events.c.community == place.id) & (events.c.kind == Happened.REORGANISED.value)
        counted = (problems.c.closing == Closing.SOLVED.value) & ~problems.c.restricted & ~problems.c.director_kept_out
        rows = self._connection.execute(query.where(said, counted).order_by(events.c.id))
        last = {row.problem: row.details[1] for row in rows if not row.details[2]}
        return sum((Decimal(each) for each in last.values() if each), Decimal(0))

    def waits(self, place: Place, institution: str, now: datetime, limit: int) -> Sequence[Wait]:
        """What an institution waits for, and what is waited for from it; the oldest problems first."""
        rows = self._rows(Stretch(place, now, now).waits_of(institution, limit))
        return [Wait(**dict(row._mapping) | {"kind": Waiting(row.kind)}) for row in rows]  # noqa: SLF001 - its public name

    def keep(self, place: Place, week: date, counts: CommunityCounts) -> None:
        """Keep a week's counts; the first stand."""
        row = {"community": place.id, "week": week, "counts": _WHOLE.dump_python(counts, mode="json")}
        self._connection.execute(insert_new(self._connection, weekly_counts), row)

    def kept(self, place: Place, until: date, weeks: int) -> Sequence[tuple[date, CommunityCounts]]:
        """The last kept weeks, up to the one that begins on that Monday; the oldest first."""
        here = (weekly_counts.c.community == place.id) & (weekly_counts.c.week <= until)
        query = select(weekly_counts).where(here).order_by(weekly_counts.c.week.desc()).limit(weeks)
        return [(row.week, _WHOLE.validate_python(row.counts)) for row in reversed(self._rows(query))]

    def _rows(self, query: Select[Any]) -> _Rows:
        return self._connection.execute(query).all()


def _figures(row: Row[Any], *keys: str) -> dict[str, int]:
    """A row's figures without its keys."""
    return {name: int(value) for name, value in row._mapping.items() if name not in keys}  # noqa: SLF001 - its public name


def _stuck(found: _Rows, perceived: _Rows, now: datetime) -> DeadlockCounts:
    """Deadlocks, and what was perceived as unsolvable."""
    waiting = [row for row in found if row.ended_at is None or row.ended_at > now]
    decided = [row for row in found if row.way in DECISIONS and row.ended_at <= now]
    solved = [row for row in perceived if row.is_solved and row.verified_at is not None]
    return DeadlockCounts(
        open=len(waiting),
        steering=sum(row.stage == Stage.STEERING.value for row in waiting),
        oldest=max(((now - row.found_at).days for row in waiting), default=None),
        decided=len(decided),
        days_to_end=median_days(row.ended_at - row.found_at for row in decided),
        perceived=len(perceived),
        verified=len(solved),
        days_to_verified=median_days(row.verified_at - (row.first_at or row.reported_at) for row in solved),
    )


def _interfaces(place: Place, pairs: _Rows) -> tuple[InterfaceCounts, ...]:
    """Problems by pair of institutions; where somebody of a small team met it is not told."""
    found: dict[tuple[str | None, str | None], InterfaceCounts] = {}
    for row in pairs:
        origin = None if _is_small(place, row.origin) else row.origin
        first, second = sorted((origin, row.institution), key=lambda each: each or "")
        one = found.get((first, second), InterfaceCounts(between=(first, second)))
        found[first, second] = replace(
            one, open=one.open + row.open, reported=one.reported + row.reported, solved=one.solved + row.solved
        )
    return tuple(found[each] for each in sorted(found, key=lambda pair: (pair[0] or "", pair[1] or "")))


def _is_small(place: Place, institution: str | None) -> bool:
    home = place.community.institution(institution) if institution else None
    return home is not None and home.staff is not None and home.staff < place.community.policies.small_group
