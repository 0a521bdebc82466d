"""Payloads as typed values: who asks, what they typed, what they chose.

Slash text and messages arrive in Slack's markup and HTML-escaped, what is typed into a window does not: it is decoded
once, here. What no database keeps (NUL, half a surrogate pair) and no keyboard types is dropped here too.
"""

import html
import re
from typing import Any

from handlers.bot import Body, Bot
from handlers.origins import home_of, installed_in
from sc_bot.domain.access import Given
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
        workspace=bot.workspace_of(body),
        slack_id=body["user"]["id"],
        request=_request(body),
        now=bot.now(),
        channel=_channel(body),
        home=home_of(body),
    )


def _channel(body: Body) -> str | None:
    """Where it was pressed; a window of a report keeps where it was opened, which tells of which community it is."""
    view = body.get("view") or {}
    kept = view.get("private_metadata") if view.get("callback_id") == "problem.report" else None
    return (body.get("channel") or {}).get("id") or kept or None


def _request(body: Body) -> str:
    """A press has its own trigger; a window acts once however often it is sent: two quick presses are two triggers."""
    if body.get("type") == "view_submission":
        return str(body["view"]["id"])
    return str(body["trigger_id"])


def asked_by_event(bot: Bot, body: Body) -> Asked:
    """Who wrote a message or opened Home."""
    event = body["event"]
    return Asked(
        workspace=installed_in(body) or body["team_id"],
        slack_id=event["user"],
        request=body["event_id"],
        now=bot.now(),
        channel=event.get("channel"),
        home=home_of(body),
    )


def typed(body: Body) -> str:
    """The text of a command, as its author typed it."""
    return decoded(body.get("text")).strip()


def decoded(text: object) -> str:
    """A text in Slack's markup as its author saw it: `&lt;` is `<`, `<@U1|fanny>` is `@fanny`, a link is its words."""
    return clean(html.unescape(_MARKUP.sub(_unmarked, str(text or ""))))


def in_slack(text: object) -> tuple[str, ...]:
    """The ids of the people whom a command mentions, in order: `<@U1|fanny>`; once each."""
    return tuple(dict.fromkeys(each[1] for each in _PEOPLE.finditer(str(text or ""))))


def clean(text: str) -> str:
    """A text without what cannot be stored: NUL, and surrogates that stand alone."""
    return _NOT_TEXT.sub("", text)


_MARKUP = re.compile(r"<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>")
_PEOPLE = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_SIGNS = {"@": "@", "#": "#", "!": "@"}  # a person, a channel, a group or everybody


def _unmarked(match: re.Match[str]) -> str:
    kind, target, label = match[1], match[2], match[3] or ""
    if kind:
        return f"{_SIGNS[kind]}{(label or target).lstrip('@#')}"
    if not label or label in target:  # `<mailto:a@b.ca|a@b.ca>`, `<tel:8195550142|8195550142>`
        return label or target
    return f"{label} ({target})"


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
    for key in ("selected_user", "selected_date", "selected_time", "value"):
        if key in element:
            return clean(element[key]) if isinstance(element[key], str) else None
    return None


def access_of(values: Values) -> Given:
    """What a window says about access: what is counted, and the number as it was typed."""
    return Given(values.get("access_kind") or "", values.get("access") or "")


def reference_of(action: Body) -> str:
    """The reference that a button carries, or the one behind an overflow option."""
    if "selected_option" in action:
        return str(action["selected_option"]["value"]).partition(" ")[2]
    return str(action["value"])


def number_of(text: object) -> int | None:
    """An id that a button or a window carries; None for anything else."""
    said = str(text or "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= _FIGURES else None


_FIGURES = 9  # of an id; a longer one is not ours


def place_and_institution(chosen: object) -> tuple[int | None, str | None]:
    """Who should act, and in which community, for whoever had to choose among several: `7 HSF`."""
    community, _, institution = str(chosen or "").rpartition(" ")
    return number_of(community), institution or None


def context_of(body: Body) -> str:
    """The reference that a window carries; whoever sends it is checked afresh."""
    return str(body["view"].get("private_metadata", ""))
