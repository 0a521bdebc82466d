"""The window in which one proposes other words for a problem."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.events import OF_WORDINGS
from sc_bot.domain.views import ProblemView
from sc_bot.presentation.blocks import LONGEST_SECTION, shortened
from sc_bot.presentation.windows.parts import WindowJson, asks, long_text, paragraph, window
from sc_bot.presentation.words import Words


def wording_window(words: Words, view: ProblemView) -> WindowJson:
    """The first words above, the last ones to start from below; it carries which version these are."""
    first = words.quoted(shortened(view.description or "", LONGEST_SECTION - 100))
    last = view.wording.said if view.wording else view.statement or view.description or ""
    seen = [each.details[0] for each in view.steps if each.kind in OF_WORDINGS]
    blocks: list[Block] = [
        *([paragraph(words.t("First written: {said}", said=first))] if view.description else []),
        asks(
            "wording",
            words.t("The problem, in words that suit both"),
            long_text(last),
            hint=words.t("What happens, where, how often; nobody at fault. It stands once the other agrees."),
        ),
    ]
    context = f"{view.reference} {seen[-1] if seen else 0}"
    return window("wording.propose", view.reference, words.t("Propose"), words.t("Cancel"), blocks, context)
