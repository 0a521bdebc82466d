"""The de-identified workbook of an external intervener: figures by interface and month, records, the pulse."""

from collections.abc import Sequence
from typing import BinaryIO

from sc_bot.domain.research import MonthRow, Names, RecordRow, Research
from sc_bot.presentation import deadlocks, vocabulary
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.dictionary import dictionary
from sc_bot.presentation.workbook.flat import csv_of, json_of
from sc_bot.presentation.workbook.problems import verdict_of
from sc_bot.presentation.workbook.pulse import pulse
from sc_bot.presentation.workbook.tables import Column, Kind, Table, Value
from sc_bot.presentation.workbook.writing import Outline

Columns = tuple[Column, ...]


def tables_of_research(words: Words, research: Research) -> Sequence[Table]:
    """Every table, the data dictionary last."""
    tables = [_months(words, research), _records(words, research), pulse(words, research.pulse())]
    return [*tables, dictionary(words, tables)]


def write_research(target: BinaryIO, words: Words, research: Research, form: str) -> None:
    """Excel, CSV in a zip, or one JSON object a line."""
    tables = tables_of_research(words, research)
    if form == "csv":
        csv_of(target, words, tables)
    elif form == "json":
        json_of(target, tables)
    else:
        title = words.t("De-identified data · {community}", community=words.name(research.community))
        outline = Outline(title=title, author="sc_bot", now=research.as_of)
        for table in tables:
            outline.add(table)
        outline.save(target)


def _pair(words: Words) -> Columns:
    return (
        Column("first", words.t("Institution"), words.t("One of the two; where it is not known or not told, it says so."), width=36),
        Column("second", words.t("and institution"), words.t("The other one."), width=36),
    )  # fmt: skip


def _months(words: Words, research: Research) -> Table:
    columns = (
        *_pair(words),
        Column("month", words.t("Month"), words.t("Its first day."), Kind.DAY),
        Column("reported", words.t("Reported"), words.t("Problems reported in this month."), Kind.NUMBER),
        Column("accepted", words.t("Accepted"), words.t("Problems accepted in this month."), Kind.NUMBER),
        Column("closed", words.t("Closed"), words.t("Problems closed in this month."), Kind.NUMBER),
        Column("solved", words.t("Solved"), words.t("Of these, those that were solved."), Kind.NUMBER),
        Column("people", words.t("People who reported"), words.t("In fives: 10 means ten to fourteen, empty fewer than five."), Kind.NUMBER),
    )  # fmt: skip
    rows = [_month(words, each) for each in research.months]
    return Table("months", words.t("By interface and month"), columns, rows, len(rows))


def _month(words: Words, row: MonthRow) -> tuple[Value, ...]:
    figures = (row.reported, row.accepted, row.closed, row.solved, row.people)
    return (*_named(words, row.between), row.month, *figures)


def _records(words: Words, research: Research) -> Table:
    kind, monday = Kind.DAY, words.t("The Monday of the week.")
    columns = (
        Column("continuum", words.t("Care continuum"), words.t("Empty where none was recognised."), width=20),
        *_pair(words),
        Column("state", words.t("State"), words.t("Where it stands now, or how it ended."), width=24),
        Column("severity", words.t("Severity"), words.t("As it was reported."), width=20),
        Column("signs", words.t("Why it is stuck"), words.t("The signs of a deadlock."), width=40),
        Column("reported_week", words.t("Reported"), monday, kind),
        Column("acknowledged_week", words.t("Acknowledged"), monday, kind),
        Column("accepted_week", words.t("Accepted"), monday, kind),
        Column("closed_week", words.t("Closed"), monday, kind),
        Column("verdict", words.t("Did it change?"), words.t("What its author said afterwards."), width=16),
        Column("returns", words.t("Returns"), words.t("How often a problem was returned."), Kind.NUMBER),
        Column("reopened", words.t("Reopened"), words.t("How often it was opened again."), Kind.NUMBER),
        Column("promises", words.t("Promises"), words.t("How many promises were made for it."), Kind.NUMBER),
    )
    rows = [_record(words, each) for each in research.records]
    return Table("records", words.t("Problems, de-identified"), columns, rows, len(rows))


def _record(words: Words, row: RecordRow) -> tuple[Value, ...]:
    return (
        words.name(row.continuum) if row.continuum else None,
        *_named(words, row.between),
        vocabulary.closing(words, row.closing) if row.closing else vocabulary.state(words, row.state),
        vocabulary.severity(words, row.severity),
        ", ".join(deadlocks.sign(words, each) for each in row.signs),
        row.reported_week,
        row.acknowledged_week,
        row.accepted_week,
        row.closed_week,
        verdict_of(words, row.verdict),
        row.returns,
        row.reopened,
        row.promises,
    )


def _named(words: Words, between: Names) -> tuple[str, str]:
    first, second = (words.name(each) if each else words.t("not known or not told") for each in between)
    return first, second
