"""The fake Slack as its users meet it: start it, fill it, misbehave, watch."""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sc_bot.playground.bot_link import BotLink, Reply, Sent, Transport
from sc_bot.playground.faults import Fault, Faults
from sc_bot.playground.host import Host
from sc_bot.playground.journal import Call, Journal, Predicate
from sc_bot.playground.model import Channel, Kind, Message, Payload, Person
from sc_bot.playground.pace import Pace
from sc_bot.playground.payloads import event
from sc_bot.playground.response_urls import ResponseUrls
from sc_bot.playground.screen import Screen
from sc_bot.playground.server import SlackServer
from sc_bot.playground.socket_mode import SocketMode
from sc_bot.playground.tokens import BOT_SCOPES, Token, Tokens
from sc_bot.playground.triggers import Triggers
from sc_bot.playground.workspace import Now, Workspace


def real_time() -> datetime:
    """The time on the wall."""
    return datetime.now(UTC)


class FakeSlack:
    """A workspace on 127.0.0.1, with one app installed.

    Args:
        signing_secret: Signs what is sent to the bot.
        team_id: The workspace.
        bot_token: Lets the bot call the Web API.
        app_token: Lets the bot open Socket Mode connections.
        scopes: What the bot token may do.
        pace: Whether about one message a second a channel is the limit.
        tiers: Whether each method's limit a minute applies.
        now: The workspace's clock; signatures and rate limits stay on real time.
        port: Where to listen; 0 lets the system choose.
    """

    def __init__(  # noqa: PLR0913 - each is a fact of its own
        self,
        *,
        signing_secret: str = "playground-signing-secret",  # noqa: S107 - opens nothing but the playground
        team_id: str = "T0ESTRIE0",
        bot_token: str = "xoxb-playground",  # noqa: S107 - opens nothing but the playground
        app_token: str = "xapp-playground",  # noqa: S107 - opens nothing but the playground
        scopes: Iterable[str] = BOT_SCOPES,
        pace: bool = True,
        tiers: bool = False,
        now: Now = real_time,
        port: int = 0,
    ) -> None:
        self.signing_secret, self.bot_token, self.app_token = signing_secret, bot_token, app_token
        self.workspace = Workspace(team_id, now)
        self.host = Host(
            self.workspace,
            Journal(),
            Tokens(),
            Triggers(),
            ResponseUrls(self.workspace),
            Pace(messages=pace, tiers=tiers),
            Faults(),
        )
        self.add_token(bot_token, scopes)
        self.host.tokens.issue(app_token, Token("app", frozenset({"connections:write"})))
        self.socket = SocketMode(self.host)
        self.link = BotLink(signing_secret, self.socket, self.host.journal)
        self.mood = "well"
        self._port = port
        self._server: SlackServer | None = None

    def another(self, team_id: str, domain: str, *, enterprise: str | None = None) -> "FakeSlack":
        """Another workspace of the same Slack, for the same app; it has its own people, and no token yet."""
        there = copy(self)
        there.workspace = Workspace(team_id, self.workspace.now, domain)
        there.workspace.enterprise = enterprise
        urls = ResponseUrls(there.workspace)
        there.host = replace(self.host, workspace=there.workspace, response_urls=urls, triggers=Triggers())
        return there

    def uninstall(self, *, tell: bool = True) -> list[Reply]:
        """Somebody removes the app from this workspace: its tokens end, and the bot is told, twice in its own way."""
        whose = self.workspace.enterprise or self.workspace.team_id
        with self.host.journal.lock:
            self.host.tokens.end(whose, "account_inactive")
        if not tell:
            return []
        revoked: Payload = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self.bot.id]}}
        return [self.tell({"type": "app_uninstalled"}), self.tell(revoked)]

    def tell(self, inner: Payload) -> Reply:
        """Send the bot an event of this workspace."""
        return self.link.deliver("events_api", event(self.host, inner))

    def start(self) -> Self:
        """Open both ports."""
        self._server = SlackServer(self.host, self._port)
        url, socket = f"http://127.0.0.1:{self._server.server_address[1]}", self.socket.start()
        for each in self.host.teams.values():
            each.base_url, each.socket_url = url, socket
        self._server.start()
        return self

    def stop(self) -> None:
        """Close both ports; everything that happened stays readable."""
        if self._server is not None:
            self.socket.stop()
            self._server.stop()
            self._server = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def api_url(self) -> str:
        """What the bot is given in place of https://slack.com/api/."""
        return f"{self.host.base_url}/api/"

    @property
    def bot_url(self) -> str:
        """Where the bot listens, `/slack/events` included."""
        return self.link.bot_url

    @bot_url.setter
    def bot_url(self, url: str) -> None:
        self.link.bot_url = url

    @property
    def transport(self) -> Transport:
        """How Slack reaches the bot: `http` or `socket`."""
        return self.link.transport

    @transport.setter
    def transport(self, transport: Transport) -> None:
        self.link.transport = transport

    def add_person(  # noqa: PLR0913 - each is a fact of its own
        self,
        slack_id: str,
        name: str,
        *,
        locale: str = "fr-CA",
        tz: str = "America/Toronto",
        email: str | None = None,
        guest: bool = False,
        deactivated: bool = False,
        team_id: str | None = None,
    ) -> Person:
        """Let someone into the workspace (`team_id`: a visitor of another one)."""
        handle = ".".join(name.lower().split())
        person = Person(slack_id, name, handle, team_id or self.workspace.team_id, locale, tz, email)
        person.guest, person.deactivated = guest, deactivated
        with self.host.journal.lock:
            self.workspace.people[slack_id] = person
        return person

    def add_channel(
        self,
        name: str,
        *,
        channel_id: str | None = None,
        members: Iterable[str] = (),
        private: bool = False,
        shared: bool = False,
    ) -> Channel:
        """Create a channel; the bot is in it only if `members` names it (`slack.bot.id`)."""
        kind: Kind = "private" if private else "public"
        with self.host.journal.lock:
            channel = self.workspace.add_channel(channel_id, name.removeprefix("#"), kind, list(members))
            channel.shared = shared
        return channel

    @property
    def bot(self) -> Person:
        """The bot as a member of the workspace."""
        return self.workspace.bot

    def add_token(self, secret: str, scopes: Iterable[str]) -> None:
        """Issue another bot token, with these scopes only."""
        self.host.tokens.issue(secret, Token("bot", frozenset(scopes)))

    def revoke(self, secret: str | None = None, error: str = "token_revoked") -> None:
        """From now on answer `error` to a token (by default the bot's)."""
        self.host.tokens.refuse(secret or self.bot_token, error)

    def restore(self, secret: str | None = None) -> None:
        """Accept a revoked token again."""
        self.host.tokens.restore(secret or self.bot_token)

    def misbehave(self, method: str, *faults: Fault) -> None:
        """Let the next calls of `method` go wrong, one fault each."""
        with self.host.journal.lock:
            self.host.faults.queue(method, faults)

    def misbehave_by_chance(self, method: str, seed: int, chances: Mapping[Fault, float]) -> None:
        """Let every call of `method` go wrong with these probabilities, repeatably."""
        with self.host.journal.lock:
            self.host.faults.by_chance(method, seed, chances)

    def behave(self) -> None:
        """Forget every fault that is still to come."""
        with self.host.journal.lock:
            self.host.faults.clear()

    def as_person(self, slack_id: str) -> Screen:
        """Someone's screen."""
        return Screen(self.host, self.link, self.workspace.people[slack_id])

    @property
    def calls(self) -> list[Call]:
        """Every Web API call so far, oldest first."""
        return self.host.journal.calls

    def calls_of(self, method: str) -> list[Call]:
        """Every call of one method."""
        return [call for call in self.calls if call.method == method]

    @property
    def sent(self) -> list[Sent]:
        """Everything that was sent to the bot, with its replies."""
        with self.host.journal.lock:
            return list(self.link.sent)

    @property
    def errors(self) -> list[str]:
        """What a person would have seen fail: late acks, bad statuses, invalid replies."""
        with self.host.journal.lock:
            return list(self.link.errors)

    @property
    def messages(self) -> list[Message]:
        """Every message that stands in any conversation, ephemeral ones left out, oldest first."""
        with self.host.journal.lock:
            channels = self.workspace.channels.values()
            now = self.workspace.seconds()
            standing = [m for c in channels for m in c.messages if not m.deleted and m.shown_from <= now]
        return sorted(standing, key=lambda message: message.ts)

    def replay(self, sent: Sent) -> Reply:
        """Send the bot the same request again, byte for byte."""
        return self.link.replay(sent)

    def redeliver(self) -> list[Reply]:
        """Retry the events that the bot did not acknowledge."""
        return self.link.redeliver()

    def wait_for(self, predicate: Predicate, timeout: float = 5.0) -> bool:
        """Wait until `predicate` holds; whether it did within `timeout` seconds."""
        return self.host.journal.wait_for(predicate, timeout)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after each change; returns what ends that."""
        return self.host.journal.subscribe(listener)
