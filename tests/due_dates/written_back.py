"""Phrases written from a date, in both languages, with the answer that they must have.

Each writer takes a chance, today and the date, and returns a phrase and its meaning, computed here without the
package. `python -m tests.due_dates.written_back 100000` tries so many and prints those that are read otherwise.
"""

import sys
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from random import Random
from zoneinfo import ZoneInfo

from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.due_dates import Agenda, Answer, Due, Refused, Understood
from tests.due_dates.region import ask
from tests.due_dates.writers import A_DAY, HOLIDAYS, WRITERS, Written, full_date
from tests.due_dates.writing import disguised, hour_in_words

ZONES = (
    "America/Toronto",
    "America/Halifax",
    "America/Vancouver",
    "America/St_Johns",
    "America/Regina",
    "Europe/Paris",
)
FIRST_DAY, DAYS_OF_TODAY = date(2025, 1, 1), 365 * 6


@dataclass(frozen=True, slots=True)
class Case:
    """What somebody wrote, when and where."""

    written: Written
    language: str
    now: datetime
    zone: ZoneInfo

    @property
    def answer(self) -> Answer:
        """How it is read."""
        return ask(self.written.phrase, self.language, now=self.now, of=Agenda(WorkingCalendar(self.zone, HOLIDAYS)))

    def is_read_as_written(self) -> bool:
        """The very date, or, where people differ, a question that offers it; an hour that has passed is refused."""
        answer = self.answer
        if isinstance(answer, Refused):
            return self._has_passed()
        if isinstance(answer, Understood):
            return self._is_meant(answer.due)
        candidates = getattr(answer, "candidates", ())
        return self.written.may_ask and any(self._is_meant(each) for each in candidates)

    def _has_passed(self) -> bool:
        at = self.written.at
        return at is not None and datetime.combine(self.written.day, at, self.zone) <= self.now

    def _is_meant(self, due: Due) -> bool:
        at = due.at.astimezone(self.zone).time().replace(fold=0) if due.at else None
        return (due.day, at) == (self.written.day, self.written.at)


def case(chance: Random) -> Case:
    """Anything that somebody may write, anywhere, at any time of six years."""
    zone = ZoneInfo(chance.choice(ZONES))
    today = FIRST_DAY + A_DAY * chance.randrange(DAYS_OF_TODAY)
    now = datetime.combine(today, time(chance.randrange(24), chance.randrange(60)), zone)
    now = now.astimezone(UTC).astimezone(zone)  # an hour that exists
    language = chance.choice(["fr", "en"])
    day = now.date() + A_DAY * chance.randrange(1, 700)
    written = chance.choice(WRITERS)(chance, now, day, language)
    return Case(_dressed(chance, written, now, language), language, now, zone)


def _dressed(chance: Random, written: Written, now: datetime, language: str) -> Written:
    """With an hour or a bound, politely; in capitals, without accents, with odd spaces."""
    dress = chance.choice([_with_hour, _before, _bounded, _bare, _bare])
    dressed = dress(chance, written, language)
    if dressed.day < now.date():
        dressed = full_date(chance, now, now.date(), language)
    polite = chance.choice({"fr": [" svp", ", merci", " si possible"], "en": [" please", ", thanks"]}[language])
    phrase = f"{dressed.phrase}{polite if chance.random() < 0.2 else ''}"
    return replace(dressed, phrase=disguised(chance, phrase))


def _bare(_: Random, written: Written, __: str) -> Written:
    return written


def _with_hour(chance: Random, written: Written, language: str) -> Written:
    """From 7 to 23 h: earlier hours may be asked about, and are tried elsewhere."""
    if written.may_ask or written.is_stretch or written.at or _is_near(written):
        return written
    at = time(chance.randrange(7, 24), chance.choice([0, 5, 15, 30, 45]))
    return replace(written, phrase=f"{written.phrase} {hour_in_words(chance, at, language)}", at=at)


def _before(_: Random, written: Written, language: str) -> Written:
    """Strictly before; what people mean before a week or a delay is asked about."""
    if written.is_stretch or written.at or _is_counted(written.phrase):
        return written
    word = {"fr": "avant", "en": "before"}[language]
    return replace(written, phrase=f"{word} {written.phrase}", day=written.day - A_DAY)


def _bounded(chance: Random, written: Written, language: str) -> Written:
    if _is_counted(written.phrase):
        return written
    bounds = {"fr": ["d'ici", "au plus tard", "pas plus tard que"], "en": ["by", "no later than", "until"]}
    bound = chance.choice(bounds[language])
    asked = written.is_stretch and bound in {"d'ici", "by", "until"}
    return replace(written, phrase=f"{bound} {written.phrase}", may_ask=written.may_ask or asked)


def _is_near(written: Written) -> bool:
    return written.phrase in {"aujourd'hui", "today"}


def _is_counted(phrase: str) -> bool:
    """*Avant dans 3 jours*, *avant fin mars* are doubtful."""
    words = ("dans ", "d'ici", "in ", "within", "from now", "jours ", "days ", "semaines ", "weeks ", "fin ", "end of")
    return any(word in phrase for word in words)


def main(count: int) -> None:
    """Try so many phrases; print what is read otherwise, and how each kind of answer came."""
    kinds, wrong = Counter[str](), 0
    for seed in range(count):
        tried = case(Random(seed))  # noqa: S311 - repeatable
        kinds[type(tried.answer).__name__] += 1
        if not tried.is_read_as_written():
            wrong += 1
            sys.stdout.write(f"{seed}: {tried.written} {tried.language} at {tried.now}: {tried.answer}\n")
    sys.stdout.write(f"{count} phrases, {wrong} read otherwise; {dict(kinds)}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
