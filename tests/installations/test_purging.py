"""Thirty days after a removal everything of the workspace goes, whatever table it is in, and nothing of others."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Delete, Select, Table, Update, func, insert, select
from sqlalchemy.exc import DBAPIError

from sc_bot.domain.installations import Installation, Removal
from sc_bot.ticking import ticks
from sc_bot.usecases.community import import_community
from sc_bot.usecases.installations.installing import learn_workspace
from sc_bot.usecases.installations.purging import purge_removed
from storage.database import StoredDatabase
from storage.purging import KEPT, OWNED, StoredPurges, belongs
from storage.tables import community_events, events, installations, metadata, organisations, purges, stops
from tests.house import THURSDAY, Town, region
from tests.installations.hosting import ESTRIE, Hosting
from tests.who.standing import STANDING
from tests.who.world import ELSEWHERE, WORKSPACE, World, open_world

REMOVED = datetime(2026, 10, 1, 12, tzinfo=UTC)
DUE = REMOVED + timedelta(days=30)


@contextmanager
def full(url: str) -> Iterator[World]:
    """A workspace in which everything has happened, beside another one."""
    with open_world(url) as world:
        for state in STANDING:
            world.fresh(state)
        world.ask_everybody()
        world.send_away()
        world.charter()
        database = world.town.house.worker_database
        end(database, WORKSPACE)
        yield world


def end(database: StoredDatabase, workspace: str, at: datetime = REMOVED, **more: Any) -> None:
    """It was removed from a workspace."""
    gone = Installation(
        workspace=workspace, installed_at=at, removed_at=at, removed_because=Removal.UNINSTALLED, **more
    )
    with database.unit_of_work() as uow:
        uow.installations.put(gone)
        uow.installations.stop([workspace], Removal.UNINSTALLED)


def counts(database: StoredDatabase, workspace: str) -> dict[str, int]:
    """How many rows of each table are a workspace's."""
    with database.looking() as connection:
        found = {table.name: connection.execute(_counted(table), {"its_workspace": workspace}) for table in OWNED}
        return {name: number for name, each in found.items() if (number := each.scalar_one())}


def _counted(table: Table) -> Select[int]:
    its = belongs(table)
    assert its is not None
    return select(func.count()).select_from(table).where(its)


def test_of_every_table_it_is_known_whose_its_rows_are() -> None:
    """A new table is purged without anybody thinking of it, or this fails."""
    assert [each.name for each in metadata.sorted_tables if each not in KEPT and belongs(each) is None] == []
    assert {each.name for each in OWNED} == {each.name for each in metadata.sorted_tables} - {e.name for e in KEPT}


def test_after_thirty_days_nothing_is_left_of_it_and_everything_of_the_others(url: str) -> None:
    """In small transactions, history too; not a minute before."""
    with full(url) as world:
        database = world.town.house.worker_database
        before, others = counts(database, WORKSPACE), counts(database, ELSEWHERE)
        assert len(before) > 30
        assert purge_removed(database, DUE - timedelta(minutes=1)) == 0
        assert counts(database, WORKSPACE) == before
        gone = purge_removed(database, DUE, rows=7)
        assert gone == sum(before.values())
        assert counts(database, WORKSPACE) == {}
        assert counts(database, ELSEWHERE) == others
        with database.looking() as connection:
            assert [connection.execute(select(each)).all() for each in (installations, purges)] == [[], []]


def test_history_that_is_not_purged_cannot_be_deleted(url: str) -> None:
    """The triggers let go of the one workspace; of others, and of any change, they do not."""
    with full(url) as world:
        database = world.town.house.worker_database
        refuses(database, events.delete().where(events.c.workspace == WORKSPACE))
        with database.unit_of_work() as uow:
            uow.purges.begin([WORKSPACE], DUE)
        refuses(database, events.update().where(events.c.workspace == WORKSPACE).values(actor="nobody"))
        refuses(database, community_events.delete().where(community_events.c.workspace == ELSEWHERE))


def refuses(database: StoredDatabase, statement: Delete | Update) -> None:
    """The database itself does not do it."""
    with pytest.raises(DBAPIError, match="append-only"), database.writing() as connection:
        connection.execute(statement)


