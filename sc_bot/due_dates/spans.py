"""From one day to another, in words: each end is read as a due date, the second from the first on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from sc_bot.domain.community import Language
from sc_bot.due_dates.answers import Understood
from sc_bot.due_dates.conventions import Agenda
from sc_bot.due_dates.reading import read_due

MOST_CUTS = 4  # places where one phrase is tried to be cut in two
LONGEST = 120  # characters
_BETWEEN = re.compile(
    r"\s+(?:-+|–|—|→|au|à|to|until|till|thru|through|and|et|jusqu['’](?:au|à|en|aux))\s+|(?<=[\w.])\s*[–—-]\s*(?=\w)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"^(?:à partir (?:du|de)|a partir (?:du|de)|dès|des|starting|from|since|depuis)\s+", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:jusqu['’](?:au|à|en|aux)|until|till|through|thru|to|au)\s+", re.IGNORECASE)
_LONGER = re.compile(r"week|semaine|month|mois|year|année|an\b|quarter|trimestre", re.IGNORECASE)
_LEAD = re.compile(r"^(?:du|de|from|entre|between|à partir (?:du|de))\s+", re.IGNORECASE)
_BARE = re.compile(r"^(?:le\s+)?(\d{1,2}|1er|1st)$", re.IGNORECASE)
_DAY = re.compile(r"^(?:le\s+)?(?:\d{1,2}|1er)\s+|\s+\d{1,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """Local days, both included; without a last one, until further notice."""

    first: date
    last: date | None


def read_span(phrase: str, *, language: Language | None, now: datetime, agenda: Agenda) -> Span | None:
    """Say from when to when; None when the words say it in several ways, or in none.

    *24 déc - 4 janv*, *from Monday to Friday*, *24 au 31 décembre*; one day alone is that day; *jusqu'au 4 janvier*
    begins today, *à partir du 4 janvier* lasts until further notice.
    """
    text = " ".join(phrase.split())
    if not text or len(text) > LONGEST:
        return None
    reader = _Reader(language, agenda)
    today = now.astimezone(agenda.calendar.timezone).date()
    alone = None if _LONGER.search(text) else reader.day(text, now)
    if alone is not None and not _OPEN.match(text) and not _UNTIL.match(text):
        return Span(alone, alone)
    if _UNTIL.match(text):
        last = reader.day(_UNTIL.sub("", text), now)
        return Span(today, last) if last else None
    for left, right in _halves(text):
        first = reader.day(left, now)
        last = reader.day(right, max(now, agenda.calendar.at(first, time(0, 1)))) if first else None
        if first and last and first <= last:
            return Span(first, last)
    if _OPEN.match(text):
        first = reader.day(_OPEN.sub("", text), now)
        return Span(first, None) if first else None
    return None


@dataclass(frozen=True, slots=True)
class _Reader:
    language: Language | None
    agenda: Agenda

    def day(self, phrase: str, now: datetime) -> date | None:
        answer = read_due(phrase, language=self.language, now=now, agenda=self.agenda)
        return answer.due.day if isinstance(answer, Understood) else None


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Both ends; a bare number takes the month of the other end."""
    for match in list(_BETWEEN.finditer(text))[:MOST_CUTS]:
        left, right = _LEAD.sub("", text[: match.start()].strip()), text[match.end() :].strip()
        if _BARE.match(left) and not _BARE.match(right):
            left = _with_day_of(left, right)
        elif _BARE.match(right):
            right = _with_day_of(right, left)
        yield left, right


def _with_day_of(bare: str, other: str) -> str:
    """A bare day with the month of the other end, where that end has it: before its day, or behind it."""
    month = _DAY.sub("", other)
    return f"{bare} {month}" if other[:1].isdigit() or other[:3].casefold() == "le " else f"{month} {bare}"
