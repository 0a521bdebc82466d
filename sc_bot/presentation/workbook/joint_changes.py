"""Joint changes: one change of several institutions a line; by institution, without a name."""

from sc_bot.domain.exports import Book, JointRow
from sc_bot.presentation.joint_changes import stage
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.tables import Column, Kind, Table, Value


def joint_changes(words: Words, book: Book) -> Table:
    """One line a change."""
    columns = (
        Column("joint_change", words.t("Reference"), words.t("The name of the joint change."), width=12),
        Column("problems", words.t("Problems"), words.t("The problems that it should solve."), width=20),
        Column("what", words.t("What changes"), words.t("As it was written."), Kind.TEXT, 60),
        Column("stage", words.t("State"), words.t("Where it stands now, or how it ended."), width=20),
        Column("day", words.t("Effective date"), words.t("In force if the state says so, else proposed."), Kind.DAY),
        Column("needed", words.t("Must be ready"), words.t("How many institutions the rule asks for."), Kind.NUMBER),
        Column("begun_on", words.t("Begun on"), words.t("The day on which it was proposed first."), Kind.DAY),
        Column("went_on", words.t("In effect on"), words.t("The day on which it went."), Kind.DAY),
        Column("taken", words.t("Take part"), words.t("Institutions that have promised their part."), width=36),
        Column("ready", words.t("Ready"), words.t("Institutions that are ready for the date."), width=36),
        Column("silent", words.t("Not answered"), words.t("Institutions that are asked and have not answered."), width=36),
        Column("declined", words.t("Do not take part"), words.t("Institutions that said so."), width=36),
        Column("verified", words.t("Verified"), words.t("Institutions where it changed, at least in part."), width=36),
        Column("reopened", words.t("Nothing changed"), words.t("Institutions of which a new promise is asked."), width=36),
        Column("back", words.t("Roll-back"), words.t("How one would go back."), Kind.TEXT, 60),
    )  # fmt: skip
    rows = (_row(words, each) for each in book.joint_changes())
    return Table("joint_changes", words.t("Joint changes"), columns, rows, book.steps_at_most)


def _row(words: Words, row: JointRow) -> tuple[Value, ...]:
    homes = (row.taken, row.ready, row.silent, row.declined, row.verified, row.reopened)
    return (
        row.reference,
        "; ".join(row.problems),
        row.what,
        stage(words, row.stage),
        row.day,
        row.needed,
        row.begun_on,
        row.went_on,
        *("; ".join(map(words.name, each)) for each in homes),
        row.back,
    )
