"""The grammar put together: every day that a text names, read in every way that reads the whole text."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from sc_bot.domain.community import Language
from sc_bot.due_dates.beside import on_a_weekday, two_names
from sc_bot.due_dates.clocks import Hours
from sc_bot.due_dates.conventions import Agenda, Conventions
from sc_bot.due_dates.days_of_stretches import DAYS_OF_STRETCHES
from sc_bot.due_dates.delays import DELAYS
from sc_bot.due_dates.hours import hours_of_a_day
from sc_bot.due_dates.intervals import INTERVALS
from sc_bot.due_dates.meetings import read_meetings
from sc_bot.due_dates.months import BARE_MONTHS, MONTHS
from sc_bot.due_dates.named import Named, Trouble
from sc_bot.due_dates.named_days import NAMED_DAYS
from sc_bot.due_dates.numeric_dates import NUMERIC_DATES
from sc_bot.due_dates.parts import PARTS_OF_STRETCHES
from sc_bot.due_dates.quarters import BARE_YEARS, QUARTERS, YEAR_ALONE, YEARS
from sc_bot.due_dates.reader import Days
from sc_bot.due_dates.spelled_dates import NUMBER_ALONE, SPELLED_DATES
from sc_bot.due_dates.table import Table
from sc_bot.due_dates.weekdays import WEEKDAYS
from sc_bot.due_dates.weekends import WEEKENDS
from sc_bot.due_dates.weeks import WEEKS

_DATES = Table[Named | Trouble](*SPELLED_DATES, *NUMERIC_DATES)
_STRETCHES = Table[Named | Trouble](*MONTHS, *QUARTERS, *YEARS, *WEEKS)
_BARE = Table[Named | Trouble](*BARE_MONTHS, *BARE_YEARS)
_NUMBER = Table[Named | Trouble](*NUMBER_ALONE)
_OTHERS = Table[Named | Trouble](
    *WEEKDAYS, *WEEKENDS, *PARTS_OF_STRETCHES, *DAYS_OF_STRETCHES, *DELAYS, *INTERVALS, *NAMED_DAYS, *YEAR_ALONE
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A reader of one phrase at one time; it remembers what it has read."""

    now: datetime
    agenda: Agenda
    language: Language | None = None
    _days: dict[str, Days] = field(default_factory=dict)
    _hours: dict[str, Hours] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """In the zone of the answer."""
        return self.now.date()

    @property
    def conventions(self) -> Conventions:
        """Of the agenda."""
        return self.agenda.conventions

    def as_of(self, day: date) -> "Grammar":
        """The same reader, on an earlier day."""
        return Grammar(datetime.combine(day, time(0), self.now.tzinfo), self.agenda, self.language)

    def days_by_any_name(self, text: str) -> Days:
        """Every day or stretch that the whole text names, by one name or by two that agree."""
        found = self.days(text)
        return found if any(isinstance(each, Named) for each in found) else [*found, *two_names(text, self)]

    def days(self, text: str) -> Days:
        """Every day or stretch that the whole text names by one name, a weekday beside it or not."""
        if text not in self._days:
            self._days[text] = ()  # a text is never part of itself
            self._days[text] = self._by_rules(text) or list(on_a_weekday(text, self))
        return self._days[text]

    def _by_rules(self, text: str) -> Days:
        return [
            *_DATES.read(text, self),
            *_STRETCHES.read(text, self),
            *_OTHERS.read(text, self),
            *read_meetings(text, self),
        ]

    def hours(self, text: str) -> Hours:
        """Every hour that the whole text names, of a day that is named elsewhere."""
        if text not in self._hours:
            self._hours[text] = hours_of_a_day(text, self)
        return self._hours[text]

    def stretches(self, text: str) -> Days:
        """Every week, month, quarter or year that the whole text names, bare words for the present one included."""
        return [*_STRETCHES.read(text, self), *_BARE.read(text, self)]

    def dates(self, text: str) -> Days:
        """Every date of the calendar that the whole text names, a number alone included."""
        return [*_DATES.read(text, self), *_NUMBER.read(text, self)]
