"""No row of the grammar is idle: each reads some phrase of the tables, or part of one."""

import re

import pytest

from sc_bot.due_dates.reader import Reader
from sc_bot.due_dates.table import Table
from tests.due_dates.region import ask
from tests.due_dates.tables import OUR_OWN, SAMPLE, rows_of


def test_every_row_of_the_grammar_reads_a_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that no phrase needs is not tested, or not needed."""
    tables: list[Table[object]] = []
    used: set[re.Pattern[str]] = set()
    read = Table.read

    def noting(table: Table[object], text: str, reader: Reader) -> list[object]:
        if table not in tables:
            tables.append(table)
        used.update(pattern for pattern, _ in table._compiled if pattern.fullmatch(text))
        return read(table, text, reader)

    monkeypatch.setattr(Table, "read", noting)
    for row in (*rows_of(SAMPLE), *rows_of(OUR_OWN)):
        ask(row.phrase, row.language)
    idle = [pattern.pattern for table in tables for pattern, _ in table._compiled if pattern not in used]
    assert idle == []
