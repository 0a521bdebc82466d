"""The same rows without Excel: one CSV file a sheet, in a zip; or one JSON object a line.

CSV is UTF-8 with the mark by which Excel knows it, and with the separator that each language's Excel expects. What begins
like a formula gets an apostrophe, so that nothing in it is calculated; so does what would begin like one in an Excel of the
other language, which ends a cell elsewhere. Texts stand between quotation marks: LibreOffice takes every separator at once.
Numbers and dates are ours and need no apostrophe.
"""

import csv
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import TextIOWrapper
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sc_bot.domain.exports import Book
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.composing import tables_of
from sc_bot.presentation.workbook.tables import Reference, Table, Value

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_BLANK = " \u00a0\u2007\u202f"
_BEHIND_AN_END = re.compile(f'([,;\t\r\n"][{_BLANK}]*)(?=[=+@-])')
"""Where a cell may end for a program that takes another separator than ours, and what follows would be a formula."""


def write_csv(target: BinaryIO, words: Words, book: Book) -> None:
    """One file a table, in a zip."""
    csv_of(target, words, tables_of(words, book, book.cover()))


def write_json(target: BinaryIO, words: Words, book: Book) -> None:
    """One object a line, each with the name of its table; names of columns stand in the data dictionary."""
    json_of(target, tables_of(words, book, book.cover()))


def csv_of(target: BinaryIO, words: Words, tables: Iterable[Table]) -> None:
    """One file a table, in a zip."""
    with ZipFile(target, "w", ZIP_DEFLATED) as done:
        for table in tables:
            entry = ZipInfo(f"{table.key}.csv")  # of 1980: the same content, the same bytes
            entry.compress_type = ZIP_DEFLATED
            with done.open(entry, "w", force_zip64=True) as part, TextIOWrapper(part, "utf-8-sig", newline="") as text:
                lines = csv.writer(
                    text, delimiter=";" if words.is_french else ",", lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC
                )
                lines.writerow(each.heading for each in table.columns)
                lines.writerows(_harmless(row) for row in table.rows)


def json_of(target: BinaryIO, tables: Iterable[Table]) -> None:
    """One object a line."""
    for table in tables:
        keys = [each.key for each in table.columns]
        for row in table.rows:
            told = {"table": table.key, **dict(zip(keys, map(_plain, row), strict=True)), **_link(row)}
            target.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _harmless(row: Sequence[Value]) -> Iterable[object]:
    return (_guarded(str(each)) if isinstance(each, str | Reference) else _plain(each) for each in row)


def _guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula; what UTF-8 cannot hold is a question mark."""
    kept = text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    kept = _BEHIND_AN_END.sub(r"\1'", kept)
    return f"'{kept}" if kept.lstrip(_BLANK).startswith(_DANGEROUS) else kept


def _plain(value: Value) -> str | float | None:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Reference) else value


def _link(row: Sequence[Value]) -> dict[str, str]:
    first = row[0] if row else None
    return {"link": first.link} if isinstance(first, Reference) and first.link else {}
