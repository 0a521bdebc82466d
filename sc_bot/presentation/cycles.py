"""The life of a community in words: a cycle in figures, its end, its archive."""

from datetime import date

from sc_bot.domain.common_answers import Archived, Restored, ReviewHeld
from sc_bot.domain.community import Localised
from sc_bot.domain.community_views import CycleView
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, bold, button, message, plain
from sc_bot.presentation.deadlocks import measure
from sc_bot.presentation.words import Words


def review(view: CycleView) -> Message:
    """Asks to hold a cycle review, with its figures: of the community, never of an institution or a person."""
    words = Words.of(view.reader)
    head = words.t("Cycle {number} is over: please hold its review", number=view.number)
    lines = figures(words, view)
    row = [] if view.held else [button(words.t("Record the review"), "cycle.hold", f"{view.community} {view.number}")]
    return message([head, *lines], [bold(head), plain("\n".join(lines)), *actions(row)])


def figures(words: Words, view: CycleView) -> list[str]:
    """Problems; what became of what nobody believed in, and how soon; promises; decisions."""
    tally = view.tally
    return [
        words.t(
            "From {begun} to {day}: {reported} reported, {solved} solved, {open} open.",
            begun=words.day(view.begun),
            day=words.day(view.day),
            reported=words.number(tally.reported),
            solved=words.number(tally.solved),
            open=words.number(tally.open),
        ),
        *measure(words, view.stuck),
        words.t(
            "Promises: {kept} kept, {redated} re-dated, {late} late.",
            kept=words.number(tally.kept),
            redated=words.number(tally.redated),
            late=words.number(tally.late),
        ),
        words.t(
            "Decisions: {answered} answers of {asked} asked of general managers.",
            answered=words.number(view.answered),
            asked=words.number(view.asked),
        ),
    ]


def held(words: Words, answer: ReviewHeld) -> Message:
    """It is kept."""
    line = words.t("The review of cycle {number} is kept. It stands under /sc community.", number=answer.number)
    return message([line], [plain(line)])


def ends_soon(reader: Reader, name: Localised, day: date) -> Message:
    """The last day is near; what one can do."""
    words = Words.of(reader)
    head = words.t("{community} ends on {day}", community=words.name(name), day=words.full_day(day))
    line = words.t(
        "To go on, give it a later day in the community file. To end it, archive it after its last meeting: /sc community. Its lessons and its problems stay readable."
    )
    return message([head, line], [bold(head), plain(line)])


def archived(words: Words, answer: Archived) -> Message:
    """What follows."""
    rest = words.n(
        "{n} open problem is being closed with your words; whoever reported it hears so.",
        "{n} open problems are being closed with your words; whoever reported them hears so.",
        answer.open,
    )
    line = words.t(
        "The community is archived: it can be read and no longer changed. You may take this back within 30 days."
    )
    lines = [line, rest] if answer.open else [line]
    return message(lines, [plain("\n".join(lines))])


def restored(words: Words, _answer: Restored) -> Message:
    """It goes on."""
    line = words.t(
        "The community goes on. What the archive closed stays closed; whoever reported it may say that it is not solved, and it opens again."
    )
    return message([line], [plain(line)])
