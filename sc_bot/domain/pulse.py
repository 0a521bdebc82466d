"""The pulse: a wave of seven short questions about how two institutions work together, answered by their people.

An answer is about one interface, and says nothing of who gave it but where they work and on which line. Whoever is
asked is kept apart from what is answered (docs/decisions/22-the-pulse.md).
"""

import calendar as months
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sc_bot.domain.community import Community, Institution, Person, Role
from sc_bot.domain.working_time import WorkingCalendar


class Dimension(StrEnum):
    """What is asked: four about how one communicates, three about how one relates."""

    FREQUENT = "frequent"
    TIMELY = "timely"
    ACCURATE = "accurate"
    SOLVING = "solving"
    """When something goes wrong they look for a solution, not for who is to blame."""
    GOALS = "goals"
    KNOWLEDGE = "knowledge"
    RESPECT = "respect"


DIMENSIONS = tuple(Dimension)
STEPS = (1, 2, 3, 4, 5)
REMINDED_BEFORE = 3
"""Working days before its end on which a wave stands, once, in the lists of those who have not answered."""
LATEST_BEGIN = timedelta(days=14)
"""After an outage that lasted longer, a wave is left out: the next one comes in its time."""
KEPT = timedelta(days=90)
"""Sealed answers are destroyed that long after their wave; what was published stays."""
PADDED = 256  # bytes: every answer is as long as any other

Steps = tuple[int | None, ...]
"""One step a dimension; None: the person cannot say."""
Between = tuple[str, str]
"""Two institutions in alphabetical order."""
Lines = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer. `home` is where its author works, `partner` the institution that it is about."""

    home: str
    partner: str
    line: int | None
    partner_line: int | None
    steps: Steps

    @property
    def between(self) -> Between:
        """The interface."""
        first, second = sorted((self.home, self.partner))
        return first, second

    @property
    def lines(self) -> Lines | None:
        """The two lines, if they are known and differ."""
        if self.line is None or self.partner_line is None or self.line == self.partner_line:
            return None
        first, second = sorted((self.line, self.partner_line))
        return first, second


def packed(response: Response) -> bytes:
    """An answer as bytes, all of one length."""
    whole = [response.home, response.partner, response.line, response.partner_line, *response.steps]
    return json.dumps(whole, separators=(",", ":")).encode().ljust(PADDED)


def unpacked(content: bytes) -> Response:
    """Read it back."""
    home, partner, line, partner_line, *steps = json.loads(content)
    return Response(home=home, partner=partner, line=line, partner_line=partner_line, steps=tuple(steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One round of questions. `day` names it: the day on which it was to begin, before any move off a day without work.

    What is measured beside it lies between the days `since` and `ends_on`. Nothing here is finer than a day.
    """

    id: int
    workspace: str
    community: int
    day: date
    begun_on: date
    ends_on: date
    since: date
    ended_on: date | None = None
    invited: int = 0
    purged_on: date | None = None

    def takes_answers(self, today: date) -> bool:
        """Whether it is open; `today` is the community's."""
        return self.ended_on is None and today <= self.ends_on


def coming_day(community: Community, today: date) -> date | None:
    """The day of the wave whose turn it is; None before the first one, and where there is no pulse."""
    every, start = community.policies.pulse_every_months, community.settings.starts_on
    if every == 0:
        return None
    passed = (today.year - start.year) * 12 + today.month - start.month
    turns = passed // every + 1
    days = (_later(start, every * each) for each in range(turns, 0, -1))
    return next((each for each in days if each <= today), None)


def _later(day: date, number: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def is_due(community: Community, last: Wave | None, today: date, working: WorkingCalendar) -> date | None:
    """The day of the wave that begins today by itself; None when none does."""
    day = coming_day(community, today)
    if day is None or today - day > LATEST_BEGIN or not working.is_working_day(today):
        return None
    if today > community.settings.ends_on or (last is not None and (last.ended_on is None or last.begun_on >= day)):
        return None
    return day


def is_asked(person: Person, community: Community) -> bool:
    """Whether somebody works at an institution of the community, and can be asked in Slack."""
    home = community.institution(person.institution) if person.institution else None
    return home is not None and bool(person.slack_id) and set(person.roles) != {Role.EXTERNAL_INTERVENER}


def reminder_day(wave: Wave, working: WorkingCalendar) -> date:
    """The one day on which the wave stands in the lists."""
    return working.add_working_days(wave.ends_on, -REMINDED_BEFORE)


def stretch(community: Community, wave: Wave) -> tuple[datetime, datetime]:
    """The moments between which the hard measures of a wave lie."""
    zone = ZoneInfo(community.settings.timezone)
    first = datetime.combine(wave.since, time(), zone)
    return first, datetime.combine(wave.ends_on + timedelta(days=1), time(), zone)


def line_at(institution: Institution | None, said: int | None) -> int | None:
    """The line of care: the one that was said, else the only one that an institution has."""
    if said is not None or institution is None:
        return said
    return institution.lines[0] if len(institution.lines) == 1 else None


def partners_of(community: Community, home: str, shared: Iterable[str]) -> tuple[Institution, ...]:
    """The institutions that somebody may speak about: those with which theirs shares problems; if none, all others."""
    others = [each for each in community.institutions if each.id != home]
    known = {*shared}
    return tuple(each for each in others if each.id in known) or tuple(others)
