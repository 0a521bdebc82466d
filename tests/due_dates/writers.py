"""Those who write a phrase from a date, in both languages, with the answer that it must have.

Each takes a chance, today and the date, and returns a phrase and its meaning, computed here without the package.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sc_bot.calendar import public_holidays
from tests.due_dates.writing import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS

HOLIDAYS = public_holidays("CA-QC", 2024, 2034)
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Written:
    """A phrase, the only date that it may mean, whether it may be asked about, and whether it names several days."""

    phrase: str
    day: date
    at: time | None = None
    may_ask: bool = False
    is_stretch: bool = False


Writer = Callable[[Random, datetime, date, str], Written]


def full_date(chance: Random, _: datetime, day: date, language: str) -> Written:
    """*Le mardi 15 décembre 2026*, *Tuesday, December 15, 2026*, *2026-12-15*."""
    weekday, month = DAYS[language][day.weekday()], MONTHS[language][day.month - 1]
    short_day, short_month = SHORT_DAYS[language][day.weekday()], SHORT_MONTHS[language][day.month - 1]
    number, year = day.day, day.year
    first = "1er" if number == 1 else str(number)
    forms = {
        "fr": [
            f"le {weekday} {first} {month} {year}",
            f"{weekday} le {number} {month} {year}",
            f"{first} {month} {year}",
            f"{short_day} {number} {short_month} {year}",
            f"{number}-{short_month}-{year}",
        ],
        "en": [
            f"{weekday}, {month} {number}, {year}",
            f"{month} {number}, {year}",
            f"{number} {month} {year}",
            f"{short_day} {number} {short_month} {year}",
            f"the {_ordinal(number)} of {month} {year}",
        ],
    }[language]
    return Written(chance.choice([*forms, f"{day}", f"{year}/{day.month}/{number}", f"{day:%Y %m %d}"]), day)


def without_year(chance: Random, now: datetime, day: date, language: str) -> Written:
    """*15 décembre*: the next one; today's, or one that passed lately, may be asked about."""
    today = now.date()
    this, following = (_in_year(day, today.year + years) for years in (0, 1))
    meant = this if this and this >= today else following
    if meant is None:
        return full_date(chance, now, day, language)
    month = chance.choice([MONTHS, SHORT_MONTHS])[language][day.month - 1]
    phrase = f"{month} {day.day}" if language == "en" and chance.random() < 0.5 else f"{day.day} {month}"
    return Written(phrase, meant, may_ask=meant != this)


