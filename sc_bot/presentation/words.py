"""The two languages: gettext catalogs for sentences, Babel for dates, with the typography of Québec.

A sentence is written in English in the code; its French stands in `locales/fr/sc_bot.po`. Catalogs are read once.
"""

from datetime import date, datetime, timedelta
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sc_bot.domain.community import Language, Localised
from sc_bot.domain.views import Reader

LOCALES = Path(__file__).parent / "locales"
NBSP = "\u00a0"
NOON = 12


@cache
def _catalog(language: Language) -> NullTranslations:
    path = LOCALES / language.value / "sc_bot.po"
    if not path.exists():
        return NullTranslations()  # English is written in the code
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language.value))
    compiled.seek(0)
    return GNUTranslations(compiled)


class Words:
    """One reader's language: `t` says a sentence, `n` a sentence with a number, and dates as they are written there."""

    def __init__(self, language: str, timezone: str = "UTC") -> None:
        self.language = Language.of(language)
        self._catalog = _catalog(self.language)
        self._zone = ZoneInfo(timezone)

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
        return self._catalog.gettext(message).format(**values)

    def n(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A sentence about a number of things."""
        return self._catalog.ngettext(one, many, number).format(n=number, **values)

    def name(self, name: Localised) -> str:
        """The name of an institution or a continuum."""
        return name.in_(self.language.value)

    def quoted(self, text: str) -> str:
        """Somebody's own words, in this language's quotation marks."""
        return f"«{NBSP}{text}{NBSP}»" if self.is_french else f"“{text}”"

    def day(self, day: date) -> str:
        """Thursday, November 19; jeudi 19 novembre. The year is said when it is not the reader's obvious one."""
        if self.is_french:
            number = "1er" if day.day == 1 else str(day.day)
            return (
                f"{format_date(day, 'EEEE', locale='fr_CA')} {number}{NBSP}{format_date(day, 'MMMM', locale='fr_CA')}"
            )
        return format_date(day, "EEEE, MMMM d", locale="en_CA")

    def full_day(self, day: date) -> str:
        """With its year, for what may lie far off."""
        return f"{self.day(day)}{' ' if self.is_french else ', '}{day.year}"

    def hour(self, instant: datetime) -> str:
        """8:05 a.m.; 8 h 05. The full hour has no minutes in French."""
        local = instant.astimezone(self._zone)
        if self.is_french:
            minutes = f"{NBSP}{local.minute:02d}" if local.minute else ""
            return f"{local.hour}{NBSP}h{minutes}"
        half = "a.m." if local.hour < NOON else "p.m."
        return f"{(local.hour - 1) % 12 + 1}:{local.minute:02d}{NBSP}{half}"

    def moment(self, instant: datetime) -> str:
        """Day and hour, in the reader's zone."""
        day = self.day(instant.astimezone(self._zone).date())
        return self.t("{day}, {hour}", day=day, hour=self.hour(instant))

    def morning(self, instant: datetime, now: datetime) -> str:
        """When a list is read, as one says it: this morning, tomorrow morning, Monday morning."""
        there, today = instant.astimezone(self._zone).date(), now.astimezone(self._zone).date()
        if there == today:
            return self.t("this morning's list, {hour}", hour=self.hour(instant))
        if there - today == timedelta(days=1):
            return self.t("tomorrow morning's list, {hour}", hour=self.hour(instant))
        return self.t("the list of {day}, {hour}", day=self.day(there), hour=self.hour(instant))

    def both(self, names: list[str]) -> str:
        """A list as a sentence says it."""
        return ", ".join(names)
