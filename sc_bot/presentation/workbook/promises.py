"""The promises, and every date that each of them had."""

from sc_bot.domain.exports import Book, DateRow, PromiseRow
from sc_bot.presentation import reorganising, vocabulary
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.tables import Column, Kind, Reference, Table, Value


def promises(words: Words, book: Book) -> Table:
    """What was promised, by when, and what became of it."""
    columns = (
        Column("promise", words.t("Reference"), words.t("Its name; the link opens your card in Slack."), Kind.REFERENCE, 12),
        Column("problem", words.t("Problem"), words.t("The problem that it is for."), width=12),
        Column("institution", words.t("Institution"), words.t("Which institution promises."), width=30),
        Column("person", words.t("Person"), words.t("Who owes it: shown to their own institution only."), width=24),
        Column("what", words.t("What is promised"), words.t("As it was written."), Kind.TEXT, 60),
        Column("standing", words.t("State"), words.t("Where it stands now, or how it ended."), width=14),
        Column("made_on", words.t("Promised on"), words.t("The day on which it was promised."), Kind.DAY),
        Column("first_due", words.t("First due date"), words.t("The date that was promised at first."), Kind.DAY),
        Column("due", words.t("Due date"), words.t("The date that holds now."), Kind.DAY),
        Column("redated", words.t("New dates"), words.t("How often it got another date."), Kind.NUMBER, 12, warns=True),
        Column("late", words.t("Working days late"), words.t("While it is owed; nought if it is not late."), Kind.NUMBER, 12, warns=True),
        Column("blocked_on", words.t("Blocked since"), words.t("The day since which it waits for somebody else."), Kind.DAY),
        Column("ended_on", words.t("Ended on"), words.t("The day on which it was kept or given up."), Kind.DAY),
        Column("reorganised", words.t("The work"), words.t("What it does to the work: stop, start, change, share."), width=18),
    )  # fmt: skip
    rows = (_promise(words, row) for row in book.promises())
    return Table("promises", words.t("Promises"), columns, rows, book.steps_at_most)


def _promise(words: Words, row: PromiseRow) -> tuple[Value, ...]:
    return (
        Reference(row.reference, row.link),
        row.problem,
        words.name(row.institution),
        row.person,
        row.what,
        words.t("late") if row.is_late else vocabulary.promise(words, row.standing),
        row.made_on,
        row.first_due.day,
        row.due.day,
        row.redated,
        row.working_days_late,
        row.blocked_on,
        row.ended_on,
        reorganising.sort(words, row.sort) if row.sort else None,
    )


def dates(words: Words, book: Book) -> Table:
    """Every date, the first one too: none is overwritten."""
    columns = (
        Column("promise", words.t("Reference"), words.t("The promise that had this date."), width=12),
        Column("institution", words.t("Institution"), words.t("Which institution promises."), width=30),
        Column("number", words.t("No."), words.t("The first date is 1."), Kind.NUMBER, 8),
        Column("due", words.t("Due date"), words.t("The date that was said."), Kind.DAY),
        Column("said_on", words.t("Said on"), words.t("The day on which it was said."), Kind.DAY),
        Column("reason", words.t("Reason"), words.t("Why the date changed, as written."), Kind.TEXT, 60),
    )
    return Table("dates", words.t("Dates"), columns, (_date(words, row) for row in book.dates()), book.steps_at_most)


def _date(words: Words, row: DateRow) -> tuple[Value, ...]:
    return row.promise, words.name(row.institution), row.number, row.due.day, row.said_on, row.reason
