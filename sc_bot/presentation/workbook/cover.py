"""The first sheet: for whom, as of when, what is asked of the committee, the figures, what changed; with two charts."""

from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart
from openpyxl.chart import Reference as Cells
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from sc_bot.domain.counts import Tally
from sc_bot.domain.exports import Cover
from sc_bot.presentation.deadlocks import measure
from sc_bot.presentation.reorganising import hours
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.cells import writable
from sc_bot.presentation.workbook.outline import BLUE, FACE, HEADING, print_well, title_of

Figure = tuple[str, Callable[[Tally], int]]
_SMALL, _BIG = 11, 18  # points
_WIDTH, _LOW, _BAR = 17.0, 5.2, 1.05  # centimetres: three charts stand on one printed page
_WEEKS_FROM = 66  # the row where the weeks stand, below what is read


def add_cover(book: Workbook, words: Words, cover: Cover, names: Mapping[str, str]) -> None:
    """Fill the first sheet; `names` are those of the sheets of each table."""
    sheet = book.create_sheet(title_of(words.t("Summary")), 0)
    for letter, width in (("A", 44), ("B", 10), ("C", 10), ("D", 4), ("E", 90)):
        sheet.column_dimensions[letter].width = width
    row = _head(sheet, words, cover)
    row = _asked(sheet, row + 2, words, cover, names)
    now, own = words.t("Where it stands"), words.t("Yours")
    since = words.t("Changed since {day}", day=words.full_day(cover.since)) if cover.since else _at_first(words)
    standing = _figures(sheet, row + 2, (now, own), cover, _standing(words))
    changed = _figures(sheet, standing[1] + 2, (since, own), cover, _changed(words))
    _notes(sheet, _believed(sheet, changed[1] + 2, words, cover) + 2, words)
    _add_bars(sheet, "E5", now, standing)
    _add_bars(sheet, "E20", since, changed)
    _add_weeks(sheet, words, cover)
    print_well(sheet)
    sheet.sheet_view.showGridLines = False


def _head(sheet: Worksheet, words: Words, cover: Cover) -> int:
    lines = [words.t("As of {moment}", moment=_moment(words, cover)), _reader(words, cover)]
    if cover.meeting:
        day = words.full_day(cover.meeting.date())
        lines.append(words.t("For the meeting of {day}, {hour}", day=day, hour=words.local_hour(cover.meeting)))
    if cover.freed:
        lines.append(words.t("Time freed: {hours}, in the whole community", hours=hours(words, cover.freed)))
    sheet.row_dimensions[1].height = _BIG * 1.6
    _write(sheet, 1, words.t("Steering workbook · {community}", community=words.name(cover.community)), size=_BIG)
    for number, line in enumerate(lines, 2):
        _write(sheet, number, line)
    return len(lines) + 1


def _moment(words: Words, cover: Cover) -> str:
    return f"{words.full_day(cover.as_of.date())}, {words.local_hour(cover.as_of)}"


def _reader(words: Words, cover: Cover) -> str:
    if not cover.reader:
        return words.t("For the steering committee: what its institutions share")
    if cover.reader_institution is None:
        return words.t("For {person}: what they may see", person=cover.reader)
    home = words.name(cover.reader_institution)
    return words.t("For {person}, {institution}: what they may see", person=cover.reader, institution=home)


def _asked(sheet: Worksheet, row: int, words: Words, cover: Cover, names: Mapping[str, str]) -> int:
    """What is asked of the committee, before any figure; each line leads to where it stands."""
    _title(sheet, row, words.t("Asked of the committee"))
    lines = _lines_asked(words, cover) or [(words.t("Nothing waits for a decision."), None)]
    for number, (line, key) in enumerate(lines, row + 1):
        _write(sheet, number, line)
        if key:
            link = sheet.cell(number, 1)
            link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{names[key]}'!A1")
            link.font = Font(name=FACE, size=_SMALL, color=BLUE, underline="single")
    return row + len(lines)


def _lines_asked(words: Words, cover: Cover) -> list[tuple[str, str | None]]:
    """Each with the key of its table."""
    asked = words.n(
        "{n} question waits for general managers to decide",
        "{n} questions wait for general managers to decide",
        cover.decisions,
    )
    stuck = words.n(
        "{n} problem is stuck: decide on a way out", "{n} problems are stuck: decide on a way out", cover.stuck
    )
    before = words.n(
        "{n} problem waits for the support committee",
        "{n} problems wait for the support committee",
        cover.arbitration,
    )
    lines = (
        (cover.decisions, asked, "decisions"),
        (cover.stuck, stuck, "deadlocks"),
        (cover.arbitration, before, None),
    )
    return [(line, key) for number, line, key in lines if number]


def _standing(words: Words) -> list[Figure]:
    return [
        (words.t("Open problems"), lambda tally: tally.open),
        (words.t("Without a lead"), lambda tally: tally.undecided),
        (words.t("Answers late"), lambda tally: tally.answers_late),
        (words.t("Without a promise"), lambda tally: tally.unpromised),
        (words.t("Promises still owed"), lambda tally: tally.promised),
        (words.t("Promises late"), lambda tally: tally.late),
    ]


