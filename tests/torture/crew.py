"""Two web and two worker processes on one database, killed and replaced: the real house, in each of its roles."""

import logging
import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess

from pydantic import SecretStr

from sc_bot.logs import configure_logs
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.ports import Delays
from sc_bot.running import house_running
from sc_bot.settings import Role, Settings
from tests.house import THURSDAY
from tests.torture.planted import Bug, plant
from tests.torture.processes import processes

QUICK = Delays(
    lease=timedelta(seconds=3),
    doubt=timedelta(seconds=1),
    pace=timedelta(0),
    look=timedelta(seconds=0.1),
    revive=timedelta(seconds=1),
)
READY_SECONDS = 60.0


def thursday() -> datetime:
    """The product's time stands still, so that nothing waits for a morning."""
    return THURSDAY


def serve(role: Role, settings: Settings, bug: Bug | None) -> None:
    """Be a process of the house, until killed."""
    configure_logs("console", level=logging.CRITICAL)
    plant(bug)
    with house_running(settings, role, clock=thursday, delays=QUICK):
        threading.Event().wait()


@dataclass
class Crew:
    """The processes, by name; `replace` kills one without a word and puts another in its place."""

    settings: Settings
    ports: list[int]
    bug: Bug | None = None
    running: dict[str, BaseProcess] = field(default_factory=dict)

    def start(self, name: str) -> None:
        """Start one: `web 0`, `worker 1`."""
        kind, number = name.split()
        role: Role = "web" if kind == "web" else "worker"
        port = self.ports[int(number)] if role == "web" else 0
        given = (role, self.settings.model_copy(update={"port": port}), self.bug)
        self.running[name] = processes().Process(target=serve, args=given, daemon=True)
        self.running[name].start()

    def replace(self, name: str) -> None:
        """`kill -9`, and a new one."""
        self.kill(name)
        self.start(name)

    def kill(self, name: str) -> None:
        """As when the machine's memory runs out."""
        process = self.running.pop(name)
        process.kill()
        process.join()

    def replace_any(self, chance: random.Random) -> None:
        """Whichever it hits."""
        self.replace(chance.choice(sorted(self.running)))

    def wait_until_open(self) -> None:
        """Wait until both doors are open."""
        deadline = time.monotonic() + READY_SECONDS
        while not all(_is_open(port) for port in self.ports):
            assert time.monotonic() < deadline
            time.sleep(0.05)


@contextmanager
def crew_at_work(slack: FakeSlack, url: str, bug: Bug | None = None) -> Iterator[Crew]:
    """Two of each, until the block ends."""
    settings = Settings(
        database_url=url,
        slack_bot_token=SecretStr(slack.bot_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
    )
    crew = Crew(settings, free_ports(2), bug)
    try:
        for name in ("web 0", "web 1", "worker 0", "worker 1"):
            crew.start(name)
        crew.wait_until_open()
        yield crew
    finally:
        for name in tuple(crew.running):
            crew.kill(name)


def free_ports(many: int) -> list[int]:
    """Ports that nobody uses; taken together, so that they differ."""
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(many)]
    ports = [int(each.getsockname()[1]) for each in taken]
    for each in taken:
        each.close()
    return ports


def _is_open(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
