"""What windows are made of. Labels are plain; a window's title and buttons have 24 characters at most."""

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    InputBlock,
    InputInteractiveElement,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    SectionBlock,
    StaticMultiSelectElement,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from sc_bot.domain.views import Choice
from sc_bot.ports import Message
from sc_bot.presentation.blocks import shortened
from sc_bot.presentation.words import Words

WindowJson = dict[str, Any]
"""A modal as Slack takes it."""

KEPT = ("type", "callback_id", "title", "submit", "close", "private_metadata")
"""What a window that is updated keeps, beside its blocks: Slack adds more to what it sends than it takes back."""

VALUE = "value"
LONGEST_PREFILL = 3_000  # Slack's limit for an initial value, and for what an input takes
LONGEST_LABEL = 75  # Slack's limit for the text of an option


def window(
    callback: str, title: str, submit: str | None, close: str, blocks: Sequence[Block], context: str = ""
) -> WindowJson:
    """A modal; `context` is a public reference or id, never trusted when it comes back."""
    view = View(
        type="modal",
        callback_id=callback,
        title=PlainTextObject(text=title),
        submit=PlainTextObject(text=submit) if submit else None,
        close=PlainTextObject(text=close),
        private_metadata=context,
        blocks=list(blocks),
    )
    return dict(view.to_dict())


def asks(
    field: str, label: str, element: InputInteractiveElement, *, optional: bool = False, hint: str = ""
) -> InputBlock:
    """One input."""
    return InputBlock(block_id=field, label=label, element=element, optional=optional, hint=hint or None)


def long_text(initial: str = "", *, placeholder: str = "") -> PlainTextInputElement:
    """Several lines; Slack takes 3,000 characters."""
    return PlainTextInputElement(
        action_id=VALUE,
        multiline=True,
        initial_value=initial[:LONGEST_PREFILL] or None,
        placeholder=placeholder or None,
    )


def short_text(initial: str = "", *, longest: int | None = None) -> PlainTextInputElement:
    """One line."""
    return PlainTextInputElement(action_id=VALUE, initial_value=initial or None, max_length=longest)


def option(choice: Choice) -> Option:
    """One thing to choose."""
    return Option(text=PlainTextObject(text=shortened(choice.name, LONGEST_LABEL)), value=choice.id)


def one_of(choices: Sequence[Choice], initial: str | None = None) -> StaticSelectElement:
    """Choose one."""
    options = [option(each) for each in choices]
    chosen = next((each for each in options if each.value == initial), None)
    return StaticSelectElement(action_id=VALUE, options=options, initial_option=chosen)


def several_of(choices: Sequence[Choice], initial: Sequence[str] = ()) -> StaticMultiSelectElement:
    """Choose several, or none."""
    options = [option(each) for each in choices]
    chosen = [each for each in options if each.value in initial]
    return StaticMultiSelectElement(action_id=VALUE, options=options, initial_options=chosen or None)


def ticks(choices: Sequence[Choice], initial: Sequence[str] = ()) -> CheckboxesElement:
    """Tick boxes."""
    options = [option(each) for each in choices]
    chosen = [each for each in options if each.value in initial]
    return CheckboxesElement(action_id=VALUE, options=options, initial_options=chosen or None)


def paragraph(text: str, block_id: str | None = None) -> SectionBlock:
    """Plain words between the inputs."""
    return SectionBlock(block_id=block_id, text=PlainTextObject(text=text))


def said_window(words: Words, message: Message) -> WindowJson:
    """A window that says something, instead of the one that was sent."""
    return message_window(words, words.t("Noted"), message)


def message_window(words: Words, title: str, message: Message) -> WindowJson:
    """A window that shows a message."""
    blocks: list[dict[str, object]] = message.blocks
    return {
        "type": "modal",
        "callback_id": "said",
        "title": {"type": "plain_text", "text": title},
        "close": {"type": "plain_text", "text": words.t("Close the window")},
        "blocks": blocks,
    }
