"""`GET /slack/install` and `GET /slack/oauth_redirect`: to Slack's page with a state, and back with a code.

What comes back in the address is anybody's words: bounded, never logged, never shown. The state and the cookie say who
may finish; only then is the code shown to Slack.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from urllib.parse import parse_qsl, urlencode, urljoin

import structlog

from sc_bot.delivery.oauth import OAuth, workspaces_let_into
from sc_bot.domain.installing import Installed, NotInstalled, Outcome
from sc_bot.domain.slack_answers import Failed, Ok, SlackAnswer, SlackApi
from sc_bot.manifest import REDIRECT_PATH, SCOPES
from sc_bot.ports import Database, NotAvailable, Vault
from sc_bot.presentation.installing import language_of, page
from sc_bot.presentation.words import Words
from sc_bot.usecases.installations.beginning import LetIn, begin, let_in
from sc_bot.usecases.installations.installing import BeingPurged, Granted, granted_from, install
from sc_bot.web.requests import SlackReply, SlackRequest

INSTALL_PATH: Final = "/slack/install"
COOKIE: Final = "sc_bot_install"
COOKIE_SECONDS: Final = 600
LONGEST: Final = 2000  # characters of an address's query that are read
_HALF: Final = re.compile(r"[A-Za-z0-9_-]{43}")  # 32 random bytes, as they were given out
_HTML: Final = ("Content-Type", "text/html; charset=utf-8")
_SAFE: Final = (
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),  # the address holds a code
)
_CODE: Final = frozenset({"code_already_used", "code_expired", "invalid_code", "invalid_grant"})
_APP: Final = frozenset({"bad_client_secret", "bad_redirect_uri", "invalid_client_id"})
_STATUS: Final = {
    NotInstalled.WRONG_APP: 500,
    NotInstalled.NO_BOT: 500,
    NotInstalled.SLACK_AWAY: 502,
    NotInstalled.BEING_PURGED: 503,
    NotInstalled.NOT_STORED: 503,
}

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Installing:
    """Both pages."""

    database: Database
    vault: Vault = field(repr=False)
    oauth: OAuth
    client_id: str
    authorize_url: str
    client: Callable[[str], SlackApi] = field(repr=False)
    now: Callable[[], datetime]
    wake: Callable[[], None] = field(repr=False)

    def pages(self) -> Mapping[str, Callable[[SlackRequest], SlackReply]]:
        """By path."""
        return {INSTALL_PATH: self.on_install, REDIRECT_PATH: self.on_redirect}

    def on_install(self, request: SlackRequest) -> SlackReply:
        """To Slack's page, where the person chooses a workspace and allows."""
        try:
            key = begin(self.database, self.now(), _browser(request))
        except NotAvailable:
            return _page(request, NotInstalled.NOT_STORED)
        asked = {"client_id": self.client_id, "scope": ",".join(sorted(SCOPES)), "state": key.state}
        there = ("Location", f"{self.authorize_url}?{urlencode(asked)}")
        return SlackReply(302, headers=(there, *_SAFE, ("Set-Cookie", _cookie(request, key.browser))))

    def on_redirect(self, request: SlackRequest) -> SlackReply:
        """Back from it, with a code or with an error."""
        outcome = self._outcome(request)
        if isinstance(outcome, Installed):
            log.info("workspace_installed", workspace=outcome.workspace, again=outcome.again)
            self.wake()
        else:
            log.warning("not_installed", why=outcome.name.lower())
        return _page(request, outcome)

    def _outcome(self, request: SlackRequest) -> Outcome:
        given = dict(parse_qsl(request.query[:LONGEST], errors="replace"))
        state, code, error = (given.get(name, "") for name in ("state", "code", "error"))
        try:
            allowed = let_in(self.database, state, _browser(request), self.now())
            if allowed is not LetIn.YES:
                return NotInstalled.UNKNOWN if allowed is LetIn.UNKNOWN else NotInstalled.OTHER_BROWSER
            if error or not code:
                return NotInstalled.NOT_ALLOWED if error == "access_denied" else NotInstalled.STOPPED_BY_SLACK
            answer = self.oauth.exchange(code)
            return self._store(answer) if isinstance(answer, Ok) else _refused(answer)
        except NotAvailable:
            return NotInstalled.NOT_STORED

    def _store(self, answer: Ok) -> Outcome:
        granted = granted_from(answer.data)
        if granted is None:
            return NotInstalled.NO_BOT
        try:
            again = install(self.database, self.vault, granted, self.now(), self._let_into(granted))
        except BeingPurged:
            self.client(granted.token).call("auth.revoke")  # nothing is kept, at Slack's either
            return NotInstalled.BEING_PURGED
        return Installed(granted.workspace, granted.name, again)

    def _let_into(self, granted: Granted) -> list[str]:
        is_whole = granted.workspace == granted.enterprise
        return list(workspaces_let_into(self.client(granted.token))) if is_whole else []


def authorize_url(api_url: str) -> str:
    """Slack's page for installing, beside its Web API."""
    return urljoin(api_url, "/oauth/v2/authorize")


def _refused(answer: SlackAnswer) -> NotInstalled:
    if not isinstance(answer, Failed):
        return NotInstalled.SLACK_AWAY
    if answer.error in _CODE:
        return NotInstalled.CODE_REFUSED
    return NotInstalled.WRONG_APP if answer.error in _APP else NotInstalled.STOPPED_BY_SLACK


def _page(request: SlackRequest, outcome: Outcome) -> SlackReply:
    words = Words(language_of(request.headers.get("accept-language", "")).value)
    status = 200 if isinstance(outcome, Installed) else _STATUS.get(outcome, 400)
    return SlackReply(status, page(words, outcome, INSTALL_PATH), (_HTML, *_SAFE))


def _browser(request: SlackRequest) -> str | None:
    """The half of a key that this browser keeps, if it is one that was given out."""
    for each in request.headers.get("cookie", "").split(";"):
        name, _, value = each.strip().partition("=")
        if name == COOKIE and _HALF.fullmatch(value):
            return value
    return None


def _cookie(request: SlackRequest, half: str) -> str:
    """Lax: it comes back with the person who returns from Slack's page, not with what another page loads by itself."""
    secure = "; Secure" if request.headers.get("x-forwarded-proto", "").split(",")[0].strip() == "https" else ""
    return f"{COOKIE}={half}; Path=/slack; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax{secure}"
