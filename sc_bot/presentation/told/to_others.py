"""One step of a problem's history, told to those who work on it."""

from sc_bot.domain.events import Happened
from sc_bot.domain.problems import FINISHED, State
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation import deadlocks, deciding, joined
from sc_bot.presentation.told.parts import reason_in, said_in
from sc_bot.presentation.words import Words


def to_others(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """The lines; none when there is nothing to say to them."""
    reference, said = view.reference, said_in(words, step)
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
        case Happened.DECIDED:
            return deciding.told_of_committee(words, view, step)
        case Happened.DEADLOCK_ENDED:
            return deadlocks.told(words, view, step)
        case Happened.RESTRICTED:
            head = words.t("{reference} is restricted.", reference=reference)
            return [head, words.t("Only you, the facilitator and the privacy officer see it now.")]
        case _:
            return _of_author(words, view, step)


def _of_author(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What the author did, to those who work on it."""
    reference, said = view.reference, said_in(words, step)
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
            return joined.to_others(words, view, step)


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
        return [head, said_in(words, step), next_]
    head = words.t("{reference}: what you need of {person} does not come.", **facts)
    if view.hides_subject:
        head = words.t("{reference}: what you need does not come.", **facts)
    return [head, reason_in(words, view, step), words.t("It stays blocked: ask somebody else, or choose another date.")]


def _handed(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What somebody answers who was asked to take a promise over, to the one who owed it."""
    facts = _of_promise(words, view, step)
    if step.kind is Happened.TAKEN_OVER:
        return [words.t("{reference}: {person} takes it over.", **facts), words.t("It is no longer yours.")]
    if "offered" in step.details:
        head = words.t("{reference}: {person} does not promise what the meeting noted.", **facts)
        return [head, reason_in(words, view, step), words.t("Nothing is promised. It can go onto the next agenda.")]
    head = words.t("{reference}: {person} does not take it over.", **facts)
    return [head, reason_in(words, view, step), words.t("It stays yours: ask somebody else, or choose another date.")]


def _partner(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What an institution that was asked to contribute answers."""
    facts = {"reference": view.reference, "institution": words.name(step.institution) if step.institution else ""}
    if step.kind is Happened.CONTRIBUTING:
        hint = words.t("Its director may now promise its part.")
        return [words.t("{reference}: {institution} contributes.", **facts), hint]
    head = words.t("{reference}: {institution} does not contribute.", **facts)
    return [head, reason_in(words, view, step), words.t("You may ask another partner, or ask again.")]
