"""Numbers of a patient's file (MRN): five to ten digits near *dossier*, *MRN*, *chart* or #."""

import re
from collections.abc import Iterator

from sc_bot.privacy.findings import Finding, Kind
from sc_bot.privacy.normalise import Comparable
from sc_bot.privacy.words import follows_neutral_word, is_calendar

_FILE = (
    r"dossiers?|mrn|m\.r\.n|charts?|medical records?|(?:patient )?files?(?= ?(?:no\b|num|#|:))|"
    r"patiente?|pte?|usagere?|cliente?|residente?|beneficiaire|(?:hospital|unit) (?:no|num|number)"
)
_FILLER = (
    r"(?:[ .:,#=(\[\"'°_*-]|(?:no|nos|n|num|numero|nr|number|id|est|is|was|le|la|les|du|de|des|the|of|for|"
    r"patiente?|patient's|usagere?|cliente?|medical|hospitalier|clinique|et|and|mr|mrs|mme|avec|with)\b)"
)
_RIGHT_AFTER_FILE = re.compile(rf"(?:\b(?:{_FILE})\b{_FILLER}{{0,12}}[a-z]{{0,3}}-?|#(?:[ .:°-]|no\b){{0,4}})$")
_SOMEWHERE_AFTER_FILE = re.compile(r"\b(?:dossier|mrn|chart)\b(?:(?![.!?;] )\D){0,40}$")
_JUST_BEFORE_FILE = re.compile(
    r"[ ,:=(\[-]{0,3}(?:(?:est|is|as|comme)\b ?)?(?:(?:le|the|son|sa|his|her)\b ?)?"
    r"(?:(?:no|numero|number)\b\.? ?)?(?:(?:de|du|of)\b ?)?(?:dossier|mrn|chart)\b"
)
_NUMBER = re.compile(r"(?<![\d.,])\d{5,10}(?!\d)|(?<![\d.,])\d{1,4}(?:[ ./_-]{1,3}\d{1,4}){1,4}(?!\d)")
_RUN = re.compile(r"(?<!\d)\d{5,10}(?!\d)")
_LISTED = re.compile(r"(?: ?[,/&] ?| (?:et|and|ou|or) | )#?(?P<number>\d{5,10})(?!\d)")
_PHONE = re.compile(r"(?:1[ .-])?[2-9]\d\d[ ./-]{1,3}\d{3}[ ./-]{1,3}\d{4}")
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_UNIT = re.compile(
    r" ?(?:[$€%]|(?:pages?|dollars?|km|mg|ml|heures?|hours?|h|jours?|days?|patients?|usagers?|personnes?|"
    r"people|dossiers|charts|files|fois|times|lits|beds)\b)"
)
_EXTENSION = re.compile(r"\b(?:postes?|ext|extension|budget|local|bureau)\b[ .:#]*$")
_CALLED = re.compile(
    r"\b(?:tel|telephone|cell|phone|fax|appele\w*|rappele\w*|call|joindre)\b(?:\W|\b(?:au|a|le|la|at|du|de|patiente?|usagere?|cliente?)\b)*$"
)
_WIDTH = 60
_FEWEST, _MOST = 5, 10


def find_file_numbers(text: Comparable) -> Iterator[Finding]:
    """Numbers right after or before the word that makes them a file number, and those listed with them."""
    reached = 0  # a listed number is reported once, so that "#1, #2, #3…" stays linear
    for match in _NUMBER.finditer(text.lower):
        end = None if _PHONE.fullmatch(match[0]) else _end_of_number(match)
        if match.start() >= reached and end is not None and _is_file_number(text, match.start(), end):
            yield Finding(Kind.MRN, match.start(), end)
            for listed in _listed_after(text, end):
                reached = listed.end
                yield listed


def find_distant_file_numbers(text: Comparable) -> Iterator[Finding]:
    """Unbroken runs of digits later in a phrase that speaks of a file; asked last, when phones are known."""
    for match in _RUN.finditer(text.lower):
        before = text.before(match.start(), _WIDTH)
        if _SOMEWHERE_AFTER_FILE.search(before) and not _is_something_else(text, match.start(), match.end()):
            yield Finding(Kind.MRN, *match.span())


def _end_of_number(match: re.Match[str]) -> int | None:
    """Where the number ends without the trailing groups that make it too long; None if too short."""
    end = match.start()
    count = 0
    for group in re.finditer(r"\d+", match[0]):
        if count + len(group[0]) > _MOST:
            break
        count += len(group[0])
        end = match.start() + group.end()
    return end if count >= _FEWEST else None


def _is_file_number(text: Comparable, start: int, end: int) -> bool:
    number = text.lower[start:end]
    if is_calendar(number) or _is_something_else(text, start, end):
        return False
    if _RIGHT_AFTER_FILE.search(text.before(start, _WIDTH)):
        return not _AMOUNT.fullmatch(number)
    return bool(_RUN.fullmatch(number) and _JUST_BEFORE_FILE.match(text.after(end, _WIDTH)))


def _is_something_else(text: Comparable, start: int, end: int) -> bool:
    before = text.before(start, _WIDTH)
    elsewhere = _EXTENSION.search(before) or _CALLED.search(before) or follows_neutral_word(before)
    return bool(elsewhere or _UNIT.match(text.after(end, _WIDTH)))


def _listed_after(text: Comparable, end: int) -> Iterator[Finding]:
    """*Dossiers 0045512, 0045513 et 0045514*: the word counts for all of them."""
    while match := _LISTED.match(text.lower, end):
        yield Finding(Kind.MRN, *match.span("number"))
        end = match.end()
