"""Signs of life, written by each process that works by itself, read by whoever watches."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from sc_bot.domain.beats import ALIVE, REMEMBERED, SENDING, Beat, Watch
from storage.database import StoredDatabase
from storage.dialect import upsert
from storage.tables import beats, pauses

_CHANGING = ("ran_at", "succeeded_at", "failures")


def record_beats(database: StoredDatabase, process: str, signs: Iterable[Beat], now: datetime) -> None:
    """Store what a process did; who gave no sign for a day is forgotten.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    rows = [{**_record(each), "process": process} for each in signs]
    with database.writing() as connection:
        connection.execute(beats.delete().where(beats.c.ran_at < now - REMEMBERED))
        if rows:
            new = upsert(connection.dialect.name, beats)
            changed = {name: new.excluded[name] for name in _CHANGING}
            connection.execute(new.on_conflict_do_update(index_elements=[*beats.primary_key], set_=changed), rows)


def read_watch(database: StoredDatabase, now: datetime) -> Watch:
    """Everything at one moment; `now` is real time.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    with database.looking() as connection:
        rows = connection.execute(select(beats)).all()
        parts = _parts(rows, now)
        return Watch(
            processes=len({row.process for row in rows if row.part == SENDING and now - row.ran_at <= ALIVE}),
            since_success={part: now - _newest(rows, part) for part in parts},
            failures={part: _most(rows, part, now) for part in parts},
            resting=_resting(connection, now),
        )


def _record(beat: Beat) -> dict[str, object]:
    return {
        "part": beat.part,
        "ran_at": beat.ran_at,
        "succeeded_at": beat.succeeded_at,
        "failures": beat.failures,
    }


def _parts(rows: Sequence[Row[Any]], now: datetime) -> list[str]:
    """What those do who live: a part that a newer version has no more is not stuck. If nobody lives, everything."""
    living = {row.process for row in rows if now - row.ran_at <= ALIVE}
    return sorted({row.part for row in rows if row.process in living or not living})


def _newest(rows: Sequence[Row[Any]], part: str) -> datetime:
    """When it last ended well anywhere; if nowhere, when it last tried."""
    mine = [row for row in rows if row.part == part]
    well = [row.succeeded_at for row in mine if row.succeeded_at is not None]
    newest: datetime = max(well or [row.ran_at for row in mine])
    return newest


def _most(rows: Sequence[Row[Any]], part: str, now: datetime) -> int:
    """Only of processes that live: who ended while it failed fails no more."""
    return max((row.failures for row in rows if row.part == part and now - row.ran_at <= ALIVE), default=0)


def _resting(connection: Connection, now: datetime) -> dict[tuple[str, str], timedelta]:
    rows = connection.execute(select(pauses).where(pauses.c.until > now))
    return {(row.workspace, row.method): row.until - now for row in rows}
