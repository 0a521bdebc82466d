"""The workbook of a big community: our streamed rows against openpyxl's write-only mode, the same cells."""

import re
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from subprocess import run

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment

from sc_bot.presentation.workbook.tables import Column, Kind, Reference, Table, Value
from sc_bot.presentation.workbook.writing import Outline

ROWS, COLUMNS = 100_000, 20
KINDS = (Kind.WORDS, Kind.TEXT, Kind.NUMBER, Kind.DAY)
NOW, DAY = datetime(2026, 11, 19, tzinfo=UTC), date(2026, 11, 19)
LINK = "https://slack.com/app_redirect?team=T0ESTRIE0&channel=D0ESTRIE0&message_ts=1795392123.000100"


def exporting() -> tuple[float, float, float]:
    """Seconds of ours and of openpyxl's, and the megabytes of ours; each in a process of its own."""
    seconds, megabytes = _measured("ours")
    return seconds, _measured("theirs")[0], megabytes


def _measured(who: str) -> tuple[float, float]:
    told = run([sys.executable, "-m", "bench.exporting", who], capture_output=True, check=True, text=True).stdout  # noqa: S603 - ourselves
    seconds, megabytes = told.split()
    return float(seconds), float(megabytes)


def _rows() -> Iterator[list[Value]]:
    texts = (
        "Hôpital Saint-Firmin-des-Monts",
        "Le résumé de fin de chimio parvient au médecin <trois> semaines trop tard",
    )
    for number in range(ROWS):
        values: list[Value] = [Reference(f"ONC-{number}", LINK)]
        for place in range(1, COLUMNS):
            kind = KINDS[place % 4]
            is_text = kind in {Kind.WORDS, Kind.TEXT}
            values.append(
                texts[place % 2] if is_text else number if kind is Kind.NUMBER else DAY + timedelta(number % 90)
            )
        yield values


def _ours(file: Path) -> None:
    columns = (Column("c0", "H0", "", Kind.REFERENCE), *(
        Column(f"c{place}", f"H{place}", "", KINDS[place % 4]) for place in range(1, COLUMNS)
    ))  # fmt: skip
    outline = Outline(title="bench", author="bench", now=NOW)
    outline.add(Table("bench", "Bench", columns, _rows(), ROWS))
    with file.open("wb") as target:
        outline.save(target)


def _theirs(file: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bench")
    sheet.append([f"H{place}" for place in range(COLUMNS)])
    top = Alignment(wrap_text=True, vertical="top")
    for values in _rows():
        sheet.append([_cell(sheet, value, top) for value in values])
    book.save(file)


def _cell(sheet: object, value: Value, alignment: Alignment) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, str(value) if isinstance(value, Reference) else value)
    cell.alignment = alignment
    if isinstance(value, str):
        cell.data_type = "s"
    if isinstance(value, Reference):
        cell.hyperlink = value.link
    return cell


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        {"ours": _ours, "theirs": _theirs}[sys.argv[1]](Path(folder) / "bench.xlsx")
        taken = time.perf_counter() - began
    peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))  # this program's own
    print(taken, int(peak[1]) / 1024 if peak else 0.0)
