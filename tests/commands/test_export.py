"""`sc-bot export`: the committee's workbook as a file; standard output stays clean."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import Result

from sc_bot.ports import NotAvailable
from storage.exports import StoredExports
from tests.commands.conftest import Cli
from tests.databases import empty_database

NOW = "2026-11-19T15:30:00"
Export = Callable[..., Result]


@pytest.fixture
def export(cli: Cli) -> Iterator[Export]:
    """The command, where the region has settled."""
    with empty_database("sqlite", region=True) as url:
        yield lambda *arguments: cli("export", *map(str, arguments), DATABASE_URL=url)


def test_it_writes_the_workbook_in_either_language(export: Export, tmp_path: Path) -> None:
    """The same moment gives the same bytes; nothing is printed but the size, on standard error."""
    first, second, english = (tmp_path / name for name in ("a.xlsx", "b.xlsx", "en.xlsx"))
    done = export("--out", first, "--now", NOW)
    assert (done.exit_code, done.stdout) == (0, "")
    assert export("--out", second, "--now", NOW).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    told = export("--out", english, "--lang", "en", "--json", "--community", "estrie")
    assert json.loads(told.stdout) == {"file": str(english), "bytes": english.stat().st_size}
    assert load_workbook(first).sheetnames[0] == "Sommaire"
    assert load_workbook(english).sheetnames[0] == "Summary"


def test_it_writes_csv_and_json(export: Export, tmp_path: Path) -> None:
    """One file a sheet in a zip; one object a line."""
    archive, lines = tmp_path / "a.zip", tmp_path / "a.jsonl"
    assert export("--out", archive, "--format", "csv").exit_code == 0
    assert export("--out", lines, "--format", "json").exit_code == 0
    with zipfile.ZipFile(archive) as done:
        assert "problems.csv" in done.namelist()
    tables = {json.loads(line)["table"] for line in lines.read_text("utf-8").splitlines()}
    assert tables >= {"by_institution", "dictionary"}


def test_what_stood_there_stands_until_the_new_one_is_whole(
    export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database goes away in the middle: the last workbook is as it was, and no half of one lies beside it."""

    def goes_away(*_: object) -> None:
        raise NotAvailable

    out = tmp_path / "a.xlsx"
    assert export("--out", out).exit_code == 0
    before = out.read_bytes()
    monkeypatch.setattr(StoredExports, "dossiers", goes_away)
    done = export("--out", out)
    assert (done.exit_code, out.read_bytes()) == (1, before)
    assert "sc-bot doctor" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_an_unknown_community_is_said(export: Export, tmp_path: Path) -> None:
    """And what to do about it; no empty file is left."""
    done = export("--out", tmp_path / "a.xlsx", "--community", "nowhere")
    assert done.exit_code == 1
    assert "sc-bot org import" in done.stderr
    assert not (tmp_path / "a.xlsx").exists()
