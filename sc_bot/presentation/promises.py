"""Promises as people see them: a card, a line, what one owes."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.commitments import Standing
from sc_bot.domain.promising import Act
from sc_bot.domain.views import CommitmentView
from sc_bot.ports import Message
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import (
    Item,
    actions,
    beside,
    bold,
    button,
    grey,
    menu,
    message,
    on_one_line,
    plain,
    shortened,
)
from sc_bot.presentation.due_words import short
from sc_bot.presentation.words import Words

ACTIONS = {
    Act.DONE: "commitment.done",
    Act.ON_TRACK: "followup.on_track",
    Act.REDATE: "commitment.redate",
    Act.BLOCK: "commitment.blocked",
    Act.HAND: "commitment.hand",
    Act.CANCEL: "commitment.cancel",
    Act.TAKE: "commitment.take",
    Act.DECLINE: "commitment.decline",
    Act.PROVIDE: "commitment.provided",
    Act.CANNOT: "commitment.cannot",
}
_MENU = (Act.ON_TRACK, Act.REDATE, Act.BLOCK, Act.HAND, Act.CANCEL)
MOST_OWN = 20  # promises of one's own list; the rest is a number
_SAID = 160  # characters of a promise on one line
VISIBLE_REDATINGS = 3  # the third new date is said wherever the promise is


def label(words: Words, act: Act) -> str:
    """What stands on a button."""
    return {
        Act.MAKE: words.t("Promise"),
        Act.DONE: words.t("Done"),
        Act.ON_TRACK: words.t("On track"),
        Act.REDATE: words.t("New date"),
        Act.BLOCK: words.t("Blocked"),
        Act.HAND: words.t("Hand it to…"),
        Act.CANCEL: words.t("Give it up"),
        Act.TAKE: words.t("I take it"),
        Act.DECLINE: words.t("Not me, say why"),
        Act.PROVIDE: words.t("It is there"),
        Act.CANNOT: words.t("I cannot, say why"),
    }[act]


def standing(words: Words, view: CommitmentView) -> str:
    """Where it stands, in a word or two."""
    if view.is_late:
        return words.t("late")
    return vocabulary.promise(words, view.standing)


def said(words: Words, view: CommitmentView) -> str:
    """What is promised, on one line; for those who may not read it, that something is."""
    return words.quoted(shortened(on_one_line(view.what), _SAID)) if view.what else words.t("a promise")


def when(words: Words, view: CommitmentView) -> str:
    """Until when, how late, how often it got another date."""
    day = short(words, view.due, view.zone)
    parts = [words.t("due {day}", day=day)]
    if view.working_days_late:
        parts = [
            words.n(
                "due {day}, {n} working day late",
                "due {day}, {n} working days late",
                view.working_days_late,
                day=day,
            )
        ]
    if view.redated >= VISIBLE_REDATINGS:
        parts.append(words.n("{n} new date", "{n} new dates", view.redated))
    return " · ".join(parts)


def line(words: Words, view: CommitmentView) -> str:
    """One promise, one line, on its problem's card."""
    who = words.t("{person} ({institution})", person=view.owner, institution=words.name(view.institution))
    return f"{said(words, view)} · {who} · {standing(words, view)}, {when(words, view)}"


def card(view: CommitmentView) -> Message:
    """The card of one promise, for the one who owes it, or is asked."""
    words = Words.of(view.reader)
    head = words.t("{reference} · {state}", reference=view.reference, state=_asked(words, view))
    lines = [each for each in _lines(words, view) if each]
    return message([head, *lines], [bold(head), plain("\n".join(lines)), *_card_buttons(words, view)])


def _asked(words: Words, view: CommitmentView) -> str:
    """What the card asks of its reader, in its first line."""
    if Act.TAKE in view.offers and view.standing is Standing.OFFERED:
        return words.t("noted for you in a meeting: do you promise it?")
    if Act.TAKE in view.offers:
        return words.t("{person} asks you to take this over", person=view.owner)
    if _is_needed(view):
        return words.t("{person} needs something of you", person=view.owner)
    return standing(words, view)


