"""Following up: when the next step about something owed comes, and whom it reaches.

The steps are counted in working days of the one who owes it (`Policies.reminder_working_days`, domain section 3).
Before and on the day the owner is reminded. After it the circle widens once a step: the owner is warned first, with the
delegate or the director; then the facilitator; then the support committee. Then it is on the committees' lists, and
comes back only as often as what has gone stale: escalate, do not nag.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from sc_bot.domain.policies import Policies
from sc_bot.domain.working_time import WorkingCalendar


class Level(IntEnum):
    """Whom the lateness of one thing has reached."""

    OWNER = 0
    STAND_IN = 1
    """The owner is warned, and who stands beside them is told."""
    FACILITATOR = 2
    COMMITTEE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Followup:
    """The next step about one thing that is owed.

    `subject` is `problem:4`, `commitment:9`, `participation:2`, `decision:3` or
    `tryout:5`. `planned_for` is when it should be
    said, `next_at` when it is looked at: the second moves to a working morning when the bot could not speak in time.
    `level` is whom it has reached so far. `said_at` is when the last step was taken. `quiet` holds the people who asked
    not to hear of it, each until a day, with that day not included.
    """

    subject: str
    workspace: str
    community: int
    problem: int
    commitment: int | None
    next_at: datetime
    planned_for: datetime
    level: Level = Level.OWNER
    said_at: datetime | None = None
    quiet: tuple[tuple[str, date], ...] = ()

    @property
    def participation(self) -> int | None:
        """The institution's part that this is about, if it is about one."""
        return self._of(OF_A_PART)

    @property
    def decision(self) -> int | None:
        """The decision request that this is about, if it is about one."""
        return self._of(OF_A_DECISION)

    @property
    def tryout(self) -> int | None:
        """The try-out that this is about, if it is about one."""
        return self._of(OF_A_TRYOUT)

    def _of(self, sort: str) -> int | None:
        kind, _, number = self.subject.partition(":")
        return int(number) if kind == sort else None

    def is_quiet_for(self, person: str, day: date) -> bool:
        """Whether this person asked not to hear of it on that day."""
        return any(who == person and day < until for who, until in self.quiet)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: on which day, and whom it reaches."""

    day: date
    level: Level


OF_A_PART = "participation"
OF_A_DECISION = "decision"
OF_A_TRYOUT = "tryout"


def subject_of_decision(decision: int) -> str:
    """What the follow-up of a decision request is called."""
    return f"{OF_A_DECISION}:{decision}"


def subject_of_tryout(tryout: int) -> str:
    """What the follow-up of a try-out is called."""
    return f"{OF_A_TRYOUT}:{tryout}"


def subject_of(problem: int, commitment: int | None = None, participation: int | None = None) -> str:
    """What a follow-up is about."""
    if participation is not None:
        return f"{OF_A_PART}:{participation}"
    return f"problem:{problem}" if commitment is None else f"commitment:{commitment}"


def steps(due: date, calendar: WorkingCalendar, policies: Policies) -> list[Step]:
    """Every step about something that is due on a day, the first first; each on a working day."""
    days = sorted(set(policies.reminder_working_days))
    after = [each for each in days if each > 0]
    before = [Step(_on_or_before(due, each, calendar), Level.OWNER) for each in days if each <= 0]
    late = [
        Step(calendar.add_working_days(due, each), Level(min(number, Level.COMMITTEE)))
        for number, each in enumerate(after, start=1)
    ]
    return before + late


def next_step(planned: list[Step], after: date, calendar: WorkingCalendar, policies: Policies) -> Step:
    """The first step after a day; when all are taken, what is still owed comes back as often as what goes stale."""
    coming = next((each for each in planned if each.day > after), None)
    if coming is not None:
        return coming
    level = planned[-1].level if planned else Level.OWNER
    return Step(calendar.add_working_days(after, policies.stale_working_days), level)


def reached(planned: list[Step], today: date) -> Level:
    """Whom it has reached by now, missed steps included."""
    return max((each.level for each in planned if each.day <= today), default=Level.OWNER)


def _on_or_before(due: date, count: int, calendar: WorkingCalendar) -> date:
    """So many working days before a day; a day off is moved back: a later reminder would come too late."""
    day = due if calendar.is_working_day(due) else calendar.add_working_days(due, -1)
    return calendar.add_working_days(day, count)
