"""Compares what is stored with the model."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select

from sc_bot.calendar import working_calendar
from sc_bot.domain.events import BY_THE_AUTHOR
from storage.database import StoredDatabase
from storage.tables import commitments, events, followups, outbox, problems
from tests.followups.model import AUTHOR, Problem, Promise
from tests.house import region

HERE = ZoneInfo("America/Toronto")
CALENDAR = working_calendar(region())
STALE = 15  # working days after which what is owed comes back, whatever it is
Row = dict[str, object]


def rows(database: StoredDatabase, table: str) -> list[Row]:
    """Every row of one table, oldest first."""
    wanted = {each.name: each for each in (problems, commitments, followups, events, outbox)}[table]
    with database.looking() as connection:
        return [dict(row._mapping) for row in connection.execute(select(wanted).order_by(wanted.c.id))]


def instant(row: Row, name: str) -> datetime:
    """An instant in a row."""
    found = row[name]
    assert isinstance(found, datetime)
    return found


def assert_problems(database: StoredDatabase, expected: Sequence[Problem]) -> None:
    """States, and who owes the answer."""
    names = ("reference", "institution", "owes", "state", "reopened", "verdict")
    stored = [tuple(row[name] for name in names) for row in rows(database, "problems")]
    assert stored == [tuple(getattr(each, name) for name in names) for each in expected]


def assert_promises(database: StoredDatabase, expected: Sequence[Problem]) -> None:
    """Who owes what by when, how often the date moved, and which date was the first."""
    stored = {(row["problem"], row["number"]): _promise(row) for row in rows(database, "commitments")}
    assert stored == {
        (problem, number): promise
        for problem, each in enumerate(expected, start=1)
        for number, promise in enumerate(each.promises, start=1)
    }


def _promise(row: Row) -> Promise:
    own = {name: row[name] for name in ("institution", "owner", "offered_to", "needs_of", "standing", "redated")}
    return Promise(due=row["due_day"], first_due=date.fromisoformat(str(row["first_due"])), **own)  # type: ignore[arg-type] # as stored


def assert_followed(database: StoredDatabase, expected: Sequence[Problem], now: datetime) -> None:
    """One next step for each thing that is owed, none for what is not; each to come, and soon enough."""
    numbers = {(row["problem"], row["number"]): row["id"] for row in rows(database, "commitments")}
    latest: dict[str, date] = {}
    for problem, each in enumerate(expected, start=1):
        if each.is_open:
            latest[f"problem:{problem}"] = date.min
        for number in each.owed_promises:
            latest[f"commitment:{numbers[problem, number]}"] = each.promises[number - 1].due
    steps = rows(database, "followups")
    assert Counter(each["subject"] for each in steps) == dict.fromkeys(latest, 1)
    soon = CALENDAR.add_working_days(now.astimezone(HERE).date(), STALE)
    for step in steps:
        next_at = instant(step, "next_at")
        assert next_at > now, step
        assert next_at.astimezone(HERE).date() <= max(soon, latest[str(step["subject"])]), step
        assert_in_a_working_day(next_at)


def assert_in_a_working_day(at: datetime, zone: ZoneInfo = HERE) -> None:
    """Neither on a day off nor in quiet hours."""
    local = at.astimezone(zone)
    assert CALENDAR.is_working_day(local.date()), local
    assert time(7) <= local.time() < time(18), local


LISTS = ("MorningList", "Digest")
"""What holds the list of a day."""


def assert_one_list_a_day(database: StoredDatabase) -> None:
    """Nobody has two, and none comes on a day off or in quiet hours."""
    lists = [(row["target"], instant(row, "due_at")) for row in rows(database, "outbox") if row["kind"] in LISTS]
    days = Counter((who, at.astimezone(HERE).date()) for who, at in lists)
    assert [each for each, count in days.items() if count > 1] == []
    for _, at in lists:
        assert_in_a_working_day(at)


def assert_authors_unnamed(database: StoredDatabase) -> None:
    """Whatever an author did, their name is in no step of the history."""
    assert [row for row in rows(database, "events") if row["actor"] == AUTHOR and row["kind"] in BY_THE_AUTHOR] == []
    withdrawn = {row["problem"] for row in rows(database, "events") if row["kind"] == "withdrawn"}
    for problem in withdrawn:
        kinds = [(row["kind"], row["actor"]) for row in rows(database, "events") if row["problem"] == problem]
        ending = kinds[kinds.index(("withdrawn", None)) :]
        assert ("cancelled", AUTHOR) not in ending, ending
