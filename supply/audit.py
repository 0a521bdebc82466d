"""`make audit`: is a version in our locks known to be vulnerable? Compares with a copy, and needs no network."""

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import Version

from supply.advisories import COPY
from supply.locks import Locked, everything

ALLOWED = Path(__file__).parent / "allowed.toml"
STALE = timedelta(days=90)  # older than this, a copy is worth a new one


@dataclass(frozen=True, slots=True)
class Advisory:
    """One known vulnerability of one package."""

    id: str
    aliases: tuple[str, ...]
    package: str
    ranges: tuple[tuple[str | None, str | None], ...]
    """First affected version and first good one; None: from the beginning, or none yet."""
    versions: frozenset[str]

    def affects(self, version: Version) -> bool:
        """Whether a version is in it."""
        within = (
            (begins in {None, "0"} or Version(begins or "0") <= version) and (good is None or version < Version(good))
            for begins, good in self.ranges
        )
        return any(within) or version in {Version(each) for each in self.versions}

    def mends(self) -> str:
        """The version that is good, if there is one."""
        good = [each for _, each in self.ranges if each]
        return f"fixed in {', '.join(good)}" if good else "no fixed version is known"


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy: as of when, which packages were looked up, what is known of them."""

    date: date
    looked_up: frozenset[str]
    advisories: tuple[Advisory, ...]


@dataclass(frozen=True, slots=True)
class Allowed:
    """Somebody looked at it and says why it does no harm here, until a day."""

    id: str
    package: str
    because: str
    until: date


def read_copy(file: Path = COPY) -> Copy:
    """The copy from its file."""
    said = json.loads(file.read_text(encoding="utf-8"))
    return Copy(
        date.fromisoformat(said["date"]), frozenset(said["looked_up"]), tuple(map(_advisory, said["advisories"]))
    )


def _advisory(said: dict[str, Any]) -> Advisory:
    ranges = tuple((begins, good) for begins, good in said.get("ranges", []))
    versions = frozenset(said.get("versions", []))
    return Advisory(said["id"], tuple(said["aliases"]), canonicalize_name(said["package"]), ranges, versions)


def read_allowed(file: Path = ALLOWED) -> list[Allowed]:
    """What may stay for now."""
    return [Allowed(**each) for each in tomllib.loads(file.read_text(encoding="utf-8")).get("allowed", [])]


def faults(locked: Sequence[Locked], copy: Copy, allowed: Iterable[Allowed], today: date) -> Iterator[str]:
    """Everything that must be mended: a sentence each."""
    if not copy.advisories:
        yield "the copy holds no advisory at all: make it anew (supply/advisories.py)"
    excused = {(each.package, each.id): each for each in allowed}
    for each in locked:
        if each.name not in copy.looked_up:
            yield f"{each.name} was not looked up when the copy was made: make it anew (supply/advisories.py)"
    for each, advisory in _hits(locked, copy):
        excuse = excused.pop((advisory.package, advisory.id), None)
        names = "/".join((advisory.id, *advisory.aliases))
        if excuse is None:
            yield f"{each.name} {each.version} is vulnerable: {names}; {advisory.mends()}"
        elif excuse.until < today:
            yield f"{each.name} {each.version}: {names} was allowed until {excuse.until}, because: {excuse.because}"
    for excuse in excused.values():
        yield f"allowed.toml excuses {excuse.package} for {excuse.id}, which is not found any more: remove it"


def _hits(locked: Sequence[Locked], copy: Copy) -> Iterator[tuple[Locked, Advisory]]:
    for each in locked:
        for advisory in copy.advisories:
            if advisory.package == each.name and advisory.affects(each.version):
                yield each, advisory


def main() -> None:
    """Exit 1 if something must be mended; an old copy is only said, so that a calendar breaks no build."""
    try:
        copy = read_copy()
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"the copy cannot be read ({type(error).__name__}): make it anew (supply/advisories.py)")
    locked, today = everything(), datetime.now(UTC).date()
    found = list(faults(locked, copy, read_allowed(), today))
    print(f"{len(locked)} locked versions, {len(copy.advisories)} advisories as of {copy.date}: {len(found)} to mend")
    if today - copy.date > STALE:
        print("warning: the copy is old; before a release, make it anew: docs/release.md")
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
