"""Social insurance numbers (SIN, NAS): nine digits with a Luhn check.

Decided for recall: nine digits in threes or in one run that pass the check are a SIN even when nothing
announces it (one number in ten passes by chance). Amounts are let through; the number of an invoice warns.
"""

import re
from collections.abc import Iterator

from stdnum import luhn

from sc_bot.privacy.findings import Finding, Kind
from sc_bot.privacy.normalise import Comparable
from sc_bot.privacy.words import follows_neutral_word

_GAP = r"[ ./_*·-]{0,3}"
_UNIT = r"(?! ?(?:[$€%]|dollars?|patients?|habitants?|people)\b)(?! ?[$€%])"
_NINE = re.compile(rf"(?<!\d)(?<![$€])(?<![$€] )\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\d){_UNIT}")
_ANNOUNCED = re.compile(
    rf"\b(?:nas|n\.a\.s|sin|s\.i\.n|assurance[ -]sociale|social insurance)\b"
    rf"[^\d!?;]{{0,25}}(?P<number>\d(?:{_GAP}\d){{8}})(?!\d)"
)
_CONTEXT_WIDTH = 30


def find_social_insurance_numbers(text: Comparable) -> Iterator[Finding]:
    """Every SIN; one announced as such with a wrong check digit is only SIN-like."""
    for match in _ANNOUNCED.finditer(text.lower):
        kind = Kind.SIN if _passes_check(match["number"]) else Kind.SIN_LIKE
        yield Finding(kind, *match.span("number"))
    for match in _NINE.finditer(text.lower):
        if _passes_check(match[0]):
            neutral = follows_neutral_word(text.before(match.start(), _CONTEXT_WIDTH))
            yield Finding(Kind.SIN_LIKE if neutral else Kind.SIN, *match.span())


def _passes_check(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    return digits.strip("0") != "" and bool(luhn.is_valid(digits))
