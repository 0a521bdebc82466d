"""The pulse in a workbook: one line a group and wave, with what the history says of the same two institutions."""

from collections.abc import Iterable

from sc_bot.domain.pulse import DIMENSIONS
from sc_bot.domain.pulse_views import PulseEntry
from sc_bot.presentation import pulse as words_of_pulse
from sc_bot.presentation.windows.pulse import question
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.tables import Column, Kind, Table, Value


def pulse(words: Words, entries: Iterable[PulseEntry]) -> Table:
    """No ranking: the newest wave first, then in alphabetical order."""
    empty = words.t("From 1 to 5, the mean; empty: fewer than five people, or of one institution.")
    columns = (
        Column("wave", words.t("Pulse until"), words.t("The last day of the wave."), Kind.DAY),
        Column("group", words.t("Group"), words.t("Two institutions, two lines of care, or the whole community."), width=60),
        Column("people", words.t("People who answered"), words.t("In fives: 10 means ten to fourteen."), Kind.NUMBER),
        *(
            Column(each.value, words_of_pulse.dimension(words, each).capitalize(), f"{question(words, each)} {empty}", Kind.WORDS)
            for each in DIMENSIONS
        ),
        Column("answered", words.t("First answers"), words.t("How often an institution said something to what it was sent, since the wave before."), Kind.NUMBER),
        Column("days", words.t("Days to an answer"), words.t("Working days until a first answer, the median."), Kind.WORDS),
        Column("returns", words.t("Returns"), words.t("How often a problem was returned."), Kind.NUMBER),
        Column("accepted", words.t("Accepted at last"), words.t("Problems accepted for the first time."), Kind.NUMBER),
        Column("right_first", words.t("Right at first"), words.t("Of these, those that were sent nowhere else before."), Kind.NUMBER),
        Column("joint", words.t("Joint closures"), words.t("Problems closed as solved to which both contributed."), Kind.NUMBER),
    )  # fmt: skip
    rows = [_row(words, each) for each in entries]
    return Table("pulse", words.t("Pulse"), columns, rows, len(rows))


def _row(words: Words, entry: PulseEntry) -> tuple[Value, ...]:
    cell, measures = entry.row.cell, entry.row.measures
    means = cell.means if cell else (None,) * len(DIMENSIONS)
    told = (None if each is None else words_of_pulse.mean(words, each) for each in means)
    days = None if measures is None or measures.days is None else words.decimal(measures.days)
    return (
        entry.ends_on,
        words_of_pulse.name_of(words, entry.row),
        cell.people if cell else None,
        *told,
        measures.answered if measures else None,
        days,
        *((measures.returns, measures.accepted, measures.right_first, measures.joint) if measures else (None,) * 4),
    )
