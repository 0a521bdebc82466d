"""The few Block Kit shapes that the bot uses. User text goes into plain_text, where nothing in it is live."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ConfirmObject,
    ContextBlock,
    InteractiveElement,
    MarkdownTextObject,
    Option,
    OverflowMenuElement,
    PlainTextObject,
    SectionBlock,
)

from sc_bot.ports import Message

SHOWN = 600  # characters of a report on a card, then "See all"
LONGEST_SECTION = 2_900  # Slack allows 3,000 characters of text in a section
LONGEST_TEXT = 3_900  # Slack allows 4,000 in an edited message
_GAPS = re.compile(r"[^\S\u00a0\u202f]+")  # French sets a no-break space before a colon, in « », in hours: no gap
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escaped(text: str) -> str:
    """Text for mrkdwn and for the top-level `text`: nothing in it calls people or links anywhere."""
    return text.translate(_ESCAPES)


def shortened(text: str, length: int = SHOWN) -> str:
    """The beginning of a text, cut at a space, with an ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip() + "…"


def on_one_line(text: str) -> str:
    """A text whose lines are joined: a card stays as high as a telephone's screen."""
    return _GAPS.sub(" ", text).strip()


def bold(text: str, rest: str = "") -> SectionBlock:
    """The first line of a card; it is escaped, and `text` loses what would end the emphasis. `rest` follows, not bold."""
    first, after = escaped(on_one_line(text)).replace("*", "∗"), escaped(on_one_line(rest))
    return SectionBlock(text=MarkdownTextObject(text=f"*{first}*{f' {after}' if after else ''}", verbatim=True))


def plain(text: str) -> SectionBlock:
    """A paragraph; safe for user text."""
    return SectionBlock(text=PlainTextObject(text=shortened(text, LONGEST_SECTION), emoji=True))


def beside(section: SectionBlock, element: InteractiveElement) -> SectionBlock:
    """The same paragraph, with a button at its end: a list stays one line an item."""
    section.accessory = element
    return section


def grey(*texts: str) -> ContextBlock:
    """Small print."""
    return ContextBlock(
        elements=[PlainTextObject(text=shortened(text, LONGEST_SECTION), emoji=True) for text in texts if text]
    )


def button(label: str, action: str, value: str, *, style: str | None = None) -> ButtonElement:
    """A button whose value is a public reference or id."""
    return ButtonElement(text=label, action_id=action, value=value, style=style)


def confirmed(button: ButtonElement, *, title: str, text: str, go: str, stop: str) -> ButtonElement:
    """The same button, asking first: for what one tap would do for ever."""
    button.confirm = ConfirmObject(title=title, text=PlainTextObject(text=text), confirm=go, deny=stop)
    return button


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an overflow menu: which action, with which label."""

    label: str
    action: str


def menu(action: str, reference: str, items: Sequence[Item]) -> OverflowMenuElement:
    """The "⋯" menu: each option's value is its action and the reference. Slack shows five at most."""
    options = [Option(text=PlainTextObject(text=each.label), value=f"{each.action} {reference}") for each in items[:5]]
    return OverflowMenuElement(action_id=action, options=options)


def actions(elements: Sequence[InteractiveElement]) -> list[Block]:
    """A row of buttons; none, no row."""
    return [ActionsBlock(elements=list(elements))] if elements else []


def message(text: Sequence[str], blocks: Sequence[Block]) -> Message:
    """A message whose top-level text holds the same facts as its blocks: screen readers read only that."""
    whole = "\n".join(line for line in text if line)
    return Message(shortened(escaped(whole), LONGEST_TEXT), [dict(block.to_dict()) for block in blocks])
