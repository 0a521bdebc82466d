"""What every told step has: what was said, why, and whether it was answered."""

from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation.blocks import on_one_line, shortened
from sc_bot.presentation.words import Words


def said_in(words: Words, step: StepView) -> str:
    """What was written with it, in a line."""
    return words.quoted(shortened(on_one_line(step.text))) if step.text else ""


def reason_in(words: Words, view: ProblemView, step: StepView) -> str:
    """Why, in the institution's words; for an author whose name is hidden, where to read it."""
    if not step.text:
        return ""
    if view.hides_subject:
        return words.t("The reason is under “See all”.")
    if step.kind is Happened.CLOSED and step.institution is not None:
        place = words.name(step.institution)
        return words.t("Reason, from {institution}: {said}", institution=place, said=said_in(words, step))
    return words.t("Reason: {said}", said=said_in(words, step))


def is_answered(view: ProblemView, asked: StepView) -> bool:
    """Whether its author has answered a question since."""
    return any(each.kind is Happened.ANSWERED and each.id > asked.id for each in view.steps)


def verdict_asked(words: Words, view: ProblemView) -> str:
    """Asked until it is answered, and as long as it is closed."""
    return words.t("Did it change for you? “No” opens it again.") if Verb.VERIFY in view.offers else ""
