"""The cards: one message each for the author, the director, the facilitator, the support committee and the channel.

At most five lines and four buttons: a telephone's screen. What no longer applies is not there.
"""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement

from sc_bot.domain.commitments import STANDING
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import FINISHED, Severity, State
from sc_bot.domain.views import ProblemView, Reader
from sc_bot.ports import Message
from sc_bot.presentation import access, promises, vocabulary
from sc_bot.presentation.blocks import (
    Item,
    actions,
    bold,
    button,
    confirmed,
    grey,
    menu,
    message,
    plain,
)
from sc_bot.presentation.card_lines import (
    NEW,
    accepting_is_not_admitting,
    expected,
    has_turn,
    last_return,
    news,
    origin,
    partners,
    present,
    question_waits,
    reasons,
    standing,
    where,
    who_has_it,
    why_here,
    written,
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
MOST_LINES = 5
MOST_PROMISES = 2  # on a card; the others are under "See all"
MOST_BUTTONS = 4
MOST_IN_MENU = 5  # Slack's limit


def author_card(view: ProblemView, similar: Sequence[str] = ()) -> Message:
    """The author's card. With a hidden name its notification holds the reference and the state, never the subject.

    `similar` are the references of problems like it, as long as nobody has acted on it.
    """
    words = Words.of(view.reader)
    title = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    measured = access.line(words, view.access)
    known = words.t("Already known, perhaps: {references}.", references=words.both(list(similar))) if similar else ""
    lines = present(where(words, view), expected(words, view), measured, news(words, view), known)
    row = _beside_similar(words, view) if similar else author_buttons(words, view)
    blocks: list[Block] = [bold(title), *([plain("\n".join(lines))] if lines else []), *row]
    return message([title] if view.hides_subject else [title, *lines], blocks)


def author_buttons(words: Words, view: ProblemView) -> list[Block]:
    """What the author can still do."""
    see = button(words.t("See all"), "problem.see", view.reference)
    if Verb.VERIFY in view.offers:
        return actions([*verdict_buttons(words, view.reference), see])
    if Verb.QUOTE in view.offers:
        again = (Verb.MEASURE,) if _shows(view, Verb.MEASURE) else ()
        return actions([*_buttons(words, view, (Verb.QUOTE, *again)), see])
    order = (Verb.ADD_DETAILS, Verb.CHANGE_INSTITUTION, Verb.SHOW_NAME, Verb.WITHDRAW, Verb.PROPOSE)
    if view.news is not None:
        return _row(words, view, order[:1], order[1:])
    return actions([*_buttons(words, view, order), see][:MOST_BUTTONS])


def _beside_similar(words: Words, view: ProblemView) -> list[Block]:
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
    beyond = _buttons(words, view, tuple(rest[MOST_IN_MENU:]))
    return [*actions([*_buttons(words, view, tuple(first)), *more]), *actions(beyond)]


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


def director_card(view: ProblemView) -> Message:
    """What the managing director reads, with the buttons that apply."""
    words = Words.of(view.reader)
    head, severity = _director_title(words, view), vocabulary.severity(words, view.severity)
    promised = [promises.line(words, each) for each in view.commitments if each.standing in STANDING]
    beside = partners(words, view)
    promised = promised[: MOST_PROMISES - bool(beside)]
    context = present(origin(words, view), why_here(words, view), last_return(words, view), beside, *promised)
    said = written(words, view)[: MOST_LINES - 1 - len(context)]
    hint = accepting_is_not_admitting(words, view)
    blocks: list[Block] = [
        bold(head, f"· {severity}"),
        *(plain(each) for each in said),
        *([grey("\n".join(context))] if context else []),
        *([grey(hint)] if hint else []),
    ]
    first, rest = _UNACCEPTED if Verb.ACCEPT in view.offers else _ACCEPTED
    return message([f"{head} · {severity}", *said, *context, hint], [*blocks, *_row(words, view, first, rest)])


# Slack's menu shows five: what finds no place there is in what `/sc show` answers.
_UNACCEPTED = (
    (Verb.ACKNOWLEDGE, Verb.ACCEPT, Verb.RETURN),
    (Verb.ASK, Verb.HAND_OVER, Verb.CLOSE, Verb.TITLE, Verb.ASK_PARTNER, Verb.PERCEIVE, Verb.UPDATE),
)
_ACCEPTED = (
    (Verb.COMMIT, Verb.UPDATE),
    (Verb.ASK, Verb.ASK_PARTNER, Verb.ASK_DECISION, Verb.CHANGE_TOGETHER, Verb.CLOSE, Verb.PERCEIVE, Verb.HAND_OVER),
)


def triage_card(view: ProblemView) -> Message:
    """What the facilitator reads: no institution was found, or somebody may come to harm."""
    words = Words.of(view.reader)
    context = present(origin(words, view), who_has_it(words, view), last_return(words, view))
    said = written(words, view)[: MOST_LINES - 1 - len(context)]
    head = _triage_title(words, view)
    blocks = [bold(head), *(plain(each) for each in said), *([grey("\n".join(context))] if context else [])]
    first = (Verb.REROUTE, Verb.ASK, Verb.CLOSE)
    rest = (
        Verb.END_DEADLOCK,
        Verb.ASK_PARTNER,
        Verb.REDACT,
        Verb.RESTRICT,
        Verb.ASK_DECISION,
        Verb.CHANGE_TOGETHER,
        Verb.UPDATE,
        Verb.TITLE,
    )
    return message([head, *said, *context], [*blocks, *_row(words, view, first, rest)])


def arbitration_card(view: ProblemView) -> Message:
    """What the support committee reads: returned twice, who leads?"""
    words = Words.of(view.reader)
    if view.state is State.ARBITRATION:
        head = words.t("{reference} · returned twice: who leads?", reference=view.reference)
    else:
        head = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    said = written(words, view)[:1]
    names = words.both([words.name(each) for each in view.returned_by])
    returned = words.t("Returned by: {institutions}.", institutions=names) if names else ""
    settled = [who_has_it(words, view), last_return(words, view)]
    why = present(returned, *(reasons(words, view) if view.state is State.ARBITRATION else settled))
    blocks: list[Block] = [bold(head), *(plain(each) for each in said), *([grey("\n".join(why))] if why else [])]
    return message(
        [head, *said, *why],
        [
            *blocks,
            *_row(
                words, view, (Verb.ASSIGN, Verb.ASK_DECISION, Verb.CHANGE_TOGETHER), (Verb.END_DEADLOCK, Verb.PERCEIVE)
            ),
        ],
    )


def headline(view: ProblemView) -> Message:
    """One line in the institution's channel: no text of the report, no author."""
    words = Words.of(view.reader)
    lead = [words.name(view.institution)] if view.institution is not None else []
    first = " · ".join([view.reference, standing(words, view), *lead])
    title = vocabulary.neutral_title(words, view)
    see = actions([button(words.t("See"), "problem.see", view.reference)])
    return message([first, title], [bold(first), grey(title), *see])


def closed_off(reader: Reader, reference: str) -> Message:
    """What stands where a reader may no longer look: the problem was restricted."""
    line = Words.of(reader).t("{reference} · restricted", reference=reference)
    return message([line], [bold(line)])


def _director_title(words: Words, view: ProblemView) -> str:
    if view.state in NEW and view.institution is not None and has_turn(view):
        place = words.name(view.institution)
        return words.t("{reference} · new for {institution}", reference=view.reference, institution=place)
    return words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))


