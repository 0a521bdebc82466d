"""Telephone numbers (North American, or international with +) and e-mail addresses.

Toll-free numbers, short codes (811) and extensions alone reach a service, not a person: they are let through.
"""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberType

from sc_bot.privacy.findings import Finding, Kind
from sc_bot.privacy.normalise import Comparable

_GAP = r"[ ./_*·,-]{1,3}"
_ANY_GAP = r"[ ./_*·,()-]{0,3}"
_EXTENSION = r"(?: ?,? ?(?:poste|ext|extension|x|p)\.? ?#?\d{1,6}\b)?"
_GROUPED = re.compile(
    rf"(?<![\d+])(?:\+?1{_ANY_GAP})?(?P<number>"
    rf"(?:[(] ?)?[2-9]\d{{2}} ?(?:[)]{_ANY_GAP}|{_GAP})[2-9]\d{{2}}{_ANY_GAP}\d{{4}}|"
    rf"[2-9]\d{{5}}{_GAP}\d{{4}})(?!\d){_EXTENSION}"
)
_RUN = re.compile(rf"(?<![\d.,$])(?:\+?1)?(?P<number>[2-9]\d{{2}}[2-9]\d{{6}})(?!\d){_EXTENSION}")
_INTERNATIONAL = re.compile(rf"\+(?P<number>[2-9]\d?(?:{_ANY_GAP}\d){{7,13}})(?!\d){_EXTENSION}")
_CALLED = re.compile(
    r"\b(?:tel|telephone|telephoner|cell|cellulaire|mobile|phone|call|appele\w*|rappele\w*|joindre|joignable|"
    r"texter|fax)\b[^\d!?;]{0,30}"
    rf"(?P<number>(?<!\d)(?:[2-9]\d{{2}}[ .-]{{1,3}}\d{{4}}|[2-9](?:{_ANY_GAP}\d){{9}}))(?!\d)"
)
_EMAIL = re.compile(
    r"(?<![\w.%+-])[\w.%+-]+(?: ?@ ?| ?[(\[] ?(?:at|arobase|a) ?[)\]] ?| arobase )"
    r"[\w-]+(?:(?:\.| ?[(\[](?:dot|point)[)\]] ?| point )[\w-]+)*"
    r"(?:\.| ?[(\[](?:dot|point)[)\]] ?| point )[a-z]{2,24}\b"
)


def find_phones(text: Comparable) -> Iterator[Finding]:
    """Numbers at which somebody can be called; an extension after one is part of it."""
    for pattern in (_GROUPED, _RUN, _INTERNATIONAL, _CALLED):
        for match in pattern.finditer(text.lower):
            known = pattern is not _RUN
            prefix = "+" if pattern is _INTERNATIONAL else ""
            if _reaches_a_person(prefix + re.sub(r"\D", "", match["number"]), known_by_its_shape=known):
                start = match.start("number") if pattern is _CALLED else match.start()
                yield Finding(Kind.PHONE, start, match.end())


def find_emails(text: Comparable) -> Iterator[Finding]:
    """E-mail addresses, also with spaces around the sign or *(at)* in its place."""
    for match in _EMAIL.finditer(text.lower):
        yield Finding(Kind.EMAIL, *match.span())


def _reaches_a_person(digits: str, *, known_by_its_shape: bool) -> bool:
    number = phonenumbers.parse(digits, "CA")
    match phonenumbers.number_type(number):
        case PhoneNumberType.TOLL_FREE:
            return False
        case PhoneNumberType.UNKNOWN:  # no such area code: a typing mistake if it is grouped like a telephone
            return known_by_its_shape and phonenumbers.is_possible_number(number)
        case _:
            return True
