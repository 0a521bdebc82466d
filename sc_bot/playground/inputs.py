"""What a person enters: from plain values to the shapes in which Slack reports them."""

from collections.abc import Iterator
from typing import Any

from sc_bot.playground.block_kit.composition import offered
from sc_bot.playground.errors import CannotDo
from sc_bot.playground.model import Entered, Payload

TYPED_TEXT = {"plain_text_input", "email_text_input", "url_text_input", "number_input"}
ONE_OPTION = {"static_select", "external_select", "radio_buttons", "overflow"}
SEVERAL_OPTIONS = {"multi_static_select", "multi_external_select", "checkboxes"}
# How Slack reports each other kind of element, and under which name an app prefills it.
REPORTED = {
    "users_select": ("selected_user", "initial_user"),
    "channels_select": ("selected_channel", "initial_channel"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
}
STATEFUL = TYPED_TEXT | SEVERAL_OPTIONS | REPORTED.keys() | (ONE_OPTION - {"overflow"})


def elements_of(block: Payload) -> list[Payload]:
    """The interactive elements of one block."""
    inside = [block.get("element"), block.get("accessory"), *block.get("elements", [])]
    return [element for element in inside if isinstance(element, dict) and "action_id" in element]


def stateful(blocks: list[Payload]) -> Iterator[tuple[Payload, Payload]]:
    """Each block and element whose value Slack reports in `state`."""
    for block in blocks:
        for element in elements_of(block):
            if element["type"] in STATEFUL:
                yield block, element


def reported(element: Payload, value: object) -> Payload:
    """The element with this value, as `state.values` and `actions` show it."""
    kind = element["type"]
    if kind in TYPED_TEXT:
        return {"type": kind, "value": _text(element, value)}
    if kind in ONE_OPTION:
        return {"type": kind, "selected_option": None if value is None else _option(element, value)}
    if kind in SEVERAL_OPTIONS:
        values = value if isinstance(value, list | tuple) else []
        return {"type": kind, "selected_options": [_option(element, each) for each in values]}
    return {"type": kind, REPORTED[kind][0]: value}


def prefilled(element: Payload) -> object:
    """The value that the app put there."""
    kind = element["type"]
    if kind in TYPED_TEXT:
        return element.get("initial_value")
    if kind in ONE_OPTION:
        return element.get("initial_option")
    if kind in SEVERAL_OPTIONS:
        return element.get("initial_options", [])
    return element.get(REPORTED[kind][1])


def state_of(blocks: list[Payload], typed: Entered) -> Payload:
    """`state.values`: what was typed, else what was prefilled."""
    values: Payload = {}
    for block, element in stateful(blocks):
        block_id, action_id = block["block_id"], element["action_id"]
        value = typed.get((block_id, action_id), prefilled(element))
        values.setdefault(block_id, {})[action_id] = reported(element, value)
    return values


def entered(blocks: list[Payload], values: dict[str, object]) -> Entered:
    """Plain values by block id, matched to the fields on the screen."""
    fields = {block["block_id"]: element["action_id"] for block, element in stateful(blocks)}
    unknown = sorted(values.keys() - fields.keys())
    if unknown:
        raise CannotDo(f"no such field: {', '.join(unknown)}; there is {sorted(fields)}")
    return {(block_id, fields[block_id]): value for block_id, value in values.items()}


def missing_answers(blocks: list[Payload], state: Payload) -> list[str]:
    """The block ids of required inputs that stand empty: Slack's client would not submit."""
    required = [b for b in blocks if b["type"] == "input" and not b.get("optional", False)]
    return [b["block_id"] for b in required if not _is_filled(state.get(b["block_id"], {}))]


def _is_filled(answers: Payload) -> bool:
    return any(value for answer in answers.values() for name, value in answer.items() if name != "type")


def _text(element: Payload, value: object) -> str | None:
    if value is None or value == "":
        return None
    text = str(value)
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if element["type"] == "plain_text_input" and not least <= len(text) <= most:
        raise CannotDo(f"the field takes {least} to {most} characters, not {len(text)}")
    return text


def _option(element: Payload, value: object) -> Any:  # noqa: ANN401 - JSON is whatever it is
    """The option with this value; an option of an external menu is given whole."""
    if element["type"].endswith("external_select") and isinstance(value, dict):
        return value
    for option in offered(element):
        if value in (option["value"], option):
            return option
    raise CannotDo(f"{value!r} is not offered in {element.get('action_id')}")
