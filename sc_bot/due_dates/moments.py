"""A day, an hour, or both, in any order: *demain 14 h*, *4 pm on Friday*, *at 8 Friday night*."""

import re
from collections.abc import Iterator

from sc_bot.domain.community import Language
from sc_bot.due_dates.grammar import Grammar
from sc_bot.due_dates.hours import hours_of_today, within_part
from sc_bot.due_dates.named import Clock, Moment, Named, Shape, Trouble
from sc_bot.due_dates.reasons import Reason

Moments = list[Moment | Trouble]


def moments_of(text: str, grammar: Grammar) -> Moments:
    """Every moment that the whole text names."""
    found: Moments = [Moment(day) if isinstance(day, Named) else day for day in grammar.days_by_any_name(text)]
    found += [_on(Named(grammar.today), hour) for hour in hours_of_today(text, grammar)]
    found += _day_and_hour(text, grammar)
    if not any(isinstance(each, Moment) for each in found):
        found += _hour_day_part(text, grammar)
    return found


def _day_and_hour(text: str, grammar: Grammar) -> Iterator[Moment | Trouble]:
    for left, right in _halves(text):
        for day_text, hour_text in ((left, right), (right, left)):
            hours = grammar.hours(hour_text)
            days = grammar.days_by_any_name(day_text) if hours else ()
            if days and not (day_text == left and _is_an_hour(day_text, hour_text, grammar)):
                yield from (_on(day, hour) for day in days for hour in hours)


def _halves(text: str) -> Iterator[tuple[str, str]]:
    words = text.split(" ")
    for index in range(1, len(words)):
        yield " ".join(words[:index]).strip("- "), " ".join(words[index:]).strip("- ")


def _is_an_hour(day: str, half: str, grammar: Grammar) -> bool:
    """In *Friday 4 pm* the number is an hour; in Québec *vendredi 4 PM* may be the afternoon of the 4th."""
    shorter = re.fullmatch(r"(?P<day>.+) \d{1,2}", day)
    if half not in {"am", "pm"} or grammar.language is not Language.EN or not shorter:
        return False
    return any(isinstance(each, Named) and each.shape is Shape.DAY for each in grammar.days(shorter["day"]))


def _hour_day_part(text: str, grammar: Grammar) -> Iterator[Moment | Trouble]:
    """*8 h lundi matin*: the part of the day says which 8."""
    for left, right in _halves(text):
        hours = grammar.hours(left)
        for day_text, part_text in _halves(right) if hours else ():
            parts = grammar.hours(part_text)
            days = grammar.days_by_any_name(day_text) if parts else ()
            for part in parts:
                yield from (_on(day, hour) for hour in within_part(part, hours) for day in days)


def _on(day: Named | Trouble, hour: Clock | Trouble) -> Moment | Trouble:
    """An hour needs one day: no week, month or meeting has it."""
    if isinstance(day, Trouble):
        return day
    if isinstance(hour, Trouble):
        return hour
    if day.shape.is_stretch or day.at:
        return Trouble(Reason.VAGUE)
    return Moment(day, hour)
