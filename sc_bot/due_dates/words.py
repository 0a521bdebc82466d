"""The words that have a value, in both languages, as `plain` leaves them: no accents, no capitals."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum


def one_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest tried first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)).replace(r"\ ", " ")


def any_of(*patterns: str) -> str:
    """A pattern of any of the patterns."""
    return f"(?:{'|'.join(patterns)})"


def numbered(*lines: str, first: int = 0) -> dict[str, int]:
    """The words of each line, with the number of the line."""
    return {word: number for number, line in enumerate(lines, start=first) for word in line.split()}


WEEKDAYS: Mapping[str, int] = numbered(
    "monday mon lundi lun",
    "tuesday tues tue mardi mard",
    "wednesday weds wed mercredi merc mer",
    "thursday thurs thur thu jeudi jeu",
    "friday fri vendredi vend ven",
    "saturday sat samedi sam",
    "sunday sun dimanche dim",
)
MONTHS: Mapping[str, int] = numbered(
    "january jan janvier janv",
    "february feb fevrier fevr fev",
    "march mars",  # "mar" is a weekday or a month: `variants` decides before anything is read
    "april apr avril avr",
    "may mai",
    "june jun juin",
    "july jul juillet juill juil",
    "august aug aout",
    "september septembre sept sep",
    "october octobre oct",
    "november novembre nov",
    "december decembre dec",
    first=1,
)


class Unit(Enum):
    """What a delay counts."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


UNITS: Mapping[str, Unit] = {
    **dict.fromkeys(("minutes", "minute", "mins", "min"), Unit.MINUTE),
    **dict.fromkeys(("heures", "heure", "hours", "hour", "hrs", "hr", "h"), Unit.HOUR),
    **dict.fromkeys(
        ("jours", "jour", "days", "day", "j", "d", "jours calendrier", "jours civils", "calendar days"), Unit.DAY
    ),
    **dict.fromkeys(
        (
            *("jours ouvrables", "jour ouvrable", "jours ouvres", "jour ouvre", "j ouvrables", "jrs ouvrables"),
            *("working days", "working day", "business days", "business day", "workdays", "workday", "weekdays"),
            *("jours de travail", "jour de travail", "work days", "work day"),
        ),
        Unit.WORKING_DAY,
    ),
    **dict.fromkeys(("semaines", "semaine", "sem", "weeks", "week", "wks", "wk", "w"), Unit.WEEK),
    **dict.fromkeys(("mois", "months", "month", "mos", "mo"), Unit.MONTH),
    **dict.fromkeys(("ans", "an", "annees", "annee", "years", "year", "yrs", "yr"), Unit.YEAR),
}


class Part(Enum):
    """Where in a stretch of time."""

    EARLY = "early"
    START = "start"
    """Its first day, or its early days."""
    MIDDLE = "middle"
    END = "end"


PARTS: Mapping[str, Part] = {
    **dict.fromkeys(("debut", "early", "early in", "beginning"), Part.EARLY),
    "start": Part.START,
    **dict.fromkeys(("mi", "mid", "milieu", "middle"), Part.MIDDLE),
    **dict.fromkeys(("fin", "end", "late", "late in"), Part.END),
}
