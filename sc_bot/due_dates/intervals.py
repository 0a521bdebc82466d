"""So long from another day, or as people say it: *a week before Christmas*, *huit jours*, *same time next week*."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from sc_bot.due_dates.calendar_steps import A_DAY, A_WEEK
from sc_bot.due_dates.clock_changes import instants
from sc_bot.due_dates.delays import MANY, TAIL, UNIT, WITHIN, from_now, moved
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.reader import Days, Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.table import Found, Row
from sc_bot.due_dates.words import Unit


def _idiom(found: Found, reader: Reader) -> Iterator[Named]:
    """*Huit jours* is a week to many and eight days to others; *quinze jours* likewise two weeks."""
    long = re.search("quinz|15", found.text("idiom"))
    for days in (14, 15) if long else (7, 8):
        yield Named(reader.today + A_DAY * days, Shape.DELAY, doubt=Doubt.IDIOM)


def _fortnight(_: Found, reader: Reader) -> Days:
    return [Named(reader.today + A_WEEK * 2, Shape.DELAY)]


def _ten_or_so(_: Found, reader: Reader) -> Days:
    """*Une dizaine de jours* is about ten."""
    return [Named(reader.today + A_DAY * 10, Shape.DELAY, doubt=Doubt.APPROXIMATE)]


def _one_or_the_other(found: Found, reader: Reader) -> Days:
    """*In 2 or 3 days*."""
    both = (from_now(found, reader), from_now(Found({**found.words, "n": found.text("n2")}), reader))
    return [replace(each, doubt=Doubt.SEVERAL) if isinstance(each, Named) else each for each in both]


def _two_delays(found: Found, reader: Reader) -> Days:
    """*Un mois et deux semaines*."""
    day, second = from_now(found, reader), Found({"unit": found.text("unit2")}).unit()
    if isinstance(day, Trouble) or day.at or found.number("n2") > MANY or second in {Unit.MINUTE, Unit.HOUR}:
        return [Trouble(Reason.VAGUE)]
    later = moved(reader, day.due, second, found.number("n2"))
    return [replace(day, due=later) if later else Trouble(Reason.TOO_FAR)]


def _from_day(sign: int) -> Callable[[Found, Reader], Days]:
    """So long after a day, or before it."""

    def meaning(found: Found, reader: Reader) -> Days:
        unit, count = found.unit(), found.number("n")
        if count > MANY or unit in {Unit.MINUTE, Unit.HOUR}:
            return [Trouble(Reason.VAGUE)]
        return [_moved_from(each, unit, sign * count, reader) for each in reader.days(found.text("day"))]

    return meaning


def _moved_from(day: Named | Trouble, unit: Unit, count: int, reader: Reader) -> Named | Trouble:
    if isinstance(day, Trouble):
        return day
    due = None if day.shape.is_stretch else moved(reader, day.due, unit, count)
    return Named(due, doubt=day.doubt) if due else Trouble(Reason.VAGUE)


def _same_hour(found: Found, reader: Reader) -> Days:
    """*Same time next week*: what the clock shows now, seven days on."""
    day = reader.today + A_DAY * (7 if re.search("week|semaine", found.text("then")) else 1)
    clock = reader.now.time().replace(second=0, microsecond=0)
    at = instants(day, clock, reader.agenda.calendar.timezone)
    doubt = Doubt.REPEATED_HOUR if len(at) > 1 else None
    return [Named(day, Shape.DELAY, at=each, doubt=doubt) for each in at] or [Trouble(Reason.MISSING_HOUR)]


def _same_day(_: Found, reader: Reader) -> Days:
    return [Named(reader.today + A_WEEK)]


def _next_working_day(_: Found, reader: Reader) -> Days:
    return [Named(reader.agenda.calendar.next_working_day(reader.today))]


_THEN = r"(?P<then>demain|la semaine prochaine|next week)"
_AT_SAME_HOUR = r"(?:a la meme heure|meme heure|(?:at )?(?:the )?(?:same|this) time)"
INTERVALS: tuple[Row[Named | Trouble], ...] = (
    (rf"(?:{WITHIN}|d'ici |d'ici a )?(?P<idiom>huit|8|quinze|15) (?:jours|j)", _idiom),
    (rf"(?:{WITHIN})?(?:une? )?(?P<idiom>huitaine|quinzaine)(?: de jours)?", _idiom),
    (rf"(?:{WITHIN})?(?:a |one )?fortnight{TAIL}", _fortnight),
    (rf"(?:{WITHIN})?une dizaine de jours", _ten_or_so),
    (rf"(?:{WITHIN})?{{n}} ?(?:a|to|-|ou|or) ?{{n}} {UNIT}{TAIL}", _one_or_the_other),
    (rf"(?:{WITHIN})?{{n}} {UNIT} (?:et|and) {{n}} {{unit}}{TAIL}", _two_delays),
    (r"{n} ?{unit} (?:from|after|following|apres|a partir de|a compter de|suivant) {day}", _from_day(1)),
    (r"{n} ?{unit} (?:before|prior to|ahead of|avant) {day}", _from_day(-1)),
    ((rf"{_AT_SAME_HOUR} {_THEN}", rf"{_THEN} {_AT_SAME_HOUR}"), _same_hour),
    (r"(?:the )?same day next week|(?:le )?meme jour(?: de)? la semaine prochaine", _same_day),
    (r"(?:the |on the )?next (?:business|working|work) ?day", _next_working_day),
    (r"(?:le |au )?prochain jour (?:ouvrable|ouvre)|(?:le )?jour ouvrable suivant", _next_working_day),
)
