"""A community file is data that a stranger may have written: it cannot hurt, and it says what it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sc_bot.domain.policies import Weekday
from sc_bot.org_file import OrgFileInvalid, read_community
from sc_bot.org_file.document import LARGEST_FILE
from tests.org_file.small import SMALL, broken


def mistakes_of(source: str | bytes) -> list[tuple[int, str]]:
    """The line and the reason of each mistake in a file that must be refused."""
    with pytest.raises(OrgFileInvalid) as refused:
        read_community(source)
    return [(each.line, each.what) for each in refused.value.mistakes]


LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
REFUSED = [
    ("", [(1, "nothing_in_it")]),
    ("# only a comment\n", [(1, "nothing_in_it")]),
    ("\n---\n", [(1, "nothing_in_it")]),
    ("just a sentence", [(1, "keys_expected")]),
    ("a: [1\nb: 2", [(2, "bad_yaml")]),
    ("a: 1\n\tb: 2", [(2, "bad_yaml")]),
    ("a: 'never closed", [(1, "bad_yaml")]),
    ("a: @mention", [(1, "bad_yaml")]),
    ("a: 1\nb: \x00", [(2, "unprintable")]),
    ("a: 1\nb: \x1b[31m", [(2, "unprintable")]),
    ("a: \ud800", [(1, "not_utf8")]),
    (b"a: 1\nb: caf\xe9", [(2, "not_utf8")]),
    ("a: 1".encode("utf-16"), [(1, "not_utf8")]),
    ("a: 1\n---\nb: 2", [(3, "several_documents")]),
    ("? [a, b]\n: 1", [(1, "key_not_text")]),
    ("[" * 100_000, [(1, "too_deep")]),
    ("{a: " * 100_000, [(1, "too_deep")]),
    ("- " * 100_000, [(1, "too_deep")]),
    ("a: " + "x" * LARGEST_FILE, [(1, "too_large")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), REFUSED, ids=[repr(source[:20]) for source, _ in REFUSED])
def test_what_is_no_community_file_is_refused_with_its_line(
    source: str | bytes, expected: list[tuple[int, str]]
) -> None:
    """Broken, binary, empty, huge and endlessly nested files are answered, not suffered."""
    assert [each for each in mistakes_of(source) if each[1] != "missing"] == expected


def test_a_bomb_of_aliases_never_grows() -> None:
    """Aliases are refused where they stand, so nothing is multiplied."""
    found = mistakes_of(LAUGHS)
    assert {(2, "anchor"), (2, "alias"), (3, "alias")} <= set(found)


def test_an_alias_is_refused_and_not_also_called_missing() -> None:
    """A value that was refused as an alias is one mistake, not two."""
    assert mistakes_of(broken("code: CS", "code: *elsewhere")) == [(3, "alias")]


@pytest.mark.parametrize(
    "source",
    [
        "\ufeff" + SMALL,
        ("\ufeff" + SMALL).encode(),
        SMALL.replace("\n", "\r\n"),
        SMALL.replace("\n", "\r\n").encode(),
        SMALL + "...\n",
        "---\n" + SMALL,
        SMALL.replace("é", "e\u0301").replace("ô", "o\u0302"),
    ],
    ids=["BOM", "BOM in bytes", "CRLF", "CRLF in bytes", "end mark", "start mark", "decomposed accents"],
)
def test_how_an_editor_saves_the_file_does_not_matter(source: str | bytes) -> None:
    """Byte order marks, Windows line ends and decomposed accents give the same community."""
    assert read_community(source) == read_community(SMALL)


@pytest.mark.parametrize(
    "word", ["NO", "yes", "null", "~", "1e3", "0x1F", "12:30:45", "2026-12-01", ".inf", "=", "007"]
)
def test_a_text_stays_the_text_that_was_typed(word: str) -> None:
    """YAML's guesses about numbers, dates and truth are never made."""
    read = read_community(broken("name: Fanny Castelneau", f"name: {word}"))
    assert read.people[2].name == word


def test_an_hour_without_quotes_is_an_hour() -> None:
    """`18:00`, which YAML reads as 1080, and `08:00` are hours."""
    policies = read_community(SMALL).policies
    assert (policies.quiet_hours.start.hour, policies.daily_list_at.hour) == (18, 8)
    assert policies.weekly_digest.weekday is Weekday.MONDAY


def test_a_key_left_empty_is_a_key_not_given() -> None:
    """An optional value may be left empty, and then has its default."""
    assert read_community(broken("staff: 950", "staff:")).institutions[0].staff is None
    assert read_community(broken("small_group: 5", "small_group:")).policies.small_group == 5


def test_thousands_of_wrong_references_are_all_told() -> None:
    """A large file with nothing right in it is answered in full, without looking for hints for ever."""
    wrong = ", ".join(f"Q{n}" for n in range(5000))
    found = mistakes_of(broken("delegates: [NRS-1]", f"delegates: [{wrong}]"))
    assert found.count((33, "unknown_in_people")) == 5000


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_any_input_is_read_or_refused(source: str | bytes) -> None:
    """Nothing but a refusal with lines ever comes out of a wrong file."""
    with pytest.raises(OrgFileInvalid) as refused:
        read_community(source)
    assert [each for each in refused.value.mistakes if each.line >= 1] == [*refused.value.mistakes] != []


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_file_cut_or_overwritten_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    """One random edit to a good file gives a community or mistakes, never a crash."""
    at = data.draw(st.integers(0, len(SMALL)))
    until = data.draw(st.integers(at, min(at + 30, len(SMALL))))
    put = data.draw(st.text(alphabet="\n -:[]{}&*!|>'\"#%@`?,ab1é\x85\u2028", max_size=6))
    try:
        read_community(SMALL[:at] + put + SMALL[until:])
    except OrgFileInvalid as refused:
        assert refused.mistakes  # noqa: PT017 - the refusal's content is the point
