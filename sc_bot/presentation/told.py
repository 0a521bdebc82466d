"""New messages: one step of a problem's history, told to the one it concerns.

An author whose name is hidden reads the reference and the state; the words are one tap away, for somebody may look over
their shoulder.
"""

from slack_sdk.models.blocks import Block

from sc_bot.domain.due import due_from
from sc_bot.domain.events import OF_DECISIONS, OF_THE_ASKED, Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import FINISHED, Closing, State
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.ports import Message
from sc_bot.presentation import deciding, due_words
from sc_bot.presentation.blocks import bold, message, on_one_line, plain, shortened
from sc_bot.presentation.told_buttons import is_answered, next_buttons
from sc_bot.presentation.words import Words


def told(view: ProblemView, step: StepView) -> Message | None:
    """The message about a step; None when there is nothing to say to this reader."""
    words = Words.of(view.reader)
    as_author = view.is_author and step.kind not in OF_THE_ASKED | OF_DECISIONS
    lines = _to_author(words, view, step) if as_author else _to_others(words, view, step)
    lines = [each for each in lines if each]
    if not lines:
        return None
    blocks: list[Block] = [bold(lines[0])]
    if len(lines) > 1:
        blocks.append(plain("\n".join(lines[1:])))
    return message(lines, [*blocks, *next_buttons(words, view, step)])


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
        case Happened.COMMITTED:
            return _committed(words, view, step)
        case Happened.REDATED:
            return _redated(words, view, step)
        case Happened.CANCELLED:
            head = words.t("{reference}: a promise is given up.", reference=view.reference)
            return [head, _reason(words, view, step), words.t("The institution still has the problem.")]
        case Happened.SLIPPED:
            head = words.t("{reference}: a promise is late.", reference=view.reference)
            return [head, words.t("Those who owe it are reminded. You may ask that somebody else look at it.")]
        case Happened.CONTRIBUTING | Happened.CONTRIBUTION_DECLINED:
            return [words.t("{reference}: a partner has answered.", reference=view.reference)]
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


def _committed(words: Words, view: ProblemView, step: StepView) -> list[str]:
    day = due_words.short(words, due_from(step.details[1]), _zone(view, step))
    head = words.t("{reference}: something is promised for {day}.", reference=view.reference, day=day)
    return [head, words.t("What it is: under “See all”.") if view.hides_subject else _said(words, step)]


def _zone(view: ProblemView, step: StepView) -> str:
    """Where the day of the promise that a step is about is a day."""
    reference = f"{view.reference}.{step.details[0]}"
    return next((each.zone for each in view.commitments if each.reference == reference), "")


def _redated(words: Words, view: ProblemView, step: StepView) -> list[str]:
    zone = _zone(view, step)
    before, after = (due_words.short(words, due_from(each), zone) for each in step.details[1:3])
    head = words.t("{reference}: a promise gets another date.", reference=view.reference)
    dates = words.t("From {before} to {after}.", before=before, after=after)
    return [head, dates, _reason(words, view, step)]


def _returned(words: Words, view: ProblemView, step: StepView) -> list[str]:
    head = words.t("{reference} was returned; an answer is still owed to you.", reference=view.reference)
    return [head, _reason(words, view, step), _next_after_return(words, view)]


