"""Slack: the tokens, their scopes, and whether its clock and ours agree."""

import logging
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sc_bot.app import Clock
from sc_bot.delivery.outsiders import is_shared
from sc_bot.doctor.findings import Finding, fix, look, well
from sc_bot.manifest import APP_TOKEN_SCOPE, SCOPES
from sc_bot.settings import Settings, SettingsError

LENGTH_OF_A_KEY = 32  # characters; `sc-bot keys new` prints 44
SKEW_NOTICED = timedelta(seconds=30)
SKEW_ALLOWED = timedelta(minutes=4)  # a signature is refused when it is five minutes old


def about_slack(settings: Settings, real_clock: Clock) -> Iterator[Finding]:
    """Everything about Slack."""
    if settings.uses_oauth:
        yield from _about_oauth(settings)
    elif settings.slack_bot_token is None:
        yield fix("SLACK_BOT_TOKEN", "not set", "copy it from OAuth & Permissions (xoxb-…)")
    else:
        token, todo = settings.slack_bot_token.get_secret_value(), "install the app again and copy the token"
        yield from about_token(settings, token, real_clock, about="SLACK_BOT_TOKEN", todo=todo)
    if settings.slack_app_token is not None:
        yield _about_app_token(settings, settings.slack_app_token.get_secret_value())
    elif settings.slack_signing_secret is None:
        todo = "set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP (Basic Information)"
        yield fix("entrance", "Slack has no way in: neither app token nor signing secret", todo)
    else:
        yield well("entrance", "HTTP, signed")


def workspace_of(settings: Settings) -> str | None:
    """The workspace that the bot token belongs to; None when Slack does not say."""
    if settings.slack_bot_token is None:
        return None
    try:
        answer = _client(settings, settings.slack_bot_token.get_secret_value()).auth_test()
    except (SlackApiError, OSError, HTTPException):
        return None
    return str(answer.get("team_id"))


def _about_oauth(settings: Settings) -> Iterator[Finding]:
    """What several workspaces need; each of them is looked at in the database."""
    try:
        settings.require("worker")
    except SettingsError as error:
        yield fix("several workspaces", str(error), "set what is named")
        return
    yield well("several workspaces", "each installs the bot at /slack/install")
    short = [each for each in settings.sc_bot_encryption_keys if len(each.get_secret_value()) < LENGTH_OF_A_KEY]
    if short:
        todo = "put a key of `sc-bot keys new` first, restart, then `sc-bot keys rotate`"
        yield look("SC_BOT_ENCRYPTION_KEYS", f"{len(short)} of them could be guessed: too short", todo)


def about_channels(settings: Settings, token: str | None, channels: Mapping[str, str]) -> Iterator[Finding]:
    """Ask Slack whether the bot is in the institutions' channels; `channels` gives each name's id."""
    if token is None:
        return
    client = _client(settings, token)
    outside, shared = [], []
    for name, channel in channels.items():
        try:
            answer = client.conversations_info(channel=channel)
        except (SlackApiError, OSError, HTTPException):
            outside.append(name)  # a private channel without the bot is one that Slack does not show
            continue
        if not answer["channel"].get("is_member"):
            outside.append(name)
        if is_shared(answer["channel"]):
            shared.append(name)
    if shared:
        todo = "only neutral lines are posted there; name channels of your own for lessons and committees"
        yield look("channels", f"people of another organisation read {', '.join(shared)}", todo)
    if outside:
        yield look("channels", f"the bot is not in {', '.join(outside)}", "type there: /invite @sc_bot")
    elif channels:
        yield well("channels", f"the bot is in all {len(channels)}")


def about_token(settings: Settings, token: str, real_clock: Clock, *, about: str, todo: str) -> Iterator[Finding]:
    """Whether Slack takes a token, and what it may do; `todo` if it does not."""
    try:
        answer = _client(settings, token).auth_test()
    except SlackApiError as refusal:
        name = refusal.response.get("error")
        yield fix(about, f"Slack does not accept its token: {name}", todo)
        return
    except (OSError, HTTPException) as error:
        what = f"cannot be reached ({type(error).__name__})"
        yield fix("Slack", what, "check the network, the proxy and SLACK_API_URL")
        return
    yield well(about, f"workspace {answer.get('team')} ({answer.get('team_id')})")
    headers = {name.lower(): value for name, value in answer.headers.items()}
    yield from about_scopes(headers)
    yield from about_clock(headers, real_clock())


def about_scopes(headers: Mapping[str, str]) -> Iterator[Finding]:
    """Compare the granted scopes, when Slack says them, with those that are used."""
    if "x-oauth-scopes" not in headers:
        return
    granted = {each.strip() for each in headers["x-oauth-scopes"].split(",")} - {""}
    missing, unused = sorted(SCOPES.keys() - granted), sorted(granted - SCOPES.keys())
    for scope in missing:
        todo = "add it under OAuth & Permissions (or paste `sc-bot manifest`) and install the app again"
        yield fix("scopes", f"{scope} is missing: {SCOPES[scope]}", todo)
    if unused:
        yield look("scopes", f"granted and not used: {', '.join(unused)}", "remove them: least rights, least risk")
    if not missing:
        yield well("scopes", f"all {len(SCOPES)} granted")


def about_clock(headers: Mapping[str, str], now: datetime) -> Iterator[Finding]:
    """Compare Slack's Date with our clock: a signature lives for five minutes."""
    try:
        there = parsedate_to_datetime(headers["date"])
    except (KeyError, ValueError):
        return
    skew = abs(now - there.astimezone(UTC))
    said = f"our clock is {skew.total_seconds():.0f} s away from Slack's"
    if skew > SKEW_ALLOWED:
        yield fix("clock", said, "set the clock (NTP): signed requests are refused")
    elif skew > SKEW_NOTICED:
        yield look("clock", said, "set the clock (NTP) before it drifts further")
    else:
        yield well("clock", "agrees with Slack's")


def _about_app_token(settings: Settings, token: str) -> Finding:
    try:
        _client(settings, token).apps_connections_open(app_token=token)
    except SlackApiError as refusal:
        name = refusal.response.get("error")
        todo = f"create an app-level token with {APP_TOKEN_SCOPE} (Basic Information) and switch Socket Mode on"
        return fix("SLACK_APP_TOKEN", f"Slack does not accept it: {name}", todo)
    except (OSError, HTTPException) as error:
        return fix("Slack", f"cannot be reached ({type(error).__name__})", "check the network and the proxy")
    return well("SLACK_APP_TOKEN", "Socket Mode can connect")


def _client(settings: Settings, token: str) -> WebClient:
    quiet = logging.getLogger("sc_bot.doctor.wire")
    quiet.setLevel(logging.CRITICAL + 1)  # slack_sdk prints arguments and answers
    client = WebClient(token=token, base_url=settings.slack_api_url, timeout=10, logger=quiet, retry_handlers=[])
    client.proxy = None  # urllib reads the proxy itself and obeys NO_PROXY
    return client
