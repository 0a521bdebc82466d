"""The buttons under a card: at most four, and a menu with what finds no place. What no longer applies is not there."""

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement

from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import FINISHED
from sc_bot.domain.views import ProblemView
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import (
    Item,
    actions,
    button,
    confirmed,
    menu,
)
from sc_bot.presentation.card_lines import (
    question_waits,
)
from sc_bot.presentation.words import Words

_ACTIONS = {
    Verb.ACKNOWLEDGE: "problem.acknowledge",
    Verb.ACCEPT: "problem.accept",
    Verb.COMMIT: "commitment.make",
    Verb.CONTRIBUTE: "participation.accept",
    Verb.DECLINE: "participation.decline",
    Verb.RETURN: "problem.return",
    Verb.REROUTE: "problem.reroute",
    Verb.ASSIGN: "problem.assign",
    Verb.ASK: "problem.ask",
    Verb.UPDATE: "problem.update",
    Verb.ASK_PARTNER: "participation.ask",
    Verb.CLOSE: "problem.close",
    Verb.TITLE: "problem.title",
    Verb.HAND_OVER: "problem.hand_over",
    Verb.REDACT: "problem.redact",
    Verb.RESTRICT: "problem.restrict",
    Verb.ADD_DETAILS: "problem.add_details",
    Verb.CHANGE_INSTITUTION: "problem.change_institution",
    Verb.SHOW_NAME: "problem.show_name",
    Verb.WITHDRAW: "problem.withdraw",
    Verb.ANSWER: "problem.answer",
    Verb.ESCALATE: "problem.escalate",
    Verb.QUOTE: "problem.quote",
    Verb.ASK_DECISION: "decision.ask",
    Verb.PROPOSE: "tryout.propose",
    Verb.MEASURE: "access.measure",
    Verb.REWORD: "wording.propose",
    Verb.LINK: "objective.link",
    Verb.CHANGE_TOGETHER: "joint.begin",
    Verb.END_DEADLOCK: "deadlock.end",
    Verb.PERCEIVE: "deadlock.perceive",
    Verb.JOIN: "problem.join",
    Verb.LEAVE: "problem.leave",
    Verb.MERGE: "problem.merge",
    Verb.SPLIT: "problem.split",
}
MOST_BUTTONS = 4
MOST_IN_MENU = 5  # Slack's limit


def author_buttons(words: Words, view: ProblemView) -> list[Block]:
    """What the author can still do."""
    see = button(words.t("See all"), "problem.see", view.reference)
    if Verb.VERIFY in view.offers:
        return actions([*verdict_buttons(words, view.reference), see])
    if Verb.QUOTE in view.offers:
        again = (Verb.MEASURE,) if _shows(view, Verb.MEASURE) else ()
        return actions([*buttons(words, view, (Verb.QUOTE, *again)), see])
    order = (Verb.ADD_DETAILS, Verb.CHANGE_INSTITUTION, Verb.SHOW_NAME, Verb.WITHDRAW, Verb.PROPOSE)
    if view.news is not None:
        return row(words, view, order[:1], order[1:])
    return actions([*buttons(words, view, order), see][:MOST_BUTTONS])


def beside_similar(words: Words, view: ProblemView) -> list[Block]:
    """What the author can do while problems like theirs are known; what finds no place is behind ⋯."""
    rest = (Verb.CHANGE_INSTITUTION, Verb.SHOW_NAME, Verb.WITHDRAW)
    alike = button(words.t("Problems like it"), "problem.similar", view.reference)
    return actions([alike, *_elements(words, view, (Verb.ADD_DETAILS,), rest)])


def all_buttons(words: Words, view: ProblemView) -> list[Block]:
    """Everything that this reader can do now: three buttons, a menu, and what finds no place in it."""
    if Verb.VERIFY in view.offers:
        return actions(verdict_buttons(words, view.reference))
    able = [verb for verb in _ACTIONS if verb in view.offers and _shows(view, verb)]
    first, rest = able[: MOST_BUTTONS - 1], able[MOST_BUTTONS - 1 :]
    items = [Item(vocabulary.verb(words, verb), _ACTIONS[verb]) for verb in rest[:MOST_IN_MENU]]
    more = [menu("problem.more", view.reference, items)] if items else []
    beyond = buttons(words, view, tuple(rest[MOST_IN_MENU:]))
    return [*actions([*buttons(words, view, tuple(first)), *more]), *actions(beyond)]


def _shows(view: ProblemView, verb: Verb) -> bool:
    """Whether what somebody may do has something to do it to."""
    match verb:
        case Verb.ANSWER:
            return question_waits(view)
        case Verb.MEASURE:
            return view.state not in FINISHED or (view.is_author and view.access is not None)
        case _:
            return True


def verdict_buttons(words: Words, reference: str) -> list[InteractiveElement]:
    """Did it change for you? yes, partly, no."""
    return [
        button(words.t("Yes"), "problem.verified", reference),
        button(words.t("Partly"), "problem.partly_fixed", reference),
        button(words.t("No"), "problem.not_fixed", reference),
    ]


def buttons(words: Words, view: ProblemView, order: tuple[Verb, ...]) -> list[InteractiveElement]:
    """Those of these that apply, in this order."""
    return [_button(words, view, verb) for verb in order if verb in view.offers]


def _button(words: Words, view: ProblemView, verb: Verb) -> InteractiveElement:
    made = button(vocabulary.verb(words, verb), _ACTIONS[verb], view.reference, style=_style(verb))
    return showing_name(words, made) if verb is Verb.SHOW_NAME else made


def showing_name(words: Words, made: ButtonElement) -> ButtonElement:
    """A name that was seen cannot be hidden again: one tap between two patients is not enough."""
    text = words.t("Those who work on it will see your name. It cannot be hidden again.")
    go, stop = words.t("Show my name"), words.t("Cancel")
    return confirmed(made, title=words.t("Show my name?"), text=text, go=go, stop=stop)


def _style(verb: Verb) -> str | None:
    return "primary" if verb in (Verb.ACCEPT, Verb.ASSIGN, Verb.COMMIT) else None


def row(words: Words, view: ProblemView, first: tuple[Verb, ...], rest: tuple[Verb, ...]) -> list[Block]:
    """A few buttons, then the menu with the rest."""
    return actions(_elements(words, view, first, rest))


def _elements(
    words: Words, view: ProblemView, first: tuple[Verb, ...], rest: tuple[Verb, ...]
) -> list[InteractiveElement]:
    """The same, as what stands in a row; "See all" is among the buttons where there is room."""
    able = buttons(words, view, first)[: MOST_BUTTONS - 1]
    items = [
        Item(vocabulary.verb(words, verb), _ACTIONS[verb]) for verb in rest if verb in view.offers and verb not in first
    ]
    see = Item(words.t("See all"), "problem.see")
    if len(able) < MOST_BUTTONS - 1:
        able.append(button(see.label, see.action, view.reference))
    else:
        items.insert(0, see)
    return [*able, *([menu("problem.more", view.reference, items)] if items else [])]
