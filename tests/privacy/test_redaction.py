"""A redacted text identifies nobody, and keeps everything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sc_bot.privacy import Verdict, inspect, redact, redact_words
from tests.privacy.date_probes import BIRTH_DATES
from tests.privacy.number_probes import FILE_NUMBERS, HEALTH_NUMBERS, SOCIAL_INSURANCE_NUMBERS
from tests.privacy.person_probes import CONTACTS, PEOPLE, PLACES

TABLES = (HEALTH_NUMBERS, SOCIAL_INSURANCE_NUMBERS, FILE_NUMBERS, BIRTH_DATES, CONTACTS, PEOPLE, PLACES)
PIECES = st.sampled_from(
    [text for table in TABLES for text, _, _ in table]
    + [
        "dossier",
        "née le",
        "DDN",
        "NAS",
        "12345",
        "0045513",
        "14 mai 1980",
        "TESA",
        "8055 1419",
        "Mme",
        "#",
        "patient",
    ]
)


@given(pieces=st.lists(PIECES, max_size=6), glue=st.sampled_from(["", " ", ", ", ". ", "\n", " et "]))
def test_a_redacted_text_is_clean_and_stays_as_it_is(pieces: list[str], glue: str) -> None:
    """However identifiers are mixed, nothing is left to find and redacting again changes nothing."""
    redacted = redact(glue.join(pieces))
    assert inspect(redacted).verdict is Verdict.ALLOW
    assert redact(redacted) == redacted


@pytest.mark.parametrize(
    ("language", "redacted"),
    [
        ("fr", "Mme [retiré], NAM [retiré], attend depuis 3 h"),
        ("en", "Mme [removed], NAM [removed], attend depuis 3 h"),
    ],
)
def test_only_what_identifies_is_replaced(language: str, redacted: str) -> None:
    """The words around an identifier stay, and the mark is in the reader's language."""
    assert redact("Mme Testard, NAM TESA 8055 1419, attend depuis 3 h", language=language) == redacted


def test_a_text_without_identifiers_is_returned_as_typed() -> None:
    """Accents, spaces and invisible characters are the author's; redaction never tidies them."""
    text = "Le\u00a0re\u0301sumé arrive  trois\tsemaines trop tard\u200b."
    assert redact(text) == text


def test_an_inspection_made_before_is_used() -> None:
    """The caller who has inspected already need not pay for it again, and gets the same text."""
    text = "rappeler au 819 555-0142"
    assert redact(text, inspect(text)) == redact(text) == "rappeler au [retiré]"


def test_what_a_first_mark_reveals_is_replaced_too() -> None:
    """With one number gone, the next one stands near *dossier*: it goes as well."""
    assert redact("dossier 0045512 perdu avec 67890") == "dossier [retiré] perdu avec [retiré]"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zoe\u0301 attend", "Zoé"),
        ("Zoé attend", "zoe\u0301"),
        ("Zoe attend", "Zoé"),
        ("Test\u200bard attend", "Testard"),
        ("L\u2019Heureux attend", "l'heureux"),
        ("Saint\u2011Testard attend", "Saint-Testard"),
        ("Jean\u00a0 Testard attend", "jean testard"),
    ],
)
def test_named_words_go_however_they_are_written(text: str, words: str) -> None:
    """Accents in one piece or two, a telephone's apostrophe, hidden marks, hard spaces: one and the same name."""
    assert redact_words(text, words) == "[retiré] attend"
    assert redact_words("Rien de tel", words) == "Rien de tel"
    assert redact_words(text, " ") == text
