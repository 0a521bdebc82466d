"""Lessons, a line each; and in the same line what each institution does with it: the matrix lesson x institution."""

from collections.abc import Sequence

from sc_bot.domain.exports import Book, Cover, LessonRow
from sc_bot.domain.lessons import OF_A_LESSON, OF_A_PRACTICE, Facet
from sc_bot.presentation import lesson_words
from sc_bot.presentation.blocks import on_one_line, shortened
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.cells import writable
from sc_bot.presentation.workbook.tables import Column, Kind, Table, Value

LONGEST_NAME = 100  # characters of an institution in a heading; with its id no two are alike
_FACETS = (*OF_A_LESSON, *OF_A_PRACTICE)


def lessons(words: Words, book: Book, cover: Cover) -> Table:
    """Every lesson, its words, and a column for each institution."""
    homes = sorted(cover.names, key=lambda each: words.name(cover.names[each]).casefold())
    columns = (
        Column("lesson", words.t("Reference"), words.t("The name of the lesson or of the good practice.")),
        Column(
            "problem", words.t("Problem"), words.t("The problem from which it comes, if its reader may know of it.")
        ),
        Column("origin", words.t("Origin"), words.t("The occasion on which it was asked for."), width=20),
        Column("stage", words.t("State"), words.t("Where the lesson stands."), width=24),
        Column("continuum", words.t("Continuum"), words.t("The care continuum that it is about."), width=20),
        Column("institution", words.t("From"), words.t("The institution from which it comes."), width=36),
        Column("asked_on", words.t("Asked on"), words.t("The day on which it was asked for or reported."), Kind.DAY),
        Column("published_on", words.t("Published on"), words.t("The day on which it was published."), Kind.DAY),
        *(_facet(words, each) for each in _FACETS),
        *(_home(words, each, words.name(cover.names[each])) for each in homes),
    )
    rows = (_row(words, each, homes) for each in book.lessons())
    return Table("lessons", words.t("Lessons"), columns, rows, book.steps_at_most)


def _facet(words: Words, facet: Facet) -> Column:
    name = lesson_words.facet(words, facet)
    return Column(facet.value, name, words.t("As it is written now."), Kind.TEXT, 50)


def _home(words: Words, institution: str, name: str) -> Column:
    meaning = words.t("What this institution does with it; empty: it was not offered.")
    heading = f"{shortened(on_one_line(writable(name)), LONGEST_NAME)} ({institution})"
    return Column(f"at_{institution}", heading, meaning, width=18)


def _row(words: Words, row: LessonRow, homes: Sequence[str]) -> tuple[Value, ...]:
    at = (row.standings.get(each) for each in homes)
    return (
        row.reference,
        row.problem,
        lesson_words.origin(words, row.origin),
        lesson_words.stage(words, row.stage),
        words.name(row.continuum) if row.continuum else None,
        words.name(row.institution) if row.institution else None,
        row.asked_on,
        row.published_on,
        *(row.words.get(each) for each in _FACETS),
        *(lesson_words.taken(words, each) if each else None for each in at),
    )
