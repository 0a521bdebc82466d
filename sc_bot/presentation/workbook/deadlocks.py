"""The deadlocks: those that wait for a decision with what shows them, and those that ended, how and how soon."""

from collections.abc import Callable

from sc_bot.domain.exports import Book, DeadlockRow
from sc_bot.presentation import deadlocks as said
from sc_bot.presentation import vocabulary
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.tables import Column, Kind, Table, Value

_Cell = Callable[[DeadlockRow], Value]


def deadlocks(words: Words, book: Book) -> Table:
    """One line a deadlock."""
    columns = [*_what(words), *_when(words), *_end(words)]
    cells = [cell for _, cell in columns]
    rows = ([cell(row) for cell in cells] for row in book.deadlocks())
    return Table("deadlocks", words.t("Deadlocks"), tuple(each for each, _ in columns), rows, book.steps_at_most)


def _what(words: Words) -> list[tuple[Column, _Cell]]:
    reference = Column("reference", words.t("Reference"), words.t("The problem that is stuck."), width=12)
    title = Column("title", words.t("Title"), words.t("The neutral title, if one was worded."), Kind.TEXT, 30)
    lead = Column("institution", words.t("Institution"), words.t("Which institution has it."), width=26)
    state = Column("state", words.t("State"), words.t("Where it stands now, or how it ended."), width=20)
    signs = Column(
        "signs", words.t("Signs of a deadlock"), words.t("Why it is stuck, as far as you may read it."), width=36
    )
    shown = Column("evidence", words.t("Evidence"), words.t("What shows each sign; promises that wait for each other are named in a circle."), Kind.TEXT, 70)  # fmt: skip
    return [
        (reference, lambda row: row.deadlock.reference),
        (title, lambda row: row.title),
        (lead, lambda row: words.name(row.lead) if row.lead else None),
        (
            state,
            lambda row: vocabulary.closing(words, row.closing) if row.closing else vocabulary.state(words, row.state),
        ),
        (signs, lambda row: ", ".join(said.sign(words, each.sign) for each in row.deadlock.signs) or None),
        (shown, lambda row: "\n".join(said.evidence(words, each) for each in row.deadlock.signs) or None),
    ]


def _when(words: Words) -> list[tuple[Column, _Cell]]:
    found = Column("found_on", words.t("Found on"), words.t("Empty where the day would name its author."), Kind.DAY)
    days = Column(
        "working_days", words.t("Working days"), words.t("From that day until now, or until its end."), Kind.NUMBER, 12
    )
    decides = Column(
        "decides", words.t("Who decides"), words.t("The support committee first, then the general managers."), width=28
    )
    gone = Column("gone", words.t("Sign gone"), words.t("No sign stands any more; a decision is still owed."), width=12)
    return [
        (found, lambda row: row.deadlock.found_on),
        (days, lambda row: row.deadlock.working_days),
        (decides, lambda row: said.stage(words, row.deadlock.stage) if row.deadlock.way is None else None),
        (gone, lambda row: words.t("yes") if row.deadlock.way is None and row.deadlock.is_gone else None),
    ]


def _end(words: Words) -> list[tuple[Column, _Cell]]:
    on = Column("ended_on", words.t("Ended on"), words.t("The day of the decision; empty while it waits."), Kind.DAY)
    way = Column("way", words.t("How it ended"), words.t("Which decision was taken."), width=28)
    home = Column(
        "gives",
        words.t("Leads or gives"),
        words.t("Which institution leads the plan, or gives the resources."),
        width=26,
    )
    text = Column("decision", words.t("Decided"), words.t("The decision, as it was written."), Kind.TEXT, 60)
    return [
        (on, lambda row: row.deadlock.ended_on),
        (way, lambda row: said.way(words, row.deadlock.way) if row.deadlock.way else None),
        (home, lambda row: words.name(row.deadlock.institution) if row.deadlock.institution else None),
        (text, lambda row: row.deadlock.text),
    ]
