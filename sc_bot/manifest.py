"""The Slack app, described: paste it at api.slack.com and the app has all that the bot uses, and nothing else."""

from typing import Final

JsonDict = dict[str, object]

SCOPES: Final[dict[str, str]] = {
    "channels:read": "finds the institutions' channels by the names in the community file",
    "chat:write": "posts and edits its own messages, in direct messages and in channels it is invited to",
    "commands": "/problem, /probleme, /sc and the message shortcut",
    "files:write": "sends the steering workbook and charts to the people who may see them",
    "groups:read": "as channels:read, for private channels that it was invited to",
    "im:history": "hears what is written to it, and looks whether a doubtful message arrived before sending it again",
    "im:write": "opens the direct message in which it answers",
    "users:read": "reads the name, language and time zone of the people it answers",
    "users:read.email": "ties the people of the community file to the workspace by e-mail",
}
"""Every scope of the bot token, and what it is for."""

APP_TOKEN_SCOPE: Final = "connections:write"  # noqa: S105 - the name of a right, no secret
BOT_EVENTS: Final = ("app_home_opened", "app_uninstalled", "message.im", "tokens_revoked")
ORGANISATION_EVENTS: Final = ("team_access_granted", "team_access_revoked")
"""Sent to apps only that an organisation may install: which of its workspaces let the bot in."""
COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "/problem": ("Report a problem between institutions", "[what happens, in one line]"),
    "/probleme": ("Signaler un problème entre établissements", "[ce qui se passe, en une ligne]"),
    "/sc": ("Suivre ses signalements · Follow your reports", "[aide | help]"),
}
MESSAGE_SHORTCUTS: Final[dict[str, tuple[str, str]]] = {
    "report_problem": ("Signaler · Report", "Faire de ce message un signalement · Turn this message into a report"),
}


REDIRECT_PATH: Final = "/slack/oauth_redirect"


def manifest(url: str | None, *, socket_mode: bool, rotation: bool = False, organisations: bool = False) -> JsonDict:
    """Describe the app.

    Args:
        url: Where the bot is reached over HTTPS; Socket Mode with one workspace needs none.
        socket_mode: Whether Slack's payloads come over Socket Mode.
        rotation: Whether tokens expire and are renewed; Slack does not let an app go back.
        organisations: Whether an organisation may install the bot for many of its workspaces.
    """
    events = None if url is None or socket_mode else f"{url.rstrip('/')}/slack/events"
    heard = [*BOT_EVENTS, *(ORGANISATION_EVENTS if organisations else ())]
    back: JsonDict = {} if url is None else {"redirect_urls": [f"{url.rstrip('/')}{REDIRECT_PATH}"]}
    return {
        "_metadata": {"major_version": 1},
        "display_information": {
            "name": "sc_bot",
            "description": "Coordonne une communauté stratégique · Coordinates a Strategic Community",
            "background_color": "#1f4e5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "sc_bot", "always_online": True},
            "shortcuts": [_shortcut(callback) for callback in MESSAGE_SHORTCUTS],
            "slash_commands": [_command(name, events) for name in COMMANDS],
        },
        "oauth_config": {**back, "scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": _at(events) | {"bot_events": heard},
            "interactivity": {"is_enabled": True} | _at(events),
            "org_deploy_enabled": organisations,
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": rotation,
        },
    }


def _shortcut(callback: str) -> JsonDict:
    name, description = MESSAGE_SHORTCUTS[callback]
    return {"name": name, "type": "message", "callback_id": callback, "description": description}


def _command(name: str, events: str | None) -> JsonDict:
    description, hint = COMMANDS[name]
    where: JsonDict = {} if events is None else {"url": events}
    return {"command": name, **where, "description": description, "usage_hint": hint, "should_escape": True}


def _at(events: str | None) -> JsonDict:
    return {} if events is None else {"request_url": events}
