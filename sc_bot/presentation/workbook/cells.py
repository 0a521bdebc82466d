"""Cells as a workbook's XML. What people wrote stays text: it is never a formula, and nothing in it can break the file.

Excel's own rules: 32,767 characters of text a cell, no control characters, `_x000D_` means one of them, days are counted
from December 30, 1899. Every text is an inline string, so none is a formula, whatever it begins with.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape

from sc_bot.presentation.words import plainly
from sc_bot.presentation.workbook.tables import Column, Kind, Value

LONGEST = 32_767  # characters as Excel counts them: beyond U+FFFF, two
LINE, HIGHEST = 15, 409  # points
_FIRST_DAY = date(1899, 12, 30).toordinal()
_SECONDS_A_DAY = 86_400
_SUSPICIOUS = re.compile(
    "[&<>_\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Only a text that holds such a character is looked at closely."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LINES = re.compile("\r\n?|\u2028|\u2029")

Encoder = Callable[[Value], str]
"""The inside of a cell element: the rest of its attributes, and its value."""


def text(value: str) -> str:
    """A text that every reader shows as it was written: nothing else can stand in the file."""
    if not _SUSPICIOUS.search(value):
        return value if len(value) <= LONGEST // 2 else _shortened(value)
    return escape(_LOOKS_ESCAPED.sub("_x005F_", writable(value)))


def writable(value: str) -> str:
    """A text without what no workbook can hold; whoever writes it escapes it. A name, too, is written by somebody."""
    return _shortened(_UNWRITABLE.sub("\ufffd", _LINES.sub("\n", plainly(value))))


def _shortened(value: str) -> str:
    """No longer than a cell, by Excel's count; an ellipsis says so."""
    if len(value) <= LONGEST // 2:
        return value
    units = value.encode("utf-16-le")
    if len(units) <= LONGEST * 2:
        return value
    return units[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _text_cell(value: Value) -> str:
    return f' t="inlineStr"><is><t xml:space="preserve">{text(str(value))}</t></is></c>'


def _number_cell(value: Value) -> str:
    return f"><v>{value}</v></c>"


def _day_cell(value: Value) -> str:
    return f"><v>{value.toordinal() - _FIRST_DAY}</v></c>" if isinstance(value, date) else _text_cell(value)


def _moment_cell(value: Value) -> str:
    if not isinstance(value, datetime):
        return _text_cell(value)
    seconds = value.hour * 3600 + value.minute * 60 + value.second
    return f"><v>{value.toordinal() - _FIRST_DAY + seconds / _SECONDS_A_DAY:.10g}</v></c>"


ENCODERS: dict[Kind, Encoder] = {
    Kind.WORDS: _text_cell,
    Kind.TEXT: _text_cell,
    Kind.REFERENCE: _text_cell,
    Kind.NUMBER: _number_cell,
    Kind.DECIMAL: _number_cell,
    Kind.DAY: _day_cell,
    Kind.MOMENT: _moment_cell,
}


class RowWriter:
    """Writes the rows of one sheet; each column has its letter, its style and its way to be written."""

    def __init__(self, columns: Sequence[Column], letters: Sequence[str], styles: Sequence[int]) -> None:
        self._columns = [
            (f'<c r="{letter}', f'" s="{style}"', ENCODERS[column.kind])
            for column, letter, style in zip(columns, letters, styles, strict=True)
        ]
        self._wide = [
            (place, column.width) for place, column in enumerate(columns) if column.kind in {Kind.TEXT, Kind.WORDS}
        ]

    def row(self, number: int, values: Sequence[Value]) -> str:
        """One row; what is unknown is no cell."""
        cells = [
            f"{begin}{number}{style}{encode(value)}"
            for (begin, style, encode), value in zip(self._columns, values, strict=True)
            if value is not None
        ]
        return f'<row r="{number}"{self._height(values)}>{"".join(cells)}</row>'

    def _height(self, values: Sequence[Value]) -> str:
        """High enough for its longest text: not every program finds that out by itself."""
        lines = 1
        for place, width in self._wide:
            value = values[place]
            if isinstance(value, str) and (len(value) > width or "\n" in value):
                lines = max(lines, sum(1 + len(each) // width for each in value.split("\n")))
        return f' ht="{min(lines * LINE, HIGHEST)}" customHeight="1"' if lines > 1 else ""
