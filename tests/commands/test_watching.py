"""Watching: signs of life in the database, and how requests went."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from sc_bot.domain.beats import ALIVE, SENDING, SILENT, Beat
from sc_bot.metrics import as_prometheus
from sc_bot.running import metrics
from sc_bot.scheduler import Metronome
from sc_bot.watching import SignsOfLife
from sc_bot.web.measuring import Serving, once_at_a_time
from storage import figures
from storage.beats import read_watch, record_beats
from storage.database import StoredDatabase
from storage.figures import read_figures
from storage.tables import pauses
from tests.databases import BOTH, empty_database
from tests.house import WORKER_PATIENCE, Town

NOW = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest) -> Iterator[StoredDatabase]:
    """A new database."""
    with empty_database(request.param) as url:
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        yield database
        database.close()


def well(part: str, at: datetime) -> Beat:
    """A part that ended well."""
    return Beat(part, at, at, 0)


def test_who_lives_and_when_each_part_ended_well(database: StoredDatabase) -> None:
    """The newest success of any process counts; who gave no sign for three minutes is not counted as alive."""
    record_beats(database, "one:1", [well(SENDING, NOW), well("followups", NOW - 2 * MINUTE)], NOW)
    record_beats(database, "two:2", [well(SENDING, NOW - ALIVE - MINUTE), well("followups", NOW - MINUTE)], NOW)
    watch = read_watch(database, NOW)
    assert (watch.processes, watch.since_success["followups"], watch.silent) == (1, MINUTE, ())


def test_a_part_that_fails_is_known_and_one_that_ended_well_again_forgiven(database: StoredDatabase) -> None:
    """Failures of a living process; a second record of the same process replaces the first."""
    record_beats(database, "one:1", [Beat("followups", NOW, NOW - 2 * SILENT, 3)], NOW)
    watch = read_watch(database, NOW)
    assert (watch.failures["followups"], watch.silent) == (3, ("followups",))
    record_beats(database, "one:1", [well("followups", NOW)], NOW)
    watch = read_watch(database, NOW)
    assert (watch.failures["followups"], watch.silent) == (0, ())


def test_a_process_that_is_gone_for_a_day_is_forgotten(database: StoredDatabase) -> None:
    """Its failures were counted for three minutes only; its rows go when another gives a sign."""
    record_beats(database, "one:1", [Beat("pulse", NOW, None, 2)], NOW)
    assert read_watch(database, NOW + ALIVE + MINUTE).failures["pulse"] == 0
    later = NOW + timedelta(days=1, minutes=1)
    record_beats(database, "two:2", [well(SENDING, later)], later)
    assert set(read_watch(database, later).since_success) == {SENDING}


def test_a_part_that_only_an_older_version_had_is_not_stuck(database: StoredDatabase) -> None:
    """After an upgrade nobody does it any more; whatever somebody who lives does, or should, still counts."""
    record_beats(database, "old:1", [well("gone", NOW - 2 * SILENT), well("pulse", NOW - 2 * SILENT)], NOW)
    assert read_watch(database, NOW).silent == ("gone", "pulse"), "nobody lives: all of it is silent"
    record_beats(database, "new:1", [well(SENDING, NOW), Beat("pulse", NOW - MINUTE, None, 0)], NOW)
    watch = read_watch(database, NOW)
    assert ({*watch.since_success}, watch.silent) == ({SENDING, "pulse"}, ("pulse",))


def test_a_part_that_never_comes_to_its_first_end_is_stuck(database: StoredDatabase) -> None:
    """It is expected from the start; else one that hangs at once would never be missed."""
    signs = SignsOfLife(lambda: NOW)
    signs.expect("pulse")
    signs.expect("pulse")
    record_beats(database, "one:1", signs.all(), NOW)
    later = NOW + SILENT + MINUTE
    record_beats(database, "one:1", [*signs.all(), well(SENDING, later)], later)
    assert read_watch(database, later).silent == ("pulse",)


def test_what_slack_wants_to_rest_is_seen(database: StoredDatabase) -> None:
    """A pause that is over is none."""
    with database.writing() as connection:
        for method, until in (("chat.postMessage", NOW + MINUTE), ("views.open", NOW - MINUTE)):
            connection.execute(pauses.insert().values(workspace="T1", method=method, until=until))
    assert read_watch(database, NOW).resting == {("T1", "chat.postMessage"): MINUTE}


def test_ticks_and_senders_are_heard() -> None:
    """What fails is counted until it ends well; the count is that of this process."""
    signs = SignsOfLife(lambda: NOW)
    failing = threading.Event()

    def work() -> None:
        if not failing.is_set():
            failing.set()
            raise ValueError

    done = threading.Event()

    def heard(part: str, went: object) -> None:
        signs.heard(part, "well" if went == "well" else "failed")
        done.set()

    metronome = Metronome(heard)
    metronome.every(3600, work, "work")
    metronome.start()
    assert done.wait(5)
    assert signs.all() == [Beat("work", NOW, None, 1)]
    done.clear()
    metronome.wake("work")
    assert done.wait(5)
    metronome.stop()
    assert signs.all() == [Beat("work", NOW, NOW, 0)]


def test_the_page_says_who_works(town: Town) -> None:
    """Parts by name, processes as a number, how long messages take; no host's name is a series of its own."""
    town.person("HSF-S1").runs("/problem le résumé part par la poste")
    town.deliver()
    now = datetime.now(UTC)
    record_beats(town.house.worker_database, "host:1", [well(SENDING, now), Beat("pulse", now, now, 4)], now)
    page = scraped(town, now)
    assert "sc_bot_processes 1.0" in page
    assert 'sc_bot_failures_in_a_row{part="pulse"} 4.0' in page
    assert 'sc_bot_delivery_seconds{quantile="0.95"}' in page
    assert "sc_bot_last_request_age_seconds 0.0" in page
    assert "host" not in page.replace("whichever", "")


