"""The cards: one message each for the author, the director, the facilitator, the support committee and the channel.

At most five lines and four buttons: a telephone's screen. What no longer applies is not there.
"""

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import FINISHED, Severity, State
from sc_bot.domain.views import ProblemView, Reader
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
    on_one_line,
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
MOST_LINES = 5
MOST_BUTTONS = 4
_DETAILS_SHOWN = 200  # characters of what was added last
_REASON_SHOWN = 200  # characters of why an institution returned it
_NEW = frozenset({State.ROUTED, State.RETURNED})


def author_card(view: ProblemView) -> Message:
    """The author's card. With a hidden name its notification holds the reference and the state, never the subject."""
    words = Words.of(view.reader)
    title = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    lines = _lines(_where(words, view), _news(words, view))
    blocks: list[Block] = [bold(title), *([plain("\n".join(lines))] if lines else []), *author_buttons(words, view)]
    return message([title] if view.hides_subject else [title, *lines], blocks)


def author_buttons(words: Words, view: ProblemView) -> list[Block]:
    """What the author can still do."""
    see = button(words.t("See all"), "problem.see", view.reference)
    if Verb.VERIFY in view.offers:
        return actions([*verdict_buttons(words, view.reference), see])
    order = (Verb.ADD_DETAILS, Verb.CHANGE_INSTITUTION, Verb.SHOW_NAME, Verb.WITHDRAW)
    if view.news is not None:
        return _row(words, view, order[:1], order[1:])
    return actions([*_buttons(words, view, order), see][:MOST_BUTTONS])


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
    context = _lines(_origin(words, view), _why_here(words, view), _last_return(words, view))
    said = _said(words, view)[: MOST_LINES - 1 - len(context)]
    hint = _accepting_is_not_admitting(words, view)
    blocks: list[Block] = [
        bold(head, f"· {severity}"),
        *(plain(each) for each in said),
        *([grey("\n".join(context))] if context else []),
        *([grey(hint)] if hint else []),
    ]
    first = (Verb.ACKNOWLEDGE, Verb.ACCEPT, Verb.RETURN) if Verb.ACCEPT in view.offers else (Verb.UPDATE, Verb.CLOSE)
    rest = (Verb.ASK, Verb.HAND_OVER, Verb.CLOSE, Verb.TITLE, Verb.UPDATE)
    return message([f"{head} · {severity}", *said, *context, hint], [*blocks, *_row(words, view, first, rest)])


def triage_card(view: ProblemView) -> Message:
    """What the facilitator reads: no institution was found, or somebody may come to harm."""
    words = Words.of(view.reader)
    context = _lines(_origin(words, view), _who_has_it(words, view), _last_return(words, view))
    said = _said(words, view)[: MOST_LINES - 1 - len(context)]
    head = _triage_title(words, view)
    blocks = [bold(head), *(plain(each) for each in said), *([grey("\n".join(context))] if context else [])]
    first = (Verb.REROUTE, Verb.ASK, Verb.CLOSE)
    rest = (Verb.TITLE, Verb.REDACT, Verb.RESTRICT, Verb.UPDATE)
    return message([head, *said, *context], [*blocks, *_row(words, view, first, rest)])


def arbitration_card(view: ProblemView) -> Message:
    """What the support committee reads: returned twice, who leads?"""
    words = Words.of(view.reader)
    if view.state is State.ARBITRATION:
        head = words.t("{reference} · returned twice: who leads?", reference=view.reference)
    else:
        head = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    said = _said(words, view)[:1]
    names = words.both([words.name(each) for each in view.returned_by])
    returned = words.t("Returned by: {institutions}.", institutions=names) if names else ""
    why = _lines(returned, *_reasons(words, view))
    blocks: list[Block] = [bold(head), *(plain(each) for each in said), *([grey("\n".join(why))] if why else [])]
    return message([head, *said, *why], [*blocks, *_row(words, view, (Verb.ASSIGN,), ())])


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


def standing(words: Words, view: ProblemView) -> str:
    """The state in a word or two, with how it ended."""
    if view.closing is not None:
        return vocabulary.closing(words, view.closing)
    return vocabulary.state(words, view.state)


def _director_title(words: Words, view: ProblemView) -> str:
    if view.state in _NEW and view.institution is not None:
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


def _said(words: Words, view: ProblemView) -> list[str]:
    """The beginning of the report, and what its author added last."""
    said = [words.quoted(shortened(on_one_line(view.description), SHOWN))] if view.description else []
    for each in view.details[-1:]:
        added = words.quoted(shortened(on_one_line(each), _DETAILS_SHOWN))
        said.append(words.t("Added: {details}", details=added))
    return said


def _lines(*lines: str) -> list[str]:
    return [each for each in lines if each]


