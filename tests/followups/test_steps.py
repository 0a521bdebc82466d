"""What the proofs found, one by one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from sc_bot.domain.policies import Policies
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.firing import take_due_steps
from sc_bot.usecases.followups.watching import watch
from sc_bot.usecases.lists import list_time
from storage.database import StoredDatabase
from storage.tables import commitments, outbox
from tests.followups import checking, doing
from tests.followups.checking import HERE
from tests.followups.doing import Deed
from tests.house import THURSDAY, WORKER_PATIENCE, region

DUE = THURSDAY.date() + timedelta(days=15)  # Friday, December 4
PROBLEM = "ONC-1"
AUTHOR, DIRECTOR, FACILITATOR, COLLEAGUE = "UCVES1000", "UHSFMD000", "UADV10000", "UCVEMD000"


@pytest.fixture
def database(region_url: str) -> Iterator[StoredDatabase]:
    """A database where the hospital's director has promised two things."""
    opened = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    doing.report(opened, asked(AUTHOR, "report"), "HSF")
    for number, act in enumerate(("accept", "promise", "promise")):
        do(opened, DIRECTOR, act, f"{number}")
    watch(opened, THURSDAY)
    yield opened
    opened.close()


def asked(who: str, request: str) -> Asked:
    """A request."""
    return Asked(workspace="T0ESTRIE0", slack_id=who, request=request, now=THURSDAY)


def do(database: StoredDatabase, who: str, act: str, request: str = "", institution: str = "") -> None:
    """Somebody does something."""
    doing.do(database, asked(who, request or act), Deed(act, PROBLEM, institution, None, DUE))


def at(day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
    """An hour in Val-Sauvage."""
    return datetime(2026, month, day, hour, minute, tzinfo=HERE)


def lists(database: StoredDatabase) -> list[tuple[object, datetime]]:
    """Who gets a list, and when."""
    rows = [row for row in checking.rows(database, "outbox") if row["kind"] in checking.LISTS]
    return [(row["target"], checking.instant(row, "due_at").astimezone(HERE)) for row in rows]


def test_what_was_promised_ends_with_a_withdrawn_problem_and_says_no_name(database: StoredDatabase) -> None:
    """Its first lead promised, it was sent elsewhere, its author takes it back: nobody owes anything any more."""
    do(database, FACILITATOR, "reroute", institution="CVE")
    do(database, AUTHOR, "withdraw")
    assert {row["standing"] for row in checking.rows(database, "commitments")} == {"cancelled"}
    assert checking.rows(database, "followups") == []
    ending = [row for row in checking.rows(database, "events") if row["kind"] in {"withdrawn", "cancelled"}]
    assert [row["actor"] for row in ending] == [None] * 3


def test_a_step_that_cannot_be_taken_stops_nobody_elses(database: StoredDatabase) -> None:
    """It waits an hour; the other one is said."""
    with database.writing() as connection:
        connection.execute(update(commitments).where(commitments.c.number == 1).values(standing="odd"))
    now = at(1, 8)
    take_due_steps(database, now)
    steps = {row["commitment"]: row for row in checking.rows(database, "followups")}
    bad, good = (steps[row["id"]] for row in checking.rows(database, "commitments"))
    assert checking.instant(bad, "next_at") == now + timedelta(hours=1)
    assert good["said_at"] is not None
    assert [who for who, _ in lists(database)] == [DIRECTOR]


def test_after_an_outage_no_list_comes_before_its_hour(database: StoredDatabase) -> None:
    """What was missed on Tuesday, seen at half past seven on Wednesday, comes at eight."""
    take_due_steps(database, at(2, 7, 30))
    assert lists(database) == []
    take_due_steps(database, at(2, 8, 1))
    assert lists(database) == [(DIRECTOR, at(2, 8, 1))]


def test_who_has_read_their_list_and_is_asked_for_help_hears_it_the_next_morning(database: StoredDatabase) -> None:
    """The facilitator's list of that day is sent already: what comes after it would be in none."""
    take_due_steps(database, at(7, 8))
    with database.writing() as connection:
        key = f"list:1:ADV-1:{at(9, 8).date()}"
        row = next(row for row in checking.rows(database, "outbox") if row["kind"] in checking.LISTS)
        sent = {**row, "id": 9_999, "target": FACILITATOR, "key": key, "state": "sent"}
        connection.execute(outbox.insert(), sent)
    take_due_steps(database, at(9, 8, 5))
    assert (FACILITATOR, at(10, 8)) in lists(database)


def test_a_list_hour_in_the_quiet_hours_is_kept() -> None:
    """A community that wants its lists at six gets them at six, and not never."""
    community = region()
    early = Policies(daily_list_at=at(1, 6).time())
    director = community.person("HSF-MD")
    assert director is not None
    changed = replace(community, policies=early)
    assert list_time(changed, director, at(1, 5)) == at(1, 6)
    assert list_time(changed, director, at(1, 6, 1)) == at(1, 6, 1)
    assert list_time(changed, director, at(1, 20)) == at(2, 6)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["postgresql"])  # on SQLite one writer has the whole file
def test_what_is_just_being_changed_is_left_for_the_next_look(database: StoredDatabase) -> None:
    """Its problem is locked by whoever changes it: the worker takes nothing, waits for nothing, and takes it later."""
    with database.unit_of_work() as uow:
        assert uow.problems.get("T0ESTRIE0", PROBLEM, to_change=True)
        assert take_due_steps(database, at(1, 8)) == 0
    assert take_due_steps(database, at(1, 8)) == 2