def scraped(town: Town, now: datetime) -> str:
    """What /metrics says of the database."""
    database = town.house.worker_database
    return as_prometheus(read_figures(database, town.clock()), read_watch(database, now))


def test_requests_are_counted_by_path_and_status_and_nothing_else() -> None:
    """A path that nobody knows is `other`: what strangers ask for makes no series."""
    serving = Serving()

    def door(_environ: object, start_response: object) -> list[bytes]:
        start_response("401 Unauthorized", [])  # type: ignore[operator]
        return [b""]

    measured = serving.around(door, clock=iter([0.0, 0.2, 1.0, 1.5]).__next__)
    for path in ("/slack/events", "/wp-admin"):
        list(measured({"PATH_INFO": path}, lambda *_: lambda _: None))
    page = serving.text()
    assert 'sc_bot_requests_total{path="/slack/events",status="401"} 1.0' in page
    assert 'sc_bot_request_seconds_sum{path="/slack/events"} 0.2' in page
    assert 'sc_bot_requests_total{path="other",status="401"} 1.0' in page
    assert "wp-admin" not in page


def test_what_may_go_wrong_is_shown_before_it_does() -> None:
    """Of a figure that appears with its first fault, Prometheus sees no increase, and no alarm is raised."""
    page = Serving().text()
    assert 'sc_bot_troubles_total{kind="crashed"} 0.0' in page
    assert 'sc_bot_troubles_total{kind="not_recorded"} 0.0' in page
    assert 'sc_bot_requests_total{path="/slack/events",status="401"} 0.0' in page


def test_figures_are_counted_once_for_many_who_ask_at_once() -> None:
    """While one counts, the others get what was counted last, at once; a few seconds later it is counted anew."""
    counting, go_on, counted = threading.Event(), threading.Event(), []

    def make() -> str:
        counted.append("")
        if len(counted) > 1:
            counting.set()
            assert go_on.wait(5)
        return f"{len(counted)}"

    seconds = iter([0, 0, 1, 10, 10, 11])
    ask = once_at_a_time(make, 5.0, lambda: next(seconds))
    assert [ask(), ask()] == ["1", "1"]
    first = threading.Thread(target=ask)
    first.start()
    assert counting.wait(5)
    assert ask() == "1"
    go_on.set()
    first.join(5)
    assert (ask(), len(counted)) == ("2", 2)


def test_figures_that_take_longer_than_a_request_are_counted_all_the_same(
    database: StoredDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large database is not one that does not answer: it is counted with the patience of the worker."""
    url = database.engine.url.render_as_string(hide_password=False)
    hasty = StoredDatabase.open(url, patience=timedelta(seconds=0.5))
    real = figures._oldest_waiting

    def slowly(connection: Connection, now: datetime) -> timedelta:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_sleep(0.7)")
        return real(connection, now)

    monkeypatch.setattr(figures, "_oldest_waiting", slowly)
    assert "sc_bot_database_reachable 1.0" in metrics(hasty, database, lambda: NOW)()
    hasty.close()


def test_a_request_that_could_not_be_recorded_is_counted(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person gets the text back; whoever watches gets a number."""
    monkeypatch.setattr("sc_bot.usecases.problems.report.route", _breaks)
    town.person("HSF-S1").runs("/problem le résumé part par la poste")
    assert 'sc_bot_troubles_total{kind="crashed"} 1.0' in town.house.serving.text()


def _breaks(*_: object, **__: object) -> None:
    raise ValueError
