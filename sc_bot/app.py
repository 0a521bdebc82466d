"""The only file that knows everyone: builds the database, the Slack app and the worker from Settings."""

import json
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import Any
from urllib.request import Request, urlopen

import structlog
from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult

from handlers.bot import Bot, Quick
from handlers.registering import register
from sc_bot.delivery.oauth import OAuth
from sc_bot.delivery.renewing import Renewing
from sc_bot.delivery.worker import Worker
from sc_bot.delivery.workspaces import Workspaces
from sc_bot.domain.slack_answers import SlackApi
from sc_bot.ports import Database, Delays
from sc_bot.sealing import Sealed, SealedTokens
from sc_bot.settings import Settings
from sc_bot.slack import AppClient, SlackClient
from sc_bot.smtp import SmtpMailer
from sc_bot.web.bolt import bolt_handler
from sc_bot.web.front_door import front_door
from sc_bot.web.installing import Installing, authorize_url
from sc_bot.web.measuring import Serving
from sc_bot.web.server import Server, serve
from storage.database import StoredDatabase
from storage.deliveries import StoredDeliveries

WEB_PATIENCE = timedelta(seconds=2)
WORKER_PATIENCE = timedelta(seconds=30)
RESPONSE_URL_TIMEOUT = 5.0  # seconds
LONGEST_STANDSTILL = timedelta(hours=1)  # a machine corrects its clock by seconds, a person by minutes

log = structlog.get_logger()
Clock = Callable[[], datetime]


def real_clock() -> datetime:
    """The time, asked for here only."""
    return datetime.now(UTC)


class SteadyClock:
    """The product's time, which never runs backwards over a database: a clock that is set back stands still meanwhile.

    One that is set back further was wrong before: it is followed, or nothing would become due for so long.
    """

    def __init__(self, clock: Clock, newest: datetime | None) -> None:
        """Begin no earlier than `newest`, when something last happened in the database."""
        self._clock = clock
        self._newest = newest or datetime.min.replace(tzinfo=UTC)
        self._lock = threading.Lock()

    def __call__(self) -> datetime:
        """The time."""
        now = self._clock()
        with self._lock:
            behind = self._newest - now
            if behind > LONGEST_STANDSTILL:
                log.error("clock_set_back", seconds=int(behind.total_seconds()))
                self._newest = now
            self._newest = max(self._newest, now)
            return self._newest


@dataclass(frozen=True, slots=True)
class House:
    """The running parts; `close` lets go of them."""

    settings: Settings
    web_database: StoredDatabase
    worker_database: StoredDatabase
    deliveries: StoredDeliveries
    slack: Callable[[str], SlackApi | None]
    bot: Bot
    app: App
    worker: Worker
    wake: threading.Event
    serving: Serving
    installing: Installing | None = None
    """With several workspaces: the pages on which they install the bot."""
    renewing: Renewing | None = None
    """With several workspaces: renews the tokens that expire."""

    def web(self, *, ready: Callable[[], tuple[bool, str]], metrics: Callable[[], str]) -> Server:
        """The web server, listening; `start` or `run` serves."""
        secret = self.settings.slack_signing_secret
        door = front_door(
            bolt_handler(self.app),
            # Without one (Socket Mode) nobody can sign: the door shows health and figures only.
            signing_secret=secret.get_secret_value() if secret else token_hex(32),
            ready=ready,
            metrics=lambda: metrics() + self.serving.text(),
            pages=self.installing.pages() if self.installing else None,
        )
        return serve(self.serving.around(door), self.settings.host, self.settings.port)

    def close(self) -> None:
        """Let go of pools and connections."""
        self.bot.quick.close()
        self.web_database.close()
        self.worker_database.close()


def build(
    settings: Settings, *, clock: Clock = real_clock, delays: Delays | None = None, real: Clock = real_clock
) -> House:
    """Build everything, start nothing.

    `clock` is the product's time; `real` that of tokens and installations.
    """
    delays = delays or Delays()
    web_database = StoredDatabase.open(settings.database_url, patience=WEB_PATIENCE)
    worker_database = StoredDatabase.open(settings.database_url, patience=WORKER_PATIENCE)
    deliveries = StoredDeliveries(worker_database, delays)
    slack = slack_of(settings, worker_database)
    wake, serving = threading.Event(), Serving()
    bot = Bot(
        database=web_database,
        now=clock,
        slack=slack_of(settings, web_database),
        respond=respond,
        quick=Quick(),
        wake=wake.set,
        sealing=Sealed.of(settings),
        trouble=serving.trouble,
        real_now=real,
    )
    app = _bolt()
    register(app, bot)
    mailer = SmtpMailer(settings) if settings.sends_mail else None
    worker = Worker(worker_database, deliveries, slack, delays, clock, mailer=mailer)
    house = House(settings, web_database, worker_database, deliveries, slack, bot, app, worker, wake, serving)
    return replace(house, **_for_many(house, real)) if settings.uses_oauth else house


def _for_many(house: House, real: Clock) -> dict[str, Any]:
    """What several workspaces need besides."""
    settings, vault = house.settings, SealedTokens.of(house.settings)
    secret, url = settings.slack_client_secret, settings.slack_api_url
    client_id = settings.slack_client_id or ""
    oauth = OAuth(AppClient(client_id, secret.get_secret_value() if secret else "", url))
    installing = Installing(
        database=house.web_database,
        vault=vault,
        oauth=oauth,
        client_id=client_id,
        authorize_url=authorize_url(url),
        client=lambda token: SlackClient(token, url),
        now=real,
        wake=house.wake.set,
    )
    return {"installing": installing, "renewing": Renewing(house.worker_database, vault, oauth, real, house.wake.set)}


def slack_of(settings: Settings, database: Database) -> Callable[[str], SlackApi | None]:
    """The Web API of a workspace: with the token that is installed there; with one token, of the one workspace."""
    if settings.uses_oauth:
        url = settings.slack_api_url
        return Workspaces(
            database, SealedTokens.of(settings), lambda token, team: SlackClient(token, url, of_workspace=team)
        )
    token = settings.slack_bot_token
    if token is None:
        return lambda _workspace: None
    client = SlackClient(token.get_secret_value(), settings.slack_api_url)
    return lambda _workspace: client


def _bolt() -> App:
    """The Bolt app. It asks Slack nothing, so that no ack waits for Slack; `on_message` drops what bots say."""

    def authorize(team_id: str | None, enterprise_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token="kept apart")  # noqa: S106 - no token: handlers have their own client

    quiet = logging.getLogger("sc_bot.bolt")
    quiet.setLevel(logging.ERROR)  # it finds SLACK_BOT_TOKEN by itself, and warns that it will be ignored; it is not
    app = App(
        name="bolt",  # of its logger too; without one, it reads every file of the call stack to find it
        authorize=authorize,
        request_verification_enabled=False,  # the front door has verified the raw bytes
        process_before_response=True,  # an ack means: it is stored
        raise_error_for_unhandled_request=False,
        logger=quiet,
    )
    quiet.setLevel(logging.WARNING)  # below, Bolt prints what it answers
    return app


def respond(url: str, body: dict[str, Any]) -> None:
    """Post to a `response_url`, once."""
    if not url.startswith(("https://", "http://127.0.0.1:")):
        raise ValueError("not an address of Slack's")
    request = Request(url, json.dumps(body).encode(), {"Content-Type": "application/json; charset=utf-8"})  # noqa: S310 - checked above
    with urlopen(request, timeout=RESPONSE_URL_TIMEOUT) as answer:  # noqa: S310 - checked above
        answer.read()
