"""The file itself, opened by another program: tables, filters, real dates and numbers, charts, and no surprise."""

import json
import zipfile
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest

from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook import outline, write_csv, write_json, writing
from tests.workbook.books import LINK, NOW, as_bytes, book, cover, problem, read, values

SHEETS = {
    "fr": ["Sommaire", "Problèmes", "Engagements", "Échéances", "Par établissement", "Par interface", "Impasses",
           "Décisions", "Changements conjoints", "Leçons", "Pouls", "Historique", "Dictionnaire"],
    "en": ["Summary", "Problems", "Promises", "Dates", "By institution", "By interface", "Deadlocks", "Decisions",
           "Joint changes", "Lessons", "Pulse", "History", "Dictionary"],
}  # fmt: skip

TABLES = (
    "problems",
    "promises",
    "dates",
    "by_institution",
    "by_interface",
    "deadlocks",
    "decisions",
    "lessons",
    "joint_changes",
    "pulse",
    "history",
    "dictionary",
)


@pytest.mark.parametrize("language", SHEETS)
def test_every_sheet_is_a_table_that_can_be_filtered_read_and_printed(language: str) -> None:
    """Frozen headings, an Excel table over all rows, landscape, as wide as its pages, headings on each of them."""
    file = read(as_bytes(book(), language))
    assert file.sheetnames == SHEETS[language]
    for sheet in file.worksheets[1:]:
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.autoFilter.ref == table.ref
        names = [each.name for each in table.tableColumns]
        assert names == [each.value for each in sheet[1]]
        assert len({each.casefold() for each in names}) == len(names)  # Excel repairs a table whose columns are alike
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert all(sheet.column_dimensions[each.column_letter].width >= 8 for each in sheet[1])
    assert (
        file.properties.title
        == f"{'Tableau de suivi' if language == 'fr' else 'Steering workbook'} · {_place(language)}"
    )
    assert file.properties.creator == "sc_bot"


def _place(language: str) -> str:
    return cover().community.in_(language)


def test_dates_are_dates_numbers_are_numbers_and_references_lead_to_slack() -> None:
    """What can be sorted and counted is; nothing of it is text."""
    file = read(as_bytes(book()))
    first, second = values(file["Problèmes"])
    assert first["Signalé le"] == datetime(2026, 11, 9)  # noqa: DTZ001 - as openpyxl reads a day
    assert first["Retours"] == 2
    assert file["Problèmes"]["A2"].hyperlink.target == LINK
    assert file["Problèmes"]["A3"].hyperlink is None
    assert (first["État"], second["État"], second["Cela a-t-il changé?"]) == ("pris en charge", "réglé", "en partie")
    assert values(file["Historique"])[0]["Quand"] == NOW.replace(tzinfo=None)
    assert file["Problèmes"].conditional_formatting
    promised = values(file["Engagements"])[0]
    assert (promised["État"], promised["Jours ouvrables de retard"], promised["Reports"]) == ("en retard", 3, 3)
    assert promised["Première échéance"].date() == date(2026, 11, 9)


def test_the_first_sheet_says_what_is_asked_before_any_figure() -> None:
    """As of when, for whom, for which meeting; what is asked, with a link; then the figures, and charts of them."""
    sheet = read(as_bytes(book(cover=lambda: cover(decisions=2))))["Sommaire"]
    lines = [row[0] for row in sheet.iter_rows(values_only=True) if row[0]]
    asked, figures = lines.index("Ce qui est demandé au comité"), lines.index("Où nous en sommes")
    assert "10\u00a0h\u00a030" in lines[1]
    assert "Zz Manager, Hôpital Saint-Firmin-des-Monts" in lines[2]
    assert asked < figures
    assert lines[asked + 1] == "2 questions attendent la décision des directions générales"
    assert lines[asked + 2] == "1 problème est dans l'impasse\u00a0: décider d'une issue"
    links = [cell.hyperlink.location for cell in sheet["A"] if cell.hyperlink]
    assert links == ["'Décisions'!A1", "'Impasses'!A1"]
    assert "Ce qui a changé depuis le lundi 9\u00a0novembre 2026" in lines
    assert len(sheet._charts) == 3
    assert len(read(as_bytes(book(cover=lambda: cover(weeks=()))))["Sommaire"]._charts) == 2


