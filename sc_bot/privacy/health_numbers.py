"""Québec health insurance numbers (NAM): four letters, then the birth date as YYMMDD, then two digits.

Women's months are counted from 51. The check digit is not required: its algorithm is not public, and a missed
number costs more than a false alarm.
"""

import re
from collections.abc import Iterator

from sc_bot.privacy.findings import Finding, Kind
from sc_bot.privacy.normalise import Comparable
from sc_bot.privacy.words import follows_neutral_word, is_calendar

_GAP = r"[\W_]{0,3}"
_NAM = re.compile(
    rf"(?:(?<![^\W_])|(?<=\bnam)|(?<=\bramq))"
    rf"(?P<letters>[a-z](?:[ ._*·-]{{0,3}}[a-z]){{3}})(?P<gap>{_GAP})"
    rf"(?P<digits>\d(?:{_GAP}\d){{7}})(?!\d)"
)
_ANNOUNCED = re.compile(r"\b(?:nam|ramq|assurance[ -]maladie|carte[ -]soleil|health (?:card|insurance)|medicare)\b")
_CONTEXT_WIDTH = 30
_DATED_WORDS = frozenset(
    {
        "date",
        "fait",
        "recu",
        "vers",
        "jour",
        "mois",
        "plan",
        "mars",
        "juin",
        "aout",
        "juil",
        "sept",
        "from",
        "year",
    }
)
_MONTHS = frozenset([*range(1, 13), *range(51, 63)])
_LAST_DAY = 31


def find_health_numbers(text: Comparable) -> Iterator[Finding]:
    """Every NAM; one right after a word such as *projet* is only NAM-like."""
    for match in _NAM.finditer(text.lower):
        if not _could_be_initials(text.cased[slice(*match.span("letters"))]):
            continue
        before = text.before(match.start(), _CONTEXT_WIDTH)
        if _ANNOUNCED.search(before) or before.endswith(("nam", "ramq")):
            yield Finding(Kind.NAM, match.start(), match.end())
        elif _holds_a_birth_date(match["digits"]) and not _is_an_ordinary_date(match):
            kind = Kind.NAM_LIKE if follows_neutral_word(before) else Kind.NAM
            yield Finding(kind, match.start(), match.end())


def _could_be_initials(letters: str) -> bool:
    """Four letters in one piece or one by one; in other pieces only in capitals (*le no 8055…* is not)."""
    pieces = len(re.findall(r"[^\W_]+", letters))
    return pieces in {1, 4} or letters.isupper()


def _holds_a_birth_date(grouped: str) -> bool:
    digits = re.sub(r"\D", "", grouped)
    return int(digits[2:4]) in _MONTHS and 1 <= int(digits[4:6]) <= _LAST_DAY


def _is_an_ordinary_date(match: re.Match[str]) -> bool:
    """*Date 2010-11-19* and *plan 2011-2012* have the shape of a NAM."""
    if not match["gap"]:
        return False
    word_before_a_year = match["letters"] in _DATED_WORDS and match["digits"].startswith(("19", "20"))
    return word_before_a_year or is_calendar(match["digits"])
