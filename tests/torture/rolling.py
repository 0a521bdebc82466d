"""An upgrade without a pause: processes of the version before and of this one on one database, among reports.

`python -m tests.torture.rolling FOLDER`, where FOLDER holds a checkout of the version before. As
`docs/upgrade.md` says: the schema first, under the old processes; then all workers; then the web processes, one by one.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sc_bot.playground.fake_slack import FakeSlack
from storage.engine import open_engine
from storage.schema import current, upgrade
from tests.house import WORKER_PATIENCE, populate, region
from tests.torture.clusters import address, cluster
from tests.torture.crew import free_ports
from tests.torture.restarting import wait_for
from tests.torture.storm import Storm, Wrong, after, blowing

HERE = Path(__file__).parents[2]
SENDERS = 3
SOME = 40  # reports between two steps
SETTLE = """
import sys
from storage.database import StoredDatabase
from storage.engine import open_engine
from storage.schema import upgrade
from tests.house import WORKER_PATIENCE, settle
engine = open_engine(sys.argv[1], patience=WORKER_PATIENCE)
upgrade(engine)
settle(StoredDatabase(engine))
"""
SERVE = """
import sys, threading
from datetime import timedelta
from sc_bot.logs import configure_logs
from sc_bot.ports import Delays
from sc_bot.running import house_running
from sc_bot.settings import Settings
from tests.house import THURSDAY
configure_logs("console", level=50)
quick = Delays(lease=timedelta(seconds=3), doubt=timedelta(seconds=1), pace=timedelta(0))
with house_running(Settings(), sys.argv[1], clock=lambda: THURSDAY, delays=quick):
    print("running", flush=True)
    threading.Event().wait()
"""


@dataclass
class Versions:
    """Processes of two checkouts, by name: `web 0`, `worker 1`."""

    before: Path
    environment: dict[str, str]
    ports: Sequence[int]
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    def start(self, name: str, checkout: Path) -> None:
        """One of that version; until it runs."""
        role, number = name.split()
        given = self.environment | {"PYTHONPATH": str(checkout), "PORT": str(self.ports[int(number)])}
        process = subprocess.Popen(  # noqa: S603 - our own
            [sys.executable, "-c", SERVE, role], cwd=checkout, env=given, stdout=subprocess.PIPE
        )
        self.running[name] = process
        said = process.stdout.readline() if process.stdout else b""
        assert said == b"running\n", f"{name} does not run"

    def end(self, name: str) -> None:
        """Without a word."""
        process = self.running.pop(name)
        process.kill()
        process.communicate()

    def replace(self, name: str) -> None:
        """The old one ends, one of this version comes."""
        self.end(name)
        self.start(name, HERE)


def roll(before: Path) -> tuple[str, int, Wrong]:
    """The two schemas, how many reports were acknowledged, and what is wrong after the upgrade."""
    with cluster() as server, FakeSlack(pace=False) as slack, ExitStack() as parts:
        url = address(server)
        given = os.environ | {"PYTHONPATH": str(before)}
        subprocess.run([sys.executable, "-c", SETTLE, url], cwd=before, env=given, check=True)  # noqa: S603 - our own
        populate(slack, region())
        versions = parts.enter_context(_old_ones(before, slack, url))
        storm = Storm(slack, versions.ports)
        with blowing(storm, SENDERS):
            wait_for(storm, len(storm.acked) + SOME)
            schemas = _upgraded(url)
            wait_for(storm, len(storm.acked) + SOME)
            for name in ("worker 0", "worker 1", "web 0", "web 1"):
                versions.replace(name)
                wait_for(storm, len(storm.acked) + SOME)
        return schemas, len(storm.acked), after(storm, url)


@contextmanager
def _old_ones(before: Path, slack: FakeSlack, url: str) -> Iterator[Versions]:
    """Two web and two worker processes of the version before."""
    environment = os.environ | {
        "DATABASE_URL": url,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
    }
    versions = Versions(before, environment, free_ports(2))
    try:
        for name in ("web 0", "web 1", "worker 0", "worker 1"):
            versions.start(name, before)
        yield versions
    finally:
        for name in tuple(versions.running):
            versions.end(name)


def _upgraded(url: str) -> str:
    """Bring the schema to that of this version, under the old processes; from which to which."""
    engine = open_engine(url, patience=WORKER_PATIENCE)
    was = current(engine)
    upgrade(engine)
    now = current(engine)
    engine.dispose()
    return f"{was} to {now}"


def main() -> None:
    """Roll once; 1 if anything is wrong."""
    schemas, acked, wrong = roll(Path(sys.argv[1]).resolve())
    print(f"schema {schemas} among {acked} reports: {'WRONG ' if wrong else ''}{wrong}")  # noqa: T201 - the answer
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
