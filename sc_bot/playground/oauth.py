"""Installing an app: Slack's page, the code it sends back, the token for the code, a new token for an old one.

Codes work once, for ten minutes, for the app and the address they were given for. With rotation a token lives for
twelve hours, and what renews it works once.
"""

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from urllib.parse import urlencode

from sc_bot.playground.errors import ApiError
from sc_bot.playground.model import Payload
from sc_bot.playground.tokens import BOT_SCOPES, Token, Tokens

CODE_LIVES = 600.0  # seconds
TOKEN_LIVES = 43_200


@dataclass(frozen=True)
class Choice:
    """What the person does on Slack's page: in which workspace (or organisation), and whether they allow it."""

    team_id: str
    by: str
    team_name: str = ""
    enterprise_id: str | None = None
    whole_organisation: bool = False
    allows: bool = True


@dataclass
class Code:
    """What the browser takes back to the app."""

    choice: Choice
    scopes: frozenset[str]
    redirect_uri: str | None
    issued: float
    used: bool = False


@dataclass
class Renewal:
    """What renews a token, once."""

    secret: str
    token: Token
    answer: Payload
    used: bool = False


@dataclass
class OAuthApp:
    """The app as Slack knows it, and what it has given out."""

    tokens: Tokens
    client_id: str = "111.222"
    client_secret: str = "playground-client-secret"  # noqa: S105 - opens nothing but the playground
    redirect_urls: tuple[str, ...] = ()
    bot_user: str = "U0SCBOT00"
    rotates: bool = False
    choice: Choice | None = None
    """What whoever opens Slack's page next will do there."""
    seconds: Callable[[], float] = time.time
    codes: dict[str, Code] = field(default_factory=dict)
    renewals: dict[str, Renewal] = field(default_factory=dict)
    issued: dict[tuple[str, bool], str] = field(default_factory=dict)

    def authorize(self, asked: Mapping[str, str]) -> tuple[int, str]:
        """Slack's page: back to the app with a code (302), or a page that says what is wrong with the address."""
        given = asked.get("redirect_uri")
        if asked.get("client_id") != self.client_id:
            return 400, "Invalid client_id parameter"
        if not self.redirect_urls or not any((given or url).startswith(url) for url in self.redirect_urls):
            return 400, "redirect_uri did not match any configured URIs"
        wanted = frozenset(filter(None, asked.get("scope", "").split(",")))
        if not wanted or wanted - BOT_SCOPES:
            return 400, "Invalid permissions requested"
        back = {"state": asked.get("state", "")}
        if self.choice is None or not self.choice.allows:
            return 302, f"{given or self.redirect_urls[0]}?{urlencode(back | {'error': 'access_denied'})}"
        code = secrets.token_hex(16)
        self.codes[code] = Code(self.choice, wanted, given, self.seconds())
        return 302, f"{given or self.redirect_urls[0]}?{urlencode(back | {'code': code})}"

    def access(self, args: Payload) -> Payload:
        """`oauth.v2.access`, for a code or for what renews a token."""
        self._prove(args)
        if args.get("grant_type") == "refresh_token":
            return self._renewed(str(args.get("refresh_token", "")))
        if args.get("grant_type", "authorization_code") != "authorization_code":
            raise ApiError("invalid_grant_type")
        code = self.codes.get(str(args.get("code", "")))
        if code is None:
            raise ApiError("invalid_code")
        if code.used:
            raise ApiError("code_already_used")
        if self.seconds() - code.issued > CODE_LIVES:
            raise ApiError("code_expired")
        if args.get("redirect_uri") != code.redirect_uri:
            raise ApiError("bad_redirect_uri")
        code.used = True
        return self._granted(code)

    def _prove(self, args: Payload) -> None:
        if args.get("client_id") != self.client_id:
            raise ApiError("invalid_client_id")
        if not compare_digest(str(args.get("client_secret", "")), self.client_secret):
            raise ApiError("bad_client_secret")

    def _granted(self, code: Code) -> Payload:
        choice = code.choice
        whose = (str(choice.enterprise_id) if choice.whole_organisation else choice.team_id, choice.whole_organisation)
        token = Token("bot", code.scopes, team=None if whose[1] else choice.team_id, enterprise=choice.enterprise_id)
        secret = self.issued.get(whose)
        if secret is None or self.rotates or self.tokens.refusal(secret) is not None:
            secret = self._issue(token)
            self.issued[whose] = secret
        else:
            self.tokens.issue(secret, token)  # the same token as before, with the scopes of now
        team = {"id": choice.team_id, "name": choice.team_name or choice.team_id}
        org = {"id": choice.enterprise_id, "name": choice.enterprise_id} if choice.enterprise_id else None
        answer = {
            "app_id": "A0ESTRIE0",
            "token_type": "bot",
            "scope": ",".join(sorted(code.scopes)),
            "bot_user_id": self.bot_user,
            "team": None if choice.whole_organisation else team,
            "enterprise": org,
            "is_enterprise_install": choice.whole_organisation,
            "authed_user": {"id": choice.by},
        }
        return {**answer, **self._with_secret(secret, token, answer)}

    def _renewed(self, refresh: str) -> Payload:
        renewal = self.renewals.get(refresh)
        if renewal is None or renewal.used or renewal.token.refusal:
            raise ApiError("invalid_refresh_token")
        renewal.used = True
        old = renewal.token
        token = Token("bot", old.scopes, team=old.team, enterprise=old.enterprise)
        return {**renewal.answer, **self._with_secret(self._issue(token), token, renewal.answer)}

    def _issue(self, token: Token) -> str:
        if self.rotates:
            token.expires_at = self.seconds() + TOKEN_LIVES
        secret = f"{'xoxe.xoxb-1' if self.rotates else 'xoxb'}-{secrets.token_hex(12)}"
        self.tokens.issue(secret, token)
        return secret

    def _with_secret(self, secret: str, token: Token, answer: Payload) -> Payload:
        if not self.rotates:
            return {"access_token": secret}
        refresh = f"xoxe-1-{secrets.token_hex(16)}"
        self.renewals[refresh] = Renewal(secret, token, answer)
        return {"access_token": secret, "refresh_token": refresh, "expires_in": TOKEN_LIVES}
