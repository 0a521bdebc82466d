"""Writes the workbook: openpyxl's outline, and in each of its sheets the rows, streamed as XML.

The same input, the same bytes. A hundred thousand rows take no more memory than a hundred: they go into the file as they
are read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice
from typing import IO, BinaryIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from sc_bot.presentation.workbook.cells import RowWriter, writable
from sc_bot.presentation.workbook.outline import MOST_ROWS, Sheet, add_sheets
from sc_bot.presentation.workbook.tables import Reference, Table, Value

MOST_LINKS = 65_530  # of a sheet
AT_ONCE = 500  # rows that are written together
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_DIMENSION = re.compile(r"<dimension [^>]*/>")
_TABLE = re.compile(rb'( ref="A1:[A-Z]+)2')
_NAME = re.compile(rb' displayName="([^"]*)"')


@dataclass
class Filled:
    """What one sheet turned out to hold: its last row, and where its references lead."""

    last: int = 1
    links: list[tuple[int, str]] = field(default_factory=list)


class Outline:
    """A workbook whose tables are filled while it is saved."""

    def __init__(self, *, title: str, author: str, now: datetime) -> None:
        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])
        self._sheets: list[Sheet] = []
        self._rows: dict[str, Iterator[Sequence[Value]]] = {}
        self._now = now.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        properties = self.book.properties
        properties.title, properties.creator, properties.lastModifiedBy = writable(title), author, author
        properties.created = properties.modified = self._now

    def add(self, table: Table) -> str:
        """Add a table; returns the name of its first sheet."""
        self._rows[table.key] = iter(table.rows)
        added = add_sheets(self.book, table)
        self._sheets += added
        return added[0].name

    def save(self, target: BinaryIO) -> None:
        """Write everything; rows are read now."""
        bare = BytesIO()
        self.book.save(bare)
        by_path = {self._path_of(each): each for each in self._sheets}
        filled: dict[str, Filled] = {}
        with ZipFile(bare) as outline, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as done:
            for name in sorted(outline.namelist(), key=_after_its_sheet):
                content = outline.read(name)
                with done.open(_entry(name), "w", force_zip64=name in by_path) as part:
                    if name in by_path:
                        filled[name] = self._fill(part, content, by_path[name])
                    else:
                        part.writelines(self._mended(name, content, filled))

    def _path_of(self, sheet: Sheet) -> str:
        return f"xl/worksheets/sheet{self.book.sheetnames.index(sheet.name) + 1}.xml"

    def _of_table(self, content: bytes) -> str:
        """The sheet on which a table stands: its name says so."""
        names = {f"{each.table.key}_{each.part + 1}".encode(): each for each in self._sheets}
        return self._path_of(names[_NAME.findall(content)[0]])

    def _fill(self, part: IO[bytes], content: bytes, sheet: Sheet) -> Filled:
        head, tail = _around_the_rows(content.decode())
        part.write(head.encode())
        filled = Filled()
        for lines in _pages(self._lines(sheet, filled)):
            part.write("".join(lines).encode())
        for piece in _with_links(tail, filled.links):
            part.write(piece.encode())
        return filled

    def _lines(self, sheet: Sheet, filled: Filled) -> Iterator[str]:
        """The rows as XML; what leads somewhere is remembered."""
        columns = sheet.table.columns
        letters = [get_column_letter(number) for number in range(1, len(columns) + 1)]
        writer = RowWriter(columns, letters, sheet.styles)
        for filled.last, values in enumerate(islice(self._rows[sheet.table.key], MOST_ROWS - 1), 2):
            first = values[0]
            if isinstance(first, Reference) and first.link and len(filled.links) < MOST_LINKS:
                filled.links.append((filled.last, first.link))
            yield writer.row(filled.last, values)

    def _mended(self, name: str, content: bytes, filled: dict[str, Filled]) -> Iterable[bytes]:
        """What depends on how many rows came, on their links, or on the clock."""
        if name == "docProps/core.xml":
            return (_MODIFIED.sub(rb"\g<1>" + self._now.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content),)
        if name.startswith("xl/tables/"):
            return (_TABLE.sub(rb"\g<1>%d" % max(2, filled[self._of_table(content)].last), content),)
        of_sheet = name.replace("_rels/", "").removesuffix(".rels")
        is_ours = name.endswith(".rels") and of_sheet in filled
        return _with_targets(content, filled[of_sheet].links) if is_ours else (content,)


def _after_its_sheet(name: str) -> tuple[bool, str]:
    """What a sheet's rows decide is written after them; what says what the file is comes first."""
    return name.startswith(("xl/tables/", "xl/worksheets/_rels/")), name


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)  # of 1980: the clock is no part of a workbook
    entry.compress_type = ZIP_DEFLATED
    return entry


def _around_the_rows(sheet: str) -> tuple[str, str]:
    """A sheet's XML up to its second row, and behind its last one."""
    head, _, rest = _DIMENSION.sub("", sheet).partition('<row r="2"')
    return head, f"</sheetData>{rest.partition('</sheetData>')[2]}"


def _pages(lines: Iterable[str]) -> Iterator[list[str]]:
    these = iter(lines)
    while page := list(islice(these, AT_ONCE)):
        yield page


def _with_links(tail: str, links: Sequence[tuple[int, str]]) -> Iterator[str]:
    """The links of a sheet stand before what is said about printing."""
    before, margins, after = tail.partition("<pageMargins")
    yield before
    if links:
        yield f'<hyperlinks xmlns:r="{_RELATION}">'
        yield from (f'<hyperlink ref="A{row}" r:id="link{row}"/>' for row, _ in links)
        yield "</hyperlinks>"
    yield f"{margins}{after}"


def _with_targets(relations: bytes, links: Sequence[tuple[int, str]]) -> Iterator[bytes]:
    before, end, after = relations.partition(b"</Relationships>")
    yield before
    for row, url in links:
        target = f'Target={quoteattr(url)} TargetMode="External"'
        yield f'<Relationship Id="link{row}" Type="{_RELATION}/hyperlink" {target}/>'.encode()
    yield end + after
