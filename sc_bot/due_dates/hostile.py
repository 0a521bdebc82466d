"""What is refused before it is read: nothing, too much, and text that another program would act upon."""

import re
import unicodedata

from sc_bot.due_dates.reasons import Reason

LONGEST = 200  # characters; the longest honest phrase of the tests has 70
_SLACK = re.compile(r"[<>]|&lt;|&gt;|@\s*(?:here|channel|everyone|group)\b")
_FORMULA = re.compile(r"^\s*(?:[=|%]|[+@-]\s*[^\W\d_])|=")
_BULLET = re.compile(r"^\s*-\s+")
_HEALTH_NUMBER = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{4}[\W_]{0,3}\d\d[\W_]?(?P<month>\d\d)[\W_]{0,3}(?P<day>\d\d)[\W_]?\d\d(?!\d)"
)
_DATE = re.compile(r"\d\d[-/. ]\d\d[-/. ]20\d\d$")
_MONTHS = frozenset([*range(1, 13), *range(51, 63)])  # women's months are counted from 51
_LAST_DAY = 31
_STRUCK = frozenset("\u0335\u0336\u0337\u0338")  # the marks of text that is struck out
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def refused_unread(phrase: str) -> Reason | None:
    """Why a phrase is not read at all; the length is looked at first, so that no text costs more than a short one."""
    if len(phrase) > LONGEST:
        return Reason.TOO_LONG
    visible = "".join(character for character in phrase if not _is_invisible(character))
    text = unicodedata.normalize("NFKC", visible).lower()
    if not text.strip():
        return Reason.EMPTY
    if _SLACK.search(text):
        return Reason.SLACK_CONTROL
    if _FORMULA.search(_BULLET.sub("", text)):
        return Reason.FORMULA
    if any(_holds_a_birth_date(match) for match in _HEALTH_NUMBER.finditer(text)):
        return Reason.PERSONAL_IDENTIFIER
    return Reason.NOT_A_DATE if any(_deceives(character) for character in phrase) else None


def _is_invisible(character: str) -> bool:
    """Marks that take no room: they hide a number from a rule, and from nobody who reads it."""
    return unicodedata.category(character) in {"Cf", "Cs", "Me"} or (
        unicodedata.category(character) == "Cc" and not character.isspace()
    )


def _holds_a_birth_date(number: re.Match[str]) -> bool:
    """Year, month and day, as in a Québec health insurance number; *Thur 05/12/2026* and *mars 2027 1430* are none."""
    if _DATE.search(number[0]):
        return False
    return int(number["month"]) in _MONTHS and 1 <= int(number["day"]) <= _LAST_DAY


def _deceives(character: str) -> bool:
    """Text that is shown in another order than it is stored, and digits that are not plain ones (`²`, `½`)."""
    if character in _REORDERING or character in _STRUCK or unicodedata.category(character) == "No":
        return True
    return unicodedata.category(character) == "Cc" and not character.isspace()
