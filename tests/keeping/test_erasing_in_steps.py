"""An erasure goes in small steps: a crash loses none of them, and nobody waits for what is written elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import event, insert, select

from sc_bot.domain.accesses import Screen
from sc_bot.upkeep import erase_people, keep_terms
from sc_bot.usecases.keeping import erasing, unnaming
from sc_bot.usecases.keeping.person import find_person
from storage import tables as t
from storage.database import StoredDatabase, StoredUnitOfWork
from storage.erasing import StoredErasing
from tests.house import Town
from tests.keeping.telling import said_in_slack, solved
from tests.keeping.test_officer import choose
from tests.stories.acting import report, show, whole
from tests.stories.looking import everything, rows, window
from tests.stories.promising import BASTIEN

WHO = ("CVE-S1", "UCVES1000", "Rosalie", "Thuotel")


class Crashed(Exception):
    """The process ends here."""


class Mortal:
    """A database whose process ends after so many changes."""

    def __init__(self, database: StoredDatabase, changes: int) -> None:
        self.whole, self.reading = database.whole, database.reading
        self._database, self._left = database, changes

    @contextmanager
    def unit_of_work(self) -> Iterator[StoredUnitOfWork]:
        """The last one does not end well."""
        self._left -= 1
        with self._database.unit_of_work() as uow:
            yield uow
            if self._left < 0:
                raise Crashed


def begun(town: Town, person: str = "CVE-S1") -> None:
    """The erasure is kept, and the process ends before anything else."""
    database = town.house.worker_database
    (target,) = find_person(database, None, None, person)
    with database.unit_of_work() as uow:
        erasing.begin_erasure(uow, target, town.clock(), Screen.ERASE_COMMAND)


def crashing(town: Town, changes: int) -> bool:
    """Go on with what was begun, and crash after so many changes; False: it came to its end."""
    try:
        erasing.erase_begun(Mortal(town.house.worker_database, changes), town.clock())
    except Crashed:
        return True
    return False


def test_a_crash_after_every_step_loses_none(town: Town, region_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One row a step; the process ends after the first, the second, …: in the end nothing says who they were."""
    monkeypatch.setattr(erasing, "BATCH", 1)
    monkeypatch.setattr(unnaming, "TEXTS", 1)
    solved(town)
    report(town, "Le formulaire de Rosalie Thuotel se perd, dit Thuotel")
    begun(town)
    changes = 0
    while crashing(town, changes):
        changes += 1
    assert changes > 3
    town.deliver()
    keep_terms(town.house)
    kept = everything(region_url)
    assert [each for each in WHO if each in kept] == []
    assert [each for each in WHO if each in said_in_slack(town)] == []
    assert rows(region_url, "erasures") == []
    done = [each for each in rows(region_url, "community_events") if each["subject"] == "erasure -"]
    assert len(done) == len([each for each in rows(region_url, "accesses") if each["subject"] == "-"]) == 1


def test_what_was_begun_is_found_by_the_tick(town: Town, region_url: str) -> None:
    """A process that ended leaves it to whichever looks next."""
    report(town)
    begun(town)
    assert crashing(town, 1)
    assert "Rosalie" in everything(region_url)
    erase_people(town.house)
    assert "Rosalie" not in everything(region_url)


def _steps_of(town: Town, deed: Callable[[], object]) -> list[list[str]]:
    """The statements of each change meanwhile."""
    seen: list[list[str]] = []
    engine = town.house.worker_database.engine

    def begins(connection: object) -> None:
        options = connection.get_execution_options()  # type: ignore[attr-defined] # SQLAlchemy's event
        seen.append([] if not options.get("reads") else ["reads"])

    def note(*given: object) -> None:
        seen[-1].append(str(given[2]))

    event.listen(engine, "begin", begins)
    event.listen(engine, "before_cursor_execute", note)
    try:
        deed()
    finally:
        event.remove(engine, "begin", begins)
        event.remove(engine, "before_cursor_execute", note)
    return [each for each in seen if each[:1] != ["reads"]]