def _origin(words: Words, view: ProblemView) -> str:
    """Where it comes from, as far as the reader may know."""
    place = [words.name(view.origin)] if view.origin else []
    line = [vocabulary.line(words, view.line)] if view.line else []
    origin = ", ".join([*line, *place]) or words.t("the frontline")
    from_ = words.t("From: {origin} ({who}).", origin=origin, who=_author(words, view))
    also = words.both([words.name(each) for each in view.concerned if each != view.origin])
    return f"{from_} {words.t('Also named: {institutions}.', institutions=also)}" if also else from_


def _author(words: Words, view: ProblemView) -> str:
    if not view.author:
        return words.t("name not shown")
    if view.author_hidden:
        return words.t("{author}, name not shown to others", author=view.author)
    return view.author


def _why_here(words: Words, view: ProblemView) -> str:
    """Why this director has it, and by when an answer is expected."""
    if view.state in FINISHED or view.state is State.ACCEPTED:
        return ""
    why = vocabulary.because_for_director(words, view) if view.institution else ""
    return " ".join(_lines(why, _answer_by(words, view)))


def _who_has_it(words: Words, view: ProblemView) -> str:
    """Who has it, for the facilitator who looks on."""
    if view.state in FINISHED:
        return ""
    with_ = ""
    if view.institution is not None and view.person:
        with_ = words.t("With {person}, {institution}.", person=view.person, institution=words.name(view.institution))
    by = _answer_by(words, view) if view.state is not State.ACCEPTED else ""
    return " ".join(_lines(with_, by))


def _answer_by(words: Words, view: ProblemView) -> str:
    return words.t("Answer expected by {day}.", day=words.day(view.answer_by))


def _accepting_is_not_admitting(words: Words, view: ProblemView) -> str:
    """Said as long as it is new; details that were added, and why it was returned, need the room."""
    if view.state not in _NEW or Verb.ACCEPT not in view.offers or view.details or _last_return(words, view):
        return ""
    return words.t("Accepting means leading the search for a solution, not admitting a fault.")


def _reasons(words: Words, view: ProblemView) -> list[str]:
    """Why it was returned, the last two times."""
    returned = [step for step in view.steps if step.kind == "returned" and step.text]
    return [
        words.t(
            "{who}: {said}",
            who=step.by or words.t("the institution"),
            said=words.quoted(shortened(on_one_line(step.text or ""), _REASON_SHOWN)),
        )
        for step in returned[-2:]
    ]


def _last_return(words: Words, view: ProblemView) -> str:
    """Why it was returned, for whoever has it now."""
    return "".join(_reasons(words, view)[-1:]) if view.state in {State.RETURNED, State.ROUTED} else ""


def _news(words: Words, view: ProblemView) -> str:
    """The last news for the author: the words themselves where the subject may show."""
    if view.news is None:
        return ""
    if view.hides_subject or not view.news.text:
        return words.t("There is news, under “See all”.")
    return words.t("News: {said}", said=words.quoted(shortened(on_one_line(view.news.text), _DETAILS_SHOWN)))


def _where(words: Words, view: ProblemView) -> str:
    """Who has it, for its author; why there is left out where the subject must not show."""
    if view.state in FINISHED:
        return ""
    if view.state is State.ARBITRATION:
        return words.t("The support committee decides who leads.")
    person = view.person or words.t("the facilitator")
    if view.institution is None:
        return words.t("With {person}, who finds the right institution.", person=person)
    place = words.name(view.institution)
    if view.hides_subject:
        return words.t("With {person}, {institution}.", person=person, institution=place)
    because = vocabulary.because_for_author(words, view.because)
    return words.t("With {person}, {institution} ({because}).", person=person, institution=place, because=because)


def _buttons(words: Words, view: ProblemView, order: tuple[Verb, ...]) -> list[InteractiveElement]:
    return [
        button(vocabulary.verb(words, verb), _ACTIONS[verb], view.reference, style=_style(verb))
        for verb in order
        if verb in view.offers
    ]


def _style(verb: Verb) -> str | None:
    return "primary" if verb in (Verb.ACCEPT, Verb.ASSIGN) else None


def _row(words: Words, view: ProblemView, first: tuple[Verb, ...], rest: tuple[Verb, ...]) -> list[Block]:
    """A few buttons, "See all" among them where there is room, then the menu with the rest."""
    row = _buttons(words, view, first)[: MOST_BUTTONS - 1]
    items = [
        Item(vocabulary.verb(words, verb), _ACTIONS[verb]) for verb in rest if verb in view.offers and verb not in first
    ]
    see = Item(words.t("See all"), "problem.see")
    if len(row) < MOST_BUTTONS - 1:
        row.append(button(see.label, see.action, view.reference))
    else:
        items.insert(0, see)
    return actions([*row, *([menu("problem.more", view.reference, items)] if items else [])])
