"""Another program opens the workbook: LibreOffice turns it into pages, with the charts, and repairs nothing."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.workbook.books import as_bytes, book


@pytest.mark.slow
@pytest.mark.xdist_group("soffice")  # one at a time
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_pages_of_it(tmp_path: Path) -> None:
    """A page or more for each sheet; the first one holds its text and its pictures."""
    file = tmp_path / "workbook.xlsx"
    file.write_bytes(as_bytes(book(said="=1+1 & <b>")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 - our own words
    pages = (tmp_path / "workbook.pdf").read_bytes()
    assert pages.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pages)) >= 9
