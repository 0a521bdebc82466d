"""The figures by institution and by interface: the same as the digest's. No ranking: the order is alphabetical."""

from collections.abc import Callable, Mapping

from sc_bot.domain.community import Localised
from sc_bot.domain.counts import InstitutionCounts, Tally, at_least
from sc_bot.domain.exports import Cover
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.tables import Column, Kind, Table, Value

_Names = Mapping[str, Localised]


def by_institution(words: Words, cover: Cover) -> Table:
    """One line an institution, those without anything to count too."""
    figures = _figures(words)
    authors = Column(
        "authors",
        words.t("People who reported"),
        words.t("Since the last workbook, in fives: 10 means ten to fourteen, empty fewer than five."),
        Kind.NUMBER,
    )
    institution = Column("institution", words.t("Institution"), words.t("In alphabetical order."), width=36)
    counted = {each.institution: each for each in cover.counts.institutions}
    every: set[str | None] = {*cover.names, *counted}
    rows: list[tuple[Value, ...]] = [
        (_named(words, cover.names, each), *(figure(one.tally) for _, figure in figures), at_least(one.authors))
        for each in sorted(every, key=lambda each: _named(words, cover.names, each).casefold())
        for one in [counted.get(each) or InstitutionCounts(institution=each)]
    ]
    columns = (institution, *(column for column, _ in figures), authors)
    return Table("by_institution", words.t("By institution"), columns, rows, len(rows))


def by_interface(words: Words, cover: Cover) -> Table:
    """Where it hurts: problems between two institutions, the one where they were met and the one that has them."""
    stretch = words.t("Since the last workbook.")
    columns = (
        Column("first", words.t("Institution"), words.t("One of the two; where it is not known or not told, it says so."), width=36),
        Column("second", words.t("and institution"), words.t("The other one."), width=36),
        Column("open", words.t("Open"), words.t("Problems that are open."), Kind.NUMBER),
        Column("reported", words.t("Reported"), stretch, Kind.NUMBER),
        Column("solved", words.t("Solved"), stretch, Kind.NUMBER),
    )  # fmt: skip
    rows = sorted(
        (
            _named(words, cover.names, one.between[0]),
            _named(words, cover.names, one.between[1]),
            one.open,
            one.reported,
            one.solved,
        )
        for one in cover.counts.interfaces
    )
    return Table("by_interface", words.t("By interface"), columns, rows, len(rows))


def _figures(words: Words) -> list[tuple[Column, Callable[[Tally], Value]]]:
    stretch = words.t("Since the last workbook.")
    kind, narrow = Kind.NUMBER, 10
    return [
        (Column("open", words.t("Open"), words.t("Problems that are open."), kind, narrow), lambda tally: tally.open),
        (Column("undecided", words.t("Without a lead"), words.t("Open problems that nobody has accepted yet."), kind, narrow), lambda tally: tally.undecided),
        (Column("answers_late", words.t("Answers late"), words.t("Those whose day for an answer is over."), kind, narrow, warns=True), lambda tally: tally.answers_late),
        (Column("unpromised", words.t("Without a promise"), words.t("Accepted problems for which nothing is promised."), kind, narrow), lambda tally: tally.unpromised),
        (Column("promised", words.t("Promises"), words.t("Promises that are still owed."), kind, narrow), lambda tally: tally.promised),
        (Column("late", words.t("Late"), words.t("Promises still owed whose date is over."), kind, narrow, warns=True), lambda tally: tally.late),
        (Column("waited_for", words.t("Others wait"), words.t("What other institutions wait for from this one."), kind, narrow), lambda tally: tally.waited_for),
        (Column("waits", words.t("Waits for others"), words.t("What this one waits for from others."), kind, narrow), lambda tally: tally.waits),
        (Column("reported", words.t("Reported"), stretch, kind, narrow), lambda tally: tally.reported),
        (Column("solved", words.t("Solved"), stretch, kind, narrow), lambda tally: tally.solved),
        (Column("unsolved", words.t("Closed otherwise"), stretch, kind, narrow), lambda tally: tally.unsolved),
        (Column("reopened", words.t("Reopened"), stretch, kind, narrow), lambda tally: tally.reopened),
        (Column("kept", words.t("Promises kept"), stretch, kind, narrow), lambda tally: tally.kept),
        (Column("redated", words.t("Promises re-dated"), stretch, kind, narrow), lambda tally: tally.redated),
        (Column("cancelled", words.t("Promises given up"), stretch, kind, narrow), lambda tally: tally.cancelled),
    ]  # fmt: skip


def _named(words: Words, names: _Names, institution: str | None) -> str:
    if institution is None:
        return words.t("not known or not told")
    return words.name(names[institution]) if institution in names else institution
