"""The windows about promises. A date is always shown with its weekday and its zone before it is saved."""

from dataclasses import dataclass, replace
from datetime import date

from slack_sdk.models.blocks import ActionsBlock, Block, DatePickerElement, UserSelectElement

from sc_bot.domain.due import Due
from sc_bot.domain.promising import OF_THE_ASKED, OF_THE_NEEDED, Act
from sc_bot.domain.views import Choice, CommitmentView
from sc_bot.due_dates import Ambiguous, Answer, Understood
from sc_bot.presentation import due_words, reorganising
from sc_bot.presentation.blocks import button, on_one_line, shortened
from sc_bot.presentation.promises import label, needed, said, when
from sc_bot.presentation.windows.parts import (
    VALUE,
    WindowJson,
    asks,
    long_text,
    one_of,
    paragraph,
    short_text,
    window,
)
from sc_bot.presentation.words import Words

LONGEST_HINT = 300  # characters of somebody's words in the small print
LONGEST_DUE = 200  # characters of a date in words


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDraft:
    """A due date on its way: the words or the day that were given, how they are read, and what was chosen of it."""

    words: str = ""
    picked: date | None = None
    answer: Answer | None = None
    zone: str = "UTC"
    chosen: Due | None = None
    was: str = ""

    def kept(self, reference: str) -> str:
        """What the window carries: the reference, the date that was shown, the words and day that it was read from.

        Beside them `was`, the date that is to be changed, as it was when somebody began to.
        """
        picked = self.picked.isoformat() if self.picked else ""
        return "\n".join((reference, str(self.chosen or ""), kept_words(self.words), picked, self.was))


def kept_words(words: str) -> str:
    """As much of a date in words as a window carries, on one line."""
    return on_one_line(words)[:LONGEST_DUE]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDraft:
    """A promise on its way; `question` asks whether a vague one can be more concrete."""

    reference: str
    due: DueDraft
    what: str = ""
    owner: str | None = None
    expected: str = ""
    depends_on: str = ""
    sort: str | None = None
    is_vague: bool = False
    is_alone: bool = False
    """It was met in one institution and is another's, and only that one takes part."""
    is_first: bool = False


def promise_window(words: Words, draft: PromiseDraft) -> WindowJson:
    """What, until when, who; the rest is optional."""
    first = words.t("{reference} is accepted. Which concrete thing comes first?", reference=draft.reference)
    question = words.t("What will one see that is different? You may make it more concrete, or leave it as it is.")
    alone = words.t(
        "It was met in one institution and is another's: only one takes part. Ask a partner first, or promise all the same."
    )
    blocks: list[Block] = [
        *([paragraph(first)] if draft.is_first else []),
        *([paragraph(alone, "alone")] if draft.is_alone else []),
        asks("what", words.t("What is promised?"), long_text(draft.what), hint=words.t("One thing that one can see.")),
        *([paragraph(question, "question")] if draft.is_vague else []),
        *due_blocks(words, draft.due),
        asks(
            "owner",
            words.t("By whom? You, if you leave it empty"),
            UserSelectElement(action_id=VALUE, initial_user=draft.owner),
            optional=True,
            hint=words.t("Somebody else must accept; until then it is yours."),
        ),
        asks(
            "sort",
            words.t("What could one stop, start, change or share?"),
            one_of(reorganising.choices(words), draft.sort),
            optional=True,
        ),
        asks("expected", words.t("What will show that it is done?"), short_text(draft.expected), optional=True),
        asks(
            "depends_on",
            words.t("Which promises must be kept first? ONC-42.1, for example"),
            short_text(draft.depends_on),
            optional=True,
        ),
    ]
    return _window(words, "commitment.make", draft.due.kept(draft.reference), _go(words, draft.due, Act.MAKE), blocks)