def test_a_purge_that_is_killed_goes_on(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it stopped; the workspace cannot be installed in between, and afterwards it can."""
    with full(url) as world:
        database = world.town.house.worker_database
        real, left = StoredPurges.delete_some, iter(range(40))

        def killed(self: StoredPurges, workspace: str, limit: int, table: int) -> int | None:
            if next(left, None) is None:
                raise SystemExit
            return real(self, workspace, limit, table)

        monkeypatch.setattr(StoredPurges, "delete_some", killed)
        with pytest.raises(SystemExit):
            purge_removed(database, DUE, rows=5)
        monkeypatch.undo()
        half = counts(database, WORKSPACE)
        assert half
        with database.looking() as connection:
            assert connection.execute(select(purges.c.workspace)).scalars().all() == [WORKSPACE]
        purge_removed(database, DUE, rows=50, most=50)
        assert sum(counts(database, WORKSPACE).values()) < sum(half.values())
        purge_removed(database, DUE)
        assert counts(database, WORKSPACE) == {}


def test_nothing_happens_there_by_itself_once_it_has_begun(url: str) -> None:
    """No digest, no follow-up: the community is not active any more."""
    with full(url) as world:
        database = world.town.house.worker_database
        with database.unit_of_work() as uow:
            uow.purges.begin([WORKSPACE], DUE)
        with database.reading() as uow:
            assert uow.communities.in_workspace(WORKSPACE) == []
            assert WORKSPACE not in uow.communities.workspaces()


def test_installed_again_in_time_it_keeps_everything(hosting: Hosting) -> None:
    """The removal is forgotten; thirty days later nothing is purged."""
    hosting.install()
    hosting.settle(hosting.slack)
    database = hosting.house.worker_database
    before = counts(database, ESTRIE)
    end(database, ESTRIE)
    hosting.install()
    assert purge_removed(database, hosting.real.now + timedelta(days=400)) == 0
    assert counts(database, ESTRIE) == before


def test_while_it_is_purged_it_cannot_be_installed(hosting: Hosting) -> None:
    """The page says so; half a community is none. When it is done, it begins anew."""
    hosting.install()
    hosting.settle(hosting.slack)
    database = hosting.house.worker_database
    end(database, ESTRIE)
    purge_removed(database, DUE, rows=1, most=2)
    page = hosting.install()
    assert page.status == 503
    assert "being deleted" in page.text
    assert hosting.slack.host.tokens.refusal(hosting.slack.host.oauth.issued[ESTRIE, False]) == "token_revoked"
    purge_removed(database, DUE)
    assert hosting.install().status == 200
    assert counts(database, ESTRIE) == {}


def test_what_another_token_serves_by_now_is_not_purged(hosting: Hosting) -> None:
    """A workspace that left by itself and that its organisation let in again keeps everything."""
    hosting.slack.another("T0NORD000", "nord", enterprise="E0RESEAU0")
    database = hosting.house.worker_database
    with database.unit_of_work() as uow:
        import_community(uow, "T0NORD000", region(), THURSDAY, channels={})
    end(database, "T0NORD000")
    hosting.install("T0NORD000", enterprise_id="E0RESEAU0", whole_organisation=True)
    assert purge_removed(database, DUE) == 0
    assert counts(database, "T0NORD000")


def test_an_organisations_end_purges_the_workspaces_that_it_served(hosting: Hosting) -> None:
    """Each of them; then it was never here."""
    database = hosting.house.worker_database
    with database.unit_of_work() as uow:
        import_community(uow, "T0NORD000", region(), THURSDAY, channels={})
    with database.writing() as connection:
        connection.execute(insert(organisations), {"workspace": "T0NORD000", "enterprise": "E0RESEAU0"})
    end(database, "E0RESEAU0", enterprise="E0RESEAU0")
    assert purge_removed(database, DUE) > 0
    assert counts(database, "T0NORD000") == {}
    with database.looking() as connection:
        left = [connection.execute(select(each)).all() for each in (installations, organisations, purges, stops)]
    assert left[:3] == [[], [], []]


def test_a_purge_reads_only_what_it_deletes(hosting: Hosting) -> None:
    """To look which rows of other tables point to a text, the database uses an index, not every event."""
    with hosting.house.worker_database.looking() as connection:
        plan = str(connection.exec_driver_sql("EXPLAIN QUERY PLAN SELECT 1 FROM events WHERE text = 1").all())
    assert "ix_events_text" in plan


def test_two_processes_purge_at_once(url: str) -> None:
    """What one is deleting is no sign for the other that nothing is left of a table: it waits, and goes on."""
    with full(url) as world:
        database = world.town.house.worker_database
        other = StoredDatabase.open(url, patience=timedelta(seconds=20))
        gone: list[int] = []
        thread = threading.Thread(target=lambda: gone.append(purge_removed(other, DUE, rows=3)))
        everything = sum(counts(database, WORKSPACE).values())
        with database.unit_of_work() as uow:
            uow.purges.begin([WORKSPACE], DUE)
        with database.unit_of_work() as uow:
            assert uow.purges.hold(WORKSPACE)
            mine = uow.purges.delete_some(WORKSPACE, 3, OWNED.index(events))
            thread.start()
            thread.join(0.5)  # it is waiting by now; if it is not, nothing is shown, and nothing fails
        thread.join(20)
        other.close()
        assert gone == [everything - (mine or 0)]
        assert counts(database, WORKSPACE) == {}


NORD, ORG = "T0NORD000", "E0RESEAU0"


def served(hosting: Hosting) -> StoredDatabase:
    """A workspace with a community, which an organisation's installation serves."""
    hosting.slack.another(NORD, "nord", enterprise=ORG)
    database = hosting.house.worker_database
    with database.unit_of_work() as uow:
        import_community(uow, NORD, region(), THURSDAY, channels={})
    with database.writing() as connection:
        connection.execute(insert(organisations), {"workspace": NORD, "enterprise": ORG})
    return database


def test_while_its_organisation_is_purged_it_cannot_be_installed_by_itself(on_both: Hosting) -> None:
    """Else the purge would go on deleting what is in use; when it is done, it begins anew."""
    database = served(on_both)
    end(database, ORG, enterprise=ORG)
    purge_removed(database, DUE, rows=1, most=2)
    page = on_both.install(NORD, enterprise_id=ORG)
    assert (page.status, "being deleted" in page.text) == (503, True)
    assert on_both.installation(NORD) is None
    purge_removed(database, DUE)
    assert on_both.install(NORD, enterprise_id=ORG).status == 200
    assert counts(database, NORD) == {}


def test_while_it_is_purged_its_organisation_does_not_serve_it(on_both: Hosting) -> None:
    """Neither by an installation that names it, nor by a request from there; afterwards it does, and begins anew."""
    database = served(on_both)
    end(database, NORD)
    on_both.slack.another("T0SUD0000", "sud", enterprise=ORG)
    with database.writing() as connection:
        connection.execute(organisations.delete())
    purge_removed(database, DUE, rows=1, most=2)
    assert on_both.install("T0SUD0000", enterprise_id=ORG, whole_organisation=True).status == 200
    learn_workspace(database, NORD, ORG)
    assert on_both.house.slack(NORD) is None
    assert on_both.house.slack("T0SUD0000") is not None
    purge_removed(database, DUE)
    assert counts(database, NORD) == {}
    learn_workspace(database, NORD, ORG)
    assert on_both.house.slack(NORD) is not None


@pytest.mark.parametrize(("first", "second"), [(ORG, NORD), (NORD, ORG)])
def test_thirty_days_begin_with_the_last_removal(on_both: Hosting, first: str, second: str) -> None:
    """Two installations served it, one after the other: the end of one does not shorten the time after the other."""
    database = served(on_both)
    end(database, first, enterprise=ORG)
    end(database, second, enterprise=ORG, at=REMOVED + timedelta(days=20))
    before = counts(database, NORD)
    purge_removed(database, DUE)
    assert counts(database, NORD).items() >= {k: n for k, n in before.items() if k != "stops"}.items()
    assert on_both.installation(first) is None
    purge_removed(database, DUE + timedelta(days=20))
    assert counts(database, NORD) == {}
    assert on_both.installation(second) is None


def test_with_one_token_nothing_purges_by_itself(town: Town) -> None:
    """An installation of earlier days that ended says nothing about a workspace that is used with a token."""
    database = town.house.worker_database
    end(database, ESTRIE)
    assert not {"purge", "tokens"} & {each.name for each in ticks(town.house)}
