"""A locked version that is known to be vulnerable is found, and stays only with a reason and an end."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name
from packaging.version import Version

from supply import audit
from supply.advisories import COPY, known_of
from supply.advisories import main as make_copy
from supply.audit import Advisory, Allowed, Copy, faults, read_allowed, read_copy
from supply.locks import DEVELOPING, SHIPPED, Locked, everything, read_lock

TODAY = date(2026, 11, 26)
EXCUSE = Allowed("PYSEC-2", "waitress", "the parser is not used", date(2026, 12, 31))


def locked(name: str, version: str) -> Locked:
    """One of a lock file."""
    return Locked(canonicalize_name(name), Version(version), "", ("0" * 64,), ())


def copy(*ranges: tuple[str | None, str | None], versions: frozenset[str] = frozenset()) -> Copy:
    """A copy with one advisory."""
    known = Advisory("PYSEC-2", ("CVE-2",), "waitress", ranges, versions)
    return Copy(TODAY, frozenset({"waitress", "six"}), (known,))


def test_what_is_locked_is_not_known_to_be_vulnerable() -> None:
    """What `make audit` does, on the day of the copy: excuses that end later are looked at by `make audit` alone."""
    known = read_copy()
    assert list(faults(everything(), known, read_allowed(), known.date)) == []


def test_a_vulnerable_version_in_our_own_lock_is_found(tmp_path: Path) -> None:
    """An old Pillow in the place of ours, against the real copy."""
    lock = SHIPPED.read_text(encoding="utf-8")
    ours = next(each for each in read_lock(SHIPPED) if each.name == "pillow")
    (tmp_path / "lock.txt").write_text(lock.replace(f"pillow=={ours.version}", "pillow==9.0.0"), encoding="utf-8")
    found = list(faults(read_lock(tmp_path / "lock.txt"), read_copy(), [], TODAY))
    assert any("pillow 9.0.0 is vulnerable" in each and "CVE-2023-44271" in each and "10.0.0" in each for each in found)
    assert all("pillow" in each for each in found)


@pytest.mark.parametrize(
    ("version", "known", "is_found"),
    [
        ("2.1", copy(("0", "2.2")), True),
        ("2.2", copy(("0", "2.2")), False),
        ("2.2rc1", copy(("0", "2.2")), True),
        ("1.9", copy(("2.0", "2.2")), False),
        ("2.0", copy(("2.0", "2.2")), True),
        ("9.9", copy(("2.0", None)), True),
        ("3.1", copy(("0", "2.2"), ("3.0", "3.2")), True),
        ("2.5", copy(("0", "2.2"), ("3.0", "3.2")), False),
        ("2.10", copy(versions=frozenset({"2.10.0"})), True),
        ("2.1", copy(versions=frozenset({"2.10"})), False),
    ],
)
def test_which_versions_are_affected(version: str, known: Copy, *, is_found: bool) -> None:
    """From the first affected one, up to the first good one."""
    assert bool(list(faults([locked("waitress", version)], known, [], TODAY))) == is_found


def test_an_excuse_has_an_end_and_goes_when_it_is_not_needed() -> None:
    """Until its day; after it, and without a cause, it is itself a fault."""
    bad = [locked("waitress", "2.1")]
    known = copy(("0", "2.2"))
    assert list(faults(bad, known, [EXCUSE], TODAY)) == []
    assert "was allowed until" in next(faults(bad, known, [replace(EXCUSE, until=date(2026, 11, 25))], TODAY))
    assert "remove it" in next(faults([locked("waitress", "2.2")], known, [EXCUSE], TODAY))


def test_a_package_that_was_not_looked_up_is_a_fault() -> None:
    """What was added to a lock since the copy was made is not taken for well."""
    assert "was not looked up" in next(faults([locked("requests", "2.0")], copy(), [], TODAY))


def test_facts_are_taken_and_no_words(tmp_path: Path) -> None:
    """Of an advisory in the database's own form; what was withdrawn is left out."""
    folder = tmp_path / "vulns" / "waitress"
    folder.mkdir(parents=True)
    said = """
id: PYSEC-1
aliases: [CVE-1]
details: A long story.
affected:
- package: {ecosystem: PyPI, name: waitress}
  ranges:
  - {type: GIT, events: [{introduced: "0"}, {fixed: abc}]}
  - {type: ECOSYSTEM, events: [{introduced: "0"}, {fixed: 1.0.1}, {introduced: "2"}]}
  versions: ["1.0"]
"""
    (folder / "PYSEC-1.yaml").write_text(said)
    (folder / "PYSEC-2.yaml").write_text(said + "withdrawn: 2024-01-01\n")
    facts = {"id": "PYSEC-1", "aliases": ["CVE-1"], "package": "waitress"}
    assert list(known_of(tmp_path, "waitress")) == [{**facts, "ranges": [["0", "1.0.1"], ["2", None]]}]


def test_a_last_affected_version_is_not_the_end_of_an_earlier_range(tmp_path: Path) -> None:
    """Of such an advisory the versions are taken, which name each of them; no range is lost."""
    folder = tmp_path / "vulns" / "waitress"
    folder.mkdir(parents=True)
    (folder / "PYSEC-3.yaml").write_text("""
id: PYSEC-3
affected:
- package: {ecosystem: PyPI, name: waitress}
  ranges:
  - {type: ECOSYSTEM, events: [{introduced: "0"}, {last_affected: "1.5"}, {introduced: "2"}, {fixed: "2.1"}]}
  versions: ["1.0", "1.5", "2.0"]
""")
    facts = {"id": "PYSEC-3", "aliases": [], "package": "waitress"}
    assert list(known_of(tmp_path, "waitress")) == [{**facts, "versions": ["1.0", "1.5", "2.0"]}]


def test_what_is_no_advisory_database_leaves_the_copy_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else every package would have been looked up, and nothing be known of any."""
    before = COPY.read_bytes()
    monkeypatch.setattr("sys.argv", ["advisories", str(tmp_path)])
    with pytest.raises(SystemExit, match="no folder vulns"):
        make_copy()
    assert COPY.read_bytes() == before


def test_an_empty_copy_is_no_good_news() -> None:
    """Hundreds are known of what we use."""
    assert "no advisory at all" in next(faults([], Copy(TODAY, frozenset(), ()), [], TODAY))


@pytest.mark.parametrize("content", [None, "", "{", '{"date": "2026-11-26"}', "[]"])
def test_a_copy_that_cannot_be_read_fails_the_audit(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing, empty, cut, incomplete, something else: in a sentence, and not as if all were well."""
    file = tmp_path / "copy.json"
    if content is not None:
        file.write_text(content)
    monkeypatch.setattr(audit, "read_copy", lambda: read_copy(file))
    with pytest.raises(SystemExit, match="cannot be read"):
        audit.main()


@pytest.mark.parametrize("lock", [SHIPPED, DEVELOPING])
def test_everything_is_locked_with_its_hashes_and_without_an_address(lock: Path) -> None:
    """`pip install --require-hashes` takes nothing else; where it comes from is the installer's business."""
    assert all(each.hashes for each in read_lock(lock))
    assert "://" not in lock.read_text(encoding="utf-8")


def test_the_locks_agree() -> None:
    """What it is tested with is what is shipped."""
    developing = {(each.name, each.version) for each in read_lock(DEVELOPING)}
    assert {(each.name, each.version) for each in read_lock(SHIPPED)} <= developing
