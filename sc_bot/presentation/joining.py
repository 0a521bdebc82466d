"""Moi aussi: the problems that are offered as like one's own."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block

from sc_bot.domain.permissions import Verb
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Message
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import beside, bold, button, grey, message, plain, shortened
from sc_bot.presentation.lists import line
from sc_bot.presentation.words import Words

LINE = 190  # characters of one offer


def offered(words: Words, own: str, found: Sequence[ProblemView]) -> Message:
    """Problems like one's own, each with its button: joining takes the place of the report that was just made."""
    head = words.t("Already known, perhaps?")
    hint = words.t(
        "If it is the same, yours goes on under it; you hear all that becomes of it. Your name is not shown."
    )
    lines = [shortened(line(words, each), LINE) for each in found]
    label = vocabulary.verb(words, Verb.JOIN)
    rows: list[Block] = [
        beside(plain(said), button(label, "problem.join", f"{each.reference} {own}"))
        for said, each in zip(lines, found, strict=True)
    ]
    return message([head, *lines, hint], [bold(head), *rows, grey(hint)])


def none_like(words: Words, reference: str) -> Message:
    """There is no open problem like it any more."""
    said = words.t("No open problem is like {reference} now.", reference=reference)
    return message([said], [plain(said)])