def _triage_title(words: Words, view: ProblemView) -> str:
    grave = view.severity is Severity.RISK_OF_HARM
    if view.institution is None and view.state not in FINISHED:
        if grave:
            return words.t("{reference} · risk of harm: who should act?", reference=view.reference)
        return words.t("{reference} · who should act?", reference=view.reference)
    state = standing(words, view)
    if grave:
        return words.t("{reference} · risk of harm · {state}", reference=view.reference, state=state)
    return words.t("{reference} · {state}", reference=view.reference, state=state)


def _buttons(words: Words, view: ProblemView, order: tuple[Verb, ...]) -> list[InteractiveElement]:
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


def _row(words: Words, view: ProblemView, first: tuple[Verb, ...], rest: tuple[Verb, ...]) -> list[Block]:
    """A few buttons, then the menu with the rest."""
    return actions(_elements(words, view, first, rest))


def _elements(
    words: Words, view: ProblemView, first: tuple[Verb, ...], rest: tuple[Verb, ...]
) -> list[InteractiveElement]:
    """The same, as what stands in a row; "See all" is among the buttons where there is room."""
    row = _buttons(words, view, first)[: MOST_BUTTONS - 1]
    items = [
        Item(vocabulary.verb(words, verb), _ACTIONS[verb]) for verb in rest if verb in view.offers and verb not in first
    ]
    see = Item(words.t("See all"), "problem.see")
    if len(row) < MOST_BUTTONS - 1:
        row.append(button(see.label, see.action, view.reference))
    else:
        items.insert(0, see)
    return [*row, *([menu("problem.more", view.reference, items)] if items else [])]
