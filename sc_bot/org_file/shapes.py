"""The shapes of single values in a community file: a text in, a checked value out, or a mistake's code.

Stricter than pydantic's own readings, which would take `1_0` for ten and `20261201` for a date.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import Enum
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from sc_bot.domain.community import Language, Role
from sc_bot.domain.policies import Weekday

Word = TypeVar("Word", bound=Enum)
MOST_HINTS = 100  # looking for what was meant is slow; a file with more slips than this is beyond hints
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # control, bidirectional and separator characters


def wrong(what: str, **params: object) -> PydanticCustomError:
    """A mistake's code, in the form that pydantic collects."""
    return PydanticCustomError("mistake", "{what}", {"what": what, "params": params})


def nearest(word: str, known: list[str]) -> str:
    """The known word that was probably meant, or nothing; case is forgiven."""
    folded = {each.casefold(): each for each in known}
    found = get_close_matches(word[:60].casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def _text(longest: int) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not value:
            raise wrong("blank")
        if len(value) > longest:
            raise wrong("too_long", longest=longest, length=len(value))
        if any(unicodedata.category(each) in _INVISIBLE for each in value):
            raise wrong("invisible_character")
        return value

    return check


def _like(pattern: str, what: str) -> Callable[[str], str]:
    shape = re.compile(pattern)

    def check(value: str) -> str:
        if not shape.fullmatch(value):
            raise wrong(what, given=value)
        return value

    return check


def _only_text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("value_expected")
    return value


def _number(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        text = _only_text(value)
        if not re.fullmatch(r"[+-]?[0-9]{1,9}", text):
            raise wrong("not_a_number", given=text)
        if not lowest <= int(text) <= highest:
            raise wrong("out_of_range", given=text, lowest=lowest, highest=highest)
        return int(text)

    return read


def _moment(pattern: str, parse: Callable[[str], object], what: str) -> Callable[[object], object]:
    shape = re.compile(pattern)

    def read(value: object) -> object:
        text = _only_text(value)
        try:
            if shape.fullmatch(text):
                return parse(text)
        except ValueError:
            pass  # shaped like one, but no such day or hour exists
        raise wrong(what, given=text)

    return read


def _word(meaning: dict[str, Word]) -> Callable[[object], Word]:
    def read(value: object) -> Word:
        text = _only_text(value)
        if text not in meaning:
            raise wrong("unknown_word", given=text, known=", ".join(meaning), nearest=nearest(text, [*meaning]))
        return meaning[text]

    return read


def _yes_or_no(value: object) -> bool:
    text = _only_text(value)
    if text not in {"true", "false"}:
        raise wrong("not_true_or_false", given=text)
    return text == "true"


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:  # OSError: `America` is a folder
        raise wrong("unknown_timezone", given=value) from unknown
    return value


def _all_different(values: tuple[object, ...]) -> tuple[object, ...]:
    for value, times in Counter(values).items():
        if times > 1:
            raise wrong("repeated", given=value)
    return values


Different = AfterValidator(_all_different)
Short = Annotated[str, AfterValidator(_text(80))]
Long = Annotated[str, AfterValidator(_text(200))]
Id = Annotated[str, AfterValidator(_like(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}", "bad_id"))]
Prefix = Annotated[str, AfterValidator(_like(r"[A-Z]{1,6}", "bad_prefix"))]
Kind = Annotated[str, AfterValidator(_like(r"[a-z][a-z_]{0,39}", "bad_kind"))]
SlackId = Annotated[str, AfterValidator(_like(r"[UW][A-Z0-9]{5,20}", "bad_slack_id"))]
Email = Annotated[str, AfterValidator(_like(r"[^\s@,;<>()]{1,64}@([\w-]{1,63}\.)+\w{2,63}", "bad_email"))]
ChannelName = Annotated[  # a name as people see it, or the id that Slack gave it
    str, AfterValidator(_like(r"#(?![\w-]*[A-ZÀ-ÖØ-Þ])[\w-]{1,80}|[CG][A-Z0-9]{7,20}", "bad_channel"))
]
Zone = Annotated[str, AfterValidator(_like(r"[\w+/-]{1,60}", "unknown_timezone")), AfterValidator(_zone)]
HolidayCode = Annotated[str, AfterValidator(_like(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", "bad_holidays"))]
Days = Annotated[int, BeforeValidator(_number(1, 60))]
ReminderDay = Annotated[int, BeforeValidator(_number(-30, 60))]
Weeks = Annotated[int, BeforeValidator(_number(1, 52))]
Minutes = Annotated[int, BeforeValidator(_number(15, 480))]
Months = Annotated[int, BeforeValidator(_number(1, 12))]
Times = Annotated[int, BeforeValidator(_number(1, 20))]
IdentityMonths = Annotated[int, BeforeValidator(_number(1, 24))]
WordMonths = Annotated[int, BeforeValidator(_number(12, 120))]
PulseMonths = Annotated[int, BeforeValidator(_number(0, 24))]
Line = Annotated[int, BeforeValidator(_number(1, 3))]
Headcount = Annotated[int, BeforeValidator(_number(1, 1_000_000))]
GroupSize = Annotated[int, BeforeValidator(_number(2, 100))]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Day = Annotated[date, BeforeValidator(_moment(r"\d{4}-\d\d-\d\d", date.fromisoformat, "bad_date"))]
Clock = Annotated[time, BeforeValidator(_moment(r"\d\d:\d\d", time.fromisoformat, "bad_time"))]
LocalMoment = Annotated[
    datetime, BeforeValidator(_moment(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", datetime.fromisoformat, "bad_moment"))
]
LanguageWord = Annotated[Language, BeforeValidator(_word({each.value: each for each in Language}))]
RoleWord = Annotated[Role, BeforeValidator(_word({each.value: each for each in Role}))]
WeekdayWord = Annotated[Weekday, BeforeValidator(_word({each.name.lower(): each for each in Weekday}))]
