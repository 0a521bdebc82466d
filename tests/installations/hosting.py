"""A bot that several workspaces install: two web processes and a worker on one database, a Slack, browsers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.client import HTTPConnection
from urllib.parse import urlsplit

from pydantic import SecretStr

from sc_bot.app import House, build
from sc_bot.domain.community import Community
from sc_bot.domain.installations import Installation
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.oauth import Choice
from sc_bot.settings import Settings
from sc_bot.usecases.community import import_community
from sc_bot.web import Server
from tests.house import QUICKLY, THURSDAY, Clock, channel_ids, populate, region

KEY = "a key of the tests and of nothing else"
ESTRIE, AUTRE, ORG = "T0ESTRIE0", "T0AUTRE00", "E0RESEAU0"
FANNY, BASTIEN = "UHSFS1000", "UHSFMD000"
INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"


@dataclass
class Seen:
    """What a browser got."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def location(self) -> str:
        """Where it is sent on."""
        return self.headers["location"]


@dataclass
class Browser:
    """Keeps the bot's cookie, as browsers do, and follows nobody by itself."""

    language: str = "en"
    cookie: str = ""

    def get(self, url: str, *, method: str = "GET", **headers: str) -> Seen:
        """Ask for one page."""
        address = urlsplit(url)
        connection = HTTPConnection(address.hostname or "", address.port, timeout=10)
        sent = {"Accept-Language": self.language, **({"Cookie": self.cookie} if self.cookie else {}), **headers}
        try:
            connection.request(method, f"{address.path}?{address.query}", headers=sent)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            text = answer.read().decode()
        finally:
            connection.close()
        self.cookie = found.get("set-cookie", self.cookie).partition(";")[0]
        return Seen(answer.status, found, text)


@dataclass
class RealTime(Clock):
    """Real time, moved by hand, for the bot and for Slack."""

    def seconds(self) -> float:
        """Since 1970."""
        return self.now.timestamp()


@dataclass
class Hosting:
    """Everything; `webs` are processes of their own as far as the bot can tell."""

    slack: FakeSlack
    houses: list[House]
    webs: list[Server]
    real: RealTime
    browser: Browser = field(default_factory=Browser)

    @property
    def house(self) -> House:
        """The first process, which has the worker."""
        return self.houses[0]

    def url(self, path: str, web: int = 0) -> str:
        """A page of one of the web processes."""
        return f"http://127.0.0.1:{self.webs[web].port}{path}"

    def chooses(self, team: str = ESTRIE, **more: object) -> None:
        """What the person will do on Slack's page."""
        name = self.slack.host.teams[team].workspace.domain
        self.slack.host.oauth.choice = Choice(**{"team_id": team, "by": "UADMIN000", "team_name": name, **more})  # type: ignore[arg-type] # facts of different kinds

    def begin(self, web: int = 0) -> str:
        """Begin an installation; returns where Slack sends the browser back to."""
        to_slack = self.browser.get(self.url(INSTALL, web))
        assert to_slack.status == 302, to_slack.text
        back = self.browser.get(to_slack.location)
        assert back.status == 302, back.text
        return back.location

    def finish(self, back: str, web: int = 0) -> Seen:
        """Come back from Slack's page, to one of the web processes."""
        return self.browser.get(self.url(f"{REDIRECT}?{urlsplit(back).query}", web))

    def install(self, team: str = ESTRIE, **more: object) -> Seen:
        """The whole way."""
        self.chooses(team, **more)
        return self.finish(self.begin())

    def settle(self, slack: FakeSlack, community: Community | None = None) -> None:
        """Put the fictional region into a workspace, and import its community there."""
        here = community or region()
        populate(slack, here)
        with self.house.worker_database.unit_of_work() as uow:
            import_community(uow, slack.workspace.team_id, here, THURSDAY, channels=channel_ids(slack))

    def deliver(self) -> int:
        """Let the worker send what is due."""
        return self.house.worker.drain()

    def installation(self, workspace: str = ESTRIE) -> Installation | None:
        """What is stored."""
        with self.house.web_database.reading() as uow:
            return uow.installations.get(workspace)

    def stopped(self) -> dict[str, str]:
        """Where nothing is sent, and why."""
        return self.house.deliveries.stopped()


def elsewhere(community: Community) -> Community:
    """The same region with other Slack accounts: those of one organisation are nobody else's in it."""
    people = tuple(replace(each, slack_id=theirs(each.slack_id or "") or None) for each in community.people)
    return replace(community, people=people)


def theirs(slack_id: str) -> str:
    """The account of the one who holds the same office there."""
    return f"UZ{slack_id[2:]}" if slack_id else ""


@contextmanager
def open_hosting(url: str, *, processes: int = 2, **settings: object) -> Iterator[Hosting]:
    """Open it on a database; loopback only."""
    real = RealTime(datetime.now(UTC).replace(microsecond=0))
    with FakeSlack(pace=False) as slack:
        slack.host.oauth.seconds = slack.host.tokens.seconds = real.seconds
        given = {
            "database_url": url,
            "port": 0,
            "slack_client_id": slack.host.oauth.client_id,
            "slack_client_secret": SecretStr(slack.host.oauth.client_secret),
            "slack_signing_secret": SecretStr(slack.signing_secret),
            "sc_bot_encryption_keys": (SecretStr(KEY),),
            "slack_api_url": slack.api_url,
            **settings,
        }
        houses = [build(Settings(**given), clock=Clock(), delays=QUICKLY, real=real) for _ in range(processes)]  # type: ignore[arg-type] # as above
        webs = [house.web(ready=lambda: (True, "ready"), metrics=lambda: "").start() for house in houses]
        slack.bot_url = f"http://127.0.0.1:{webs[0].port}/slack/events"
        slack.host.oauth.redirect_urls = (f"http://127.0.0.1:{webs[0].port}{REDIRECT}",)
        try:
            yield Hosting(slack, houses, webs, real)
        finally:
            for web in webs:
                web.close()
            for house in houses:
                house.close()
