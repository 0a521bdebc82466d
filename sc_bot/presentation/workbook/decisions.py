"""What general managers were asked to decide, and what they answered: by institution, without a name."""

from sc_bot.domain.decisions import Behalf
from sc_bot.domain.exports import Book, DecisionRow
from sc_bot.presentation import vocabulary
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.tables import Column, Kind, Table, Value


def decisions(words: Words, book: Book) -> Table:
    """One line a question."""
    columns = (
        Column("decision", words.t("Reference"), words.t("The name of the question."), width=12),
        Column("problem", words.t("Problem"), words.t("The problem that it is about."), width=12),
        Column("question", words.t("Question"), words.t("As it was written."), Kind.TEXT, 60),
        Column("asked_by", words.t("Asked by"), words.t("In whose name it is asked."), width=30),
        Column("asked_on", words.t("Asked on"), words.t("The day on which it was asked."), Kind.DAY),
        Column("due", words.t("Due date"), words.t("The day by which it should be decided."), Kind.DAY),
        Column("standing", words.t("State"), words.t("Where it stands now, or how it ended."), width=24),
        Column("agreed", words.t("Agree"), words.t("Institutions whose general manager agrees."), width=36),
        Column("refused", words.t("Do not agree"), words.t("Institutions whose general manager says no."), width=36),
        Column("to_discuss", words.t("Want to discuss"), words.t("Institutions that want to discuss it."), width=36),
        Column("silent", words.t("Not answered"), words.t("Institutions that are asked and have not answered."), width=36),
        Column("reasons", words.t("Reasons"), words.t("Why not, as written."), Kind.TEXT, 60),
        Column("otherwise", words.t("Without a decision"), words.t("What happens if nobody decides."), Kind.TEXT, 60),
    )  # fmt: skip
    rows = (_row(words, each) for each in book.decisions())
    return Table("decisions", words.t("Decisions"), columns, rows, book.steps_at_most)


def _row(words: Words, row: DecisionRow) -> tuple[Value, ...]:
    return (
        row.reference,
        row.problem,
        row.question,
        _asker(words, row),
        row.asked_on,
        row.due,
        vocabulary.decision(words, row.standing) if row.standing else words.t("decided in a meeting"),
        *("; ".join(map(words.name, each)) for each in (row.agreed, row.refused, row.to_discuss, row.silent)),
        "\n".join(row.reasons),
        row.otherwise,
    )


def _asker(words: Words, row: DecisionRow) -> str:
    if row.committee is not None:
        return words.name(row.committee)
    if row.behalf is Behalf.INSTITUTION and row.institution is not None:
        return words.name(row.institution)
    return words.t("Support committee") if row.behalf is Behalf.COMMITTEE else words.t("Facilitator")
