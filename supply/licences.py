"""Writes docs/licences.md: under which licence each locked package is, and which of them ask something of us.

    python -m supply.licences

The licence comes from the package's own metadata, where it says one clearly; else from READ, by who read its file.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, metadata
from itertools import groupby

from supply.locks import DEVELOPING, ROOT, SHIPPED, Locked, read_lock

PAGE = ROOT / "docs" / "licences.md"
CLEAR = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"}
READ = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # it carries axe-core
    "colorama": "BSD-3-Clause",  # installed on Windows only
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "defusedxml": "PSF-2.0",
    "grimp": "BSD-2-Clause",
    "import-linter": "BSD-2-Clause",
    "kiwisolver": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "matplotlib": "PSF-2.0",
    "mdurl": "MIT",
    "pathspec": "MPL-2.0",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
    "shellingham": "ISC",
    "sortedcontainers": "Apache-2.0",
    "trove-classifiers": "Apache-2.0",
    "waitress": "ZPL-2.1",
}
COPYLEFT = ("GPL", "MPL", "EPL", "CDDL", "EUPL")
WHY_FINE = {
    "axe-playwright-python": "tests only; axe-core's files are used as they are",
    "hypothesis": "tests only; used as it is",
    "pathspec": "builds and development only; used as it is",
    "psycopg": "used as it is, through its interface; whoever gets a copy can exchange it",
    "psycopg-binary": "as psycopg; it carries libpq, OpenSSL, Kerberos, OpenLDAP, SASL, keyutils as files of their own",
    "python-stdnum": "used as it is, through its interface; whoever gets a copy can exchange it",
}
HEAD = """# Licences

Made by `make licences` from the lock files and the packages' own metadata; a test compares it with the locks.
Marked with † are licences that ask for more than a notice.

"""


class LicenceUnclear(Exception):
    """Somebody must read a package's licence."""


def licence_of(name: str) -> str:
    """As an SPDX expression.

    Raises:
        LicenceUnclear: its metadata does not say it clearly, and nobody has read its file.
    """
    try:
        said = metadata(name)
    except PackageNotFoundError:
        said = None
    expression, line = (said.json.get(each) for each in ("license_expression", "license")) if said else (None, None)
    declared = expression or (line if line in CLEAR else None)
    if declared or name in READ:
        return str(declared or READ[name])
    raise LicenceUnclear(f"read the licence of {name}, and add it to READ")


def is_copyleft(licence: str) -> bool:
    """Whether it asks for more than a notice, in every reading of it."""
    return all(any(word in each for word in COPYLEFT) for each in licence.split(" OR "))


def page() -> str:
    """The whole page."""
    shipped = read_lock(SHIPPED)
    names = {each.name for each in shipped}
    others = [each for each in read_lock(DEVELOPING) if each.name not in names]
    return HEAD + "\n".join((*_table("What is shipped", shipped), "", *_table("What it is developed with", others), ""))


def _table(title: str, locked: Iterable[Locked]) -> Iterator[str]:
    yield from (f"## {title}", "", "| package | version | licence | |", "|---|---|---|---|")
    for name, versions in groupby(
        sorted(locked, key=lambda each: (each.name, each.version)), key=lambda each: each.name
    ):
        licence = licence_of(name)
        numbers = ", ".join(str(each.version) for each in versions)
        yield f"| {name} | {numbers} | {licence}{' †' if is_copyleft(licence) else ''} | {_remark(name, licence)} |"


def _remark(name: str, licence: str) -> str:
    """What a copyleft licence means here.

    Raises:
        LicenceUnclear: nobody has said it yet.
    """
    if not is_copyleft(licence):
        return ""
    if name not in WHY_FINE:
        raise LicenceUnclear(f"{name} is under {licence}: say in WHY_FINE what that means here")
    return WHY_FINE[name]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
