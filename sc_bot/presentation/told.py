"""New messages: one step of a problem's history, told to the one it concerns."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, bold, button, message, plain, shortened
from sc_bot.presentation.cards import verdict_buttons
from sc_bot.presentation.words import Words


def told(view: ProblemView, step: StepView) -> Message | None:
    """The message about a step; None when there is nothing to say to this reader."""
    words = Words.of(view.reader)
    lines = _to_author(words, view, step) if view.is_author else _to_others(words, view, step)
    if not lines:
        return None
    blocks: list[Block] = [bold(lines[0])]
    if len(lines) > 1:
        blocks.append(plain("\n".join(lines[1:])))
    return message(lines, [*blocks, *_buttons(words, view, step)])


def _to_author(words: Words, view: ProblemView, step: StepView) -> list[str]:
    reference, place = view.reference, _place(words, step)
    said = words.quoted(shortened(step.text)) if step.text and not view.hides_subject else ""
    match step.kind:
        case Happened.ACCEPTED | Happened.ASSIGNED:
            head = words.t("{reference} is accepted by {institution}.", reference=reference, institution=place)
            return [
                head,
                words.t("They now lead the search for a solution. You will hear what is promised, and when."),
            ]
        case Happened.RETURNED:
            head = words.t("{reference} was returned; the answer is still owed to you.", reference=reference)
            return [head, *_reason(words, said), _next_after_return(words, view)]
        case Happened.ASKED:
            head = words.t("{reference}: a question for you.", reference=reference)
            hint = words.t(
                "Answer under this message, or with the button. Your name is passed on only if you showed it."
            )
            return [head, said or words.t("Open it to read the question."), hint]
        case Happened.CLOSED:
            return _closed(words, view, step, said)
        case _:
            return []


def _closed(words: Words, view: ProblemView, step: StepView, said: str) -> list[str]:
    reference, closing = view.reference, Closing(step.details[0])
    by = step.by or words.t("the facilitator")
    match closing:
        case Closing.SOLVED:
            return [
                words.t("{reference} is closed as solved.", reference=reference),
                *_reason(words, said),
                words.t("Did it change for you?"),
            ]
        case Closing.NOT_SOLVABLE:
            head = words.t("{reference} is closed without a solution.", reference=reference)
            return [
                head,
                *_reason(words, said),
                words.t("Your report counts in the review. Did anything change for you?"),
            ]
        case Closing.DUPLICATE:
            head = words.t("{reference} goes on under {other}.", reference=reference, other=step.details[-1])
            return [head, words.t("{by} saw the same problem there; nothing you wrote is lost.", by=by)]
        case Closing.OUT_OF_MANDATE:
            head = words.t("{reference} is closed: it is outside what the community can change.", reference=reference)
            return [head, *_reason(words, said)]


def _to_others(words: Words, view: ProblemView, step: StepView) -> list[str]:
    reference, said = view.reference, words.quoted(shortened(step.text)) if step.text else ""
    match step.kind:
        case Happened.ANSWERED:
            return [words.t("{reference}: the author answers.", reference=reference), said]
        case Happened.DETAILS_ADDED:
            return [words.t("{reference}: the author adds details.", reference=reference), said]
        case Happened.REOPENED:
            head = words.t("{reference} is open again: it did not change for the author.", reference=reference)
            return [
                head,
                *([said] if said else []),
                words.t("Answer expected by {day}.", day=words.day(view.answer_by)),
            ]
        case Happened.VERIFIED:
            how = words.t("yes") if step.details == ("yes",) else words.t("partly")
            return [words.t("{reference}: the author says it changed for them: {how}.", reference=reference, how=how)]
        case Happened.CLOSED:
            return [
                words.t(
                    "{reference} was closed by {by}.",
                    reference=reference,
                    by=step.by or words.t("the facilitator"),
                ),
                said,
            ]
        case Happened.RESTRICTED:
            return [
                words.t(
                    "{reference} is restricted: only you, the facilitator and the privacy officer see it.",
                    reference=reference,
                )
            ]
        case _:
            return []


def _buttons(words: Words, view: ProblemView, step: StepView) -> list[Block]:
    reference = view.reference
    if view.is_author and step.kind is Happened.CLOSED and Verb.VERIFY in view.offers:
        return actions(verdict_buttons(words, reference))
    if view.is_author and step.kind is Happened.ASKED and Verb.ANSWER in view.offers:
        return actions(
            [
                button(words.t("Answer"), "problem.answer", reference, style="primary"),
                button(words.t("See all"), "problem.see", reference),
            ]
        )
    return actions([button(words.t("See all"), "problem.see", reference)])


def _reason(words: Words, said: str) -> list[str]:
    return [words.t("Reason: {said}", said=said)] if said else []


def _next_after_return(words: Words, view: ProblemView) -> str:
    if view.state == "arbitration":
        return words.t("The support committee decides who leads.")
    if view.institution is None:
        return words.t("The facilitator looks for the right institution.")
    return words.t("Proposed to {institution}.", institution=words.name(view.institution))


def _place(words: Words, step: StepView) -> str:
    return words.name(step.institution) if step.institution else ""
