"""Long texts made to be slow are inspected in proportion to their length."""

import pytest

from sc_bot.privacy import Verdict, inspect, redact
from sc_bot.privacy.inspection import DETECTORS
from sc_bot.privacy.normalise import comparable

LONGEST = 40_000
HOSTILE = [
    "a",
    "1 ",
    "a@",
    "a.",
    "Mme A'",
    "dossier ",
    "dossier 12345 ",
    "#12345 ",
    "né le 14 mai ",
    "un ",
    "1 rue ",
    "aaaa 8 0 5 5 1 4 1",
    "819-",
    "seul cas ",
    " \n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_hides_nothing(piece: str) -> None:
    """After 40,000 characters made to exhaust the rules, a NAM is found (quadratic rules take minutes)."""
    text = piece * (LONGEST // len(piece))
    assert inspect(f"{text} ; TESA 8055 1419").verdict is Verdict.BLOCK


@pytest.mark.parametrize("piece", ["né le 14 mai ", "#12345 ", "dossier 12345, ", "819 555-0142 "])
def test_detectors_report_no_more_than_there_is_to_read(piece: str) -> None:
    """Chains of dates or numbers are each reported a few times, not once for each word before them."""
    count = 300
    plain = comparable(piece * count)
    assert sum(len(list(detector(plain))) for detector in DETECTORS) <= 3 * count


def test_a_long_chain_of_identifiers_is_redacted() -> None:
    """Thousands of numbers in one text leave it without any."""
    assert inspect(redact("dossier 12345, " * 1_000)).verdict is Verdict.ALLOW
