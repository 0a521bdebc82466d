"""Where a measure of access is asked for: a number, and what it counts; nothing else."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.access import Access, Hurdle
from sc_bot.domain.views import Choice, ProblemView
from sc_bot.presentation import access as told
from sc_bot.presentation.windows.parts import WindowJson, asks, one_of, paragraph, short_text, window
from sc_bot.presentation.words import Words

LONGEST = 30  # characters of a number with its unit


def measure_fields(words: Words, *, optional: bool = True) -> list[Block]:
    """How hard it is to get care now."""
    choices = [Choice(each.value, told.choice(words, each)) for each in Hurdle]
    return [
        asks("access_kind", words.t("Access, if you can measure it"), one_of(choices), optional=optional),
        asks(
            "access",
            words.t("How much is it now?"),
            short_text(longest=LONGEST),
            optional=optional,
            hint=words.t("A number: 21, or 2.5. It is asked again at the end."),
        ),
    ]


def after_fields(words: Words, access: Access | None) -> list[Block]:
    """How it is at the end, where it was measured before."""
    if access is None:
        return []
    before = told.line(words, Access(hurdle=access.hurdle, before=access.before))
    return [
        asks(
            "access_after",
            words.t("And now?"),
            short_text(longest=LONGEST),
            optional=True,
            hint=words.t("Before: {measured}. A number: 2, or 2.5.", measured=before),
        )
    ]


def measure_window(words: Words, view: ProblemView) -> WindowJson:
    """A measure of its own: before; or since, for an author who said that it changed."""
    if view.closing is None or view.access is None:
        blocks = measure_fields(words, optional=False)
    else:
        now = asks("access", words.t("How much is it now?"), short_text(longest=LONGEST))
        blocks = [paragraph(told.line(words, view.access)), now]
    title, send = view.reference, words.t("Send")
    return window("access.measure", title, send, words.t("Cancel"), blocks, view.reference)
