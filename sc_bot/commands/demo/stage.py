"""The demo's stage: a local Slack, a database, the fictional region, the bot running on all of it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as hour
from importlib.resources import files
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from sc_bot.app import House, real_clock
from sc_bot.calendar import working_calendar
from sc_bot.commands.database import database_of
from sc_bot.domain.community import Community
from sc_bot.manifest import SCOPES
from sc_bot.org_file import read_community
from sc_bot.playground.demo import channel_ids, populate
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.screen import Screen
from sc_bot.ports import Delays
from sc_bot.running import bring_up_to_date, house_running
from sc_bot.settings import Settings
from sc_bot.usecases.community import import_community
from storage.database import StoredDatabase
from storage.figures import last_change, read_figures

QUICKLY = Delays(pace=timedelta(milliseconds=50), look=timedelta(milliseconds=100))
CURTAIN = hour(10, 30)  # in working hours, so that nobody's message waits for the morning
PATIENCE_SECONDS = 15.0
LOOKS_A_SECOND = 20


class Clock:
    """The product's time: it begins on a working morning and goes on at the usual speed."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._begun = time.monotonic()

    def __call__(self) -> datetime:
        """The time now."""
        return self._start + timedelta(seconds=time.monotonic() - self._begun)


@dataclass(frozen=True)
class Stage:
    """Everything on it."""

    slack: FakeSlack
    community: Community
    house: House
    clock: Clock
    port: int
    url: str

    def person(self, key: str) -> Screen:
        """The screen of somebody, by the id of the community file."""
        found = self.community.person(key)
        if found is None or found.slack_id is None:
            raise LookupError(key)
        return self.slack.as_person(found.slack_id)

    def settle(self) -> bool:
        """Wait until everything that is due has been sent; whether it was."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self._is_quiet():
            if time.monotonic() > deadline:
                return False
            time.sleep(1 / LOOKS_A_SECOND)
        return True

    def _is_quiet(self) -> bool:
        """Nothing is due, and no window or answer is on its way."""
        waiting = read_figures(self.house.worker_database, self.clock()).oldest_waiting
        return not waiting and self.house.bot.quick.is_idle


@contextmanager
def open_stage(db: str | None) -> Iterator[Stage]:
    """Open the stage, on loopback only; without a database, one that is thrown away is used."""
    community = region()
    with TemporaryDirectory(prefix="sc_bot_demo_") as folder:
        address = Settings(database_url=db or f"sqlite:///{folder}/sc_bot.db")
        with database_of(address) as database:
            bring_up_to_date(database)
            clock, workspace = Clock(_opening(community, database)), _workspace(database)
        with FakeSlack(team_id=workspace, scopes=SCOPES, pace=False, now=clock) as slack:
            populate(slack, community)
            settings = _settings(address.database_url, slack)
            with house_running(settings, "run", clock=clock, delays=QUICKLY) as running:
                with running.house.web_database.unit_of_work() as uow:
                    import_community(uow, workspace, community, clock(), channels=channel_ids(slack))
                slack.bot_url = f"http://127.0.0.1:{running.port}/slack/events"
                yield Stage(slack, community, running.house, clock, running.port or 0, address.database_url)


def region() -> Community:
    """The fictional region that comes with the program."""
    return read_community(files("sc_bot.playground.region").joinpath("estrie.org.yaml").read_bytes())


def _settings(url: str, slack: FakeSlack) -> Settings:
    """The demo's own settings: whatever the environment says about a real Slack stays out."""
    return Settings(
        database_url=url,
        host="127.0.0.1",
        port=0,
        slack_bot_token=SecretStr(slack.bot_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
        slack_app_token=None,
        slack_client_id=None,
        slack_client_secret=None,
    )


def _opening(community: Community, database: StoredDatabase) -> datetime:
    """The next working morning; over a kept database time never runs backwards."""
    calendar = working_calendar(community)
    now, newest = real_clock(), last_change(database)
    earliest = max(now, newest + timedelta(minutes=1)) if newest else now
    day = calendar.local_date(earliest)
    if not calendar.is_working_day(day):
        day = calendar.next_working_day(day)
    return max(calendar.at(day, CURTAIN).astimezone(UTC), earliest)


def _workspace(database: StoredDatabase) -> str:
    """A new workspace each time: what an earlier demo's Slack showed is gone with it."""
    with database.reading() as uow:
        return f"T0ESTRIE{len(uow.communities.workspaces())}"
