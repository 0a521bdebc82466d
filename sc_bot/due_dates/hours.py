"""Parts of the day, alone or with an hour: *matin*, *ce soir à 8 h*, *2 h de l'après-midi* (R2).

A part of the day is due by its end. *PM* and *AM* without an hour are Québec's afternoon and morning.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from sc_bot.due_dates.clocks import EXACT_HOURS, Hours
from sc_bot.due_dates.named import Clock, Trouble
from sc_bot.due_dates.reader import Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.shifts import SHIFTS
from sc_bot.due_dates.table import Found, Table

_NOON, _MIDNIGHT, _LATE_AFTERNOON = 12, time(0), time(17, 59)


def _morning(_: Found, reader: Reader) -> Hours:
    return [Clock(reader.conventions.noon, since=reader.conventions.start_of_day)]


def _afternoon(_: Found, reader: Reader) -> Hours:
    return [Clock(reader.conventions.end_of_day, since=reader.conventions.noon)]


def _evening(_: Found, reader: Reader) -> Hours:
    return [Clock(reader.conventions.end_of_evening, since=reader.conventions.end_of_day)]


_OF = r"(?:(?:le|au|du|en|in the|dans le|dans la|dans l'|de la|de l'|d'|pour le|by the|l'|at) ?)?"
MORNING = r"(?:matin|matinee|avant midi|morning|am)"
AFTERNOON = r"(?:apres midi|aprem|afternoon|aft|pm)"
EVENING = r"(?:soir|soiree|evening|night|nite)"
_PARTS = Table[Clock | Trouble](
    (rf"{_OF}{MORNING}", _morning),
    (rf"{_OF}{AFTERNOON}", _afternoon),
    (rf"{_OF}{EVENING}", _evening),
)
_TODAYS_PARTS = Table[Clock | Trouble](
    (rf"(?:ce|cet|this) {MORNING}", _morning),
    (rf"(?:ce|cet|cette|this) {AFTERNOON}", _afternoon),
    (rf"(?:ce|cette|this|a|des ce) {EVENING}|tonight", _evening),
    (r"ce midi", lambda _, reader: [Clock(reader.conventions.noon)]),
)
_EXACT = Table[Clock | Trouble](*EXACT_HOURS, *SHIFTS)
_ABOUT = re.compile(r"(?:vers|environ|around|about|autour de|aux alentours de|approx) (?P<rest>.+)")


def hours_of_a_day(text: str, reader: Reader) -> Hours:
    """Every hour that the whole text names, of a day that is named elsewhere."""
    if about := _ABOUT.fullmatch(text):
        return [_in_doubt(each, Doubt.APPROXIMATE) for each in hours_of_a_day(about["rest"], reader)]
    return [*_EXACT.read(text, reader), *_PARTS.read(text, reader), *_together(text, _PARTS, reader)]


def hours_of_today(text: str, reader: Reader) -> Hours:
    """Every hour that the whole text names without a day: today's, or the coming morning's or midnight."""
    if about := _ABOUT.fullmatch(text):
        return [_in_doubt(each, Doubt.APPROXIMATE) for each in hours_of_today(about["rest"], reader)]
    exact = [*_EXACT.read(text, reader), *_together(text, _PARTS, reader)]
    if text.startswith("24"):
        return []  # "24 h" without a day is a delay
    if re.search("first thing|premiere heure", text):
        exact += [replace(each, days=1) for each in exact if isinstance(each, Clock)]
    todays = [*_TODAYS_PARTS.read(text, reader), *_together(text, _TODAYS_PARTS, reader)]
    return [*exact, *todays, *_part_alone(text, reader)]


def _part_alone(text: str, reader: Reader) -> Iterator[Clock | Trouble]:
    """*En matinée*: of today or of tomorrow; *en soirée*: of today. *Avant midi* alone is before noon."""
    if text == "avant midi":
        return
    for part in _PARTS.read(text, reader):
        if isinstance(part, Clock) and part.at == reader.conventions.noon:
            yield from (replace(part, days=days, doubt=Doubt.TODAY_OR_LATER) for days in (0, 1))
        else:
            yield part


def _in_doubt(hour: Clock | Trouble, doubt: Doubt) -> Clock | Trouble:
    return hour if isinstance(hour, Trouble) else replace(hour, doubt=doubt)


def _together(text: str, parts: Table[Clock | Trouble], reader: Reader) -> Iterator[Clock | Trouble]:
    """An hour beside a part of the day, in either order; the part says which half of the day it is."""
    words = text.split(" ")
    for index in range(1, len(words)):
        left, right = " ".join(words[:index]), " ".join(words[index:])
        for part in parts.read(left, reader):
            yield from within_part(part, [] if right.isdigit() else _hour_beside_part(right, left, reader))
        for part in parts.read(right, reader):
            yield from within_part(part, _hour_beside_part(left, right, reader))


def _hour_beside_part(hour: str, part: str, reader: Reader) -> Hours:
    """An hour in figures; a number alone only as in *8 in the evening*, *8 tonight*."""
    if re.fullmatch(r"\d{1,2}", hour) and not re.match(r"(?:in|du|de|at|ce|this|tonight)\b", part):
        return []
    if not re.search(r"\d|heures|o' ?clock|past|quarter|minuit|midnight", hour):
        return []
    return _EXACT.read(hour, reader) or (_EXACT.read(f"at {hour}", reader) if hour.isdigit() else [])


def within_part(part: Clock | Trouble, hours: Hours) -> Iterator[Clock | Trouble]:
    """The hours, or their twins twelve hours later, that lie in the part of the day; else they contradict it."""
    if isinstance(part, Trouble) or part.since is None:
        return
    for hour in hours:
        if isinstance(hour, Trouble):
            yield hour
            continue
        fitting = [each for each in _twins(hour.at) if _lies_in(part, each)]
        yield from (Clock(each, days=int(each == _MIDNIGHT)) for each in fitting)
        if not fitting and hour.doubt is None:
            yield Trouble(Reason.IMPOSSIBLE)


def _twins(at: time) -> list[time]:
    """*8* is also 20 h; *14* is nothing else."""
    return [at, at.replace(hour=at.hour + 12)] if 1 <= at.hour < _NOON else [at]


def _lies_in(part: Clock, at: time) -> bool:
    """Midnight belongs to the evening; an afternoon's hours reach beyond the end of the working day."""
    since = part.since or _MIDNIGHT
    if at == _MIDNIGHT:
        return since.hour > _NOON
    if since.hour < _NOON:
        return at <= part.at
    return since <= at <= max(part.at, _LATE_AFTERNOON)
