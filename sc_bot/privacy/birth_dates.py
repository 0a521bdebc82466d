"""Birth dates: a date near words that say it is one. Any date shape counts, the words decided."""

import re
import unicodedata
from collections.abc import Iterator

from sc_bot.privacy.findings import Finding, Kind
from sc_bot.privacy.normalise import Comparable

_MONTH = (
    r"(?:janv(?:ier)?|jan(?:uary)?|fevr?(?:ier)?|feb(?:ruary)?|mars|mar(?:ch)?|avr(?:il)?|apr(?:il)?|mai|may|"
    r"juin|june?|juil(?:let)?|july?|aout?|aug(?:ust)?|sept?(?:emb(?:re|er))?|octo(?:bre|ber)|oct|"
    r"nov(?:emb(?:re|er))?|dec(?:emb(?:re|er))?)\b\.?"
)
_NUMBER_WORDS = (
    r"(?:premier|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|"
    r"trente|quarante|cinquante|soixante|cents?|mille|mil|et|first|second|third|[a-z]{3,8}th|one|two|three|four|"
    r"five|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundred|thousand|and|oh)"
)
_SPELLED = rf"{_NUMBER_WORDS}(?:[ -]{_NUMBER_WORDS}){{0,8}}"
_DAY = rf"(?:\d{{1,2}}(?: ?(?:er|st|nd|rd|th|e)\b)?|{_SPELLED})"
_GAP = r"[ ,./_-]{0,3}"
_YEAR = rf"(?:'?\d{{4}}|'?\d{{2}}\b|{_SPELLED})"
_BEFORE_YEAR = r"(?:[ ,./_-]{1,3}(?:in |en )?)"
_DATE = re.compile(
    rf"(?<![a-z\d])(?:"
    rf"\d{{4}} ?[-/._ ] ?\d{{1,2}} ?[-/._ ] ?\d{{1,2}}|"
    rf"\d{{1,2}} ?[-/._ ] ?\d{{1,2}} ?[-/._ ] ?(?:\d{{4}}|\d{{2}})|"
    rf"{_DAY}{_GAP}(?:of |de )?{_MONTH}(?:{_GAP}\d{{4}}|{_BEFORE_YEAR}{_YEAR})?|"
    rf"{_MONTH}{_GAP}(?:the )?{_DAY}(?:{_BEFORE_YEAR}{_YEAR})?|"
    rf"{_MONTH}{_GAP}\d{{4}}|"
    rf"\d{{8}}|\d{{6}})(?!\d)"
)
_SAID = (
    r"\b(?:nee?s?\b(?: ?\(e?s?\)|[·./-](?:e|nee)s?\b)*|born|d\.?d\.?n\b\.?|d\.?o\.?b\b\.?|"
    r"date (?:de )?naiss(?:ance|\.)?|naissance(?= ?(?:le|:|\d))|birth[ -]?date|date of birth|"
    r"(?:birth[ -]?day|bday|anniversaire|(?:sa|son|leur) fete)"
    r"(?= ?(?:est |c'est |is |tombe |falls )?(?:le |on |the |: ?|[,(] ?|= ?)?(?:[a-z]+day |[a-z]+di |dimanche )?"
    rf"(?:\d|{_MONTH}|{_SPELLED}\b)))"
)
_BIRTH = re.compile(_SAID)
_PHRASE = re.compile(r"(?:(?!, (?!le |on |the ))(?![.!?;] ).)*")
_AT_ONCE = re.compile(r" (?:le )?(?:[a-z]+di |dimanche )?$")
_JUST_BEFORE = re.compile(r"[ ,:=(\[-]{0,3}(?:(?:est|is|as|comme) )?(?:(?:sa|la|his|her|the|their) )?$")
_FARTHEST = 40  # characters between the words and the date: "née à l'hôpital Saint-Firmin le …"
_LONGEST_DATE = 90
_NEXT_DATE = 12


def find_birth_dates(text: Comparable) -> Iterator[Finding]:
    """Every date announced, or followed, by words such as *née le*, *DDN* or *born*."""
    reached = 0  # each date is reported once, so that a long chain of dates and words stays linear
    for said in _BIRTH.finditer(text.lower):
        yield from _date_just_before(text, said)
        for date in _dates_after(text, said):
            if date.start < reached:
                break
            reached = date.end
            yield date


def _dates_after(text: Comparable, said: re.Match[str]) -> Iterator[Finding]:
    position, reach = said.end(), _FARTHEST
    while (date := _DATE.search(text.lower, position, position + reach + _LONGEST_DATE)) is not None:
        gap = text.lower[position : date.start()]
        if len(gap) > reach or not _PHRASE.fullmatch(gap) or not _means_born(text, said, gap):
            return
        yield Finding(Kind.DOB, *date.span())
        position, reach = date.end(), _NEXT_DATE  # twins: "nés le 3 mai 1980 et le 4 mai 1980"


def _date_just_before(text: Comparable, said: re.Match[str]) -> Iterator[Finding]:
    if said[0].startswith(("ne", "born")):
        return  # "le 14 mai, née …" says nothing about the 14th of May
    start = max(0, said.start() - _FARTHEST)
    for date in _DATE.finditer(text.lower, start, said.start()):
        if _JUST_BEFORE.fullmatch(text.lower, date.end(), said.start()):
            yield Finding(Kind.DOB, *date.span())


def _means_born(text: Comparable, said: re.Match[str], gap: str) -> bool:
    """*Né* is a birth; *ne*, a negation, counts only right before a date (someone who skips accents)."""
    if said[0] not in {"ne", "nes"}:
        return True
    start, end = text.span(*said.span())
    accented = unicodedata.normalize("NFC", text.source[start:end]).casefold().startswith("né")
    return accented or bool(_AT_ONCE.fullmatch(gap))
