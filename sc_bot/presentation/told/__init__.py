"""New messages: one step of a problem's history, told to the one it concerns.

An author whose name is hidden reads the reference and the state; the words are one tap away, for somebody may look over
their shoulder.
"""

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.events import (
    OF_DEADLOCKS,
    OF_DECISIONS,
    OF_JOINT_CHANGES,
    OF_THE_ASKED,
    OF_TRYOUTS,
    OF_WORDINGS,
    Happened,
)
from sc_bot.domain.permissions import Verb
from sc_bot.domain.promising import Act
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.ports import Message
from sc_bot.presentation import deciding, joint_told, rewording, trying, vocabulary
from sc_bot.presentation.blocks import Item, actions, bold, button, menu, message, plain
from sc_bot.presentation.card_buttons import verdict_buttons
from sc_bot.presentation.promises import button_of
from sc_bot.presentation.told.parts import is_answered
from sc_bot.presentation.told.to_author import to_author
from sc_bot.presentation.told.to_others import to_others
from sc_bot.presentation.words import Words


def told(view: ProblemView, step: StepView) -> Message | None:
    """The message about a step; None when there is nothing to say to this reader."""
    words = Words.of(view.reader)
    if step.kind in OF_JOINT_CHANGES:
        return _of_joint_change(words, view, step)
    as_author = view.is_author and step.kind not in OF_THE_ASKED | OF_DECISIONS | OF_DEADLOCKS
    lines = to_author(words, view, step) if as_author else to_others(words, view, step)
    if step.kind in OF_WORDINGS:
        lines = rewording.told(words, view, step)
    if step.kind in OF_TRYOUTS:
        lines = trying.told(words, view, step)
    lines = [each for each in lines if each]
    if not lines:
        return None
    blocks: list[Block] = [bold(lines[0])]
    if len(lines) > 1:
        blocks.append(plain("\n".join(lines[1:])))
    return message(lines, [*blocks, *_buttons(words, view, step)])


def _of_joint_change(words: Words, view: ProblemView, step: StepView) -> Message | None:
    """That it is in effect is said in the same words to all; of the rest a hidden author's screen shows one line."""
    lines = [each for each in joint_told.told(words, view, step) if each]
    if lines and view.hides_subject and step.kind not in joint_told.OF_AUTHORS:
        lines = [words.t("{reference}: there is news of the joint change.", reference=step.details[0])]
    if not lines:
        return None
    said = [plain("\n".join(lines[1:]))] if lines[1:] else []
    asks = step.kind is Happened.JOINT_VERIFIED and view.is_author and Verb.VERIFY in view.offers
    row = actions(verdict_buttons(words, view.reference)) if asks else joint_told.buttons(words, view, step)
    whole = step.kind is Happened.JOINT_WENT or not view.hides_subject
    return message(lines if whole else lines[:1], [bold(lines[0]), *said, *row])


_ASKS_WHETHER = frozenset({Happened.CLOSED, Happened.OTHER_CLOSED, Happened.MERGED})


def _buttons(words: Words, view: ProblemView, step: StepView) -> list[Block]:
    see = button(words.t("See all"), "problem.see", view.reference)
    if view.is_author and step.kind in _ASKS_WHETHER and Verb.VERIFY in view.offers:
        more = [Item(words.t("See all"), "problem.see"), _escalate(words)]
        return actions([*verdict_buttons(words, view.reference), menu("problem.more", view.reference, more)])
    if view.is_author and step.kind is Happened.SLIPPED and Verb.ESCALATE in view.offers:
        escalate = _escalate(words)
        return actions([see, button(escalate.label, escalate.action, view.reference)])
    if step.kind in OF_WORDINGS:
        return actions([*rewording.buttons_of_step(words, view, step), see])
    if step.kind in OF_TRYOUTS:
        return actions([*trying.buttons_of_step(words, view, step), see])
    if step.kind in _NEXT:
        return actions([*_next_steps(words, view, step), see])
    if step.kind is Happened.DECISION_ANSWERED and deciding.is_agreed(view, step):
        promise = button(vocabulary.verb(words, Verb.COMMIT), "commitment.make", view.reference, style="primary")
        return actions([promise, see])
    if deciding.ends_deadlock(view, step):
        return actions([button(vocabulary.verb(words, Verb.END_DEADLOCK), "deadlock.end", view.reference), see])
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
