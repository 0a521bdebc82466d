"""All screens as text, to be looked at: `python -m tests.presentation.gallery [fr|en] [a word of the name]`."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from tests.presentation.screens import messages
from tests.presentation.windows import homes, windows

Blocks = Sequence[Mapping[str, Any]]


def as_text(blocks: Blocks) -> str:
    """What the eye sees of blocks."""
    return "\n".join(line for block in blocks for line in _lines(block))


def labels(blocks: Blocks) -> list[str]:
    """The labels of every button and menu line."""
    elements = [each for block in blocks if block["type"] == "actions" for each in block["elements"]]
    menus = [option for each in elements if each["type"] == "overflow" for option in each["options"]]
    hints = [each["placeholder"]["text"] for each in elements if "placeholder" in each]
    return [each["text"]["text"] for each in (*elements, *menus) if "text" in each] + hints


def _lines(block: Mapping[str, Any]) -> list[str]:
    match block["type"]:
        case "section":
            return [block["text"]["text"]]
        case "context":
            return [f"  {each['text']}" for each in block["elements"]]
        case "actions":
            return [" ".join(f"[{each}]" for each in labels([block]))]
        case "input":
            element = block["element"]
            hint = [f"      {block['hint']['text']}"] if block.get("hint") else []
            options = " | ".join(option["text"]["text"] for option in element.get("options", []))
            inside = options or element.get("placeholder", {}).get("text", "")
            more = [f"      ({inside})"] if inside else []
            return [f"  {block['label']['text']}{' (optional)' if block.get('optional') else ''}", *hint, *more]
        case _:
            return ["---"]


def main(language: str = "fr", named: str = "") -> None:
    """Print them."""
    out = sys.stdout.write
    for name, message in messages(language):
        if named in name:
            out(f"\n## {name}\n{as_text(message.blocks) if message.blocks else message.text}\n")
    for name, window in (*windows(language), *homes(language)):
        if named in name:
            title = window.get("title", {}).get("text", "")
            ends = [window[each]["text"] for each in ("submit", "close") if window.get(each)]
            out(f"\n## window {name}: {title} {ends}\n{as_text(window['blocks'])}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
