"""Decision requests in words where they are told: to who asked and who leads, and in the history."""

from datetime import datetime

from sc_bot.domain.community import Localised
from sc_bot.domain.decisions import Deciding, Reply
from sc_bot.domain.due import due_from
from sc_bot.domain.events import IN_NAME, Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation import due_words
from sc_bot.presentation.blocks import on_one_line, shortened
from sc_bot.presentation.words import Words

_QUESTION = 200  # characters of what was asked, above the answer


def is_agreed(view: ProblemView, step: StepView) -> bool:
    """Whether everybody agreed with this answer, and whoever reads it may promise what follows."""
    return Deciding.AGREED.value in step.details and Verb.COMMIT in view.offers


def ends_deadlock(view: ProblemView, step: StepView) -> bool:
    """Whether everybody agreed about a problem in deadlock, and whoever reads it may record that as the way out."""
    return Deciding.AGREED.value in step.details and Verb.END_DEADLOCK in view.offers


def told(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What a general manager answered, or that the day has passed; with what comes next."""
    if step.kind is Happened.DECISION_LAPSED:
        head = words.t("{reference}: the day has passed without a decision.", reference=view.reference)
        return [head, _question(words, view, step), _instead(words, view, step), words.t("You may ask again.")]
    if step.kind is not Happened.DECISION_ANSWERED:
        return []
    head = _answered(words, view, step)
    return [head, _question(words, view, step), _reason(words, view, step), _next(words, view, step)]


def _answered(words: Words, view: ProblemView, step: StepView) -> str:
    who = words.t("Somebody") if view.hides_subject or step.by is None else _for_whom(words, step, step.by)
    facts = {"reference": view.reference, "person": who}
    if step.details[1] == Reply.DISCUSS and _meets(step):
        return words.t("{reference}: {person} wants to discuss it ({day}).", **facts, day=_meeting(words, step))
    return {
        Reply.AGREE: words.t("{reference}: {person} agrees.", **facts),
        Reply.NO: words.t("{reference}: {person} says no.", **facts),
        Reply.DISCUSS: words.t("{reference}: {person} wants to discuss it.", **facts),
    }[Reply(step.details[1])]


def _for_whom(words: Words, step: StepView, by: str) -> str:
    """With whose answer it is, where the facilitator recorded it."""
    if IN_NAME not in step.details or step.institution is None:
        return by
    return words.t("{what} (for {whom})", what=by, whom=words.name(step.institution))


def _meets(step: StepView) -> bool:
    return any(step.details[3:4])


def _next(words: Words, view: ProblemView, step: StepView) -> str:
    """What its reader does now; where one waits for others, nothing."""
    if is_agreed(view, step):
        return words.t("Everybody who was asked agrees. Next: promise what follows from it.")
    if ends_deadlock(view, step):
        return words.t("Everybody who was asked agrees. The deadlock ends when the decision is recorded.")
    return {
        Deciding.AGREED: words.t("Everybody who was asked agrees."),
        Deciding.REFUSED: words.t("You may ask another question."),
        Deciding.TO_DISCUSS: words.t("Next: have it put on the agenda."),
    }.get(Deciding(step.details[2]), words.t("You hear the other answers."))


def _question(words: Words, view: ProblemView, step: StepView) -> str:
    """What was asked, for those who may read it in a notification."""
    said = [
        each.text
        for each in view.steps
        if each.kind is Happened.DECISION_ASKED and each.details[:1] == step.details[:1] and each.text
    ]
    if view.hides_subject or not said:
        return ""
    return words.t("Asked: {what}", what=words.quoted(shortened(on_one_line(said[0]), _QUESTION)))


def _instead(words: Words, view: ProblemView, step: StepView) -> str:
    if view.hides_subject:
        return words.t("What was to happen otherwise is under “See all”.")
    said = words.quoted(shortened(on_one_line(step.text or "")))
    return words.t("Said for that case: {otherwise}", otherwise=said)


def _reason(words: Words, view: ProblemView, step: StepView) -> str:
    if not step.text:
        return ""
    if view.hides_subject:
        return words.t("The reason is under “See all”.")
    return words.t("Reason: {said}", said=words.quoted(shortened(on_one_line(step.text))))


def in_history(words: Words, step: StepView) -> str:
    """One step of a request, with its number."""
    number, *rest = step.details
    if step.kind is Happened.DECISION_ANSWERED:
        return _answer_in_history(words, step, number)
    day = due_words.short(words, due_from(rest[0]))
    if step.kind is Happened.DECISION_ASKED:
        return words.t("asked general managers for decision {number}, by {day}", number=number, day=day)
    return words.t("the day for decision {number} has passed ({day})", number=number, day=day)


def of_committee(words: Words, step: StepView) -> str:
    """What a committee decided, as one reads it in the history."""
    committee = words.name(_committee(step))
    if "corrected" in step.details:
        return words.t("put right what was decided ({committee})", committee=committee)
    return words.t("noted what was decided ({committee})", committee=committee)


def told_of_committee(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """To whoever leads, if they do not sit there."""
    facts = {"reference": view.reference, "committee": words.name(_committee(step))}
    head = words.t("{reference}: decided in a meeting ({committee}).", **facts)
    said = words.quoted(shortened(on_one_line(step.text or "")))
    return [head, words.t("The words are under “See all”.") if view.hides_subject else said]


def _committee(step: StepView) -> Localised:
    return Localised(*step.details[1:3])


def _answer_in_history(words: Words, step: StepView, number: str) -> str:
    if step.details[1] == Reply.DISCUSS and _meets(step):
        said = words.t("wants to discuss decision {number} on {day}", number=number, day=_meeting(words, step))
        return _for_whom(words, step, said)
    said = {
        Reply.AGREE: words.t("agreed to decision {number}", number=number),
        Reply.NO: words.t("said no to decision {number}", number=number),
        Reply.DISCUSS: words.t("wants to discuss decision {number}", number=number),
    }[Reply(step.details[1])]
    return _for_whom(words, step, said)


def _meeting(words: Words, step: StepView) -> str:
    return words.moment_of(datetime.fromisoformat(step.details[3]))