def _is_needed(view: CommitmentView) -> bool:
    """Whether something is needed of its reader, for what somebody else owes."""
    return Act.PROVIDE in view.offers and not view.is_owner


def needed(words: Words, view: CommitmentView) -> str:
    """What it needs first; nothing where it needs nothing."""
    return (
        words.t("Needed: {needs}", needs=words.quoted(shortened(on_one_line(view.needs), _SAID))) if view.needs else ""
    )


def _lines(words: Words, view: CommitmentView) -> list[str]:
    waits = words.n("{n} other promise waits for it.", "{n} other promises wait for it.", view.waiting)
    return [
        f"{said(words, view)} · {when(words, view)}",
        _owner(words, view),
        words.t("What will show it: {evidence}", evidence=words.quoted(shortened(on_one_line(view.expected), _SAID)))
        if view.expected
        else "",
        needed(words, view),
        words.t("{person} is asked to take it over.", person=view.offered_to)
        if view.offered_to and Act.TAKE not in view.offers and view.standing is not Standing.OFFERED
        else "",
        waits if view.waiting else "",
    ]


def _owner(words: Words, view: CommitmentView) -> str:
    facts = {"person": view.owner, "institution": words.name(view.institution)}
    if view.standing is Standing.OFFERED:
        return words.t("It counts once {person}, {institution}, says yes.", **facts)
    return words.t("Owed by {person}, {institution}.", **facts)


def _card_buttons(words: Words, view: CommitmentView) -> list[Block]:
    see = button(words.t("See all"), "problem.see", view.problem)
    if Act.TAKE in view.offers:
        take = button_of(words, view, Act.TAKE, style="primary")
        return actions([take, button_of(words, view, Act.DECLINE), see])
    if _is_needed(view):
        there = button_of(words, view, Act.PROVIDE, style="primary")
        return actions([there, button_of(words, view, Act.CANNOT), see])
    if Act.DONE not in view.offers:
        return actions([see])
    done = button_of(words, view, Act.DONE, style="primary")
    return actions([done, see, menu_of(words, view, _MENU)])


def in_brief(words: Words, view: CommitmentView) -> list[Block]:
    """One promise, one line and its button, where many stand below each other."""
    text = plain(f"{view.reference} {said(words, view)}, {when(words, view)}")
    if Act.TAKE in view.offers or Act.DONE not in view.offers:
        return [beside(text, button(words.t("See"), "problem.see", view.problem))]
    return [beside(text, button_of(words, view, Act.DONE))]


def button_of(words: Words, view: CommitmentView, act: Act, *, style: str | None = None) -> InteractiveElement:
    """A button about one promise."""
    return button(label(words, act), ACTIONS[act], view.reference, style=style)


def menu_of(words: Words, view: CommitmentView, acts: Sequence[Act], *more: Item) -> InteractiveElement:
    """The "⋯" menu about one promise: what its reader can do of these, and more."""
    items = [Item(label(words, each), ACTIONS[each]) for each in acts if each in view.offers]
    return menu("commitment.more", view.reference, [*items, *more])


def own(words: Words, views: Sequence[CommitmentView]) -> Message:
    """`/sc todo`: everything that one owes, the first due first."""
    if not views:
        nothing = words.t("You owe nothing at the moment.")
        return message([nothing], [plain(nothing)])
    owed = sum(view.is_owner and view.standing is not Standing.OFFERED for view in views)
    nothing = words.t("You owe nothing at the moment.")
    head = words.n("You owe {n} promise", "You owe {n} promises", owed) if owed else nothing
    blocks: list[Block] = [bold(head)]
    lines = [head]
    for view in views[:MOST_OWN]:
        asked = "" if view.is_owner and Act.TAKE not in view.offers else f"{_asked(words, view)} · "
        text = f"{view.reference} {asked}{said(words, view)}, {when(words, view)}"
        lines.append(text)
        blocks += [plain(text), *_card_buttons(words, view)]
    left_out = len(views) - MOST_OWN
    if left_out > 0:
        rest = words.n("{n} other is left out.", "{n} others are left out.", left_out)
        lines, blocks = [*lines, rest], [*blocks, grey(rest)]
    return message(lines, blocks)
