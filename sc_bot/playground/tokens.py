"""Tokens, their scopes, and what makes Slack refuse one."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sc_bot.playground.errors import ApiError

BOT_SCOPES = frozenset(
    {
        "channels:history",
        "channels:join",
        "channels:manage",
        "channels:read",
        "chat:write",
        "chat:write.public",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "groups:write",
        "im:history",
        "im:read",
        "im:write",
        "reactions:write",
        "team:read",
        "users:read",
        "users:read.email",
    }
)


@dataclass
class Token:
    """A bot token (`xoxb-`) or an app-level token (`xapp-`)."""

    kind: Literal["bot", "app"]
    scopes: frozenset[str]
    refusal: str | None = None
    team: str | None = None
    """Whose workspace it is for; None: the only one's, or with `enterprise` every workspace of an organisation's."""
    enterprise: str | None = None
    expires_at: float | None = None

    def needs(self, *any_of: str) -> None:
        """Refuse unless one of these scopes was granted."""
        if any_of and not self.scopes.intersection(any_of):
            raise ApiError("missing_scope", needed=any_of[0], provided=",".join(sorted(self.scopes)))


class Tokens:
    """The tokens that Slack has issued to this app."""

    def __init__(self) -> None:
        self._issued: dict[str, Token] = {}
        self.seconds: Callable[[], float] = time.time

    def issue(self, secret: str, token: Token) -> None:
        """Let this secret in."""
        self._issued[secret] = token

    def refuse(self, secret: str, error: str) -> None:
        """From now on answer `error` (token_revoked, account_inactive) to this secret."""
        self._issued[secret].refusal = error

    def restore(self, secret: str) -> None:
        """The app was installed again."""
        self._issued[secret].refusal = None

    def refusal(self, secret: str) -> str | None:
        """What is answered to this secret, if it is not let in."""
        return self._issued[secret].refusal

    def end(self, team: str, error: str) -> list[str]:
        """Every bot token of a workspace (or organisation) gets this error from now on; returns them."""
        gone = [s for s, each in self._issued.items() if each.kind == "bot" and team in (each.team, each.enterprise)]
        for secret in gone:
            self._issued[secret].refusal = error
        return gone

    def check(self, secret: str | None, kind: Literal["bot", "app"]) -> Token:
        """The token behind a secret, or Slack's refusal."""
        if not secret:
            raise ApiError("not_authed")
        token = self._issued.get(secret)
        if token is None:
            raise ApiError("invalid_auth")
        if token.refusal:
            raise ApiError(token.refusal)
        if token.expires_at is not None and token.expires_at <= self.seconds():
            raise ApiError("token_expired")
        if token.kind != kind:
            raise ApiError("not_allowed_token_type")
        return token
