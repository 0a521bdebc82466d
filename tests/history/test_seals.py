"""The daily seal: whatever is done to the history behind the bot's back is found, and what privacy removes is not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from sc_bot.domain.answerable import facilitators
from sc_bot.domain.seals import Finding, Wrong
from sc_bot.usecases.history.sealing import seal_days, verify_history
from sc_bot.usecases.problems.facilitator import redact_problem
from storage.tables import events, seals
from tests.delivery.office import Office
from tests.house import THURSDAY

DAY = date(2026, 11, 19)
TWO_DAYS_LATER = THURSDAY + timedelta(days=2)


def findings(office: Office, expected: str | None = None) -> list[Finding]:
    """What is not as it was sealed."""
    return list(verify_history(office.database, expected=expected)[0].findings)


@contextmanager
def behind_its_back(office: Office) -> Iterator[Connection]:
    """A connection that no trigger hinders, as an administrator of the database can have it."""
    with office.database.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")
        else:
            for each in ("events_no_update", "events_no_delete"):
                connection.exec_driver_sql(f"DROP TRIGGER {each}")
        yield connection
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = origin")


def seal_one_day(office: Office) -> int:
    """A report, and the day after; returns the number of its last step."""
    office.report()
    seal_days(office.database, TWO_DAYS_LATER)
    with office.database.engine.begin() as connection:
        return int(max(connection.execute(select(events.c.id)).scalars()))


def test_each_day_is_sealed_once_and_an_outage_is_caught_up(office: Office) -> None:
    """Whoever looks a week later seals every day, those without any step too; looking again adds nothing."""
    office.report()
    first = seal_days(office.database, THURSDAY + timedelta(days=8))
    assert [each.seal.day for each in first] == [DAY + timedelta(days=each) for each in range(8)]
    assert seal_days(office.database, THURSDAY + timedelta(days=8)) == []
    assert findings(office) == []


def test_a_day_is_not_sealed_before_it_is_well_over(office: Office) -> None:
    """What was under way at midnight is stored by then."""
    office.report()
    midnight = THURSDAY.replace(hour=0, minute=0) + timedelta(days=1)
    assert seal_days(office.database, midnight + timedelta(hours=5)) == []
    assert len(seal_days(office.database, midnight + timedelta(hours=6))) == 1


@pytest.mark.parametrize(
    "change",
    [{"kind": "closed"}, {"to_state": "closed"}, {"at": THURSDAY + timedelta(seconds=1)}, {"details": ["x"]}],
)
def test_a_changed_step_is_found(office: Office, change: dict[str, object]) -> None:
    """Its day and its number are named; whichever field it is."""
    step = seal_one_day(office)
    with behind_its_back(office) as connection:
        connection.execute(update(events).where(events.c.id == step).values(change))
    assert findings(office) == [Finding(Wrong.CHANGED, DAY, f"events {step}")]


def test_a_removed_step_is_found(office: Office) -> None:
    """Its day and its number are named."""
    step = seal_one_day(office)
    with behind_its_back(office) as connection:
        connection.execute(delete(events).where(events.c.id == step))
    assert findings(office) == [Finding(Wrong.REMOVED, DAY, f"events {step}")]


def test_an_inserted_step_is_found(office: Office) -> None:
    """A step of a sealed day that was not there when it was sealed."""
    step = seal_one_day(office)
    with office.database.engine.begin() as connection:
        copied = dict(connection.execute(select(events).where(events.c.id == step)).one()._mapping)
        connection.execute(insert(events).values(copied | {"id": step + 1}))
    assert findings(office) == [Finding(Wrong.INSERTED, DAY, f"events {step + 1}")]


def test_a_changed_seal_is_found_and_so_is_a_missing_one(office: Office) -> None:
    """Whoever changes a step and its mark has to make every later seal anew."""
    office.report()
    seal_days(office.database, THURSDAY + timedelta(days=4))
    with office.database.engine.begin() as connection:
        marks = connection.execute(select(seals.c.marks).where(seals.c.day == DAY)).scalar_one()
        connection.execute(update(seals).where(seals.c.day == DAY).values(marks=dict.fromkeys(marks, "0" * 32)))
        connection.execute(delete(seals).where(seals.c.day == DAY + timedelta(days=2)))
    wrong = {(each.wrong, each.day) for each in findings(office) if not each.row}
    assert (Wrong.BROKEN, DAY) in wrong
    assert (Wrong.MISSING, DAY + timedelta(days=2)) in wrong


def test_seals_that_were_all_made_anew_do_not_pass_for_the_one_that_was_noted(office: Office) -> None:
    """The whole chain fits itself again; only what was noted elsewhere tells."""
    step = seal_one_day(office)
    noted = verify_history(office.database)[0].last
    assert noted is not None
    with behind_its_back(office) as connection:
        connection.execute(delete(events).where(events.c.id == step))
        connection.execute(delete(seals))
    seal_days(office.database, TWO_DAYS_LATER)
    assert findings(office) == []
    assert [each.wrong for each in findings(office, noted.seal)] == [Wrong.UNKNOWN]


def test_a_redaction_leaves_the_seal_as_it_was(office: Office) -> None:
    """The words go; the step that says so belongs to a day of its own."""
    reference = office.report("La chimio attend, coquelicot").reference
    seal_days(office.database, TWO_DAYS_LATER)
    noted = verify_history(office.database)[0].last
    assert noted is not None
    facilitator = facilitators(office.community)[0].slack_id or ""
    later = replace(office.asked(facilitator), now=TWO_DAYS_LATER)
    redact_problem(office.database, later, reference, "coquelicot")
    assert findings(office, noted.seal) == []


@pytest.mark.parametrize("change", [{"kind": "closed"}, {"actor": "HSF-MD"}, {"text": 1}, {"details": ["x"]}])
def test_the_database_refuses_whatever_is_not_forgetting(office: Office, change: dict[str, object]) -> None:
    """A step may lose who took it; nothing else, and not to somebody else."""
    step = seal_one_day(office)
    with pytest.raises(Exception, match="append-only"), office.database.engine.begin() as connection:
        connection.execute(update(events).where(events.c.id == step).values(change))
    with office.database.engine.begin() as connection:
        connection.execute(update(events).where(events.c.id == step).values(actor="-"))
    assert findings(office) == []
