"""What stands under a told step: what its reader can do next."""

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.promising import Act
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation import deciding, vocabulary
from sc_bot.presentation.blocks import Item, actions, button, menu
from sc_bot.presentation.cards import verdict_buttons
from sc_bot.presentation.promises import button_of
from sc_bot.presentation.words import Words


def next_buttons(words: Words, view: ProblemView, step: StepView) -> list[Block]:
    """The buttons that apply now, with "See all"."""
    see = button(words.t("See all"), "problem.see", view.reference)
    if view.is_author and step.kind in {Happened.CLOSED, Happened.OTHER_CLOSED} and Verb.VERIFY in view.offers:
        more = [Item(words.t("See all"), "problem.see"), _escalate(words)]
        return actions([*verdict_buttons(words, view.reference), menu("problem.more", view.reference, more)])
    if view.is_author and step.kind is Happened.SLIPPED and Verb.ESCALATE in view.offers:
        escalate = _escalate(words)
        return actions([see, button(escalate.label, escalate.action, view.reference)])
    if step.kind in _NEXT:
        return actions([*_next_steps(words, view, step), see])
    if step.kind is Happened.DECISION_ANSWERED and deciding.is_agreed(view, step):
        promise = button(vocabulary.verb(words, Verb.COMMIT), "commitment.make", view.reference, style="primary")
        return actions([promise, see])
    waits = step.kind is Happened.ASKED and not is_answered(view, step)
    if view.is_author and waits and Verb.ANSWER in view.offers:
        return actions([button(words.t("Answer"), "problem.answer", view.reference, style="primary"), see])
    return actions([see])


_NEXT = {
    Happened.PROVIDED: (Act.ON_TRACK, Act.REDATE),
    Happened.NOT_PROVIDED: (Act.BLOCK, Act.REDATE),
    Happened.DECLINED: (Act.HAND, Act.REDATE),
    Happened.UNASKED: (Act.HAND, Act.BLOCK),
}
"""What an owner can do next, once somebody who was asked has answered."""


def _next_steps(words: Words, view: ProblemView, step: StepView) -> list[InteractiveElement]:
    """The same, as buttons about the promise."""
    reference = f"{view.reference}.{step.details[0]}"
    about = (each for each in view.commitments if each.reference == reference)
    return [
        button_of(words, each, act, style="primary" if act is Act.ON_TRACK else None)
        for each in about
        for act in _NEXT[step.kind]
        if act in each.offers
    ]


def _escalate(words: Words) -> Item:
    return Item(vocabulary.verb(words, Verb.ESCALATE), "problem.escalate")


def is_answered(view: ProblemView, asked: StepView) -> bool:
    """Whether its author has answered a question since."""
    return any(each.kind is Happened.ANSWERED and each.id > asked.id for each in view.steps)
