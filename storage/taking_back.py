"""Messages that are taken back: first out of Slack, then out of the outbox."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, String, cast, delete, exists, func, literal, select, update

from sc_bot.domain.notices import TakenBack
from storage.records import record_of
from storage.tables import WAITING, destinations, outbox, people


def take_back(connection: Connection, which: ColumnElement[bool], now: datetime) -> int:
    """Have these messages deleted in Slack; what never stood there is gone at once. Returns how many there were.

    Their keys, which may name somebody, go too. What is being sent at this moment is deleted after it was sent.
    """
    stands = outbox.c.ts.is_not(None) | outbox.c.file.is_not(None) | outbox.c.state.in_(WAITING)
    record = record_of(TakenBack())
    words = {"kind": record["kind"], "notice": record, "key": literal("taken back:") + cast(outbox.c.id, String)}
    waits = {"wanted": outbox.c.wanted + 1, "due_at": now, "error": None}
    anew = outbox.c.kind != record["kind"]
    here = update(outbox).where(which, stands, anew)
    ended = here.where(outbox.c.state.in_(("sent", "dead", "dropped")))
    taken = connection.execute(ended.values(words | waits | {"state": "queued", "attempts": 0})).rowcount
    taken += connection.execute(here.values(words | waits)).rowcount
    return taken + connection.execute(delete(outbox).where(which, ~stands)).rowcount


def forget_taken_back(connection: Connection) -> int:
    """What is gone from Slack goes from the outbox, with conversations in which nothing is left to say."""
    gone = (outbox.c.kind == TakenBack.__name__) & (outbox.c.state == "dropped")
    rows = connection.execute(delete(outbox).where(gone)).rowcount
    if rows:
        here = (outbox.c.workspace == destinations.c.workspace) & (outbox.c.target == destinations.c.target)
        slack_id = func.replace(destinations.c.target, "home:", "")
        theirs = (people.c.workspace == destinations.c.workspace) & (people.c.slack_id == slack_id)
        empty = ~exists(select(outbox.c.id).where(here)) & destinations.c.held_by.is_(None)
        connection.execute(delete(destinations).where(empty, ~exists(select(people.c.id).where(theirs))))
    return rows
