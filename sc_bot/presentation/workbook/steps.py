"""The history: one line a step. Nobody is named."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from sc_bot.domain.community import Localised
from sc_bot.domain.events import Happened
from sc_bot.domain.exports import Book, StepRow
from sc_bot.domain.views import StepView
from sc_bot.presentation import history
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.tables import Column, Kind, Table, Value

_What = Callable[[Happened, Localised | None, tuple[str, ...]], str]
_KEPT = 4_096  # steps that were worded; there are many more steps than different ones
_BARE = StepView(id=0, kind=Happened.REPORTED, at=None, by=None, by_author=False, institution=None, text=None)


def steps(words: Words, book: Book) -> Table:
    """What happened, oldest problem first."""
    columns = (
        Column("reference", words.t("Reference"), words.t("The problem to which it happened."), width=12),
        Column("at", words.t("When"), words.t("In your time zone; empty where the hour would name the author."), Kind.MOMENT, 18),
        Column("by", words.t("By"), words.t("The institution of whoever did it, or the author; nobody is named."), width=30),
        Column("what", words.t("What happened"), words.t("The step, in the bot's words."), width=44),
        Column("text", words.t("Text"), words.t("What was written with it."), Kind.TEXT, 60),
    )  # fmt: skip
    what = lru_cache(maxsize=_KEPT)(lambda kind, institution, details: _what(words, kind, institution, details))
    rows = (_step(words, row, what) for row in book.steps())
    return Table("history", words.t("History"), columns, rows, book.steps_at_most)


def _step(words: Words, row: StepRow, what: _What) -> tuple[Value, ...]:
    by = words.t("the author") if row.step.by_author else words.name(row.by) if row.by else None
    step = row.step
    return row.reference, row.at, by, what(step.kind, step.institution, step.details), step.text


def _what(words: Words, kind: Happened, institution: Localised | None, details: tuple[str, ...]) -> str:
    return history.what(words, replace(_BARE, kind=kind, institution=institution, details=details))
