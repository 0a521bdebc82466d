"""What a whole message, modal or home must satisfy."""

import json
from collections import Counter
from typing import Any

from sc_bot.playground.block_kit.blocks import IN_HOMES, IN_MESSAGES, IN_MODALS
from sc_bot.playground.block_kit.composition import ID, plain
from sc_bot.playground.block_kit.shapes import Check, boolean, by_type, choice, complain, items, shape, string

VIEW_BYTES = 250_000
MARKDOWN_CHARACTERS = 12_000
MODAL = shape(
    {"type": choice("modal"), "title": plain(24), "blocks": items(by_type(IN_MODALS), most=100)},
    {
        "close": plain(24),
        "submit": plain(24),
        "private_metadata": string(3000, least=0),
        "callback_id": string(255, least=0),
        "external_id": string(255, least=0),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
HOME = shape(
    {"type": choice("home"), "blocks": items(by_type(IN_HOMES), most=100, least=0)},
    {
        "private_metadata": string(3000, least=0),
        "callback_id": ID,
        "external_id": string(255, least=0),
    },
)
MESSAGE_BLOCKS: Check = items(by_type(IN_MESSAGES), most=50, least=0)


def findings_in_message(blocks: object) -> list[str]:
    """What Slack would say about a message's `blocks`; an empty list means it accepts them."""
    findings: list[str] = []
    MESSAGE_BLOCKS(blocks, "/blocks", findings)
    if findings or not isinstance(blocks, list):
        return findings
    _names_stand_once(blocks, "/blocks", findings)
    if sum(len(b["text"]) for b in blocks if b["type"] == "markdown") > MARKDOWN_CHARACTERS:
        complain(findings, f"markdown must be less than {MARKDOWN_CHARACTERS + 1} characters", "/blocks")
    if any(b["type"] == "input" and b["element"]["type"] == "file_input" for b in blocks):
        complain(findings, "unsupported type: file_input", "/blocks")
    return findings


def has_too_many_tables(blocks: list[dict[str, Any]]) -> bool:
    """A message shows one table at most."""
    return sum(block.get("type") in {"table", "data_table"} for block in blocks) > 1


def findings_in_modal(view: object) -> list[str]:
    """What Slack would say about a modal."""
    findings: list[str] = []
    MODAL(view, "/view", findings)
    if findings or not isinstance(view, dict):
        return findings
    _names_stand_once(view["blocks"], "/view/blocks", findings)
    if "submit" not in view and any(block["type"] == "input" for block in view["blocks"]):
        complain(findings, "must define `submit` to use an `input` block in modals", "/view")
    return findings


def findings_in_home(view: object) -> list[str]:
    """What Slack would say about a home tab."""
    findings: list[str] = []
    HOME(view, "/view", findings)
    if not findings and isinstance(view, dict):
        _names_stand_once(view["blocks"], "/view/blocks", findings)
        if any(b["type"] == "input" and b["element"]["type"] == "file_input" for b in view["blocks"]):
            complain(findings, "unsupported type: file_input", "/view/blocks")
    return findings


def is_too_large(view: object) -> bool:
    """A view of more than 250 kB is refused before anything else is looked at."""
    return len(json.dumps(view, ensure_ascii=False).encode("utf-8", "surrogatepass")) > VIEW_BYTES


def _names_stand_once(blocks: list[dict[str, Any]], at: str, findings: list[str]) -> None:
    named = Counter(block["block_id"] for block in blocks if "block_id" in block)
    for block_id, times in named.items():
        if times > 1:
            complain(findings, f"block_id must be unique: {block_id}", at)
    if sum(_takes_focus(block) for block in blocks) > 1:
        complain(findings, "only one element can have focus_on_load", at)


def _takes_focus(block: dict[str, Any]) -> bool:
    inside = [*block.get("elements", []), block.get("element"), block.get("accessory")]
    return any(isinstance(element, dict) and element.get("focus_on_load") is True for element in inside)
