"""A worker that sleeps: it looks at random moments only, and what it said is compared with a walk through every look.

`python -m tests.followups.sleeping 1000` tries so many patterns. The walk knows what a person is owed, a step at a
time, by the words of the domain: before the day, on it, one, three and five working days after it; then every fifteen.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sc_bot.calendar import public_holidays
from sc_bot.domain.views import Asks
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.community import import_community
from sc_bot.usecases.followups.firing import take_due_steps
from sc_bot.usecases.followups.morning import morning_of
from sc_bot.usecases.followups.watching import watch
from storage.database import StoredDatabase
from tests.databases import drop_everything, empty_database
from tests.followups import checking, doing
from tests.followups.doing import Deed
from tests.house import THURSDAY, WORKER_PATIENCE, region

WORKSPACE, DAYS = "T0ESTRIE0", 100
ZONES = ("America/Toronto", "America/Vancouver", "Europe/Paris", "Asia/Tokyo", "America/St_Johns")
OFF = public_holidays("CA-QC", 2025, 2030)
HERE, A_DAY = ZoneInfo("America/Toronto"), timedelta(days=1)
OWNER, BESIDE, FACILITATOR = "HSF-MD", "SC-1", "ADV-1"
THREE = (OWNER, BESIDE, FACILITATOR)
CIRCLES = ((OWNER,), (OWNER, BESIDE), THREE, (*THREE, "SC-2", "SC-3", "SC-4", "SC-5"))
Said = tuple[str, date, Asks, str]
"""Who heard, on which day of theirs, what was asked, and about what."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Where its owner lives, when the promise is due, and when the worker looks."""

    zone: ZoneInfo
    due: date
    looks: tuple[datetime, ...]


def pattern(chance: Random) -> Pattern:
    """Awake now and then: often, or hardly ever, or every few minutes of some days."""
    ends = THURSDAY + timedelta(days=DAYS)
    pause = chance.choice((0.4, 1.5, 4.0)) * 24 * 60
    looks, now = [], THURSDAY
    while (now := now + timedelta(minutes=1 + chance.expovariate(1 / pause))) < ends:
        looks.append(now)
    due = THURSDAY.date() + A_DAY * chance.randrange(45)
    return Pattern(ZoneInfo(chance.choice(ZONES)), due, tuple(looks))


def works_on(day: date) -> bool:
    """Neither a weekend day nor a holiday of Québec."""
    return day.weekday() < 5 and day not in OFF


def working_days_after(day: date, count: int) -> date:
    """Counted one by one; backwards where negative."""
    left, step = abs(count), A_DAY if count > 0 else -A_DAY
    while left:
        day += step
        left -= works_on(day)
    return day


def list_hour(day: date) -> time:
    """Half an hour earlier on the first working day of a week: with the digest, which contains the list."""
    monday = day - A_DAY * day.weekday()
    digest = monday if works_on(monday) else working_days_after(monday, 1)
    return time(7, 30) if day == digest else time(8)


def hears_at(zone: ZoneInfo, now: datetime) -> datetime:
    """When somebody hears what is said now: at once between their list of the day and the evening, else with a list."""
    local = now.astimezone(zone)
    today, works = local.date(), works_on(local.date())
    if works and list_hour(today) <= local.time() < time(18):
        return now
    day = today if works and local.time() < list_hour(today) else working_days_after(today, 1)
    return datetime.combine(day, list_hour(day), zone)


@dataclass
class Walk:
    """One thing that is owed, walked from look to look."""

    zone: ZoneInfo
    steps: dict[date, int]
    """The day of each step, and the circle that it reaches."""
    asked: str
    due: date | None
    heard: int = -1
    rests_until: datetime = THURSDAY
    said: list[Said] = field(default_factory=list)

    def __post_init__(self) -> None:
        today = THURSDAY.astimezone(self.zone).date()
        is_to_come = today in self.steps and datetime.combine(today, list_hour(today), self.zone) > THURSDAY
        self.next_day = today if is_to_come else self._after(today)

    def look(self, now: datetime) -> None:
        """Say what is due; outside its owner's working hours, nothing before their next morning."""
        if now < max(datetime.combine(self.next_day, list_hour(self.next_day), self.zone), self.rests_until):
            return
        self.rests_until = hears_at(self.zone, now)
        if self.rests_until > now:
            return
        today = now.astimezone(self.zone).date()
        circle = self._circle(today)
        readers = CIRCLES[circle] if circle > max(self.heard, 0) else CIRCLES[0]
        for who in readers:
            zone = self.zone if who in {OWNER, BESIDE} else HERE
            day = hears_at(zone, now).astimezone(zone).date()
            self.said.append((who, day, self._asks(who, today), self.asked))
        self.heard, self.next_day = circle, self._after(today)

    def _after(self, day: date) -> date:
        return min((each for each in self.steps if each > day), default=working_days_after(day, 15))

    def _circle(self, today: date) -> int:
        if self.steps:
            return max([self.heard, 0, *(circle for day, circle in self.steps.items() if day <= today)])
        return 0 if self.heard < 0 else min(max(self.heard + 1, 2), 3)

    def _asks(self, who: str, today: date) -> Asks:
        if who != OWNER:
            return Asks.HELP
        if self.due is None:
            return Asks.STALE
        return Asks.DUE_TODAY if today == self.due else Asks.LATE if today > self.due else Asks.DUE_SOON


