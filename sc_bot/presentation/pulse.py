"""The pulse in words: who is asked, what was answered by how many, and beside it what the history says. No ranking."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.common_answers import PulseAnswered, PulseBegun
from sc_bot.domain.pulse import DIMENSIONS, Dimension
from sc_bot.domain.pulse_cells import HIGHEST, LOWEST, Cell
from sc_bot.domain.pulse_measures import Measures
from sc_bot.domain.pulse_views import PulseAsk, PulseRow, PulseView
from sc_bot.ports import Message
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import actions, bold, button, grey, message, plain
from sc_bot.presentation.words import Words

HIDDEN = "—"
MOST_GROUPS = 80  # of a window: Slack takes a hundred blocks


def dimension(words: Words, each: Dimension) -> str:
    """What is asked, in a word or two."""
    return {
        Dimension.FREQUENT: words.t("often enough"),
        Dimension.TIMELY: words.t("in time"),
        Dimension.ACCURATE: words.t("accurate"),
        Dimension.SOLVING: words.t("solved together"),
        Dimension.GOALS: words.t("same goals"),
        Dimension.KNOWLEDGE: words.t("work known"),
        Dimension.RESPECT: words.t("respect"),
    }[each]


def invitation(view: PulseAsk) -> Message:
    """Two minutes are asked of somebody, once a wave."""
    words = Words.of(view.reader)
    head = words.t("Two minutes for the pulse: how does it go with another institution?")
    lines = [
        words.t("Seven choices about one partner, until {day}.", day=words.day(view.until)),
        words.t("Your answer is sealed and kept apart from your name; a group under five people is never shown."),
    ]
    blocks: list[Block] = [bold(head), plain("\n".join(lines)), *actions([_answer(words, view.wave)])]
    return message([head, *lines], blocks)


def _answer(words: Words, wave: int) -> InteractiveElement:
    return button(words.t("Answer now"), "pulse.open", str(wave), style="primary")


def reminder(words: Words, wave: int) -> tuple[str, list[Block]]:
    """One line in a list of the morning."""
    line = words.t("The pulse: two minutes are still asked of you, for three working days")
    return line, [plain(line), *actions([_answer(words, wave)])]


def thanks(words: Words, answer: PulseAnswered) -> Message:
    """It is kept; nothing of it is repeated."""
    head = words.t("Thank you. Your answer is sealed.")
    line = words.t(
        "The bot opens it once, to count it; nobody is shown it, so it cannot be changed. The results come after {day}: /sc pulse",
        day=words.day(answer.until),
    )
    return message([head, line], [bold(head), plain(line)])


def begun(words: Words, answer: PulseBegun) -> Message:
    """The facilitator began a wave."""
    count = words.n("{n} person is asked", "{n} people are asked", answer.invited)
    head = words.t("The pulse has begun: {count}, until {day}.", count=count, day=words.day(answer.until))
    line = words.t("Each hears of it once, with the hour of the morning list. The results come when it is over.")
    return message([head, line], [bold(head), plain(line)])


def latest(view: PulseView) -> Message:
    """What `/sc pulse` answers: the whole, how many interfaces one may see, and the question if one is asked."""
    words = Words.of(view.reader)
    head, lines = head_of(words, view), list(_lines(words, view))
    row: list[InteractiveElement] = [_answer(words, view.asks)] if view.asks is not None else []
    if view.wave is not None:
        row.append(button(words.t("See all"), "pulse.all", "all"))
    return message([head, *lines], [bold(head), *([plain("\n".join(lines))] if lines else []), *actions(row)])


def head_of(words: Words, view: PulseView) -> str:
    """Of when, and of how many people."""
    if view.wave is None:
        return words.t("No results of the pulse yet: they come when the first one is over.")
    day = words.full_day(view.wave.ends_on)
    people = view.whole.cell.people if view.whole and view.whole.cell else None
    if people is None:
        return words.t("The pulse until {day}: too few people answered to show anything", day=day)
    return words.t("The pulse until {day}: {number} people or more answered", day=day, number=words.number(people))


def _lines(words: Words, view: PulseView) -> Iterator[str]:
    if view.whole is not None and view.whole.cell is not None:
        yield words.t("The whole community: {figures}", figures=figures(words, view.whole))
    if view.wave is not None:
        number = len(view.interfaces)
        own = words.n("{n} interface of your institution", "{n} interfaces of your institution", number)
        every = words.n("{n} interface between institutions", "{n} interfaces between institutions", number)
        yield words.t("Behind “See all”: {what}.", what=every if view.sees_all else own)
    if view.asks is not None and view.until is not None:
        yield words.t("Your answer is asked for, until {day}: two minutes.", day=words.day(view.until))
    elif view.until is not None:
        yield words.t("One is under way until {day}; nothing of it is shown before.", day=words.day(view.until))


def everything(view: PulseView) -> Message:
    """All that one may see, group by group, in alphabetical order."""
    words = Words.of(view.reader)
    head = head_of(words, view)
    groups = list(groups_of(words, view))[:MOST_GROUPS]
    hint = [
        words.t("From 1, not at all, to 5, entirely; after the arrow, this time."),
        words.t("“—”: fewer than five people, or of one institution alone."),
    ]
    blocks: list[Block] = [bold(head), *(plain("\n".join(each)) for each in groups), grey(*hint)]
    return message([head, *(line for each in groups for line in each), *hint], blocks)


def groups_of(words: Words, view: PulseView) -> Iterator[list[str]]:
    """Each group: its name, its figures, and what the history says."""
    whole = [view.whole] if view.whole is not None and view.whole.cell is not None else []
    for row in (*whole, *view.lines, *view.interfaces):
        told = [name_of(words, row), figures(words, row)]
        yield [*told, *([measured(words, row)] if row.measures else [])]


def name_of(words: Words, row: PulseRow) -> str:
    """What a group is called."""
    if row.between is not None:
        return " ↔ ".join(words.name(each) for each in row.between)
    if row.lines is not None:
        return " ↔ ".join(vocabulary.line(words, each) for each in row.lines)
    return words.t("The whole community")


def figures(words: Words, row: PulseRow) -> str:
    """The seven means, beside the time before."""
    if row.cell is None:
        return HIDDEN
    return ", ".join(
        f"{dimension(words, each)} {_moved(words, number, row.before, row.cell)}"
        for number, each in enumerate(DIMENSIONS)
    )


def _moved(words: Words, number: int, before: Cell | None, now: Cell) -> str:
    was, is_ = before.means[number] if before else None, now.means[number]
    return mean(words, is_) if was is None else f"{mean(words, was)} → {mean(words, is_)}"


def mean(words: Words, value: float | None) -> str:
    """One mean; at its ends it says no more than that it is there or beyond."""
    if value is None:
        return HIDDEN
    sign = {LOWEST: "≤ ", HIGHEST: "≥ "}.get(value, "").replace(" ", "\u00a0")
    return f"{sign}{words.decimal(value)}"


def measured(words: Words, row: PulseRow) -> str:
    """What the history says of the same two institutions, beside the time before."""
    before, now = row.measures_before, row.measures
    if now is None:
        return ""
    days = _days(words, now) if before is None else f"{_days(words, before)} → {_days(words, now)}"
    returns = _count(words, before.returns if before else None, now.returns)
    joint = _count(words, before.joint if before else None, now.joint)
    routed = words.t("{right} of {all}", right=words.number(now.right_first), all=words.number(now.accepted))
    return words.t(
        "working days to a first answer: {days}; returns: {returns}; right at first: {routed}; solved together: {joint}",
        days=days,
        returns=returns,
        routed=routed,
        joint=joint,
    )


def _days(words: Words, figures: Measures) -> str:
    return HIDDEN if figures.days is None else words.decimal(figures.days)


def _count(words: Words, before: int | None, now: int) -> str:
    return words.number(now) if before is None else f"{words.number(before)} → {words.number(now)}"


def in_digest(words: Words, view: PulseView, most: int) -> Sequence[str]:
    """A digest's short part: the whole, and the interfaces that one may see."""
    groups = [*([view.whole] if view.whole and view.whole.cell else []), *view.interfaces]
    rows = [row for row in groups if row.cell is not None or row.measures is not None]
    lines = [words.t("{what}: {said}", what=name_of(words, row), said=_short(words, row)) for row in rows[:most]]
    return [head_of(words, view), *lines, words.t("All of it: /sc pulse")]


def _short(words: Words, row: PulseRow) -> str:
    told = [figures(words, row)] if row.cell is not None else []
    return "; ".join([*told, *([measured(words, row)] if row.measures else [])])