def redate_window(words: Words, view: CommitmentView, due: DueDraft, reason: str = "") -> WindowJson:
    """Another date, and why."""
    now = words.t("{what}, {when}", what=said(words, view), when=when(words, view))
    blocks: list[Block] = [
        paragraph(now),
        *due_blocks(words, due),
        asks(
            "reason",
            words.t("Why?"),
            long_text(reason),
            hint=words.t("It stays in the history, with the first date."),
        ),
    ]
    kept = replace(due, was=due.was or str(view.due)).kept(view.reference)
    return _window(words, "commitment.redate", kept, _go(words, due, Act.REDATE), blocks)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a window about a date asks, what its button says when it saves, what choosing one of several dates does."""

    label: str
    go: str
    action: str = "commitment.due"


def due_blocks(words: Words, due: DueDraft, wording: Wording | None = None) -> list[Block]:
    """The date in words, a calendar beside it, and how it was read."""
    wording = wording or Wording(words.t("When is it due, in your words?"), _go(words, due, Act.MAKE))
    return [
        asks(
            "due",
            wording.label,
            short_text(due.words, longest=LONGEST_DUE),
            optional=True,
            hint=words.t("By Friday, before December 15, in two weeks…"),
        ),
        asks(
            "due_on",
            words.t("Or choose a day"),
            DatePickerElement(action_id=VALUE, initial_date=due.picked.isoformat() if due.picked else None),
            optional=True,
        ),
        *_read(words, due, wording),
    ]


def _read(words: Words, due: DueDraft, wording: Wording) -> list[Block]:
    """What was understood, and the buttons that choose otherwise."""
    match due.answer:
        case Understood() as answer:
            chosen = due.chosen or answer.due
            told = words.t("Understood: {due}.", due=due_words.whole(words, chosen, due.zone))
            warned = due_words.day_off(words, answer) if chosen == answer.due else ""
            dates = [Due(answer.next_working_day)] if answer.next_working_day and warned else []
            hint = words.t("Press “{go}” to save it.", go=wording.go)
            others = _choices(words, dates, wording)
            return [paragraph(" ".join(filter(None, (told, warned, hint))), "understood"), *others]
        case Ambiguous() as answer if due.chosen is None:
            told = f"{due_words.doubt(words, answer.doubt)} {words.t('Which date do you mean?')}"
            return [paragraph(told, "understood"), *_choices(words, list(answer.candidates), wording)]
        case Ambiguous() if due.chosen is not None:
            told = words.t("Chosen: {due}.", due=due_words.whole(words, due.chosen, due.zone))
            return [paragraph(told, "understood")]
        case _:
            return []


def _choices(words: Words, dates: list[Due], wording: Wording) -> list[Block]:
    """One button a date; each its own row element with an id of its own."""
    buttons = [
        button(due_words.button_label(words, each), f"{wording.action}_{number}", str(each))
        for number, each in enumerate(dates[:5], start=1)
    ]
    return [ActionsBlock(block_id="choices", elements=list(buttons))] if buttons else []


def _go(words: Words, due: DueDraft, act: Act) -> str:
    """The window's button: it saves only what was shown."""
    if due.chosen is None:
        return words.t("Continue")
    return words.t("Promise") if act is Act.MAKE else words.t("Change the date")


def done_window(words: Words, view: CommitmentView) -> WindowJson:
    """It is done: what shows it."""
    label_ = words.t("What shows it, in a few words?")
    expected = words.quoted(shortened(view.expected, LONGEST_HINT)) if view.expected else ""
    hint = words.t("Expected: {evidence}", evidence=expected) if expected else ""
    blocks: list[Block] = [
        paragraph(said(words, view)),
        asks("evidence", label_, long_text(), optional=True, hint=hint),
    ]
    return _window(words, "commitment.done", view.reference, label(words, Act.DONE), blocks)


def provided_window(words: Words, view: CommitmentView) -> WindowJson:
    """What was needed is there: what the owner should know about it."""
    label_, hint = words.t("Anything to add?"), words.t("{person} reads it.", person=view.owner)
    blocks: list[Block] = [
        paragraph("\n".join(filter(None, (said(words, view), needed(words, view))))),
        asks("evidence", label_, long_text(), optional=True, hint=hint),
    ]
    return _window(words, "commitment.provided", view.reference, words.t("Send"), blocks)


def blocked_window(words: Words, view: CommitmentView) -> WindowJson:
    """What is needed, and of whom."""
    blocks: list[Block] = [
        paragraph(said(words, view)),
        asks("needs", words.t("What is needed?"), long_text()),
        asks(
            "person",
            words.t("Of whom?"),
            UserSelectElement(action_id=VALUE),
            optional=True,
            hint=words.t("The bot asks this person."),
        ),
        asks(
            "depends_on",
            words.t("Which promises must be kept first? ONC-42.1, for example"),
            short_text(", ".join(view.waits_for)),
            optional=True,
        ),
    ]
    return _window(words, "commitment.blocked", view.reference, words.t("Send"), blocks)


def hand_window(words: Words, view: CommitmentView) -> WindowJson:
    """Who is asked to take it over."""
    hint = words.t("They must accept; until then it is yours.")
    blocks: list[Block] = [
        paragraph(said(words, view)),
        asks("owner", words.t("Who is asked?"), UserSelectElement(action_id=VALUE), hint=hint),
    ]
    return _window(words, "commitment.hand", view.reference, words.t("Ask"), blocks)


def reason_window(words: Words, view: CommitmentView, act: Act) -> WindowJson:
    """Why it is given up, or not taken over, or why what it needs does not come."""
    hint = words.t("The author and those who work on it read it.")
    if act in OF_THE_ASKED | OF_THE_NEEDED:
        hint = words.t("{person} reads it.", person=view.owner)
    blocks: list[Block] = [paragraph(said(words, view)), asks("reason", words.t("Why?"), long_text(), hint=hint)]
    return _window(words, f"commitment.{act.value}", view.reference, words.t("Send"), blocks)


def snooze_window(words: Words, reference: str, days: list[date]) -> WindowJson:
    """Until when one does not want to hear of it."""
    choices = [Choice(each.isoformat(), words.full_day(each)) for each in days]
    hint = words.t("Only for you. What is owed stays owed, and others are told as agreed.")
    blocks: list[Block] = [asks("until", words.t("Not before"), one_of(choices, days[0].isoformat()), hint=hint)]
    return _window(words, "followup.snooze", reference, words.t("Later"), blocks)


def _window(words: Words, callback: str, context: str, submit: str, blocks: list[Block]) -> WindowJson:
    title = context.partition("\n")[0]
    return window(callback, title, submit, words.t("Cancel"), blocks, context)
