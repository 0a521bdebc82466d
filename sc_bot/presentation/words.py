"""The two languages: gettext catalogs for sentences, Babel for dates, with the typography of Québec.

A sentence is written in English in the code; its French stands in `locales/fr/sc_bot.po`. Catalogs are read once.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from sc_bot.domain.community import Language, Localised
from sc_bot.domain.views import Reader
from sc_bot.presentation.french_names import with_article

LOCALES = Path(__file__).parent / "locales"
NBSP = "\u00a0"
_TURNING = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Marks that change the direction of writing: shown, they would turn our own words around too."""


@cache
def _catalog(language: Language) -> NullTranslations:
    if language is Language.EN:
        return NullTranslations()  # English is written in the code
    compiled = BytesIO()
    with (LOCALES / language.value / "sc_bot.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language.value))
    compiled.seek(0)
    return GNUTranslations(compiled)


class _Name(str):
    """A value in a sentence; a French one asks for the article of a name: `{name:le}`, `{name:de}`, `{name:à}`."""

    __slots__ = ()

    def __format__(self, little: str) -> str:
        """The name alone, or with its article."""
        return with_article(str(self), little) if little else str(self)


def _named(values: dict[str, object]) -> dict[str, object]:
    return {key: _Name(value) if isinstance(value, str) else value for key, value in values.items()}


class Words:
    """One reader's language: `t` says a sentence, `n` a sentence with a number, and dates as they are written there."""

    def __init__(self, language: str, timezone: str = "UTC") -> None:
        self.language = Language.of(language)
        self._catalog = _catalog(self.language)
        self._zone = ZoneInfo(timezone)
        self._locale = f"{self.language.value}_CA"

    @classmethod
    def of(cls, reader: Reader) -> "Words":
        """The words of one reader."""
        return cls(reader.language, reader.timezone)

    @property
    def is_french(self) -> bool:
        """Whether the reader reads French."""
        return self.language is Language.FR

    def t(self, message: str, /, **values: object) -> str:
        """A sentence, with its values in place."""
        return self._catalog.gettext(message).format(**_named(values))

    def n(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A sentence about a number of things."""
        return self._catalog.ngettext(one, many, number).format(n=self.number(number), **_named(values))

    def number(self, number: int) -> str:
        """10,000; 10 000."""
        return str(format_decimal(number, locale=self._locale))

    def decimal(self, number: float) -> str:
        """3.4; 3,4."""
        return str(format_decimal(number, format="0.0", locale=self._locale))

    def name(self, name: Localised) -> str:
        """The name of an institution or a continuum."""
        return name.in_(self.language.value)

    def quoted(self, text: str) -> str:
        """Somebody's own words, in this language's quotation marks, and in our direction of writing."""
        said = plainly(text)
        return f"«{NBSP}{said}{NBSP}»" if self.is_french else f"“{said}”"

    def day(self, day: date) -> str:
        """Thursday, November 19; jeudi 19 novembre."""
        if self.is_french:
            number = "1er" if day.day == 1 else str(day.day)
            weekday, month = (format_date(day, part, locale=self._locale) for part in ("EEEE", "MMMM"))
            return f"{weekday} {number}{NBSP}{month}"
        return str(format_date(day, "EEEE, MMMM d", locale=self._locale))

    def first_day(self, day: date) -> str:
        """The same, where it begins a line: French writes days without a capital."""
        said = self.day(day)
        return said[:1].upper() + said[1:]

    def full_day(self, day: date) -> str:
        """With its year, for what may lie far off."""
        return f"{self.day(day)}{' ' if self.is_french else ', '}{day.year}"

    def short_day(self, day: date) -> str:
        """Fri, Dec 4; ven. 4 déc.: for a button."""
        return str(format_date(day, "EEE d MMM" if self.is_french else "EEE, MMM d", locale=self._locale))

    def short_date(self, day: date) -> str:
        """Dec 4; 4 déc.: under a chart."""
        return str(format_date(day, "d MMM" if self.is_french else "MMM d", locale=self._locale))

    def today(self, now: datetime) -> date:
        """The reader's date."""
        return now.astimezone(self._zone).date()

    def hour(self, instant: datetime) -> str:
        """8:05 a.m.; 8 h 05, in the reader's zone."""
        return self.local_hour(instant.astimezone(self._zone))

    def local_hour(self, local: datetime) -> str:
        """The same, as the clock of that moment's own zone shows it. The full hour has no minutes in French."""
        if self.is_french:
            minutes = f"{NBSP}{local.minute:02d}" if local.minute else ""
            return f"{local.hour}{NBSP}h{minutes}"
        half = "a.m." if local.hour < 12 else "p.m."  # noqa: PLR2004 - noon
        return f"{(local.hour - 1) % 12 + 1}:{local.minute:02d}{NBSP}{half}"

    def shares_clock(self, local: datetime) -> bool:
        """Whether the reader's clock shows the same hour at that moment as the clock of its own zone."""
        return local.astimezone(self._zone).utcoffset() == local.utcoffset()

    def clock(self, hour: time) -> str:
        """An hour of any day, without a zone."""
        return self.local_hour(datetime.combine(date.min, hour))

    def weekday(self, number: int) -> str:
        """Monday; lundi: counted from 0."""
        return str(format_date(date(2024, 1, 1) + timedelta(days=number), "EEEE", locale=self._locale))

    def moment(self, instant: datetime) -> str:
        """Day and hour, in the reader's zone."""
        day = self.day(instant.astimezone(self._zone).date())
        return self.t("{day}, {hour}", day=day, hour=self.hour(instant))

    def full_moment(self, instant: datetime) -> str:
        """With its year, for what is kept for years."""
        day = self.full_day(instant.astimezone(self._zone).date())
        return self.t("{day}, {hour}", day=day, hour=self.hour(instant))

    def moment_of(self, local: datetime) -> str:
        """Day and hour, as the clock of that moment's own zone shows them."""
        return self.t("{day}, {hour}", day=self.day(local.date()), hour=self.local_hour(local))

    def morning(self, instant: datetime, now: datetime) -> str:
        """When a list is read, as one says it: this morning, tomorrow morning, Monday morning."""
        there, today = instant.astimezone(self._zone).date(), now.astimezone(self._zone).date()
        if there == today:
            return self.t("In this morning's {hour} list.", hour=self.hour(instant))
        if there - today == timedelta(days=1):
            return self.t("In tomorrow morning's {hour} list.", hour=self.hour(instant))
        if there - today < timedelta(days=7):
            weekday = str(format_date(there, "EEEE", locale=self._locale))
            return self.t("In {weekday} morning's {hour} list.", weekday=weekday, hour=self.hour(instant))
        return self.t("In the {hour} list of {day}.", day=self.day(there), hour=self.hour(instant))

    def both(self, names: Sequence[str]) -> str:
        """A list as a sentence says it."""
        return str(format_list(list(names), locale=self._locale)) if names else ""


def plainly(text: str) -> str:
    """Somebody's own words without the marks that turn the direction of writing; the record keeps them."""
    return text.translate(_TURNING)
