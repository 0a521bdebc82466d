"""Reads the lock files: which versions of which packages, and their hashes."""

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
SHIPPED, DEVELOPING = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"


@dataclass(frozen=True, slots=True)
class Locked:
    """One version of one package; a package has several where the versions of Python differ."""

    name: NormalizedName
    version: Version
    marker: str
    """Where it is installed; empty: everywhere."""
    hashes: tuple[str, ...]
    """SHA-256 of each file that may be installed."""
    wanted_by: tuple[NormalizedName, ...]
    """The packages that ask for it, and ourselves."""


def read_lock(file: Path) -> list[Locked]:
    """Every version in a lock file, in its order.

    Raises:
        ValueError: a line names no single version.
    """
    entries = re.split(r"^(?=[\w.-]+==)", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_locked(each) for each in entries]


def everything() -> list[Locked]:
    """What is shipped and what it is developed with, each version once."""
    found = {(each.name, each.version): each for file in (DEVELOPING, SHIPPED) for each in read_lock(file)}
    return [found[key] for key in sorted(found)]


def _locked(entry: str) -> Locked:
    hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
    requirement = Requirement(entry.partition("\\\n")[0])
    versions = list(requirement.specifier)
    if len(versions) != 1 or versions[0].operator != "==" or not hashes:
        raise ValueError(f"not one version with its hashes: {requirement.name}")
    wanted_by = tuple(
        map(canonicalize_name, re.findall(r"^ +# +(?:via +)?([\w.-]+)", entry.replace("# via\n", ""), re.MULTILINE))
    )
    name, marker = canonicalize_name(requirement.name), str(requirement.marker or "")
    return Locked(name, Version(versions[0].version), marker, hashes, wanted_by)
