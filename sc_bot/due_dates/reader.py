"""What a row of the grammar may ask of the reader that tries it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol, TypeAlias

from sc_bot.domain.community import Language
from sc_bot.due_dates.conventions import Agenda, Conventions
from sc_bot.due_dates.named import Named, Trouble

Days: TypeAlias = Sequence[Named | Trouble]


class Reader(Protocol):
    """What a row may ask: the time, the agenda, and the meaning of a shorter text."""

    @property
    def now(self) -> datetime:
        """In the zone of the answer."""

    @property
    def today(self) -> date:
        """In the zone of the answer."""

    @property
    def language(self) -> Language | None:
        """Of the person who typed; None if unknown."""

    @property
    def agenda(self) -> Agenda:
        """Working days, committees."""

    @property
    def conventions(self) -> Conventions:
        """Of the agenda."""

    def as_of(self, day: date) -> "Reader":
        """The same reader, on an earlier day."""

    def days(self, text: str) -> Days:
        """Every day or stretch that the whole text names."""

    def stretches(self, text: str) -> Days:
        """Every week, month, quarter or year that the whole text names."""

    def dates(self, text: str) -> Days:
        """Every date of the calendar that the whole text names, a number alone included."""
