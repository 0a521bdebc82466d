"""Payloads as typed values: who asks, what they typed, what they chose.

Slash text arrives HTML-escaped, what is typed into a window does not: it is decoded once, here.
"""

import html
from typing import Any

from handlers.bot import Body, Bot, workspace_of
from sc_bot.usecases.asking import Asked

Values = dict[str, Any]
"""The inputs of a window by field: text, an option's value, or a tuple of values."""


def asked_by_command(bot: Bot, body: Body) -> Asked:
    """Who typed a command, where."""
    return Asked(
        workspace=body["team_id"],
        slack_id=body["user_id"],
        request=body["trigger_id"],
        now=bot.now(),
        channel=body.get("channel_id"),
    )


def asked_by_interaction(bot: Bot, body: Body) -> Asked:
    """Who pressed a button or sent a window."""
    return Asked(
        workspace=workspace_of(body),
        slack_id=body["user"]["id"],
        request=_request(body),
        now=bot.now(),
        channel=(body.get("channel") or {}).get("id"),
    )


def _request(body: Body) -> str:
    """The trigger identifies an interaction; each press and each sending of a window has its own."""
    return str(body["trigger_id"])


def asked_by_event(bot: Bot, body: Body) -> Asked:
    """Who wrote a message or opened Home."""
    event = body["event"]
    return Asked(
        workspace=body["team_id"],
        slack_id=event["user"],
        request=body["event_id"],
        now=bot.now(),
        channel=event.get("channel"),
    )


def typed(body: Body) -> str:
    """The text of a command, decoded."""
    return html.unescape(body.get("text") or "").strip()


def values_of(body: Body) -> Values:
    """Everything that a window holds, by the name of its field."""
    state = body["view"].get("state", {}).get("values", {})
    return {field: _value(element) for field, inputs in state.items() for element in inputs.values()}


def _value(element: dict[str, Any]) -> object:
    if "selected_options" in element:
        return tuple(each["value"] for each in element["selected_options"])
    if "selected_option" in element:
        option = element["selected_option"]
        return option["value"] if option else None
    for key in ("selected_user", "selected_date", "value"):
        if key in element:
            return element[key]
    return None


def reference_of(action: Body) -> str:
    """The reference that a button carries, or the one behind an overflow option."""
    if "selected_option" in action:
        return str(action["selected_option"]["value"]).partition(" ")[2]
    return str(action["value"])


def context_of(body: Body) -> str:
    """The reference that a window carries; whoever sends it is checked afresh."""
    return str(body["view"].get("private_metadata", ""))
