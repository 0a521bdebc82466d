"""The only user of dateparser: dates spelled out in an order that the grammar does not know.

*2026, le 15 décembre*, *the 15th day of December*, *15dec2026*. It guesses where it should doubt (an hour becomes a
day, the past is accepted, 3 April becomes 4 March), so it is asked for one language at a time, only about words with
a number and a month, and only the day, month and year that the words themselves hold are taken from its answer.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from sc_bot.domain.community import Language
from sc_bot.due_dates.named import Named, Trouble
from sc_bot.due_dates.reader import Reader
from sc_bot.due_dates.spelled_dates import spelled
from sc_bot.due_dates.words import MONTHS, one_of

_ORDERS = {Language.FR: "DMY", Language.EN: "MDY"}
_DATE_WORDS = re.compile(
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th|er|e)?|\d{{4}}|{one_of(MONTHS)}|le|la|the|of|de|du|day|jour|in|en|on)"
    r"(?: |(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)|$))+"
)
_LOOSE_END = re.compile(r"^(?:of|de|in|en)\b|\b(?:le|la|the|of|de|du|in|en|on)$")
_NUMBER = re.compile(r"\d+")
_LONGEST = 60  # characters


def spelled_out(text: str, reader: Reader, languages: tuple[Language, ...]) -> Iterator[Named | Trouble]:
    """The date in words that are nothing but a day, a month and perhaps a year, in any of the languages."""
    if _LOOSE_END.search(text):
        return
    numbers = sorted(int(each) for each in _NUMBER.findall(text))
    if not 1 <= len(numbers) <= 2 or len(text) > _LONGEST or not _DATE_WORDS.fullmatch(text):  # noqa: PLR2004 - a day, perhaps a year
        return
    for language in languages:
        found = _ask(text, language, reader)
        year = found.year if found and len(numbers) == 2 else None  # noqa: PLR2004 - day and year
        if found and sorted(filter(None, (found.day, year))) == numbers and found.month == _month_in(text):
            yield spelled(reader, found.day, found.month, year)


def _month_in(text: str) -> int | None:
    named = {MONTHS[each] for each in re.findall(rf"(?<![a-z])(?:{one_of(MONTHS)})(?![a-z])", text)}
    return named.pop() if len(named) == 1 else None


def _ask(text: str, language: Language, reader: Reader) -> datetime | None:
    import dateparser  # noqa: PLC0415 - takes a third of a second, and most phrases never get here

    found = dateparser.parse(
        text,
        languages=[language.value],
        settings={
            "DATE_ORDER": _ORDERS[language],
            "PREFER_DATES_FROM": "future",
            "REQUIRE_PARTS": ["day", "month"],
            "RELATIVE_BASE": reader.now.replace(tzinfo=None),
        },
    )
    return found if isinstance(found, datetime) else None