def test_figures_about_people_come_in_fives() -> None:
    """Seven people are shown as five; institutions are in alphabetical order, those with nothing to count too."""
    rows = values(read(as_bytes(book()))["Par établissement"])
    assert [row["Établissement"] for row in rows] == ["GMF des Trois-Villages", "Hôpital Saint-Firmin-des-Monts"]
    assert [row["Personnes ayant signalé"] for row in rows] == [None, 5]


def test_the_dictionary_explains_every_column() -> None:
    """Each column of each sheet, in words."""
    file = read(as_bytes(book()))
    explained = {(row["Feuille"], row["Colonne"]) for row in values(file["Dictionnaire"]) if row["Signification"]}
    columns = {(sheet.title, cell.value) for sheet in file.worksheets[1:-1] for cell in sheet[1]}
    assert explained == columns


def test_the_same_input_gives_the_same_bytes() -> None:
    """So that two of them can be compared, and nothing of the clock is in the file."""
    assert as_bytes(book()) == as_bytes(book())


def test_what_does_not_fit_into_a_sheet_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel ends at a row and at a number of links; nothing is lost, and the tables end where their rows do."""
    for module in (outline, writing):
        monkeypatch.setattr(module, "MOST_ROWS", 4)
    monkeypatch.setattr(writing, "MOST_LINKS", 2)
    file = read(as_bytes(book([problem(number) for number in range(1, 6)])))
    sheets = [each for each in file.worksheets if each.title.startswith("Problèmes")]
    assert [each.title for each in sheets] == ["Problèmes 1", "Problèmes 2"]
    assert [row["Référence"] for each in sheets for row in values(each)] == [f"ONC-{number}" for number in range(1, 6)]
    assert [table.ref for each in sheets for table in each.tables.values()] == ["A1:AC4", "A1:AC3"]
    assert [sum(bool(cell.hyperlink) for cell in each["A"]) for each in sheets] == [2, 2]


def test_an_empty_community_has_a_workbook_too() -> None:
    """A table needs a row: an empty one."""
    nothing = replace(book(), problems=list, promises=list, dates=list, steps=list, problems_at_most=0, steps_at_most=0)
    file = read(as_bytes(replace(nothing, cover=lambda: cover(stuck=0, arbitration=0, since=None))))
    (table,) = file["Problèmes"].tables.values()
    assert table.ref.endswith("2")
    lines = [row[0] for row in file["Sommaire"].iter_rows(values_only=True)]
    assert "Aucune décision n'est attendue." in lines


@pytest.mark.parametrize(("language", "separator"), [("fr", ";"), ("en", ",")])
def test_csv_is_one_file_a_sheet_that_each_languages_excel_opens(language: str, separator: str) -> None:
    """Its mark, its separator; what begins like a formula begins with an apostrophe."""
    target = BytesIO()
    write_csv(target, Words(language), book(said="=1+1"))
    with zipfile.ZipFile(target) as done:
        texts = {name: done.read(name).decode("utf-8") for name in done.namelist()}
    assert set(texts) == {f"{each}.csv" for each in TABLES}
    assert all(text.startswith("\ufeff") for text in texts.values())
    head, first, *_ = texts["problems.csv"].splitlines()
    assert head.count(separator) == 28
    assert f'{separator}"\'=1+1"{separator}' in first
    assert "2026-11-09" in first


def test_json_is_one_object_a_line() -> None:
    """Named by its table, with the names of the data dictionary."""
    target = BytesIO()
    write_json(target, Words("en"), book())
    told = [json.loads(line) for line in target.getvalue().splitlines()]
    assert told[0]["table"] == "problems"
    assert told[0]["link"] == LINK
    assert told[0]["reported_on"] == "2026-11-09"
    known = {each["key"] for each in told if each["table"] == "dictionary"}
    assert {f"{each['table']}.{key}" for each in told[:5] for key in each if key not in {"table", "link"}} <= known
