"""When a promise is due: read in the promiser's own words, zone and working days, and never saved unseen."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sc_bot.calendar import calendar_of
from sc_bot.domain.community import Community, Person
from sc_bot.domain.due import Due
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.due_dates import Agenda, Ambiguous, Answer, Conventions, DayOff, Understood, read_due
from sc_bot.due_dates.calendar_steps import months_later
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.lessons.case import open_lesson
from sc_bot.usecases.problems.changing import open_case


@dataclass(frozen=True, slots=True)
class Wanted:
    """A due date as somebody gave it: in words, or picked in a calendar; words come first."""

    words: str = ""
    picked: date | None = None


def read(community: Community, person: Person, wanted: Wanted, now: datetime) -> Answer:
    """What the words, or the picked day, mean for this person.

    Raises:
        Refused: NO_DUE when there is neither, PAST_DAY when the picked day is over, FAR_DAY when it is years away.
    """
    calendar = calendar_of(community, person)
    if wanted.words.strip():
        agenda = Agenda(calendar, community.committees, ZoneInfo(community.settings.timezone), community.moved)
        return read_due(wanted.words, language=person.reads, now=now, agenda=agenda)
    if wanted.picked is None:
        raise Refused(Why.NO_DUE, field="due")
    if wanted.picked < calendar.local_date(now):
        raise Refused(Why.PAST_DAY, field="due_on")
    if wanted.picked > _horizon(calendar.local_date(now)):
        raise Refused(Why.FAR_DAY, field="due_on")
    return _picked(wanted.picked, calendar)


def _horizon(today: date) -> date:
    """The last day for which something can be promised; the same as for words."""
    return months_later(today, Conventions().horizon_months) or date.max


def _picked(day: date, calendar: WorkingCalendar) -> Understood:
    if calendar.is_working_day(day):
        return Understood(Due(day))
    why = DayOff.WEEKEND if day.weekday() in calendar.weekend else DayOff.HOLIDAY
    return Understood(Due(day), why, calendar.next_working_day(day))


def read_for(database: Database, asked: Asked, reference: str, wanted: Wanted) -> tuple[Answer, str]:
    """The same for whoever asks, about a problem, a promise or a lesson; and in which time zone.

    Raises:
        Refused: as `read`; or the problem is not to be seen.
    """
    with database.reading() as uow:
        if " " in reference:  # a lesson, and the institution for which somebody answers
            lesson = open_lesson(uow, asked, reference, to_change=False)
            answer = read(lesson.community, lesson.person, wanted, asked.now)
            return answer, lesson.community.timezone_of(lesson.person)
        split = split_reference(reference, Mark.PROMISE)
        case = open_case(uow, asked, split[0] if split else reference, to_change=False)
        answer = read(case.community, case.person, wanted, asked.now)
        return answer, case.community.timezone_of(case.person)


def choices(answer: Answer) -> list[Due]:
    """Every date that somebody may confirm: the one that was understood, its next working day, or the candidates."""
    match answer:
        case Understood(due=due, next_working_day=None):
            return [due]
        case Understood(due=due, next_working_day=day) if day is not None:
            return [due, Due(day)]
        case Ambiguous(candidates=candidates):
            return list(candidates)
        case _:
            return []
