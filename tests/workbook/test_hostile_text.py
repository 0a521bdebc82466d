"""Whatever people write stays text: no formula, no broken file, nothing lost that a cell can hold."""

import re
import unicodedata
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sc_bot.domain.community import Localised
from sc_bot.domain.exports import ProblemRow
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.cells import LONGEST
from sc_bot.presentation.workbook.flat import _guarded, write_csv
from tests.workbook.books import ZONE, as_bytes, book, cover, problem, read

A_BOOK = 500  # strings in each of ten workbooks
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "#REF!", "'"]
MARKUP = ["_x000D_", "_x005F_", "]]>", "<x>&amp;", "\x00", "\x0b", "\ud800", "\ufffe", "\u202e", "\u2028", "\r\n", " "]
LONG = ["x" * 40_000, "👩🏽" * 20_000]
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

anything = st.text(st.characters(), max_size=40)
pieces = st.lists(st.sampled_from(FORMULAS + MARKUP), max_size=4).map("".join)
hostile = st.one_of(anything, pieces, st.sampled_from(FORMULAS + MARKUP))


def expected(text: str) -> str:
    """What a reader of the file should find: written down apart from the code."""
    plain = (
        TURNING.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )
    kept = "".join("\ufffd" if _is_no_text(each) else each for each in plain)
    units = kept.encode("utf-16-le")
    if len(units) > LONGEST * 2:
        kept = units[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore") + "…"
    return re.sub(r"_(x[0-9A-Fa-f]{4}_)", r"_x005F_\1", kept)  # openpyxl does not read these escapes in inline strings


def _is_no_text(character: str) -> bool:
    code = ord(character)
    is_control = unicodedata.category(character) == "Cc" and character not in "\t\n"
    return is_control or unicodedata.category(character) == "Cs" or 0xFDD0 <= code <= 0xFDEF or code in {0xFFFE, 0xFFFF}


def csv_of(language: str, row: ProblemRow) -> list[str]:
    """The lines of the problems' CSV file."""
    target = BytesIO()
    write_csv(target, Words(language, str(ZONE)), book([row]))
    with zipfile.ZipFile(target) as done:
        return done.read("problems.csv").decode("utf-8-sig").splitlines()


def check(texts: list[str]) -> None:
    """Write each as a title and as a description, and read the file."""
    rows = [problem(number, text, institution=None, partners=()) for number, text in enumerate(texts, 1)]
    sheet = read(as_bytes(book(rows)))["Problèmes"]
    for column in ("B", "H"):
        cells = sheet[column][1:]
        assert [each.value or "" for each in cells] == [expected(each) for each in texts]
        assert {each.data_type for each in cells if each.value} <= {"s", "inlineStr"}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_what_is_known_to_break_workbooks_is_read_back_as_text() -> None:
    """Formulas, escapes, markup, half characters, marks that turn the writing, and texts longer than a cell."""
    check([*FORMULAS, *MARKUP, *LONG, *(f"{one}{other}" for one in FORMULAS for other in MARKUP)])


@pytest.mark.slow  # reading a workbook takes longer than writing it
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(hostile, min_size=A_BOOK, max_size=A_BOOK))
def test_five_thousand_hostile_texts_are_read_back_as_text(texts: list[str]) -> None:
    """Ten workbooks of five hundred each: every one is the same text, and none is anything else."""
    check(texts)


def test_no_csv_cell_begins_like_a_formula_in_the_excel_of_the_other_language() -> None:
    """Which ends a cell at another separator, and a row at each end of a line; words between them stay as they are."""
    said = "Transfert, =1+1;@A1\n- deux"
    assert _guarded(said) == "Transfert, '=1+1;'@A1\n'- deux"
    for language in ("fr", "en"):
        lines = csv_of(language, problem(1, said))
        for separator in ",;\t":
            cells = [each.strip('" ') for line in lines for each in line.split(separator)]
            assert not [each for each in cells if each.startswith(("=", "+", "-", "@"))]


def test_a_name_is_written_by_somebody_too() -> None:
    """What no cell can hold is not in the first sheet either: its reader's name, the community's, an institution's."""
    for said in (*FORMULAS, *MARKUP):
        name = Localised(said, said)
        named = cover(reader=said, community=name, reader_institution=name, names={"HSF": name})
        sheet = read(as_bytes(book(cover=lambda named=named: named)))["Sommaire"]
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert not TURNING.search(str(sheet["A1"].value))


@settings(max_examples=200)
@given(hostile)
def test_no_csv_cell_begins_like_a_formula(text: str) -> None:
    """What a spreadsheet would calculate has an apostrophe before it."""
    assert not _guarded(text).lstrip("\u00a0\u2007\u202f ").startswith(("=", "+", "-", "@", "\t", "\r"))
