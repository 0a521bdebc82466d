"""Composition objects: texts, options, confirmations."""

from typing import Any

from sc_bot.playground.block_kit.shapes import (
    Check,
    boolean,
    by_type,
    choice,
    exactly_one_of,
    items,
    shape,
    string,
    tagged,
)

ID = string(255)
URL = string(3000)


def plain(most: int, *, least: int = 1) -> Check:
    """Text without markup."""
    return by_type({"plain_text": tagged({"text": string(most, least=least)}, {"emoji": boolean})})


def text(most: int) -> Check:
    """Text with or without markup."""
    return by_type(
        {
            "plain_text": tagged({"text": string(most)}, {"emoji": boolean}),
            "mrkdwn": tagged({"text": string(most)}, {"verbatim": boolean}),
        }
    )


CONFIRM = shape(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": choice("primary", "danger")},
)
OPTION = shape({"text": plain(75), "value": string(150)}, {"description": plain(75)})
OVERFLOW_OPTION = shape({"text": plain(75), "value": string(150)}, {"description": plain(75), "url": URL})
BOX_OPTION = shape({"text": text(75), "value": string(150)}, {"description": text(75)})
OPTION_GROUP = shape({"label": plain(75), "options": items(OPTION, most=100)})
DISPATCH = shape(
    {"trigger_actions_on": items(choice("on_enter_pressed", "on_character_entered"), most=2)},
)
FILTER = shape(
    {},
    {
        "include": items(choice("im", "mpim", "private", "public"), most=4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)
SLACK_FILE = shape({}, {"id": string(), "url": URL}, exactly_one_of("id", "url"))


def offered(element: dict[str, Any]) -> list[dict[str, Any]]:
    """Every option of a select, radio or checkbox element, grouped or not."""
    grouped = [option for group in element.get("option_groups", []) for option in group["options"]]
    return [*element.get("options", []), *grouped]


def initials_are_offered(element: dict[str, Any]) -> str | None:
    """Slack refuses an initial option that is not, to the letter, one of the options."""
    chosen = element.get("initial_options", [])
    if "initial_option" in element:
        chosen = [*chosen, element["initial_option"]]
    if all(option in offered(element) for option in chosen):
        return None
    return "initial option must match one of the options"


def values_are_unique(element: dict[str, Any]) -> str | None:
    """Two options with one value cannot be told apart afterwards."""
    values = [option["value"] for option in offered(element)]
    return None if len(values) == len(set(values)) else "option values must be unique"
