"""The outside watcher is called while all is well; whatever it does, nothing here waits for it."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from pydantic import SecretStr, ValidationError

from sc_bot.domain.beats import SENDING, SILENT, WATCHER
from sc_bot.running import all_is_well, give_signs, tell_watcher
from sc_bot.settings import Settings
from sc_bot.watching import SignsOfLife, WatcherNotReached, call_watcher, this_process
from storage.beats import record_beats
from tests.commands.test_watching import well
from tests.house import Town


@contextmanager
def listening(status: int = 200) -> Iterator[tuple[str, list[str]]]:
    """An outside watcher: its address, and the calls that it got."""
    calls: list[str] = []

    class Watcher(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(f"{self.path} {self.headers['User-Agent']}")
            self.send_response(status if self.path == "/alive/7" else 200)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quietly."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Watcher)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/alive/7", calls
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_outside_watcher_is_called_while_all_is_well_and_only_then(town: Town) -> None:
    """A message that waits for over ten minutes, or a part that is stuck: silence, which is the alarm.

    That the watcher itself was not reached for long keeps nobody from calling it.
    """
    with listening() as (address, calls):
        house, signs = town.house, SignsOfLife(lambda: datetime.now(UTC))
        signs.heard(SENDING, "well")
        give_signs(house, signs)
        assert calls == []
        tell_watcher(house, address)
        assert calls == ["/alive/7 sc_bot"]
        town.person("HSF-S1").runs("/problem le résumé part par la poste")
        town.clock.forward(minutes=11)
        tell_watcher(house, address)
        assert len(calls) == 1
        town.deliver()
        long_ago = datetime.now(UTC) - 2 * SILENT
        record_beats(house.worker_database, this_process(), [well(WATCHER, long_ago)], datetime.now(UTC))
        tell_watcher(house, address)
        assert len(calls) == 2
        record_beats(house.worker_database, this_process(), [well("pulse", long_ago)], datetime.now(UTC))
        assert not all_is_well(house, datetime.now(UTC))


def test_a_watcher_that_does_not_answer_is_a_failure_of_that_part_alone() -> None:
    """Its tick failed: the doctor says so, and the next one tries again."""
    with pytest.raises(WatcherNotReached):
        call_watcher("http://127.0.0.1:1/alive")


@pytest.mark.parametrize("status", [302, 307, 404, 410, 500])
def test_an_answer_that_is_not_the_watchers_own_yes_is_none(status: int, capsys: pytest.CaptureFixture[str]) -> None:
    """It does not go where it is sent on: the address is a secret. The log says what was answered, not the address."""
    with listening(status) as (address, calls), pytest.raises(WatcherNotReached):
        call_watcher(address)
    assert len(calls) == 1
    said = "".join(capsys.readouterr())
    assert (str(status) in said, "alive/7" in said) == (True, False)


def test_the_watchers_address_is_private_and_safe() -> None:
    """Whoever reads it on the way could keep the watcher quiet; it is shown nowhere."""
    with pytest.raises(ValidationError) as refused:
        Settings(heartbeat_url=SecretStr("http://watch.example.org/uuid-7"))
    assert "uuid-7" not in str(refused.value)
    assert "uuid-7" not in repr(Settings(heartbeat_url=SecretStr("https://watch.example.org/uuid-7")))
