"""New messages: one step of a problem's history, told to the one it concerns.

An author whose name is hidden reads the reference and the state; the words are one tap away, for somebody may look over
their shoulder.
"""

from slack_sdk.models.blocks import Block

from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, State
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, bold, button, message, on_one_line, plain, shortened
from sc_bot.presentation.cards import verdict_buttons
from sc_bot.presentation.words import Words


def told(view: ProblemView, step: StepView) -> Message | None:
    """The message about a step; None when there is nothing to say to this reader."""
    words = Words.of(view.reader)
    lines = _to_author(words, view, step) if view.is_author else _to_others(words, view, step)
    lines = [each for each in lines if each]
    if not lines:
        return None
    blocks: list[Block] = [bold(lines[0])]
    if len(lines) > 1:
        blocks.append(plain("\n".join(lines[1:])))
    return message(lines, [*blocks, *_buttons(words, view, step)])


def _to_author(words: Words, view: ProblemView, step: StepView) -> list[str]:
    match step.kind:
        case Happened.ACCEPTED | Happened.ASSIGNED:
            return _accepted(words, view, step)
        case Happened.RETURNED:
            return _returned(words, view, step)
        case Happened.ASKED:
            return _asked(words, view, step)
        case Happened.CLOSED:
            return _closed(words, view, step)
        case Happened.OTHER_CLOSED:
            head = words.t("{reference}: the problem under which it went on is closed.", reference=view.reference)
            return [head, _verdict_asked(words, view)]
        case _:
            return []


def _verdict_asked(words: Words, view: ProblemView) -> str:
    """Asked until it is answered, and as long as it is closed."""
    return words.t("Did it change for you? “No” opens it again.") if Verb.VERIFY in view.offers else ""


def _accepted(words: Words, view: ProblemView, step: StepView) -> list[str]:
    if view.hides_subject or step.institution is None:
        head = words.t("{reference} is accepted.", reference=view.reference)
    else:
        place = words.name(step.institution)
        head = words.t("{reference} is accepted by {institution}.", reference=view.reference, institution=place)
    return [head, words.t("The search for a solution has a lead. You will hear what becomes of it.")]


def _returned(words: Words, view: ProblemView, step: StepView) -> list[str]:
    head = words.t("{reference} was returned; an answer is still owed to you.", reference=view.reference)
    return [head, _reason(words, view, step), _next_after_return(words, view)]


def _asked(words: Words, view: ProblemView, step: StepView) -> list[str]:
    head = words.t("{reference}: a question for you.", reference=view.reference)
    if _is_answered(view, step):
        return [head, "" if view.hides_subject else _said(words, step), words.t("You answered. Thank you.")]
    if view.hides_subject:
        question = words.t("To read it and answer, press the button.")
        hint = words.t("You may also write under this message. Your name is not passed on.")
    else:
        question = _said(words, step)
        hint = words.t("Answer with the button, or write under this message.")
    return [head, question, hint]


def _is_answered(view: ProblemView, asked: StepView) -> bool:
    return any(each.kind is Happened.ANSWERED and each.id > asked.id for each in view.steps)


def _closed(words: Words, view: ProblemView, step: StepView) -> list[str]:
    reference, reason = view.reference, _reason(words, view, step)
    match Closing(step.details[0]):
        case Closing.SOLVED:
            head = words.t("{reference} is closed: solved.", reference=reference)
            return [head, reason, _verdict_asked(words, view)]
        case Closing.NOT_SOLVABLE:
            head = words.t("{reference} is closed without a solution.", reference=reference)
            counts = words.t("Your report counts in the review.")
            return [head, reason, counts, _verdict_asked(words, view)]
        case Closing.DUPLICATE:
            head = words.t("{reference} goes on under {other}.", reference=reference, other=step.details[-1])
            same = words.t("It is the same problem; nothing you wrote is lost.")
            asked = words.t("If it is not the same, “No” opens yours again.") if Verb.VERIFY in view.offers else ""
            return [head, same, reason, asked]
        case Closing.OUT_OF_MANDATE:
            head = words.t("{reference} is closed: outside what this community can change.", reference=reference)
            counts = words.t("Your report counts in the review.")
            return [head, reason, counts, _verdict_asked(words, view)]


def _to_others(words: Words, view: ProblemView, step: StepView) -> list[str]:
    reference, said = view.reference, _said(words, step)
    match step.kind:
        case Happened.ANSWERED:
            return [words.t("{reference}: the author answers.", reference=reference), said]
        case Happened.DETAILS_ADDED:
            return [words.t("{reference}: the author adds details.", reference=reference), said]
        case Happened.REOPENED:
            head = words.t("{reference} is open again: nothing changed for the author.", reference=reference)
            return [head, said, words.t("Answer expected by {day}.", day=words.day(view.answer_by))]
        case Happened.VERIFIED if step.details == ("partly",):
            return [words.t("{reference}: for the author, it changed in part.", reference=reference), said]
        case Happened.VERIFIED:
            return [words.t("{reference}: for the author, it changed. Thank you.", reference=reference), said]
        case Happened.CLOSED:
            by = step.by or words.t("the facilitator")
            return [words.t("{reference} was closed by {by}.", reference=reference, by=by), said]
        case Happened.REROUTED:
            place = words.name(step.institution) if step.institution else ""
            head = words.t("{reference} was sent to {institution}.", reference=reference, institution=place)
            return [head, said, words.t("You owe the answer until they accept.")]
        case Happened.RESTRICTED:
            head = words.t("{reference} is restricted.", reference=reference)
            return [head, words.t("Only you, the facilitator and the privacy officer see it now.")]
        case _:
            return []


def _buttons(words: Words, view: ProblemView, step: StepView) -> list[Block]:
    see = button(words.t("See all"), "problem.see", view.reference)
    if view.is_author and step.kind in {Happened.CLOSED, Happened.OTHER_CLOSED} and Verb.VERIFY in view.offers:
        return actions([*verdict_buttons(words, view.reference), see])
    waits = step.kind is Happened.ASKED and not _is_answered(view, step)
    if view.is_author and waits and Verb.ANSWER in view.offers:
        return actions([button(words.t("Answer"), "problem.answer", view.reference, style="primary"), see])
    return actions([see])


def _said(words: Words, step: StepView) -> str:
    return words.quoted(shortened(on_one_line(step.text))) if step.text else ""


def _reason(words: Words, view: ProblemView, step: StepView) -> str:
    """Why, in the institution's words; for an author whose name is hidden, where to read it."""
    if not step.text:
        return ""
    if view.hides_subject:
        return words.t("The reason is under “See all”.")
    if step.kind is Happened.CLOSED and step.institution is not None:
        place = words.name(step.institution)
        return words.t("Reason, from {institution}: {said}", institution=place, said=_said(words, step))
    return words.t("Reason: {said}", said=_said(words, step))


def _next_after_return(words: Words, view: ProblemView) -> str:
    """What happens next."""
    if view.state is State.ARBITRATION:
        return words.t("The support committee decides who leads.")
    if view.institution is None:
        return words.t("The facilitator looks for the right institution.")
    if view.hides_subject:
        return words.t("Another institution has it now.")
    return words.t("{institution} has it now.", institution=words.name(view.institution))
