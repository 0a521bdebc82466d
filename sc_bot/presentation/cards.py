"""The cards: one message each for the author, the director, the facilitator, the support committee and the channel.

At most five lines and four buttons: a telephone's screen. What no longer applies is not there.
"""

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import FINISHED, Severity, State
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Message
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import (
    SHOWN,
    Item,
    actions,
    bold,
    button,
    grey,
    menu,
    message,
    plain,
    shortened,
)
from sc_bot.presentation.words import Words

_ACTIONS = {
    Verb.ACKNOWLEDGE: "problem.acknowledge",
    Verb.ACCEPT: "problem.accept",
    Verb.RETURN: "problem.return",
    Verb.REROUTE: "problem.reroute",
    Verb.ASSIGN: "problem.assign",
    Verb.ASK: "problem.ask",
    Verb.UPDATE: "problem.update",
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
}
MOST_BUTTONS = 4


def author_card(view: ProblemView) -> Message:
    """The author's card. With a hidden name it holds the reference and the state, never the subject."""
    words = Words.of(view.reader)
    title = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    lines = [title, *_where(words, view)]
    if view.author_hidden:
        lines.append(words.t("Your name is not shown."))
    blocks: list[Block] = [bold(title)]
    if len(lines) > 1:
        blocks.append(plain("\n".join(lines[1:])))
    return message(lines, [*blocks, *author_buttons(words, view)])


def author_buttons(words: Words, view: ProblemView) -> list[Block]:
    """What the author can still do."""
    if Verb.VERIFY in view.offers:
        return actions(verdict_buttons(words, view.reference))
    order = (Verb.ADD_DETAILS, Verb.CHANGE_INSTITUTION, Verb.SHOW_NAME, Verb.WITHDRAW)
    return actions(_buttons(words, view, order))


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
    title = _director_title(words, view)
    lines = [title, *_said(words, view), *_context(words, view)]
    blocks: list[Block] = [bold(title), *_paragraphs(words, view)]
    if Verb.ACCEPT in view.offers:
        blocks.append(grey(words.t("Accepting means leading the search for a solution, not admitting a fault.")))
    first = (Verb.ACKNOWLEDGE, Verb.ACCEPT, Verb.RETURN) if Verb.ACCEPT in view.offers else (Verb.UPDATE, Verb.CLOSE)
    rest = (Verb.ASK, Verb.UPDATE, Verb.HAND_OVER, Verb.TITLE, Verb.CLOSE)
    return message(lines, [*blocks, *_row(words, view, first, rest)])


def triage_card(view: ProblemView) -> Message:
    """What the facilitator reads: no institution was found, or somebody may come to harm."""
    words = Words.of(view.reader)
    if view.severity is Severity.RISK_OF_HARM and view.institution is not None:
        head = words.t(
            "{reference} · risk of harm, sent to {institution}",
            reference=view.reference,
            institution=words.name(view.institution),
        )
    elif view.institution is None and view.state not in FINISHED:
        head = words.t("{reference} · who should act?", reference=view.reference)
    else:
        head = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    lines = [head, *_said(words, view), *_context(words, view)]
    first = (Verb.REROUTE, Verb.ASK, Verb.CLOSE)
    rest = (Verb.TITLE, Verb.REDACT, Verb.RESTRICT, Verb.UPDATE)
    return message(lines, [bold(head), *_paragraphs(words, view), *_row(words, view, first, rest)])


def arbitration_card(view: ProblemView) -> Message:
    """What the support committee reads: returned twice, who leads?"""
    words = Words.of(view.reader)
    if view.state is State.ARBITRATION:
        head = words.t("{reference} · returned twice: who leads?", reference=view.reference)
    else:
        head = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    returned = words.t(
        "Returned by {institutions}.", institutions=words.both([words.name(i) for i in view.returned_by])
    )
    reasons = [
        f"{step.by}{words.t(': ')}{words.quoted(step.text)}"
        for step in view.steps
        if step.kind == "returned" and step.text
    ]
    lines = [head, *_said(words, view), returned, *reasons]
    blocks = [bold(head), *_paragraphs(words, view), grey(returned, *reasons[:5])]
    return message(lines, [*blocks, *_row(words, view, (Verb.ASSIGN,), ())])