def _changed(words: Words) -> list[Figure]:
    return [
        (words.t("Problems reported"), lambda tally: tally.reported),
        (words.t("Problems solved"), lambda tally: tally.solved),
        (words.t("Closed otherwise"), lambda tally: tally.unsolved),
        (words.t("Opened again"), lambda tally: tally.reopened),
        (words.t("Promises kept"), lambda tally: tally.kept),
        (words.t("Promises re-dated"), lambda tally: tally.redated),
        (words.t("Promises given up"), lambda tally: tally.cancelled),
    ]


def _at_first(words: Words) -> str:
    return words.t("The last six weeks")


def _figures(
    sheet: Worksheet, row: int, head: tuple[str, str], cover: Cover, figures: Sequence[Figure]
) -> tuple[int, int]:
    """Write figures below a title, the community's and those of the reader's institution; their first and last row."""
    title, own = head
    _title(sheet, row, title)
    if cover.own is not None:
        _title(sheet, row, own, column=3)
    for number, (label, figure) in enumerate(figures, row + 1):
        _write(sheet, number, label)
        for column, tally in ((2, cover.counts.whole), (3, cover.own)):
            if tally is not None:
                sheet.cell(number, column, figure(tally)).number_format = "#,##0"
    return row + 1, row + len(figures)


def _believed(sheet: Worksheet, row: int, words: Words, cover: Cover) -> int:
    """What became of what nobody believed in, and of what was stuck; the last row."""
    lines = measure(words, cover.counts.deadlocks)
    if not lines:
        return row - 2
    _title(sheet, row, words.t("What was thought unsolvable"))
    for number, line in enumerate(lines, row + 1):
        _write(sheet, number, line)
    return row + len(lines)


def _notes(sheet: Worksheet, row: int, words: Words) -> None:
    lines = (
        words.t("Restricted problems and withdrawn ones are in no figure."),
        words.t("What each column means stands on the last sheet."),
        words.t("The order of institutions is alphabetical; nobody is ranked."),
    )
    for number, line in enumerate(lines, row):
        _write(sheet, number, line)
        sheet.cell(number, 1).font = Font(name=FACE, size=9, italic=True, color="666666")


def _add_bars(sheet: Worksheet, anchor: str, title: str, rows: tuple[int, int]) -> None:
    chart = BarChart()
    chart.type, chart.title, chart.legend = "bar", title, None
    chart.width, chart.height = _WIDTH, _BAR * (rows[1] - rows[0] + 1) + 1.2  # every bar has its name beside it
    chart.add_data(Cells(sheet, min_col=2, min_row=rows[0], max_row=rows[1]))
    chart.set_categories(Cells(sheet, min_col=1, min_row=rows[0], max_row=rows[1]))
    chart.x_axis.scaling.orientation = "maxMin"  # the first one on top, as in the table beside it
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines, chart.y_axis.numFmt = None, "0"
    chart.series[0].graphicalProperties.solidFill = "1F4E5F"
    chart.x_axis.tickLblSkip, chart.gapWidth = 1, 40
    sheet.add_chart(chart, anchor)


def _add_weeks(sheet: Worksheet, words: Words, cover: Cover) -> None:
    """The trend, where there are weeks to compare."""
    if len(cover.weeks) < 2:  # noqa: PLR2004 - one week is no trend
        return
    heads = (words.t("Week of"), words.t("Open problems"), words.t("Promises late"), words.t("Problems solved"))
    for column, head in enumerate(heads, 1):
        sheet.cell(_WEEKS_FROM, column, head).font = Font(name=FACE, bold=True)
    for number, (week, counts) in enumerate(cover.weeks, _WEEKS_FROM + 1):
        whole = counts.whole
        sheet.cell(number, 1, week).number_format = "yyyy-mm-dd"
        for column, value in enumerate((whole.open, whole.late, whole.solved), 2):
            sheet.cell(number, column, value)
    chart, last = LineChart(), _WEEKS_FROM + len(cover.weeks)
    chart.title, chart.width, chart.height = words.t("Week after week"), _WIDTH, _LOW
    chart.add_data(Cells(sheet, min_col=2, max_col=4, min_row=_WEEKS_FROM, max_row=last), titles_from_data=True)
    chart.set_categories(Cells(sheet, min_col=1, min_row=_WEEKS_FROM + 1, max_row=last))
    for line in chart.series:
        line.smooth = False  # what was between two weeks is not known
    chart.x_axis.delete = chart.y_axis.delete = False
    sheet.add_chart(chart, "E37")


def _title(sheet: Worksheet, row: int, text: str, column: int = 1) -> None:
    cell = sheet.cell(row, column)
    cell.value, cell.data_type = writable(text), "s"
    cell.font, cell.fill = Font(name=FACE, bold=True, size=12, color="FFFFFF"), HEADING
    for beside in (2, 3):
        sheet.cell(row, beside).fill = HEADING


def _write(sheet: Worksheet, row: int, text: str, size: int = _SMALL) -> None:
    cell = sheet.cell(row, 1)
    cell.value, cell.data_type = writable(text), "s"
    cell.font = Font(name=FACE, size=size, bold=size > _SMALL)
    cell.alignment = Alignment(wrap_text=False, vertical="top")
