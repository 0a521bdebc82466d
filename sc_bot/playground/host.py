"""Everything that a Web API method may touch."""

import secrets
from dataclasses import dataclass, field

from sc_bot.playground.errors import ApiError
from sc_bot.playground.faults import Faults
from sc_bot.playground.journal import Journal
from sc_bot.playground.model import Channel
from sc_bot.playground.oauth import OAuthApp
from sc_bot.playground.pace import Pace
from sc_bot.playground.response_urls import ResponseUrls
from sc_bot.playground.tokens import Token, Tokens
from sc_bot.playground.triggers import Triggers
from sc_bot.playground.workspace import Workspace

SCOPE_OF_KIND = {"public": "channels", "private": "groups", "im": "im"}


@dataclass
class Host:
    """The workspace and its gatekeepers."""

    workspace: Workspace
    journal: Journal
    tokens: Tokens
    triggers: Triggers
    response_urls: ResponseUrls
    pace: Pace
    faults: Faults
    base_url: str = ""
    socket_url: str = ""
    file_share_delay: float = 0.0
    tickets: set[str] = field(default_factory=set)
    teams: dict[str, "Host"] = field(default_factory=dict)
    """Every workspace that Slack has, by its id; this one too."""
    oauth: OAuthApp = field(init=False)

    def __post_init__(self) -> None:
        """The first workspace has the app; the others share it."""
        first = next(iter(self.teams.values()), None)
        self.oauth = first.oauth if first else OAuthApp(self.tokens)
        self.teams[self.workspace.team_id] = self

    def of(self, token: Token, team_id: str | None) -> "Host":
        """The workspace that a token opens; an organisation's is told which, else it is the first that it opens."""
        if token.team is not None:
            return self.teams[token.team]
        if token.enterprise is None:
            return self
        served = [each for each in self.teams.values() if each.workspace.enterprise == token.enterprise]
        meant = [each for each in served if team_id in (None, each.workspace.team_id)]
        if not meant:
            raise ApiError("team_access_not_granted")
        return meant[0]

    def visible(self, channel_id: str, token: Token, right: str) -> Channel:
        """A conversation that the bot may see, with the scope for its kind."""
        channel = self.workspace.channel(channel_id)
        if channel.kind != "public" and self.workspace.bot.id not in channel.members:
            raise ApiError("channel_not_found")
        token.needs(f"{SCOPE_OF_KIND[channel.kind]}:{right}")
        return channel

    def new_ticket(self) -> str:
        """A one-time ticket for a Socket Mode connection."""
        ticket = secrets.token_hex(8)
        self.tickets.add(ticket)
        return ticket