def expected(tried: Pattern, promise: str, problem: str) -> set[Said]:
    """What is to be said about the promise, and about its problem once it has gone stale."""
    due = tried.due
    last = due if works_on(due) else working_days_after(due, -1)
    steps = {working_days_after(last, -3): 0, last: 0}
    steps |= {working_days_after(due, days): circle for days, circle in ((1, 1), (3, 2), (5, 3))}
    walks = [Walk(tried.zone, steps, promise, due), Walk(tried.zone, {}, problem, None)]
    for walk in walks:
        for now in tried.looks:
            walk.look(now)
    return {each for walk in walks for each in walk.said}


class Region:
    """The region with its hospital in some zone, where one promise was made."""

    def __init__(self, database: StoredDatabase, tried: Pattern) -> None:
        self.database, self.tried = database, tried
        institutions = tuple(
            replace(each, timezone=tried.zone.key) if each.id == "HSF" else each for each in region().institutions
        )
        with database.unit_of_work() as uow:
            moved = replace(region(), institutions=institutions)
            import_community(uow, WORKSPACE, moved, THURSDAY, channels={})
            self.place = uow.communities.in_workspace(WORKSPACE)[0]
        self.lists: list[tuple[str, date]] = []
        self.said: set[Said] = set()
        self._waiting: list[tuple[str, datetime]] = []
        self._seen = 0
        self._promise()

    def _promise(self) -> None:
        asked = Asked(workspace=WORKSPACE, slack_id="UCVES1000", request="1", now=THURSDAY)
        report = doing.report(self.database, asked, "HSF")
        self.problem = report.reference  # type: ignore[union-attr] # it is recorded
        for number, act in enumerate(("accept", "promise"), start=2):
            deed = Deed(act, self.problem, "", None, self.tried.due, zone=self.tried.zone.key)
            doing.do(self.database, replace(asked, slack_id="UHSFMD000", request=str(number)), deed)
        watch(self.database, THURSDAY)

    def look(self, now: datetime) -> None:
        """What the tick does; what it queued is read at its hour."""
        self._read(now)
        if take_due_steps(self.database, now):
            self._queue(now)
        self._read(now + timedelta(seconds=1))

    def _queue(self, now: datetime) -> None:
        """Remember which lists wait, and for when."""
        rows = [row for row in checking.rows(self.database, "outbox") if row["kind"] in checking.LISTS]
        self._waiting += [(str(row["target"]), max(now, checking.instant(row, "due_at"))) for row in rows[self._seen :]]
        self._seen = len(rows)

    def _read(self, before: datetime) -> None:
        """Read the lists whose hour has come."""
        for slack_id, at in [each for each in self._waiting if each[1] < before]:
            self._waiting.remove((slack_id, at))
            with self.database.reading() as uow:
                (member,) = uow.communities.members(WORKSPACE, slack_id)
                view = morning_of(uow, self.place, member.person, at)
            checking.assert_in_a_working_day(at, ZoneInfo(self.place.community.timezone_of(member.person)))
            self.lists.append((member.person.id, view.day))
            self.said |= {(member.person.id, view.day, each.asks, each.reference) for each in view.items}


@contextmanager
def living_in(url: str, tried: Pattern) -> Iterator[Region]:
    """The region, until the block ends."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    try:
        yield Region(database, tried)
    finally:
        database.close()


def is_said_as_expected(seed: int) -> bool:
    """Nothing missed, nothing twice, nothing that was not to be said, and all of it in working hours."""
    tried = pattern(Random(seed))  # noqa: S311 - repeatable
    with empty_database("sqlite", region=True) as url, living_in(url, tried) as lived:
        for now in tried.looks:
            lived.look(now)
        lived._read(tried.looks[-1] + timedelta(days=10))
        wanted = expected(tried, f"{lived.problem}.1", lived.problem)
        days = sorted({(who, day) for who, day, _, _ in wanted})
        if sorted(lived.lists) == days and wanted <= lived.said:
            return True
        sys.stdout.write(f"{seed}: {tried.zone} {tried.due}\n")
        sys.stdout.write(f"  lists missed {set(days) - set(lived.lists)}, too many {set(lived.lists) - set(days)}\n")
        sys.stdout.write(f"  not on them {wanted - lived.said}\n")
        return False


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    wrong = [seed for seed in range(count) if not is_said_as_expected(seed)]
    sys.stdout.write(f"{count} patterns, {len(wrong)} wrong\n")
    drop_everything()
