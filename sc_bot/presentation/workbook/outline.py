"""The workbook without its many rows, built by openpyxl: sheets, styles, tables, rules of colour, how it is printed.

Each table's sheet has its headings and one empty row, whose styles are those of the rows to come.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from sc_bot.presentation.workbook.tables import Column, Kind, Table

MOST_ROWS = 1_048_576  # of a sheet, its heading included
LONGEST_TITLE = 31
WIDEST_PAGE = 200  # characters across a page that can still be read
FORMATS = {Kind.DAY: "yyyy-mm-dd", Kind.MOMENT: "yyyy-mm-dd hh:mm", Kind.NUMBER: "#,##0"}
ALIGNED: dict[Kind, dict[str, object]] = {
    Kind.DAY: {"horizontal": "center"},
    Kind.MOMENT: {"horizontal": "center"},
    Kind.NUMBER: {"horizontal": "right", "indent": 1},
}
HEADING_HEIGHT = 32  # points: two lines
HEADING = PatternFill("solid", fgColor="1F4E5F")
WARNING = PatternFill("solid", bgColor="FBE3C8")
BLUE = "0B5394"
FACE = "Calibri"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to be filled: its table, which part of the table's rows, and the style of each column."""

    table: Table
    part: int
    name: str
    styles: tuple[int, ...]


def add_sheets(book: Workbook, table: Table) -> list[Sheet]:
    """Add a table's sheet; more than one where its rows may not fit into one."""
    parts = max(1, -(-table.at_most // (MOST_ROWS - 1)))
    return [_add_sheet(book, table, part, parts) for part in range(parts)]


def _add_sheet(book: Workbook, table: Table, part: int, parts: int) -> Sheet:
    name = title_of(table.title if parts == 1 else f"{table.title} {part + 1}")
    sheet: Worksheet = book.create_sheet(name)
    letters = [get_column_letter(number) for number in range(1, len(table.columns) + 1)]
    for letter, column in zip(letters, table.columns, strict=True):
        _add_column(sheet, letter, column)
    sheet.row_dimensions[1].height = HEADING_HEIGHT
    styles = tuple(sheet[f"{letter}2"].style_id for letter in letters)
    sheet.freeze_panes = "B2"
    sheet.add_table(_excel_table(table, f"{table.key}_{part + 1}", letters))
    print_well(sheet, across=-(-sum(each.width for each in table.columns) // WIDEST_PAGE))
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    return Sheet(table, part, name, styles)


def _add_column(sheet: Worksheet, letter: str, column: Column) -> None:
    sheet.column_dimensions[letter].width = column.width
    heading, cell = sheet[f"{letter}1"], sheet[f"{letter}2"]
    heading.value, heading.data_type = column.heading, "s"
    heading.font, heading.fill = Font(name=FACE, bold=True, color="FFFFFF"), HEADING
    heading.alignment = Alignment(wrap_text=True, vertical="center")
    cell.number_format = FORMATS.get(column.kind, "General")
    cell.alignment = Alignment(wrap_text=True, vertical="top", **ALIGNED.get(column.kind, {}))
    cell.quotePrefix = column.kind is Kind.TEXT  # stays text when somebody edits it
    if column.kind is Kind.REFERENCE:
        cell.font = Font(name=FACE, color=BLUE, underline="single")
    if column.warns:
        sheet.conditional_formatting.add(
            f"{letter}2:{letter}{MOST_ROWS}", CellIsRule(operator="greaterThan", formula=["0"], fill=WARNING)
        )


def _excel_table(table: Table, name: str, letters: Sequence[str]) -> ExcelTable:
    excel = ExcelTable(displayName=name, ref=f"A1:{letters[-1]}2")
    excel.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    excel._initialise_columns()  # noqa: SLF001 - openpyxl does so itself, from the sheet, where headings may be alike
    for column, described in zip(excel.tableColumns, table.columns, strict=True):
        column.name = described.heading
    return excel


def print_well(sheet: Worksheet, across: int = 1) -> None:
    """Landscape, as wide as so many pages, with its title and its page on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_LETTER
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"


def title_of(title: str) -> str:
    """A sheet's name as Excel takes it."""
    return "".join(" " if each in r"/\[]:*?" else each for each in title).strip("' ")[:LONGEST_TITLE]