def with_weekday(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Vendredi 27*: the weekday and the number of a day of the coming weeks."""
    today = now.date()
    day = today + A_DAY * chance.randrange(1, 28)
    if _next_of_number(today, day.day) != day:
        return full_date(chance, now, day, language)
    if language == "fr":
        return Written(f"{DAYS[language][day.weekday()]} {day.day}", day)
    return Written(f"{DAYS[language][day.weekday()]} the {_ordinal(day.day)}", day)


def weekday(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Vendredi*: the next one, strictly after today; in a week and in two."""
    today = now.date()
    first = today + A_DAY * chance.randrange(1, 8)
    name = chance.choice([DAYS, SHORT_DAYS])[language][first.weekday()]
    weeks = chance.randrange(3)
    phrase = {
        "fr": [name, f"{name} en huit", f"{name} en quinze"],
        "en": [name, f"a week from {name}", f"two weeks from {name}"],
    }[language][weeks]
    return Written(phrase, first + 7 * weeks * A_DAY, may_ask=weeks > 0 and first.weekday() == today.weekday())


def next_weekday(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Vendredi prochain*: next week's, asked if this week's is still to come."""
    today = now.date()
    number = chance.randrange(7)
    this_week = today + A_DAY * (number - today.weekday())
    name = DAYS[language][number]
    phrase = f"{name} prochain" if language == "fr" else f"next {name}"
    return Written(phrase, this_week + A_DAY * 7, may_ask=this_week > today)


def of_next_week(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Mercredi de la semaine prochaine*."""
    today = now.date()
    number = chance.randrange(7)
    name = DAYS[language][number]
    day = today + A_DAY * (number - today.weekday() + 7)
    return Written(f"{name} de la semaine prochaine" if language == "fr" else f"{name} of next week", day)


def in_days(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Dans 10 jours*, *in three weeks*; *huit jours* and *quinze jours* may be asked about."""
    today = now.date()
    count = chance.randrange(1, 60)
    weeks = chance.random() < 0.4
    unit = {"fr": ["jours", "semaines"], "en": ["days", "weeks"]}[language][weeks]
    unit = unit.rstrip("s") if count == 1 else unit
    phrase = chance.choice({"fr": ["dans {}", "d'ici {}"], "en": ["in {}", "within {}", "{} from now"]}[language])
    idiom = not weeks and language == "fr" and count in {8, 15}
    return Written(phrase.format(f"{count} {unit}"), today + A_DAY * count * (7 if weeks else 1), may_ask=idiom)


def in_months(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Dans 3 mois*: the same day, or the last of a shorter month."""
    today = now.date()
    count = chance.randrange(1, 24)
    month = today.month - 1 + count
    year, month = today.year + month // 12, month % 12 + 1
    day = next(found for number in range(today.day, 0, -1) if (found := _date(year, month, number)))
    phrase = {"fr": f"dans {count} mois", "en": f"in {count} month{'s' if count > 1 else ''}"}[language]
    return Written(phrase, day)


def working_days(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Dans 5 jours ouvrables*: neither weekends nor holidays count, nor does today."""
    today = now.date()
    count, day = chance.randrange(1, 40), today
    left = count
    while left:
        day += A_DAY
        left -= day.weekday() < 5 and day not in HOLIDAYS
    plural = "s" if count > 1 else ""
    words = {
        "fr": [f"dans {count} jour{plural} ouvrable{plural}", f"d'ici {count} jour{plural} ouvrable{plural}"],
        "en": [f"in {count} business day{plural}", f"within {count} working day{plural}"],
    }[language]
    return Written(chance.choice(words), day)


def end_of_month(chance: Random, _: datetime, day: date, language: str) -> Written:
    """*Fin mars 2027*, *mid-March 2027*, *début mars 2027*."""
    month, year = MONTHS[language][day.month - 1], day.year
    last = (day.replace(day=28) + A_DAY * 4).replace(day=1) - A_DAY
    part, number = chance.choice([(0, 10), (1, 15), (2, last.day)])
    words = {"fr": ["début {}", "mi-{}", "fin {}"], "en": ["early {}", "mid-{}", "end of {}"]}[language][part]
    return Written(f"{words.format(month)} {year}", day.replace(day=number))


def week_number(chance: Random, _: datetime, day: date, language: str) -> Written:
    """*Semaine 50 de 2026*, *2026-W50*: its Friday."""
    year, week, _weekday = day.isocalendar()
    friday = date.fromisocalendar(year, week, 5)
    words = {"fr": f"semaine {week} de {year}", "en": f"week {week} of {year}"}[language]
    return Written(chance.choice([words, f"{year}-W{week:02}"]), friday, is_stretch=True)


def nth_weekday(chance: Random, _: datetime, day: date, language: str) -> Written:
    """*Le deuxième mardi de mars 2027*."""
    nth = (day.day - 1) // 7
    month, name = MONTHS[language][day.month - 1], DAYS[language][day.weekday()]
    if nth > 3:
        return full_date(chance, _, day, language)
    which = {"fr": ["premier", "deuxième", "troisième", "quatrième"], "en": ["first", "second", "third", "fourth"]}
    link = {"fr": "de", "en": "of"}[language]
    article = {"fr": "le ", "en": "the "}[language]
    return Written(f"{article}{which[language][nth]} {name} {link} {month} {day.year}", day)


def near(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Demain*, *après-demain*, *today*."""
    days = chance.randrange(3)
    words = {"fr": ["aujourd'hui", "demain", "après-demain"], "en": ["today", "tomorrow", "the day after tomorrow"]}
    return Written(words[language][days], now.date() + A_DAY * days)


def day_alone(_: Random, now: datetime, day: date, language: str) -> Written:
    """*Le 15*, *the 15th*: the next one; today's is asked about."""
    today = now.date()
    meant = _next_of_number(today, day.day)
    phrase = f"le {day.day}" if language == "fr" else f"the {_ordinal(day.day)}"
    return Written(phrase, meant, may_ask=meant == today)


def in_figures(chance: Random, _: datetime, day: date, language: str) -> Written:
    """*15/12/2026* is one date, *05/12/2026* is asked about."""
    first, second = (day.day, day.month) if language == "fr" else (day.month, day.day)
    sign = chance.choice("/-")
    one_reading = day.day > 12 or day.day == day.month
    return Written(f"{first:02}{sign}{second:02}{sign}{day.year}", day, may_ask=not one_reading)


def in_hours(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Dans 3 heures*, *in 90 minutes*: in real time, whatever the clocks do."""
    minutes = chance.choice([*range(60, 60 * 72, 60), 15, 30, 45, 90])
    at = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
    count, unit = (minutes, "minutes") if minutes % 60 else (minutes // 60, ["hours", "heures"][language == "fr"])
    phrase = f"dans {count} {unit}" if language == "fr" else f"in {count} {unit}"
    return Written(phrase, at.date(), at.time())


def beside_a_date(chance: Random, _: datetime, day: date, language: str) -> Written:
    """*Trois jours avant le 15 mars 2027*, *two weeks after March 1, 2027*."""
    count, weeks = chance.randrange(2, 10), chance.random() < 0.5
    before = chance.random() < 0.5
    other = day + A_DAY * count * (7 if weeks else 1) * (1 if before else -1)
    unit = {"fr": ["jours", "semaines"], "en": ["days", "weeks"]}[language][weeks]
    link = {"fr": ["après le", "avant le"], "en": ["after", "before"]}[language][before]
    month = MONTHS[language][other.month - 1]
    date_words = f"{other.day} {month} {other.year}" if language == "fr" else f"{month} {other.day}, {other.year}"
    return Written(f"{count} {unit} {link} {date_words}", day)


def stretch(chance: Random, now: datetime, _: date, language: str) -> Written:
    """*Fin du mois*, *next month*, *cette année*: their last day; of next week, its Friday."""
    today = now.date()
    in_next = today.replace(day=1) + A_DAY * 32
    last, last_of_next = (each.replace(day=28) + A_DAY * 4 for each in (today, in_next))
    friday = today + A_DAY * (11 - today.weekday())
    meant = {
        "fin du mois|end of the month": last - A_DAY * last.day,
        "le mois prochain|next month": last_of_next - A_DAY * last_of_next.day,
        "la semaine prochaine|next week": friday,
        "cette année|this year": date(today.year, 12, 31),
    }
    words = chance.choice(list(meant))
    return Written(words.split("|")[language == "en"], meant[words], is_stretch=True)


WRITERS: tuple[Writer, ...] = (
    full_date,
    without_year,
    with_weekday,
    weekday,
    next_weekday,
    of_next_week,
    in_days,
    in_months,
    working_days,
    end_of_month,
    week_number,
    nth_weekday,
    near,
    day_alone,
    in_figures,
    in_hours,
    beside_a_date,
    stretch,
)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in {11, 12, 13} else 0, "th")
    return f"{number}{ending}"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_year(day: date, year: int) -> date | None:
    return _date(year, day.month, day.day)


def _next_of_number(today: date, number: int) -> date:
    """The first day from today on that has this number."""
    return next(each for count in range(62) if (each := today + A_DAY * count).day == number)
