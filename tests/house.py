"""A whole town for the story tests: the real bot behind signed HTTP, a strict Slack, a clock, the fictional region."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files

from pydantic import SecretStr

from sc_bot.app import House, build
from sc_bot.domain.community import Community
from sc_bot.org_file import read_community
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.model import Message
from sc_bot.playground.screen import Screen
from sc_bot.playground.stage.peopling import channel_id
from sc_bot.ports import Delays
from sc_bot.settings import Settings
from sc_bot.socket_mode import connect
from sc_bot.usecases.community import import_community
from storage.database import StoredDatabase

WORKER_PATIENCE = timedelta(seconds=30)
THURSDAY = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)  # 10:30 in Val-Sauvage
QUICKLY = Delays(
    lease=timedelta(seconds=5),
    doubt=timedelta(0),
    pace=timedelta(0),
    mail_pace=timedelta(0),
    look=timedelta(seconds=0.05),
    revive=timedelta(seconds=0.5),
)


@dataclass
class Clock:
    """The product's time, moved by hand."""

    now: datetime = THURSDAY

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def forward(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by)


@dataclass
class Town:
    """What a story needs: people, the worker, the clock."""

    slack: FakeSlack
    house: House
    clock: Clock
    community: Community
    people: dict[str, Screen] = field(default_factory=dict)

    def person(self, name: str) -> Screen:
        """Somebody of the region, by the id of the community file, or a Slack id."""
        known = self.community.person(name)
        return self.slack.as_person(known.slack_id if known and known.slack_id else name)

    def deliver(self) -> int:
        """Let the worker send what is due."""
        return self.house.worker.drain()


@cache
def region() -> Community:
    """The fictional region."""
    return read_community(files("sc_bot.playground.region").joinpath("estrie.org.yaml").read_bytes())


@contextmanager
def open_town(url: str, *, pace: bool = False, by_socket: bool = False, smtp_port: int | None = None) -> Iterator[Town]:
    """Open the town, over HTTP or over Socket Mode, on a database where the region has settled; loopback only."""
    community = region()
    clock = Clock()
    with FakeSlack(pace=pace) as slack:
        populate(slack, community)
        house = build(_settings(slack, url, smtp_port), clock=clock, delays=QUICKLY)
        close = _by_socket(slack, house) if by_socket else _by_http(slack, house)
        try:
            yield Town(slack, house, clock, community)
        finally:
            close()
            house.close()


def _settings(slack: FakeSlack, url: str, smtp_port: int | None) -> Settings:
    return Settings(
        database_url=url,
        smtp_host="127.0.0.1" if smtp_port else None,
        smtp_port=smtp_port or 25,
        smtp_security="none",
        smtp_from="robot@exemple.test" if smtp_port else None,
        port=0,
        slack_bot_token=SecretStr(slack.bot_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
    )


def _by_http(slack: FakeSlack, house: House) -> Callable[[], None]:
    server = house.web(ready=lambda: (True, "ready"), metrics=lambda: "").start()
    slack.bot_url = f"http://127.0.0.1:{server.port}/slack/events"
    return server.close


def _by_socket(slack: FakeSlack, house: House) -> Callable[[], None]:
    slack.transport = "socket"
    close = connect(house.app, slack.app_token, api_url=slack.api_url, connections=1).close
    assert slack.wait_for(lambda: bool(slack.socket.connections))  # our side of it may be ready a moment earlier
    return close


def settle(database: StoredDatabase) -> None:
    """Import the fictional region, as `sc-bot org import` does."""
    slack = FakeSlack()
    populate(slack, region())
    with database.unit_of_work() as uow:
        import_community(uow, slack.workspace.team_id, region(), THURSDAY, channels=channel_ids(slack))


def populate(slack: FakeSlack, community: Community) -> None:
    """Put the region's people and channels into the workspace."""
    for person in community.people:
        if person.slack_id:
            locale = "fr-CA" if person.language == "fr" else "en-CA"
            slack.add_person(person.slack_id, person.name, locale=locale)
    everybody = [each.slack_id for each in community.people if each.slack_id]
    names = {each.channel for each in community.institutions if each.channel}
    names |= {each.channel for each in community.committees if each.channel}
    names |= {each for each in (community.settings.triage_channel, community.settings.lessons_channel) if each}
    for name in sorted(names):
        slack.add_channel(name, channel_id=channel_id(name), members=[*everybody, slack.bot.id])


def channel_ids(slack: FakeSlack) -> dict[str, str]:
    """The id of each channel by its name, as a community file writes it."""
    channels = slack.workspace.channels.values()
    return {f"#{each.name}": each.id for each in channels if each.name}


def card_of(person: Screen, reference: str, action: str = "") -> Message:
    """The newest direct message of the bot about a problem, with a button if one is named."""
    return next(
        each
        for each in reversed(person.messages)
        if each.channel.startswith("D")
        and reference in each.text
        and (not action or f'"{action}"' in json.dumps(each.blocks))
    )


def heard(person: Screen, reference: str) -> list[str]:
    """Every direct message of the bot about a problem, as a screen reader reads it."""
    return [each.text for each in person.messages if each.channel.startswith("D") and reference in each.text]
