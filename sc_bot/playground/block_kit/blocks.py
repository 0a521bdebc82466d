"""Blocks, and which surface shows which."""

from collections.abc import Mapping
from typing import Any

from sc_bot.playground.block_kit.composition import ID, SLACK_FILE, URL, plain, text
from sc_bot.playground.block_kit.elements import ACCESSORIES, ACTIONS, BUTTON, IMAGE, INPUTS
from sc_bot.playground.block_kit.rich_text import RICH_TEXT
from sc_bot.playground.block_kit.shapes import (
    Check,
    Rule,
    at_least_one_of,
    boolean,
    by_type,
    choice,
    exactly_one_of,
    integer,
    items,
    shape,
    string,
    tagged,
)

BUTTONS = by_type({"button": BUTTON})


def block(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None, *rules: Rule) -> Check:
    """Any block may be named."""
    return tagged(required, {"block_id": ID, **(optional or {})}, *rules)


def action_ids_are_unique(value: dict[str, Any]) -> str | None:
    """Within one block each action id stands once."""
    ids = [element["action_id"] for element in value["elements"] if "action_id" in element]
    return None if len(ids) == len(set(ids)) else "action_id must be unique within its block"


def rows_are_even(value: dict[str, Any]) -> str | None:
    """Each row of a data table has as many cells as its header."""
    widths = {len(row) for row in value["rows"]}
    return None if len(widths) == 1 else "all rows must have the same number of cells"


def header_is_plain(value: dict[str, Any]) -> str | None:
    """The first row of a data table names its columns, without rich text."""
    kinds = {cell["type"] for cell in value["rows"][0]}
    return "the header row cannot contain rich_text" if "rich_text" in kinds else None


SECTION = block(
    {},
    {
        "text": text(3000),
        "fields": items(text(2000), most=10),
        "accessory": by_type(ACCESSORIES),
        "expand": boolean,
    },
    at_least_one_of("text", "fields"),
)
PICTURE = block(
    {"alt_text": string(2000)},
    {"image_url": URL, "slack_file": SLACK_FILE, "title": plain(2000)},
    exactly_one_of("image_url", "slack_file"),
)
CONTEXT_PART = by_type(
    {
        "image": IMAGE,
        "plain_text": tagged({"text": string(3000)}, {"emoji": boolean}),
        "mrkdwn": tagged({"text": string(3000)}, {"verbatim": boolean}),
    }
)
INPUT = block(
    {"label": plain(2000), "element": by_type(INPUTS)},
    {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
)
VIDEO = block(
    {
        "alt_text": string(2000),
        "title": plain(200),
        "thumbnail_url": URL,
        "video_url": URL,
    },
    {
        "title_url": URL,
        "description": plain(200),
        "provider_icon_url": URL,
        "provider_name": string(50),
        "author_name": string(50),
    },
)
CELL = by_type({"raw_text": tagged({"text": string()}), "rich_text": RICH_TEXT})
DATA_CELL = by_type(
    {
        "raw_text": tagged({"text": string()}),
        "raw_number": tagged({"value": integer(-(10**15), 10**15)}, {"text": string()}),
        "rich_text": RICH_TEXT,
    }
)
TABLE = block(
    {"rows": items(items(CELL, most=20), most=100)},
    {
        "column_settings": items(
            shape({}, {"align": choice("left", "center", "right"), "is_wrapped": boolean}), most=20, least=0
        )
    },
)
DATA_TABLE = block(
    {"rows": items(items(DATA_CELL, most=20), most=101, least=2), "caption": string()},
    {"page_size": integer(1, 100), "row_header_column_index": integer(0, 19)},
    rows_are_even,
    header_is_plain,
)
CARD = block(
    {},
    {
        "hero_image": IMAGE,
        "icon": IMAGE,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "actions": items(BUTTONS, most=5),
    },
    at_least_one_of("hero_image", "title", "actions", "body"),
)
FEEDBACK = tagged(
    {
        "positive_button": shape({"text": plain(75), "value": string(2000)}, {"accessibility_label": string(75)}),
        "negative_button": shape({"text": plain(75), "value": string(2000)}, {"accessibility_label": string(75)}),
    },
    {"action_id": ID},
)
ICON_BUTTON = tagged(
    {"icon": choice("trash"), "text": plain(75)},
    {"action_id": ID, "value": string(2000), "accessibility_label": string(75)},
)

EVERYWHERE: dict[str, Check] = {
    "section": SECTION,
    "divider": block({}),
    "header": block({"text": plain(150)}),
    "image": PICTURE,
    "video": VIDEO,
    "context": block({"elements": items(CONTEXT_PART, most=10)}),
    "actions": block({"elements": items(by_type(ACTIONS), most=25)}, {}, action_ids_are_unique),
    "input": INPUT,
    "rich_text": RICH_TEXT,
}
IN_MESSAGES: dict[str, Check] = {
    **EVERYWHERE,
    "markdown": block({"text": string(12_000)}),
    "table": TABLE,
    "data_table": DATA_TABLE,
    "card": CARD,
    "carousel": block({"elements": items(by_type({"card": CARD}), most=10)}),
    "context_actions": block(
        {"elements": items(by_type({"feedback_buttons": FEEDBACK, "icon_button": ICON_BUTTON}), most=5)},
        {},
        action_ids_are_unique,
    ),
}
IN_MODALS: dict[str, Check] = {
    **EVERYWHERE,
    "alert": block({"text": text(3000)}, {"level": choice("default", "info", "warning", "error", "success")}),
}
IN_HOMES: dict[str, Check] = {**EVERYWHERE, "table": TABLE}
