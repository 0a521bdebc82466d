"""Interactive elements and images: what each may carry."""

import re
from collections.abc import Mapping
from typing import Any

from sc_bot.playground.block_kit.composition import (
    BOX_OPTION,
    CONFIRM,
    DISPATCH,
    FILTER,
    ID,
    OPTION,
    OPTION_GROUP,
    OVERFLOW_OPTION,
    SLACK_FILE,
    URL,
    initials_are_offered,
    plain,
    values_are_unique,
)
from sc_bot.playground.block_kit.shapes import (
    Check,
    Rule,
    boolean,
    choice,
    complain,
    exactly_one_of,
    integer,
    items,
    string,
    tagged,
)

MANY = 100
OPTIONS = {"options": items(OPTION, most=MANY), "option_groups": items(OPTION_GROUP, most=MANY)}
LISTED = (exactly_one_of("options", "option_groups"), initials_are_offered, values_are_unique)
SEVERAL = {"max_selected_items": integer(1, MANY)}


def matching(pattern: str, example: str) -> Check:
    """A string of one form, such as a date."""

    def check(value: object, at: str, findings: list[str]) -> None:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            complain(findings, f"must look like {example}", at)

    return check


def field(optional: Mapping[str, Check], *rules: Rule, required: Mapping[str, Check] | None = None) -> Check:
    """An element in which a person enters or chooses something."""
    common = {"action_id": ID, "confirm": CONFIRM, "focus_on_load": boolean, "placeholder": plain(150)}
    return tagged(required or {}, {**common, **optional}, *rules)


def unprompted(optional: Mapping[str, Check], *rules: Rule, required: Mapping[str, Check] | None = None) -> Check:
    """A field that has no room for a placeholder."""
    common = {"action_id": ID, "confirm": CONFIRM, "focus_on_load": boolean}
    return tagged(required or {}, {**common, **optional}, *rules)


def lengths_agree(element: dict[str, Any]) -> str | None:
    """The prefilled text must itself be acceptable."""
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    prefilled = element.get("initial_value")
    if least > most:
        return "min_length must not be greater than max_length"
    if prefilled and len(prefilled) > most:
        return f"initial_value must be less than {most + 1} characters"
    return None


DATE = matching(r"\d{4}-\d{2}-\d{2}", "2026-11-20")
TIME = matching(r"([01]\d|2[0-3]):[0-5]\d", "08:05")
NUMBER = matching(r"-?\d+(\.\d+)?", "1.5")

IMAGE = tagged(
    {"alt_text": string(2000)},
    {"image_url": URL, "slack_file": SLACK_FILE},
    exactly_one_of("image_url", "slack_file"),
)
BUTTON = tagged(
    {"text": plain(75)},
    {
        "action_id": ID,
        "value": string(2000),
        "url": URL,
        "style": choice("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
    },
)
OVERFLOW = tagged({"options": items(OVERFLOW_OPTION, most=5)}, {"action_id": ID, "confirm": CONFIRM}, values_are_unique)
CHECKBOXES = unprompted(
    {"initial_options": items(BOX_OPTION, most=10)},
    initials_are_offered,
    values_are_unique,
    required={"options": items(BOX_OPTION, most=10)},
)
RADIO = unprompted(
    {"initial_option": BOX_OPTION},
    initials_are_offered,
    values_are_unique,
    required={"options": items(BOX_OPTION, most=10)},
)

SELECTS: dict[str, Check] = {
    "static_select": field({**OPTIONS, "initial_option": OPTION}, *LISTED),
    "external_select": field({"initial_option": OPTION, "min_query_length": integer(0, 255)}),
    "users_select": field({"initial_user": string()}),
    "channels_select": field({"initial_channel": string(), "response_url_enabled": boolean}),
    "conversations_select": field(
        {
            "initial_conversation": string(),
            "default_to_current_conversation": boolean,
            "response_url_enabled": boolean,
            "filter": FILTER,
        }
    ),
}
MULTI_SELECTS: dict[str, Check] = {
    "multi_static_select": field({**OPTIONS, **SEVERAL, "initial_options": items(OPTION, most=MANY)}, *LISTED),
    "multi_external_select": field(
        {**SEVERAL, "initial_options": items(OPTION, most=MANY), "min_query_length": integer(0, 255)}
    ),
    "multi_users_select": field({**SEVERAL, "initial_users": items(string(), most=MANY)}),
    "multi_channels_select": field({**SEVERAL, "initial_channels": items(string(), most=MANY)}),
    "multi_conversations_select": field(
        {
            **SEVERAL,
            "initial_conversations": items(string(), most=MANY),
            "default_to_current_conversation": boolean,
            "filter": FILTER,
        }
    ),
}
PICKERS: dict[str, Check] = {
    "datepicker": field({"initial_date": DATE}),
    "timepicker": field({"initial_time": TIME, "timezone": string()}),
}
DATETIME: dict[str, Check] = {"datetimepicker": unprompted({"initial_date_time": integer(10**9, 10**10 - 1)})}
TYPED: dict[str, Check] = {
    "plain_text_input": field(
        {
            "initial_value": string(3000, least=0),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
            "dispatch_action_config": DISPATCH,
        },
        lengths_agree,
    ),
    "email_text_input": field({"initial_value": string(), "dispatch_action_config": DISPATCH}),
    "url_text_input": field({"initial_value": string(), "dispatch_action_config": DISPATCH}),
    "number_input": field(
        {
            "initial_value": NUMBER,
            "min_value": NUMBER,
            "max_value": NUMBER,
            "dispatch_action_config": DISPATCH,
        },
        required={"is_decimal_allowed": boolean},
    ),
    "file_input": tagged({}, {"action_id": ID, "filetypes": items(string(), most=100), "max_files": integer(1, 10)}),
}
BOXES: dict[str, Check] = {"checkboxes": CHECKBOXES, "radio_buttons": RADIO}

ACTIONS: dict[str, Check] = {
    "button": BUTTON,
    "overflow": OVERFLOW,
    **SELECTS,
    **MULTI_SELECTS,
    **PICKERS,
    **DATETIME,
    **BOXES,
}
ACCESSORIES: dict[str, Check] = {
    "button": BUTTON,
    "overflow": OVERFLOW,
    "image": IMAGE,
    **SELECTS,
    **MULTI_SELECTS,
    **PICKERS,
    **BOXES,
}
INPUTS: dict[str, Check] = {**SELECTS, **MULTI_SELECTS, **PICKERS, **DATETIME, **BOXES, **TYPED}
