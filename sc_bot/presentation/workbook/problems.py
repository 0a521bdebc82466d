"""The problems."""

from collections.abc import Callable

from sc_bot.domain.exports import Book, ProblemRow
from sc_bot.domain.problems import Verdict
from sc_bot.presentation import vocabulary
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.ground import from_the_ground
from sc_bot.presentation.workbook.tables import Column, Kind, Reference, Table, Value

_Cell = Callable[[ProblemRow], Value]


def problems(words: Words, book: Book) -> Table:
    """Every problem that the reader may know of, as far as they may see it."""
    columns = [*_identity(words), *_standing(words), *_dates(words), *_figures(words), *from_the_ground(words)]
    cells = [cell for _, cell in columns]
    rows = ([cell(row) for cell in cells] for row in book.problems())
    return Table("problems", words.t("Problems"), tuple(each for each, _ in columns), rows, book.problems_at_most)


def _identity(words: Words) -> list[tuple[Column, _Cell]]:
    reference = Column(
        "reference", words.t("Reference"), words.t("Its name; the link opens your card in Slack."), Kind.REFERENCE, 12
    )
    title = Column("title", words.t("Title"), words.t("The neutral title, if one was worded."), Kind.TEXT, 30)
    continuum = Column("continuum", words.t("Continuum"), words.t("The care continuum that it belongs to."), width=18)
    return [
        (reference, lambda row: Reference(row.reference, row.link)),
        (title, lambda row: row.title),
        (continuum, lambda row: words.name(row.continuum) if row.continuum else None),
    ]


def _standing(words: Words) -> list[tuple[Column, _Cell]]:
    state = Column("state", words.t("State"), words.t("Where it stands now, or how it ended."), width=20)
    lead = Column("institution", words.t("Institution"), words.t("Which institution has it."), width=26)
    partners = Column(
        "partners", words.t("Partners"), words.t("The other institutions that are named or contribute."), width=26
    )
    severity = Column("severity", words.t("Severity"), words.t("How much it hurts, as its author said."), width=18)
    text = Column("description", words.t("Description"), words.t("The author's words, as written."), Kind.TEXT, 54)
    statement = Column(
        "statement",
        words.t("Reworded together"),
        words.t("The words on which its author and whoever has it agreed, beside the first ones."),
        Kind.TEXT,
        54,
    )
    return [
        (state, lambda row: _state(words, row)),
        (lead, lambda row: words.name(row.institution) if row.institution else None),
        (partners, lambda row: ", ".join(map(words.name, row.partners)) or None),
        (severity, lambda row: vocabulary.severity(words, row.severity)),
        (text, lambda row: row.description),
        (statement, lambda row: row.statement),
    ]


def _dates(words: Words) -> list[tuple[Column, _Cell]]:
    reported = Column(
        "reported_on", words.t("Reported on"), words.t("Empty where the day would name its author."), Kind.DAY
    )
    answer = Column("answer_by", words.t("Answer by"), words.t("The day by which an answer is expected."), Kind.DAY)
    accepted = Column(
        "accepted_on", words.t("Accepted on"), words.t("The day on which an institution took the lead."), Kind.DAY
    )
    closed = Column("closed_on", words.t("Closed on"), words.t("The day on which it was closed."), Kind.DAY)
    verdict = Column(
        "verdict", words.t("Has it changed?"), words.t("What its author said after it was closed."), width=16
    )
    return [
        (reported, lambda row: row.reported_on),
        (answer, lambda row: row.answer_by),
        (accepted, lambda row: row.accepted_on),
        (closed, lambda row: row.closed_on),
        (verdict, lambda row: verdict_of(words, row.verdict)),
    ]


def _waiting(words: Words) -> list[tuple[Column, _Cell]]:
    days = Column(
        "working_days", words.t("Working days"), words.t("Since it was reported, while it is open."), Kind.NUMBER, 12
    )
    returns = Column("returns", words.t("Returns"), words.t("How often it was returned."), Kind.NUMBER, 12, warns=True)
    reopened = Column(
        "reopened", words.t("Reopenings"), words.t("How often it was opened again."), Kind.NUMBER, 12, warns=True
    )
    due = Column("next_due", words.t("Next due date"), words.t("Of the promises that stand, the first one."), Kind.DAY)
    return [
        (days, lambda row: row.working_days),
        (returns, lambda row: row.returns),
        (reopened, lambda row: row.reopened),
        (due, lambda row: row.next_due),
    ]


def _figures(words: Words) -> list[tuple[Column, _Cell]]:
    promised = Column("promised", words.t("Promises"), words.t("How many promises stand for it."), Kind.NUMBER, 12)
    late = Column("late", words.t("Late"), words.t("How many of them are late."), Kind.NUMBER, 12, warns=True)
    clients = Column(
        "noticed_by_clients", words.t("Clients notice it"), words.t("The author said that clients notice it."), width=14
    )
    restricted = Column(
        "restricted",
        words.t("Restricted"),
        words.t("Few may know of it; it is in no figure of this workbook."),
        width=12,
    )
    yes = words.t("yes")
    return [
        *_waiting(words),
        (promised, lambda row: row.promised),
        (late, lambda row: row.late),
        (clients, lambda row: yes if row.noticed_by_clients else None),
        (restricted, lambda row: yes if row.restricted else None),
    ]


def _state(words: Words, row: ProblemRow) -> str:
    return vocabulary.closing(words, row.closing) if row.closing else vocabulary.state(words, row.state)


def verdict_of(words: Words, verdict: Verdict | None) -> str | None:
    """Whether it changed, as its author said."""
    if verdict is None:
        return None
    return {Verdict.YES: words.t("yes"), Verdict.PARTLY: words.t("in part"), Verdict.NO: words.t("no")}[verdict]
