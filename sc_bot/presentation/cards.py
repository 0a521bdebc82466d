"""The cards: one message each for the author, the director, the facilitator, the support committee and the channel.

At most five lines and four buttons: a telephone's screen. What no longer applies is not there.
"""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block

from sc_bot.domain.commitments import STANDING
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import FINISHED, Severity, State
from sc_bot.domain.views import ProblemView, Reader
from sc_bot.ports import Message
from sc_bot.presentation import access, promises, vocabulary
from sc_bot.presentation.blocks import (
    actions,
    bold,
    button,
    grey,
    message,
    plain,
)
from sc_bot.presentation.card_buttons import author_buttons, beside_similar, row
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
    reasons,
    standing,
    where,
    who_has_it,
    why_here,
    written,
)
from sc_bot.presentation.words import Words

MOST_LINES = 5
MOST_PROMISES = 2  # on a card; the others are under "See all"


def author_card(view: ProblemView, similar: Sequence[str] = ()) -> Message:
    """The author's card. With a hidden name its notification holds the reference and the state, never the subject.

    `similar` are the references of problems like it, as long as nobody has acted on it.
    """
    words = Words.of(view.reader)
    title = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    measured = access.line(words, view.access)
    known = words.t("Already known, perhaps: {references}.", references=words.both(list(similar))) if similar else ""
    if view.typed_by:  # first of all: they may not know of it; and no card has more lines than a telephone shows
        measured, known = words.t("Typed on your behalf by {name}.", name=view.typed_by), ""
    lines = present(where(words, view), expected(words, view), measured, news(words, view), known)
    below = beside_similar(words, view) if similar else author_buttons(words, view)
    blocks: list[Block] = [bold(title), *([plain("\n".join(lines))] if lines else []), *below]
    return message([title] if view.hides_subject else [title, *lines], blocks)


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
    return message([f"{head} · {severity}", *said, *context, hint], [*blocks, *row(words, view, first, rest)])


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
    return message([head, *said, *context], [*blocks, *row(words, view, first, rest)])


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
            *row(
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
