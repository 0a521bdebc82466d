"""The licence list, the bill of materials and the wheel say what is in the lock, the same each time."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from supply.licences import PAGE, is_copyleft, page
from supply.locks import ROOT, SHIPPED, read_lock
from supply.sbom import written


def test_the_licence_list_is_in_step_with_the_locks() -> None:
    """If not: `make licences`, and read what is new."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize(
    ("licence", "asks_more"),
    [("MIT", False), ("LGPL-3.0-only", True), ("GPL-2.0-only OR MIT", False), ("MIT AND MPL-2.0", True)],
)
def test_licences_that_ask_for_more_are_marked(licence: str, *, asks_more: bool) -> None:
    """Where one may choose, the easier one is chosen."""
    assert is_copyleft(licence) == asks_more


def test_the_bill_of_materials_holds_the_lock_and_nothing_of_this_machine() -> None:
    """Every version with licence and hashes, what asks for what; no address, no path, no time; twice the same."""
    said = written()
    bill = json.loads(said)
    named = {(each["name"], each["version"]) for each in bill["components"]}
    assert named == {(each.name, str(each.version)) for each in read_lock(SHIPPED)}
    assert all(each["licenses"] and each["properties"] for each in bill["components"])
    asked = {one for each in bill["dependencies"] for one in each.get("dependsOn", [])}
    assert asked == {each["bom-ref"] for each in bill["components"]}
    bill.pop("$schema")
    assert "://" not in json.dumps(bill)
    assert str(ROOT) not in said
    assert "timestamp" not in said
    assert written() == said


def test_the_same_tree_gives_the_same_wheel(tmp_path: Path) -> None:
    """Built twice, from different folders: not one byte differs."""
    first, second = (_wheel_of(_copied(tmp_path / name)) for name in ("here", "elsewhere"))
    assert first == second


def _copied(folder: Path) -> Path:
    for name in ("sc_bot", "handlers", "storage"):
        shutil.copytree(
            ROOT / name, folder / name, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("pyproject.toml", "README.md"):
        shutil.copyfile(ROOT / name, folder / name)
    return folder


def _wheel_of(folder: Path) -> str:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - our own tree
    (wheel,) = (folder / "dist").glob("*.whl")
    return hashlib.sha256(wheel.read_bytes()).hexdigest()
