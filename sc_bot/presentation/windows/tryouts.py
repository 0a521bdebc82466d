"""The windows of try-outs: propose, start (its last day is shown before it is saved), say why not, say what came of it."""

from dataclasses import dataclass

from slack_sdk.models.blocks import Block

from sc_bot.domain.tryouts import Outcome, TryAct, TryoutView
from sc_bot.domain.views import Choice
from sc_bot.presentation import trying
from sc_bot.presentation.blocks import shortened
from sc_bot.presentation.windows.parts import (
    WindowJson,
    asks,
    long_text,
    one_of,
    paragraph,
    short_text,
    ticks,
    window,
)
from sc_bot.presentation.windows.promises import DueDraft, Wording, due_blocks
from sc_bot.presentation.words import Words

ACTION = "tryout.due"
"""What the buttons are called that choose one of the dates that words can mean."""
LONGEST_WHERE = 200  # characters: a place, not a plan
LONGEST = 2_000  # characters of the solution above the fields


@dataclass(frozen=True, slots=True, kw_only=True)
class StartDraft:
    """A try-out on its way."""

    due: DueDraft
    where: str = ""


def propose_window(words: Words, reference: str) -> WindowJson:
    """A solution, and whether its author wants the credit."""
    shown = [Choice("yes", words.t("Show my name with it"))]
    blocks: list[Block] = [
        asks(
            "what",
            words.t("What would you try?"),
            long_text(),
            hint=words.t(
                "On a small scale first: one team, two weeks. Please write nothing that identifies a patient."
            ),
        ),
        asks("show_name", words.t("Your name"), ticks(shown), optional=True),
    ]
    return window("tryout.propose", reference, words.t("Propose"), words.t("Cancel"), blocks, reference)


def start_window(words: Words, view: TryoutView, draft: StartDraft) -> WindowJson:
    """Where, and until when."""
    go = words.t("Begin") if draft.due.chosen is not None else words.t("Continue")
    blocks: list[Block] = [
        *_what(words, view),
        asks(
            "where",
            words.t("Where is it tried?"),
            short_text(draft.where[:LONGEST_WHERE], longest=LONGEST_WHERE),
            hint=words.t("One team, one unit, one afternoon a week."),
        ),
        *due_blocks(words, draft.due, Wording(words.t("Until when, in your words?"), words.t("Begin"), ACTION)),
    ]
    kept = draft.due.kept(view.reference)
    return window("tryout.start", view.problem, go, words.t("Cancel"), blocks, kept)


def reason_window(words: Words, view: TryoutView, act: TryAct) -> WindowJson:
    """Why it is not tried, or no longer."""
    hint = words.t("Whoever proposed it reads it, and those who work on it.")
    blocks: list[Block] = [*_what(words, view), asks("reason", words.t("Why?"), long_text(), hint=hint)]
    return window(f"tryout.{act.value}", view.problem, words.t("Send"), words.t("Cancel"), blocks, view.reference)


def result_window(words: Words, view: TryoutView) -> WindowJson:
    """What came out of it."""
    choices = [Choice(each.value, trying.outcome(words, each)) for each in Outcome]
    blocks: list[Block] = [
        *_what(words, view),
        asks("outcome", words.t("Does it work?"), one_of(choices)),
        asks(
            "said",
            words.t("What did you see, in a sentence or two?"),
            long_text(),
            hint=words.t("Whoever proposed it reads it, and those who work on it."),
        ),
    ]
    return window("tryout.result", view.problem, words.t("Send"), words.t("Cancel"), blocks, view.reference)


def _what(words: Words, view: TryoutView) -> list[Block]:
    return [paragraph(words.quoted(shortened(view.what, LONGEST)))] if view.what else []
