"""The data dictionary: every column of every sheet, and what it means."""

from collections.abc import Sequence

from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.tables import Column, Table


def dictionary(words: Words, tables: Sequence[Table]) -> Table:
    """One line a column, in the order of the workbook."""
    columns = (
        Column("sheet", words.t("Sheet"), "", width=20),
        Column("column", words.t("Column"), "", width=26),
        Column("meaning", words.t("Meaning"), "", width=80),
        Column("key", words.t("Name in JSON"), "", width=22),
    )
    rows = [
        (table.title, column.heading, column.meaning, f"{table.key}.{column.key}")
        for table in tables
        for column in table.columns
    ]
    return Table("dictionary", words.t("Dictionary"), columns, rows, len(rows))
