"""The house in numbers, for /metrics and the doctor: aggregates only."""

from datetime import datetime, timedelta
from statistics import quantiles
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from sc_bot.domain.commitments import STANDING
from sc_bot.domain.events import Happened
from sc_bot.domain.figures import Figures, Lateness
from sc_bot.domain.problems import OPEN
from storage.database import StoredDatabase, translated
from storage.engine import READS
from storage.followups import unwatched
from storage.tables import (
    WAITING,
    commitments,
    events,
    followups,
    installations,
    organisations,
    outbox,
    problems,
    requests,
    stops,
)

LOOKED_BACK_ON = 500  # messages, for how long sending takes: the newest are the last five minutes of a busy day
_ANY_WAITING = select(outbox.c.id).where(outbox.c.state.in_(WAITING), outbox.c.due_at <= bindparam("now")).limit(1)


def read_figures(database: StoredDatabase, now: datetime) -> Figures:
    """Count everything at one moment; `now` is the product's time, in which messages are due.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    with translated(), database.engine.connect().execution_options(**{READS: True}) as connection:
        return Figures(
            messages=_counts(connection, select(outbox.c.state, func.count()).group_by(outbox.c.state)),
            oldest_waiting=_oldest_waiting(connection, now),
            dead_letters=_counts(connection, _dead_letters()),
            posted_again=_posted_again(connection),
            stopped=_stopped(connection),
            removed=_removed(connection),
            not_renewed=_not_renewed(connection),
            open_problems=_open_problems(connection),
            open_commitments=_open_commitments(connection),
            without_next_step=_without_next_step(connection),
            steps_waiting=_steps_waiting(connection, now),
            reassigned=_reassigned(connection),
            since_request=_since_request(connection, now),
            taken_to_send=_taken_to_send(connection),
        )


def read_lateness(database: StoredDatabase, now: datetime) -> Lateness:
    """What is late, and nothing that takes long to count.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    with translated(), database.engine.connect().execution_options(**{READS: True}) as connection:
        waited = max(_oldest_waiting(connection, now), _steps_waiting(connection, now))
        return Lateness(waited, bool(_stopped(connection).keys() - _removed(connection)))


def is_waiting(database: StoredDatabase, now: datetime) -> bool:
    """Whether a message that is due has not been sent; nothing else is counted."""
    with translated(), database.engine.connect().execution_options(**{READS: True}) as connection:
        return connection.execute(_ANY_WAITING, {"now": now}).first() is not None


def last_moment(database: StoredDatabase) -> datetime | None:
    """The product's time when something last happened or was said; None in an empty database."""
    said = select(func.max(outbox.c.due_at)).where(outbox.c.state == "sent")
    with translated(), database.engine.connect().execution_options(**{READS: True}) as connection:
        both = [connection.execute(query).scalar_one() for query in (select(func.max(events.c.at)), said)]
        return max((moment for moment in both if moment is not None), default=None)


def newest_step(database: StoredDatabase) -> datetime | None:
    """The product's time of the newest step of a history; None where there is none."""
    newest = select(events.c.at).order_by(events.c.id.desc()).limit(1)
    with translated(), database.engine.connect().execution_options(**{READS: True}) as connection:
        return connection.execute(newest).scalar_one_or_none()


def _dead_letters() -> Select[Any, int]:
    reason = func.coalesce(outbox.c.error, "unknown")
    return select(reason, func.count()).where(outbox.c.state == "dead").group_by(reason)


def _counts(connection: Connection, query: Select[Any, int]) -> dict[str, int]:
    return {str(row[0]): row[1] for row in connection.execute(query)}


def _stopped(connection: Connection) -> dict[str, str]:
    return {row.workspace: row.reason for row in connection.execute(select(stops))}


def _oldest_waiting(connection: Connection, now: datetime) -> timedelta:
    goes_on = outbox.c.workspace.not_in(select(stops.c.workspace))
    waiting = outbox.c.state.in_(WAITING) & (outbox.c.due_at <= now) & goes_on
    oldest = connection.execute(select(func.min(outbox.c.due_at)).where(waiting)).scalar_one()
    return timedelta(0) if oldest is None else now - oldest


def _posted_again(connection: Connection) -> int:
    found = connection.execute(select(func.sum(outbox.c.posted_again)).where(outbox.c.posted_again > 0))
    return int(found.scalar_one() or 0)


def _removed(connection: Connection) -> frozenset[str]:
    """The workspaces whose installation ended, their own or their organisation's, and that none serves since."""
    ended = _behind(connection, installations.c.removed_at.is_not(None))
    return ended - _behind(connection, installations.c.token.is_not(None))


def _behind(connection: Connection, which: ColumnElement[bool]) -> frozenset[str]:
    own = select(installations.c.workspace).where(which)
    served = select(organisations.c.workspace).where(organisations.c.enterprise.in_(own))
    return frozenset(connection.execute(own.union(served)).scalars())


def _not_renewed(connection: Connection) -> dict[str, str]:
    faulty = select(installations.c.workspace, installations.c.fault).where(installations.c.fault.is_not(None))
    return {row.workspace: row.fault for row in connection.execute(faulty)}


def _open_problems(connection: Connection) -> dict[tuple[str, str], int]:
    here = problems.c.state.in_([state.value for state in OPEN])
    query = select(problems.c.workspace, problems.c.state, func.count()).where(here)
    rows = connection.execute(query.group_by(problems.c.workspace, problems.c.state))
    return {(workspace, state): number for workspace, state, number in rows}


def _open_commitments(connection: Connection) -> dict[tuple[str, str], int]:
    here = commitments.c.standing.in_([each.value for each in STANDING])
    query = select(commitments.c.workspace, commitments.c.standing, func.count()).where(here)
    rows = connection.execute(query.group_by(commitments.c.workspace, commitments.c.standing))
    return {(workspace, standing): number for workspace, standing, number in rows}


def _without_next_step(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(unwatched().subquery())).scalar_one())


def _steps_waiting(connection: Connection, now: datetime) -> timedelta:
    oldest = connection.execute(select(func.min(followups.c.next_at)).where(followups.c.next_at <= now)).scalar_one()
    return timedelta(0) if oldest is None else now - oldest


def _reassigned(connection: Connection) -> int:
    return int(
        connection.execute(
            select(func.count()).select_from(events).where(events.c.kind == Happened.REASSIGNED.value)
        ).scalar_one()
    )


def _since_request(connection: Connection, now: datetime) -> timedelta | None:
    newest = connection.execute(select(func.max(requests.c.at))).scalar_one()
    return None if newest is None else max(now - newest, timedelta(0))


def _taken_to_send(connection: Connection) -> tuple[timedelta, timedelta] | None:
    """Edited cards are left out: their moment is that of the first version."""
    news = (outbox.c.state == "sent") & outbox.c.surface.is_(False) & outbox.c.sent_at.is_not(None)
    query = select(outbox.c.due_at, outbox.c.sent_at).where(news).order_by(outbox.c.id.desc()).limit(LOOKED_BACK_ON)
    taken = [max((sent - due).total_seconds(), 0.0) for due, sent in connection.execute(query)]
    if not taken:
        return None
    twentieths = quantiles(taken, n=20, method="inclusive") if len(taken) > 1 else taken * 19
    return timedelta(seconds=twentieths[9]), timedelta(seconds=twentieths[18])