def _asked(words: Words, view: ProblemView, step: StepView) -> list[str]:
    head = words.t("{reference}: a question for you.", reference=view.reference)
    if is_answered(view, step):
        return [head, "" if view.hides_subject else _said(words, step), words.t("You answered. Thank you.")]
    if view.hides_subject:
        question = words.t("To read it and answer, press the button.")
        hint = words.t("You may also write under this message. Your name is not passed on.")
    else:
        question = _said(words, step)
        hint = words.t("Answer with the button, or write under this message.")
    return [head, question, hint]


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
        case Happened.CLOSED:
            by = step.by or words.t("the facilitator")
            return [words.t("{reference} was closed by {by}.", reference=reference, by=by), said]
        case Happened.REROUTED:
            place = words.name(step.institution) if step.institution else ""
            head = words.t("{reference} was sent to {institution}.", reference=reference, institution=place)
            return [head, said, words.t("You owe the answer until they accept.")]
        case Happened.CONTRIBUTING | Happened.CONTRIBUTION_DECLINED:
            return _partner(words, view, step)
        case Happened.TAKEN_OVER | Happened.DECLINED:
            return _handed(words, view, step)
        case Happened.CANCELLED if view.state in FINISHED:
            head = words.t("{reference} is closed: what you promised for it ends with it.", reference=reference)
            if view.state is State.WITHDRAWN:
                head = words.t("{reference} is withdrawn: what you promised for it ends with it.", reference=reference)
            return [head, words.t("Nothing more is asked of you.")]
        case Happened.PROVIDED | Happened.NOT_PROVIDED:
            return _provided(words, view, step)
        case Happened.UNASKED:
            facts = _of_promise(words, view, step)
            head = words.t("{reference}: whoever you asked can no longer answer.", **facts)
            return [head, words.t("It stays yours: ask somebody else, or choose another date.")]
        case Happened.DECISION_ANSWERED | Happened.DECISION_LAPSED:
            return deciding.told(words, view, step)
        case Happened.RESTRICTED:
            head = words.t("{reference} is restricted.", reference=reference)
            return [head, words.t("Only you, the facilitator and the privacy officer see it now.")]
        case _:
            return _of_author(words, view, step)


def _of_author(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What the author did, to those who work on it."""
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
        case Happened.HELP_ASKED:
            head = words.t("{reference}: the author asks that somebody else look at it.", reference=reference)
            return [head, said, words.t("Asked of you: speak with those who have it, then give news.")]
        case _:
            return []


def _of_promise(words: Words, view: ProblemView, step: StepView) -> dict[str, str]:
    """Which promise a step is about, and who took it; nobody's name where somebody may look over a shoulder."""
    who = words.t("Somebody") if view.hides_subject or step.by is None else step.by
    return {"reference": f"{view.reference}.{step.details[0]}", "person": who}


def _provided(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What somebody answers of whom something was needed, to the one who owes the promise."""
    facts = _of_promise(words, view, step)
    if step.kind is Happened.PROVIDED:
        head = words.t("{reference}: what you needed of {person} is there.", **facts)
        next_ = words.t("Next step: say that it is on track, or choose another date.")
        if view.hides_subject:
            return [words.t("{reference}: what you needed is there.", **facts), next_]
        return [head, _said(words, step), next_]
    head = words.t("{reference}: what you need of {person} does not come.", **facts)
    if view.hides_subject:
        head = words.t("{reference}: what you need does not come.", **facts)
    return [head, _reason(words, view, step), words.t("It stays blocked: ask somebody else, or choose another date.")]


def _handed(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What somebody answers who was asked to take a promise over, to the one who owed it."""
    facts = _of_promise(words, view, step)
    if step.kind is Happened.TAKEN_OVER:
        return [words.t("{reference}: {person} takes it over.", **facts), words.t("It is no longer yours.")]
    head = words.t("{reference}: {person} does not take it over.", **facts)
    return [head, _reason(words, view, step), words.t("It stays yours: ask somebody else, or choose another date.")]


def _partner(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What an institution that was asked to contribute answers."""
    facts = {"reference": view.reference, "institution": words.name(step.institution) if step.institution else ""}
    if step.kind is Happened.CONTRIBUTING:
        hint = words.t("Its director may now promise its part.")
        return [words.t("{reference}: {institution} contributes.", **facts), hint]
    head = words.t("{reference}: {institution} does not contribute.", **facts)
    return [head, _reason(words, view, step), words.t("You may ask another partner, or ask again.")]


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
