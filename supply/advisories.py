"""Makes the copy of known vulnerabilities that `make audit` compares the locks with, so that it needs no network.

    git clone https://github.com/pypa/advisory-database
    python -m supply.advisories advisory-database

From the database (PyPA, CC BY 4.0) it takes facts alone: numbers and versions, for the packages of our locks.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from packaging.utils import canonicalize_name

from supply.locks import everything

COPY = Path(__file__).parent / "advisories.json"
Facts = dict[str, Any]


def main() -> None:
    """Write the copy anew."""
    checkout = Path(sys.argv[1])
    if not (checkout / "vulns").is_dir():
        sys.exit(
            f"{checkout} is no checkout of the advisory database: it has no folder vulns; the copy was left as it is"
        )
    wanted = sorted({each.name for each in everything()})
    of = _git(checkout, "log", "-1", "--format=%H %cs").split()
    advisories = [each for name in wanted for each in known_of(checkout, name)]
    copy = {"source": "pypa/advisory-database", "commit": of[0], "date": of[1], "looked_up": wanted}
    lines = ",\n".join(json.dumps(each) for each in advisories)
    COPY.write_text(f'{json.dumps(copy, indent=1)[:-2]},\n "advisories": [\n{lines}\n]}}\n', encoding="utf-8")
    print(f"{len(advisories)} advisories for {len(wanted)} packages, as of {of[1]}")


def known_of(checkout: Path, name: str) -> Iterator[Facts]:
    """Every advisory about a package that was not withdrawn, as facts."""
    folder = checkout / "vulns" / name
    for file in sorted(folder.glob("*.yaml")):
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        if not said.get("withdrawn"):
            yield from (
                _facts(said, each) for each in said["affected"] if canonicalize_name(each["package"]["name"]) == name
            )


def _facts(said: Facts, affected: Facts) -> Facts:
    """Ranges as pairs of first affected version and first good one (null: none yet); else the versions themselves."""
    ranges = [each for found in affected.get("ranges", []) if _says_all(found) for each in _pairs(found)]
    facts = {"id": said["id"], "aliases": sorted(said.get("aliases", [])), "package": affected["package"]["name"]}
    return facts | (
        {"ranges": ranges} if ranges else {"versions": [str(each) for each in affected.get("versions", [])]}
    )


def _says_all(found: Facts) -> bool:
    """Whether first affected and first good versions are all it says; with a last affected one, the versions count."""
    return found["type"] == "ECOSYSTEM" and not any("last_affected" in event for event in found["events"])


def _pairs(found: Facts) -> Iterator[list[str | None]]:
    begins: str | None = None
    for event in found["events"]:
        if "introduced" in event:
            begins = str(event["introduced"])
        elif "fixed" in event:
            yield [begins, str(event["fixed"])]
            begins = None
    if begins is not None:
        yield [begins, None]


def _git(checkout: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", checkout, *arguments], check=True, capture_output=True, text=True).stdout  # noqa: S603, S607 - git itself


if __name__ == "__main__":
    main()
