"""What is caught, what it becomes, and what is let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sc_bot.privacy import Inspection, Kind, Verdict, inspect, to_json
from tests.privacy.date_probes import BIRTH_DATES
from tests.privacy.number_probes import FILE_NUMBERS, HEALTH_NUMBERS, SOCIAL_INSURANCE_NUMBERS
from tests.privacy.person_probes import CONTACTS, PEOPLE, PLACES

PROBES = [
    *HEALTH_NUMBERS,
    *SOCIAL_INSURANCE_NUMBERS,
    *FILE_NUMBERS,
    *BIRTH_DATES,
    *CONTACTS,
    *PEOPLE,
    *PLACES,
]
SEPARATORS = st.sampled_from(
    ["", " ", "-", ".", "/", "\u00a0", "\u202f", "\u200b", "\u202e", "\u2011", "–", "\n", " - ", "_"]
)
MONTHS = st.one_of(st.integers(1, 12), st.integers(51, 62))


@st.composite
def health_numbers(draw: st.DrawFn) -> str:
    """A NAM grouped as on the card, in any case and width, with anything between the groups."""
    letters = draw(st.text(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), min_size=4, max_size=4))
    year, month, day, last = (
        draw(st.integers(30, 99)),
        draw(MONTHS),
        draw(st.integers(1, 31)),
        draw(st.integers(0, 99)),
    )
    groups = [letters, f"{year:02}{month:02}", f"{day:02}{last:02}"]
    number = groups[0] + draw(SEPARATORS) + groups[1] + draw(SEPARATORS) + groups[2]
    return draw(st.sampled_from([number, number.lower(), _full_width(number)]))


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


@pytest.mark.parametrize(("text", "verdict", "kinds"), PROBES)
def test_each_probe_has_its_verdict_and_kinds(text: str, verdict: Verdict, kinds: list[Kind]) -> None:
    """Identifiers are caught however they are written; forms, amounts, periods and extensions are not."""
    inspection = inspect(text)
    assert (inspection.verdict, list(inspection.kinds)) == (verdict, kinds)


@given(number=health_numbers(), before=st.sampled_from(["", "Mme a été refusée, ", "refused: "]))
def test_a_health_number_is_caught_whatever_separates_its_groups(number: str, before: str) -> None:
    """Case, width, spaces, dashes and invisible characters do not hide a NAM."""
    inspection = inspect(f"{before}{number}, encore")
    assert inspection.verdict is Verdict.BLOCK
    assert Kind.NAM in inspection.kinds


@given(text=st.text(st.characters(), max_size=200))
def test_any_text_can_be_inspected(text: str) -> None:
    """No Unicode text raises, and every finding lies inside the text."""
    for finding in inspect(text).findings:
        assert 0 <= finding.start < finding.end <= len(text)


def test_lone_surrogates_can_be_inspected() -> None:
    """Half a character, which some clients send, is no crash and hides nothing."""
    assert inspect("TESA \ud83d8055 1419").verdict is Verdict.BLOCK


def test_an_inspection_holds_no_part_of_the_text() -> None:
    """Printing or logging an inspection shows kinds and places only."""
    shown = repr(inspect("Mme Testard, NAM TESA 8055 1419, 819 555-0142"))
    assert not any(part in shown for part in ("Testard", "TESA", "8055", "0142"))


def test_findings_point_at_the_original_characters() -> None:
    """Places are those of the text as typed, invisible characters and decomposed accents included."""
    text = "Refuse\u0301e : TESA\u200b 8055\u00a01419 !"
    (finding,) = inspect(text).findings
    assert text[finding.start : finding.end] == "TESA\u200b 8055\u00a01419"


def test_kinds_are_told_once_in_the_order_of_the_text() -> None:
    """Two phones are one kind, and the first kind told is the first one read."""
    kinds = inspect("819 555-0142, Mme Testard, 819 555-0143").kinds
    assert kinds == (Kind.PHONE, Kind.NAME)


def test_the_command_line_prints_verdict_and_kinds() -> None:
    """The JSON shape is the one fixed for `sc-bot privacy check`."""
    assert to_json(inspect("NAM TESA 8055 1419")) == {"verdict": "block", "kinds": ["nam"]}
    assert to_json(Inspection(())) == {"verdict": "allow", "kinds": []}