def headline(view: ProblemView) -> Message:
    """One line in the institution's channel: no text of the report, no author."""
    words = Words.of(view.reader)
    parts = [view.reference, standing(words, view)]
    if view.institution is not None:
        parts.append(words.name(view.institution))
    first = " · ".join(parts)
    title = vocabulary.neutral_title(words, view)
    see = actions([button(words.t("See"), "problem.see", view.reference)])
    return message([first, title], [bold(first), grey(title), *see])


def standing(words: Words, view: ProblemView) -> str:
    """The state in a word or two, with how it ended."""
    if view.closing is not None:
        return vocabulary.closing(words, view.closing)
    return vocabulary.state(words, view.state)


def _director_title(words: Words, view: ProblemView) -> str:
    severity = vocabulary.severity(words, view.severity)
    if view.state in (State.ROUTED, State.RETURNED) and view.institution is not None:
        return words.t(
            "{reference} · new for {institution} · {severity}",
            reference=view.reference,
            institution=words.name(view.institution),
            severity=severity,
        )
    return words.t(
        "{reference} · {state} · {severity}",
        reference=view.reference,
        state=standing(words, view),
        severity=severity,
    )


def _said(words: Words, view: ProblemView) -> list[str]:
    said = [words.quoted(shortened(view.description, SHOWN))] if view.description else []
    return said + [
        words.t("Added: {details}", details=words.quoted(shortened(each, 200))) for each in view.details[-2:]
    ]


def _context(words: Words, view: ProblemView) -> list[str]:
    """Where it comes from, why it is here, and by when an answer is expected."""
    return [line for line in (_origin(words, view), _why_here(words, view)) if line]


def _origin(words: Words, view: ProblemView) -> str:
    line = words.t("line {line}", line=view.line) if view.line else ""
    place = words.name(view.origin) if view.origin else ""
    who = view.author if view.author and not view.author_hidden else words.t("name not shown")
    if view.author and view.author_hidden:
        who = words.t("{author}, name not shown to others", author=view.author)
    origin = words.t(
        "From: {origin} ({who}).",
        origin=", ".join(filter(None, (place, line))) or words.t("the frontline"),
        who=who,
    )
    also = words.both([words.name(each) for each in view.concerned])
    return f"{origin} {words.t('Also named: {institutions}.', institutions=also)}" if also else origin


def _why_here(words: Words, view: ProblemView) -> str:
    if view.state in FINISHED:
        return ""
    why = vocabulary.because_for_director(words, view.because) if view.institution else ""
    by = words.t("Answer expected by {day}.", day=words.day(view.answer_by)) if view.state is not State.ACCEPTED else ""
    return " ".join(filter(None, (why, by)))


def _paragraphs(words: Words, view: ProblemView) -> list[Block]:
    paragraphs: list[Block] = [plain(said) for said in _said(words, view)]
    context = _context(words, view)
    return [*paragraphs, grey("\n".join(context))] if context else paragraphs


def _where(words: Words, view: ProblemView) -> list[str]:
    if view.state in FINISHED:
        return []
    if view.institution is None:
        return [
            words.t(
                "With {person}, who finds the right institution.",
                person=view.person or words.t("the facilitator"),
            )
        ]
    if view.hides_subject:
        person = view.person or words.t("the facilitator")
        return [words.t("With {person}, {institution}.", person=person, institution=words.name(view.institution))]
    return [
        words.t(
            "With {person}, {institution} ({because}).",
            person=view.person or words.t("the facilitator"),
            institution=words.name(view.institution),
            because=vocabulary.because_for_author(words, view.because),
        )
    ]


def _buttons(words: Words, view: ProblemView, order: tuple[Verb, ...]) -> list[InteractiveElement]:
    return [
        button(vocabulary.verb(words, verb), _ACTIONS[verb], view.reference, style=_style(verb))
        for verb in order
        if verb in view.offers
    ]


def _style(verb: Verb) -> str | None:
    return "primary" if verb in (Verb.ACCEPT, Verb.ASSIGN) else None


def _row(words: Words, view: ProblemView, first: tuple[Verb, ...], rest: tuple[Verb, ...]) -> list[Block]:
    """A few buttons, then the menu with the rest and "See all"."""
    row = _buttons(words, view, first)
    items = [
        Item(vocabulary.verb(words, verb), _ACTIONS[verb]) for verb in rest if verb in view.offers and verb not in first
    ]
    items.insert(0, Item(words.t("See all"), "problem.see"))
    return actions([*row[: MOST_BUTTONS - 1], menu("problem.more", view.reference, items)])
