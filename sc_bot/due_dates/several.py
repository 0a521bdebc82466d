"""More than one date: *lundi ou mardi*, *entre lundi et mercredi*, *du 1er au 5 décembre*. All are candidates."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from sc_bot.due_dates.deadlines import Reading
from sc_bot.due_dates.named import Trouble
from sc_bot.due_dates.reasons import Doubt
from sc_bot.due_dates.words import MONTHS, one_of

ReadOne = Callable[[str], list[Reading | Trouble]]
_LINK = re.compile(r" (?:ou bien|ou|or|et|and|puis|then|-|au|a|to|through|jusqu'au|jusqu'a|until) ")
_OPENING = re.compile(r"(?:entre|between|from|de|du|either|soit|les?) (?P<rest>.+)")
_MONTH = rf"(?P<month>(?:{one_of(MONTHS)})(?: \d{{4}})?)"
_SIGN = r"(?: ?- ?| (?:au|a|to|ou|or|et|and|et le|and the|ou le|or the|through) )"
_FIRST, _SECOND = r"(?P<first>\d{1,2}(?:er|st|nd|rd|th)?)", r"(?P<second>\d{1,2}(?:st|nd|rd|th)?)"
_DAYS_OF_MONTH = (
    re.compile(rf"(?:du |le |les |from |the |entre le |between )?{_FIRST}{_SIGN}{_SECOND} (?:of )?{_MONTH}"),
    re.compile(rf"{_MONTH} {_FIRST}{_SIGN}{_SECOND}"),
)


def several(text: str, read: ReadOne) -> Iterator[Reading | Trouble]:
    """The dates of a text that names two or more, all in doubt."""
    for first, second in _pairs(text):
        left = _readings(read(first))
        right = _readings(read(second) or list(several(second, read))) if left else []
        if left and right:
            yield from (replace(each, doubt=Doubt.SEVERAL) for each in (*left, *right))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for pattern in _DAYS_OF_MONTH:
        if match := pattern.fullmatch(text):
            yield f"{match['first']} {match['month']}", f"{match['second']} {match['month']}"
    opening = _OPENING.fullmatch(text)
    for each in (text, opening["rest"]) if opening else (text,):
        for link in _LINK.finditer(each):
            yield each[: link.start()], each[link.end() :]


def _readings(outcomes: list[Reading | Trouble]) -> list[Reading]:
    return [each for each in outcomes if isinstance(each, Reading)]
