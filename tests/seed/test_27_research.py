"""Seed, 27: "A management method that values research"."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO, TextIOWrapper
from zipfile import ZipFile

import pytest

from sc_bot.domain.access import Given
from sc_bot.domain.due import Due
from sc_bot.domain.problems import Closing
from sc_bot.presentation.workbook.tables import Kind, Value
from sc_bot.usecases.commitments.making import Promise, make_commitment
from sc_bot.usecases.problems.director import Close, close_problem
from tests.seed.ground import BASTIEN, ODILE, Ground

SAID = 'Le résumé; "perdu", dit-on\nsur deux lignes, à 2,5 km'


def _read(content: bytes, separator: str) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """Each file of the zip: its name, its headings, its rows; as any reader of CSV has them."""
    with ZipFile(BytesIO(content)) as files:
        for name in files.namelist():
            with files.open(name) as part, TextIOWrapper(part, "utf-8-sig", newline="") as text:
                head, *rows = csv.reader(text, delimiter=separator)
                yield name.removesuffix(".csv"), head, rows


def _again(cell: str, kind: Kind) -> Value:
    """A cell as it was before it was written."""
    if not cell:
        return None
    if kind in {Kind.NUMBER, Kind.DECIMAL}:
        return float(cell)
    if kind is Kind.DAY:
        return date.fromisoformat(cell)
    return datetime.fromisoformat(cell) if kind is Kind.MOMENT else cell


def _plain(value: Value, kind: Kind) -> Value:
    if kind in {Kind.NUMBER, Kind.DECIMAL} and isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime):
        return value.replace(second=0, microsecond=0)
    return value if value is None or isinstance(value, date) else str(value)


@pytest.mark.parametrize(("language", "separator"), [("fr", ";"), ("en", ",")])
def test_the_csv_export_reads_back_to_equal_rows(ground: Ground, language: str, separator: str) -> None:
    """Sheet by sheet, row by row, cell by cell: numbers, days, moments and words on several lines."""
    reference = ground.accepted(description=SAID, access=Given("travel", "2,5"))
    due = Due(date(2026, 12, 4))
    ground.does(BASTIEN, make_commitment, reference, Promise(what=SAID, due=due, zone="America/Toronto", sort="share"))
    solved = Close(closing=Closing.SOLVED, reason=SAID, access_after="1", time_freed="1,5")
    ground.does(BASTIEN, close_problem, reference, solved)
    tables = ground.tables(ODILE, language)
    files = {name: (head, rows) for name, head, rows in _read(ground.csv(ODILE, language), separator)}
    assert files.keys() == tables.keys()
    for name, (table, expected) in tables.items():
        head, rows = files[name]
        assert head == [each.heading for each in table.columns]
        kinds = [each.kind for each in table.columns]
        told = [[_plain(cell, kind) for cell, kind in zip(row.values(), kinds, strict=True)] for row in expected]
        assert [[_again(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows] == told, name
    assert sum(len(rows) for _, rows in tables.values()) > 40


def test_the_dictionary_covers_every_column_of_every_sheet(ground: Ground) -> None:
    """Each with a meaning, in both languages; and no column that is not there."""
    for language in ("fr", "en"):
        tables = ground.tables(ODILE, language)
        _, said = tables["dictionary"]
        columns = {f"{key}.{each.key}" for key, (table, _) in tables.items() for each in table.columns}
        own = {each for each in columns if each.startswith("dictionary.")}
        assert {row["key"] for row in said} == columns - own
        assert [row for row in said if not str(row["meaning"]).strip()] == []
