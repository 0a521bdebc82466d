"""One step of a problem's history, told to its author: a hidden one reads the reference and the state."""

from sc_bot.domain.due import due_from
from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, State
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation import due_words, joined
from sc_bot.presentation.told.parts import is_answered, reason_in, said_in, verdict_asked
from sc_bot.presentation.words import Words


def to_author(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """The lines; none when there is nothing to say to them."""
    match step.kind:
        case Happened.ACCEPTED | Happened.ASSIGNED:
            return _accepted(words, view, step)
        case Happened.RETURNED:
            return _returned(words, view, step)
        case Happened.ASKED:
            return _asked(words, view, step)
        case Happened.CLOSED:
            return _closed(words, view, step)
        case Happened.COMMITTED:
            return _committed(words, view, step)
        case Happened.REDATED:
            return _redated(words, view, step)
        case Happened.CANCELLED:
            head = words.t("{reference}: a promise is given up.", reference=view.reference)
            return [head, reason_in(words, view, step), words.t("The institution still has the problem.")]
        case Happened.SLIPPED:
            head = words.t("{reference}: a promise is late.", reference=view.reference)
            return [head, words.t("Those who owe it are reminded. You may ask that somebody else look at it.")]
        case Happened.CONTRIBUTING | Happened.CONTRIBUTION_DECLINED:
            return [words.t("{reference}: a partner has answered.", reference=view.reference)]
        case Happened.OTHER_CLOSED:
            head = words.t("{reference}: the problem under which it went on is closed.", reference=view.reference)
            return [head, verdict_asked(words, view)]
        case _:
            return joined.to_author(words, view, step)


def _accepted(words: Words, view: ProblemView, step: StepView) -> list[str]:
    if view.hides_subject or step.institution is None:
        head = words.t("{reference} is accepted.", reference=view.reference)
    else:
        place = words.name(step.institution)
        head = words.t("{reference} is accepted by {institution}.", reference=view.reference, institution=place)
    return [head, words.t("The search for a solution has a lead. You will hear what becomes of it.")]


def _committed(words: Words, view: ProblemView, step: StepView) -> list[str]:
    day = due_words.short(words, due_from(step.details[1]), _zone(view, step))
    head = words.t("{reference}: something is promised for {day}.", reference=view.reference, day=day)
    return [head, words.t("What it is: under “See all”.") if view.hides_subject else said_in(words, step)]


def _zone(view: ProblemView, step: StepView) -> str:
    """Where the day of the promise that a step is about is a day."""
    reference = f"{view.reference}.{step.details[0]}"
    return next((each.zone for each in view.commitments if each.reference == reference), "")


def _redated(words: Words, view: ProblemView, step: StepView) -> list[str]:
    zone = _zone(view, step)
    before, after = (due_words.short(words, due_from(each), zone) for each in step.details[1:3])
    head = words.t("{reference}: a promise gets another date.", reference=view.reference)
    dates = words.t("From {before} to {after}.", before=before, after=after)
    return [head, dates, reason_in(words, view, step)]


def _returned(words: Words, view: ProblemView, step: StepView) -> list[str]:
    head = words.t("{reference} was returned; an answer is still owed to you.", reference=view.reference)
    return [head, reason_in(words, view, step), _next_after_return(words, view)]


def _asked(words: Words, view: ProblemView, step: StepView) -> list[str]:
    head = words.t("{reference}: a question for you.", reference=view.reference)
    if is_answered(view, step):
        return [head, "" if view.hides_subject else said_in(words, step), words.t("You answered. Thank you.")]
    if view.hides_subject:
        question = words.t("To read it and answer, press the button.")
        hint = words.t("You may also write under this message. Your name is not passed on.")
    else:
        question = said_in(words, step)
        hint = words.t("Answer with the button, or write under this message.")
    return [head, question, hint]


def _closed(words: Words, view: ProblemView, step: StepView) -> list[str]:
    reference, reason = view.reference, reason_in(words, view, step)
    match Closing(step.details[0]):
        case Closing.SOLVED:
            head = words.t("{reference} is closed: solved.", reference=reference)
            return [head, reason, verdict_asked(words, view)]
        case Closing.NOT_SOLVABLE:
            head = words.t("{reference} is closed without a solution.", reference=reference)
            counts = words.t("Your report counts in the review.")
            return [head, reason, counts, verdict_asked(words, view)]
        case Closing.DUPLICATE:
            head = words.t("{reference} goes on under {other}.", reference=reference, other=step.details[-1])
            same = words.t("It is the same problem; nothing you wrote is lost.")
            asked = words.t("If it is not the same, “No” opens yours again.") if Verb.VERIFY in view.offers else ""
            return [head, same, reason, asked]
        case Closing.OUT_OF_MANDATE:
            head = words.t("{reference} is closed: outside what this community can change.", reference=reference)
            counts = words.t("Your report counts in the review.")
            return [head, reason, counts, verdict_asked(words, view)]


def _next_after_return(words: Words, view: ProblemView) -> str:
    """What happens next."""
    if view.state is State.ARBITRATION:
        return words.t("The support committee decides who leads.")
    if view.institution is None:
        return words.t("The facilitator looks for the right institution.")
    if view.hides_subject:
        return words.t("Another institution has it now.")
    return words.t("{institution} has it now.", institution=words.name(view.institution))
