"""What those hear who see a problem too, and how two reports become one, or one becomes two."""

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.due import due_from
from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.ports import Message
from sc_bot.presentation import due_words, vocabulary
from sc_bot.presentation.blocks import actions, bold, button, message, plain
from sc_bot.presentation.words import Words


def to_author(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What an author hears of reports that become one, or one that becomes several."""
    facts = _facts(view, step)
    if step.kind is Happened.MERGED:
        asked = words.t("If it is not the same, “No” opens yours again.") if Verb.VERIFY in view.offers else ""
        kept = words.t("It is the same problem; nothing you wrote is lost. You hear all that becomes of it.")
        return [words.t("{reference} goes on under {other}.", **facts), kept, asked]
    if step.kind is Happened.SPLIT:
        head = words.t("{reference}: a part of it goes on as {other}.", **facts)
        return [head, words.t("You told of two problems; each has its own card now. Nothing you wrote is lost.")]
    return []


def to_others(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """The same, for those who work on it."""
    facts = _facts(view, step)
    if step.kind is Happened.MERGED:
        head = words.t("{reference} goes on under {other}.", **facts)
        return [head, words.t("Nothing more is asked of you here.")]
    if step.kind is Happened.TAKEN_IN:
        head = words.t("{other} goes on under {reference}.", **facts)
        return [head, words.t("What was written there is under “See all”.")]
    if step.kind is Happened.ALSO_VERIFIED and step.details == ("no",):
        head = words.t("{reference}: nothing changed for somebody who sees it too.", **facts)
        return [head, words.t("Asked of you: is it the same problem, or another one? Its author alone opens it again.")]
    return []


def in_history(words: Words, step: StepView) -> str:
    """A step of these, in the history."""
    other = step.details[-1] if step.details else ""
    if step.kind is Happened.JOINED and step.institution is not None:
        return words.t("joined it, from {institution}", institution=words.name(step.institution))
    if step.kind is Happened.ALSO_VERIFIED:
        return {
            "yes": words.t("said that it changed"),
            "partly": words.t("said that it changed in part"),
        }.get(other, words.t("said that nothing changed"))
    return {
        Happened.JOINED: words.t("joined it"),
        Happened.LEFT: words.t("left it"),
        Happened.MERGED: words.t("let it go on under {other}", other=other),
        Happened.TAKEN_IN: words.t("took in {other}", other=other),
        Happened.SPLIT: words.t("made {other} of a part of it", other=other),
        Happened.SPLIT_OFF: words.t("made it of a part of {other}", other=other),
    }[step.kind]


def told_too(view: ProblemView, step: StepView, *, asked: bool, reads: bool) -> Message | None:
    """What somebody hears who sees a problem too: its reference and what happened, never what was written.

    `asked`: whether it changed for them is still to be said; `reads`: they may read the whole of it anyway.
    """
    words = Words.of(view.reader)
    head = _head(words, view, step)
    if not head:
        return None
    why = words.t("You hear this because you see it too. Your name is not shown.")
    next_ = _next(words, step, asked=asked)
    rest = [*([next_] if next_ else []), why]
    return message([head, *rest], [bold(head), plain("\n".join(rest)), *_buttons(words, view, step, asked, reads)])


def _head(words: Words, view: ProblemView, step: StepView) -> str:
    facts = {"reference": view.reference, **({"other": step.details[0]} if step.details else {"other": ""})}
    match step.kind:
        case Happened.ACCEPTED | Happened.ASSIGNED:
            return words.t("{reference} is accepted.", **facts)
        case Happened.RETURNED:
            return words.t("{reference} was returned; the right institution is sought.", **facts)
        case Happened.COMMITTED:
            day = due_words.short(words, due_from(step.details[1]))
            return words.t("{reference}: something is promised for {day}.", day=day, **facts)
        case Happened.REDATED:
            return words.t("{reference}: a promise gets another date.", **facts)
        case Happened.CANCELLED:
            return words.t("{reference}: a promise is given up.", **facts)
        case Happened.SLIPPED:
            return words.t("{reference}: a promise is late.", **facts)
        case Happened.REOPENED:
            return words.t("{reference} is open again.", **facts)
        case Happened.WITHDRAWN:
            return words.t("{reference} was withdrawn.", **facts)
        case Happened.SPLIT:
            return words.t("{reference}: a part of it goes on as {other}.", **facts)
        case Happened.CLOSED:
            return _closed(words, view.reference, Closing(step.details[0]))
        case Happened.MERGED:
            return words.t("{reference} goes on under {other}.", **facts)
        case _:
            return ""


def _closed(words: Words, reference: str, closing: Closing) -> str:
    return {
        Closing.SOLVED: words.t("{reference} is closed: solved.", reference=reference),
        Closing.NOT_SOLVABLE: words.t("{reference} is closed without a solution.", reference=reference),
        Closing.DUPLICATE: words.t("{reference} is closed: it goes on under another problem.", reference=reference),
        Closing.OUT_OF_MANDATE: words.t(
            "{reference} is closed: outside what this community can change.", reference=reference
        ),
    }[closing]


def _next(words: Words, step: StepView, *, asked: bool) -> str:
    if asked and step.kind is Happened.CLOSED:
        return words.t("Did it change for you? The facilitator looks at every “No”.")
    if step.kind is Happened.WITHDRAWN:
        return words.t("If you still see it: /problem and your text.")
    return ""


def _buttons(words: Words, view: ProblemView, step: StepView, asked: bool, reads: bool) -> list[Block]:  # noqa: FBT001 - each is a fact of its own
    reference = view.reference
    row: list[InteractiveElement] = []
    if asked and step.kind is Happened.CLOSED:
        row = [
            button(words.t("Yes"), "joining.verified", reference),
            button(words.t("Partly"), "joining.partly_fixed", reference),
            button(words.t("No"), "joining.not_fixed", reference),
        ]
    see = button(words.t("See all") if reads else words.t("See"), "problem.see", reference)
    leave = button(vocabulary.verb(words, Verb.LEAVE), "problem.leave", reference)
    return actions([*row, see] if row else [see, leave])


def _facts(view: ProblemView, step: StepView) -> dict[str, str]:
    return {"reference": view.reference, "other": step.details[-1] if step.details else ""}
