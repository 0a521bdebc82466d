"""Text that is no phrase: refused with its reason, never an exception, never slow."""

import time

import pytest

from sc_bot.due_dates import Reason, Refused
from tests.due_dates.region import ask

REFUSED = [
    ("", Reason.EMPTY),
    (" \u00a0\u200b\t", Reason.EMPTY),
    ("vendredi" * 100, Reason.TOO_LONG),
    ("a " * 60, Reason.TOO_LONG),
    ("<!channel> vendredi", Reason.SLACK_CONTROL),
    ("<@U0123ABCD>", Reason.SLACK_CONTROL),
    ("&lt;!here&gt; vendredi", Reason.SLACK_CONTROL),
    ("@channel vendredi", Reason.SLACK_CONTROL),
    ("＠here vendredi", Reason.SLACK_CONTROL),
    ('=HYPERLINK("x")', Reason.FORMULA),
    ("＝1+1", Reason.FORMULA),
    ("+SUM(A1)", Reason.FORMULA),
    ("-cmd|'/c calc'!A0", Reason.FORMULA),
    ("@SUM(1)", Reason.FORMULA),
    ("GAGM 6551 1219", Reason.PERSONAL_IDENTIFIER),
    ("vendredi GAGM65511219", Reason.PERSONAL_IDENTIFIER),
    ("gagm-6551-1219", Reason.PERSONAL_IDENTIFIER),
    ("TREM 80 52 15 14", Reason.PERSONAL_IDENTIFIER),
    ("\u202evendredi", Reason.NOT_A_DATE),
    ("v\u0336e\u0336n\u0336", Reason.NOT_A_DATE),
    ("1² décembre", Reason.NOT_A_DATE),
    ("vendredi\x00", Reason.NOT_A_DATE),
    ("\ud83d vendredi prochainement", Reason.VAGUE),
    ("'; DROP TABLE promises; --", Reason.NOT_A_DATE),
    ("99999999999999999999", Reason.NOT_A_DATE),
    ("dans 999999999 jours", Reason.TOO_FAR),
    ("9999-12-31", Reason.TOO_FAR),
    ("31 décembre 9999", Reason.TOO_FAR),
    ("9999", Reason.NOT_A_DATE),
    ("semaine 52 de 9999", Reason.TOO_FAR),
    ("in 99999 months", Reason.TOO_FAR),
    ("0001-01-01", Reason.PAST),
    ("15 décembre 0000", Reason.IMPOSSIBLE),
    ("9999-12-31T23:59:59-12:00", Reason.IMPOSSIBLE),
    ("2026-12-15T25:00Z", Reason.IMPOSSIBLE),
]


@pytest.mark.parametrize(("phrase", "reason"), REFUSED)
def test_it_is_refused_for_the_right_reason(phrase: str, reason: Reason) -> None:
    """In any language."""
    answer = ask(phrase)
    assert isinstance(answer, Refused)
    assert answer.reason is reason


@pytest.mark.parametrize("phrase", ["Thur 05/12/2026", "sept 2026", "mars 2027 à 14 h 30", "le 12 nov 2027"])
def test_a_date_is_no_health_number(phrase: str) -> None:
    """Four letters and digits are not enough."""
    answer = ask(phrase)
    assert not isinstance(answer, Refused) or answer.reason is not Reason.PERSONAL_IDENTIFIER


@pytest.mark.parametrize("piece", ["vendredi ", "é", "a", "1 ", "d'ici ", "\u0301", "👩‍⚕️"])
def test_forty_thousand_characters_are_refused_at_once(piece: str) -> None:
    """Their length is looked at first; measured in processor time, which a busy machine does not change."""
    text = piece * (40_000 // len(piece))
    began = time.process_time()
    assert isinstance(ask(text), Refused)
    assert time.process_time() - began < 0.2


@pytest.mark.parametrize(
    "phrase",
    ["lundi " * 24, "le 1 " * 12, "3 jours avant " * 7 + "Noël", "avant " * 24, "a ou " * 11 + "b", "1 - " * 24],
)
def test_what_is_short_enough_to_read_is_read_quickly(phrase: str) -> None:
    """Repetition does not multiply the work; measured in the same way."""
    ask("vendredi")
    began = time.process_time()
    ask(phrase)
    assert time.process_time() - began < 0.2