def _written(town: Town, count: int) -> None:
    """So many texts that name her, and as many steps of hers."""
    with town.house.worker_database.writing() as connection:
        problem = connection.execute(select(t.problems).limit(1)).one()
        where = {"workspace": problem.workspace, "community": problem.community, "problem": problem.id}
        said = where | {"kind": "details", "body": "Demandez à Thuotel", "at": town.clock(), "redacted": False}
        connection.execute(insert(t.texts), [said] * count)
        did = where | {"at": town.clock(), "kind": "updated", "actor": "CVE-S1", "internal": False, "details": []}
        connection.execute(insert(t.events), [did] * count)


@pytest.mark.parametrize("count", [40, 400])
def test_no_change_is_longer_the_more_there_is(town: Town, region_url: str, count: int) -> None:
    """What is looked for in everything is looked for by reading; a change touches a few rows by their keys."""
    report(town)
    _written(town, count)
    begun(town)
    steps = _steps_of(town, lambda: erasing.erase_begun(town.house.worker_database, town.clock()))
    assert len(steps) > count / unnaming.TEXTS
    assert max(map(len, steps)) <= 4 * erasing.BATCH
    assert "Thuotel" not in everything(region_url)


def test_the_officers_window_reads_nothing_of_what_was_written(
    town: Town, region_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack waits three seconds: what takes long is the worker's, and the officer hears when it is done."""
    report(town)
    monkeypatch.setattr(StoredErasing, "words", _too_long)
    monkeypatch.setattr(StoredErasing, "traces", _too_long)
    officer = choose(town, "erase")
    officer.submits(window(town, officer, "confirmed"), {"confirmed": ["yes"]})
    assert "a commencé" in str(window(town, officer).blocks)
    assert "Rosalie" in everything(region_url)
    monkeypatch.undo()
    erase_people(town.house)
    town.deliver()
    assert "est effacée" in officer.messages[-1].text
    assert "Rosalie" not in everything(region_url)


def _too_long(*_given: object) -> None:
    raise AssertionError("read in a window")


def test_two_officers_confirm_at_once_and_it_happens_once(town: Town, region_url: str) -> None:
    """The second is told that it goes on; one erasure, one line in the log."""
    report(town)
    officer = choose(town, "erase")
    officer.submits(window(town, officer, "confirmed"), {"confirmed": ["yes"]})
    officer.closes(window(town, officer), everything=True)
    officer = choose(town, "erase")
    officer.submits(window(town, officer, "confirmed"), {"confirmed": ["yes"]})
    assert "a commencé" in str(window(town, officer).blocks)
    assert len(rows(region_url, "erasures")) == 1
    erase_people(town.house)
    town.deliver()
    assert len([each for each in officer.messages if "est effacée" in each.text]) == 1


def test_one_that_cannot_be_done_any_more_is_told(town: Town, region_url: str) -> None:
    """Meanwhile they alone came to direct an institution: nothing is changed, and the officer hears why."""
    officer = choose(town, "erase", "UCVES1000")
    officer.submits(window(town, officer, "confirmed"), {"confirmed": ["yes"]})
    with town.house.worker_database.unit_of_work() as uow:
        place = uow.communities.get(1)
        bastien, rosalie = (uow.communities.person(1, each) for each in (BASTIEN, "CVE-S1"))
        assert bastien is not None
        assert rosalie is not None
        uow.communities.retire_person(place, BASTIEN, actor=None, now=town.clock())
        uow.communities.save_person(
            place, replace(rosalie, roles=bastien.roles, institution="HSF"), actor=None, now=town.clock()
        )
    erase_people(town.house)
    town.deliver()
    assert "n'a pas été fait" in officer.messages[-1].text
    assert rows(region_url, "erasures") == []
    assert "Rosalie" in everything(region_url)


def test_who_reports_again_is_somebody_new(town: Town, region_url: str) -> None:
    """Their report has its author, who hears back; nothing brings back who they were."""
    report(town)
    begun(town)
    erase_people(town.house)
    town.deliver()
    keep_terms(town.house)
    town.person("CVE-S1").runs("/problem La chimio attend encore")
    town.deliver()
    first, second = (each["reporter"] for each in rows(region_url, "problems"))
    assert (first, second) == ("-", "UCVES1000")
    assert "attend encore" in whole(show(town, "CVE-S1", "ONC-2"))
    assert "CVE-S1" not in everything(region_url).replace("UCVES1000", "")
