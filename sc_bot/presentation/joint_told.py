"""The steps of a joint change in words: where they are told, and in the history."""

from datetime import date

from slack_sdk.models.blocks import Block

from sc_bot.domain.events import Happened
from sc_bot.domain.joint_changes import SHORT
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import State, Verdict
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation.blocks import actions, button, on_one_line, shortened
from sc_bot.presentation.words import Words

ANSWERED = frozenset({Happened.JOINT_REDATED, Happened.JOINT_DATED, Happened.JOINT_HELD, Happened.JOINT_CHECKED})
"""What its reader, if they act for one of the institutions, can answer at once."""

OF_AUTHORS = frozenset({Happened.JOINT_WENT, Happened.JOINT_ROLLED_BACK, Happened.JOINT_VERIFIED})
"""What those hear who reported a problem."""


def told(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """What happened, to those whom it concerns; the first line is all that a locked screen of a hidden author shows."""
    own = view.is_author and step.kind in OF_AUTHORS
    facts = {
        "reference": view.reference if own else step.details[0],
        "institution": words.name(step.institution) if step.institution else "",
        "day": _day(words, step.details[-1]),
    }
    match step.kind:
        case Happened.JOINT_WENT:
            head = words.t("{reference}: a joint change is in effect since {day}.", **facts)
            return [
                head,
                _said(words, step),
                words.t("In some days it is asked, at each institution, whether it changed."),
            ]
        case Happened.JOINT_ROLLED_BACK:
            head = words.t("{reference}: the joint change is taken back.", **facts)
            return [head, _reason(words, view, step), words.t("The problem stays open.")]
        case Happened.JOINT_VERIFIED:
            return _verified(words, view, facts["reference"])
        case _:
            return _planning(words, step, facts)


def _planning(words: Words, step: StepView, facts: dict[str, str]) -> list[str]:
    """What those hear who get it ready."""
    said = _said(words, step)
    reason = words.t("Reason: {said}", said=said) if said else ""
    match step.kind:
        case Happened.JOINT_DECLINED:
            head = words.t("{reference}: {institution} does not take part.", **facts)
            return [head, reason, _left(words, step)]
        case Happened.JOINT_NEEDS:
            head = words.t("{reference}: {institution} says what it needs to be ready.", **facts)
            return [head, said, words.t("If you have it, tell them.")]
        case Happened.JOINT_REDATED:
            head = words.t("{reference}: another date is proposed, {day}.", **facts)
            was = words.t("{day} is no longer the date.", day=_day(words, step.details[1])) if step.details[2:] else ""
            return [head, was, reason, words.t("Does it suit you? Everything is asked again for this date.")]
        case Happened.JOINT_DATED:
            head = words.t("{reference}: the date is in force, {day}.", **facts)
            return [head, words.t("It goes in the morning, if enough are ready and the roll-back is written.")]
        case Happened.JOINT_HELD:
            return [
                words.t("{reference} does not go today.", **facts),
                _why(words, step),
                words.t("A new date is asked for."),
            ]
        case Happened.JOINT_ABANDONED:
            return [words.t("{reference}: the joint change is given up.", **facts), reason]
        case Happened.JOINT_CHECKED:
            head = words.t("{reference}: nothing changed at {institution}.", **facts)
            return [head, words.t("A new promise is asked for there.")]
        case _:
            return []


def _left(words: Words, step: StepView) -> str:
    """Whether the rule can still be met."""
    if SHORT in step.details:
        return words.t(
            "Too few are left for its rule: whoever leads can give it up, and begin it anew with those that stay."
        )
    return words.t("The rule stays as it is: as many institutions must be ready as before.")


def _why(words: Words, step: StepView) -> str:
    """Why it does not go."""
    _, _, ready, needed, back = step.details
    said = words.t("Ready: {ready} of {needed}.", ready=ready, needed=needed)
    return (
        f"{said} {words.t('Roll-back written.')}" if back == "back" else f"{said} {words.t('Roll-back not written.')}"
    )


def _verified(words: Words, view: ProblemView, reference: str) -> list[str]:
    head = words.t("{reference}: it changed at every institution. Thank you.", reference=reference)
    if view.state is not State.CLOSED:
        return [head]
    closed = words.t("{reference} is closed: solved.", reference=view.reference)
    asked = (
        words.t("Did it change for you? “No” opens it again.") if view.is_author and Verb.VERIFY in view.offers else ""
    )
    return [head, closed, asked]


def _said(words: Words, step: StepView) -> str:
    return words.quoted(shortened(on_one_line(step.text))) if step.text else ""


def _reason(words: Words, view: ProblemView, step: StepView) -> str:
    if not step.text:
        return ""
    if view.hides_subject:
        return words.t("The reason is under “See all”.")
    return words.t("Reason: {said}", said=_said(words, step))


def _day(words: Words, written: str) -> str:
    """A date in the details, as one says it."""
    return words.day(date.fromisoformat(written)) if written[:4].isdecimal() and written[4:5] == "-" else ""


def buttons(words: Words, view: ProblemView, step: StepView) -> list[Block]:
    """The way to the card, where there is something to answer; else to the problem."""
    see = button(words.t("See all"), "problem.see", view.reference)
    if step.kind in ANSWERED and not view.is_author:
        return actions([button(words.t("Answer"), "joint.see", step.details[0], style="primary"), see])
    return actions([see])


def in_history(words: Words, step: StepView) -> str:
    """One step, with what it is about."""
    reference = step.details[0]
    facts = {
        "reference": reference,
        "institution": words.name(step.institution) if step.institution else "",
        "day": _day(words, step.details[-1]),
    }
    if step.kind is Happened.JOINT_BEGUN:
        return words.t(
            "began the joint change {reference}, for {day}", reference=reference, day=_day(words, step.details[1])
        )
    if step.kind is Happened.JOINT_CHECKED:
        return _checked(words, step, facts)
    if step.kind is Happened.JOINT_HELD:
        return words.t(
            "the joint change {reference} did not go on {day}", reference=reference, day=_day(words, step.details[1])
        )
    return {
        Happened.JOINT_TAKEN: words.t("said that {institution} takes part in the joint change {reference}", **facts),
        Happened.JOINT_DECLINED: words.t(
            "said that {institution} does not take part in the joint change {reference}", **facts
        ),
        Happened.JOINT_AGREED: words.t("agreed to the date of the joint change {reference} for {institution}", **facts),
        Happened.JOINT_READY: words.t("said that {institution} is ready for the joint change {reference}", **facts),
        Happened.JOINT_NEEDS: words.t("said what {institution} needs for the joint change {reference}", **facts),
        Happened.JOINT_REDATED: words.t("proposed {day} for the joint change {reference}", **facts),
        Happened.JOINT_DATED: words.t("the date of the joint change {reference} is in force: {day}", **facts),
        Happened.JOINT_WRITTEN: words.t("wrote how to go back from the joint change {reference}", **facts),
        Happened.JOINT_WENT: words.t("the joint change {reference} is in effect since {day}", **facts),
        Happened.JOINT_ROLLED_BACK: words.t("took the joint change {reference} back", **facts),
        Happened.JOINT_ABANDONED: words.t("gave up the joint change {reference}", **facts),
        Happened.JOINT_VERIFIED: words.t("the joint change {reference} is verified at every institution", **facts),
    }[step.kind]


def _checked(words: Words, step: StepView, facts: dict[str, str]) -> str:
    return {
        Verdict.YES: words.t("said that it changed at {institution} (joint change {reference})", **facts),
        Verdict.PARTLY: words.t("said that it changed in part at {institution} (joint change {reference})", **facts),
        Verdict.NO: words.t("said that nothing changed at {institution} (joint change {reference})", **facts),
    }[Verdict(step.details[1])]
