"""Steps whose time has come: each is said once, in a working morning, and the next one is planned with it."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sc_bot.domain.addresses import is_told
from sc_bot.domain.community import Person
from sc_bot.domain.covering import acting
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.followups import Followup, Level, next_step, reached
from sc_bot.domain.notices import Posting
from sc_bot.domain.safe_traceback import traceback_without_words
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database, NotAvailable, UnitOfWork
from sc_bot.usecases.followups.deciding import close_decision
from sc_bot.usecases.followups.owing import Owed, living, owed, owed_by
from sc_bot.usecases.followups.planning import moment
from sc_bot.usecases.followups.trying import ask_about_tryout
from sc_bot.usecases.lists import list_of, list_time, next_list
from sc_bot.usecases.telling import Telling
from sc_bot.usecases.telling_too import told_too

logger = logging.getLogger(__name__)

BATCH = 5  # steps in one unit of work: none lasts over a tenth of a second, and others come between
TOO_LATE = timedelta(hours=2)
"""A list that could not be said in its morning says so."""
ASIDE = timedelta(hours=1)
"""A step that cannot be taken waits so long, and stops nobody else's."""


def take_due_steps(database: Database, now: datetime) -> int:
    """Take every step that is due; returns how many. Another worker may do the same at once.

    Raises:
        NotAvailable: the database did not answer; what is not taken is taken later.
    """
    taken = 0
    while True:
        came = _take_some(database, now)
        taken += came
        if came < BATCH:
            return taken


def _take_some(database: Database, now: datetime) -> int:
    """Take a few steps together; where one of them fails, each alone, so that it stops nobody else's."""
    try:
        with database.unit_of_work() as uow:
            return _take_first(uow, now, BATCH)
    except NotAvailable:
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one step
        logger.error("steps are taken one by one\n%s", traceback_without_words(error))  # no words  # noqa: TRY400 - the traceback is printed without its words
        return sum(_take_one(database, now) for _ in range(BATCH))


def _take_one(database: Database, now: datetime) -> int:
    """Take the most belated step; one that cannot be taken waits aside."""
    first: Followup | None = None
    try:
        with database.unit_of_work() as uow:
            first = next(iter(uow.followups.due(now, 1)), None)
            return _take_first(uow, now, 1)
    except NotAvailable:
        raise
    except Exception as error:
        if first is None:
            raise
        logger.error("%s waits aside\n%s", first.subject, traceback_without_words(error))  # no words  # noqa: TRY400 - as above
        with database.unit_of_work() as uow:
            if uow.followups.of(first.subject) == first:
                uow.followups.plan(replace(first, next_at=now + ASIDE))
        return 1


def _take_first(uow: UnitOfWork, now: datetime, count: int) -> int:
    """Take so many steps; the lists are queued at the end, in one order, so that two workers never wait in a circle."""
    lists: Lists = {}
    due = uow.followups.due(now, count)
    for each in due:
        _take(uow, each, now, lists)
    for workspace in sorted({each for each, _ in lists}):
        own = [posting for (place, _), posting in sorted(lists.items(), key=lambda each: each[0]) if place == workspace]
        uow.outbox.post(workspace, None, own)
    return len(due)


Lists = dict[tuple[str, str], Posting]
"""The lists to be queued, by workspace and key."""


def _take(uow: UnitOfWork, step: Followup, now: datetime, lists: Lists) -> None:
    """Say what this step says, and plan the next one."""
    place = uow.communities.get(step.community).at(now)
    if place.archived is not None:  # what is open is being closed
        uow.followups.plan(replace(step, next_at=now + ASIDE))
        return
    if step.decision is not None:
        close_decision(uow, place, step, now)
        return
    if step.tryout is not None:
        ask_about_tryout(uow, place, step, now, lists)
        return
    each = owed_by(uow, place, step)
    if not each.is_owed:
        uow.followups.end(step.subject)
        return
    calendar = each.calendar
    may_be_said = list_time(each.community, each.owner, now) if each.owner else now
    if may_be_said > now:
        uow.followups.plan(replace(step, next_at=may_be_said))
        return
    today = calendar.local_date(now)
    planned = each.steps()
    level = max(step.level, reached(planned, today)) if planned else _stale_level(step)
    _Saying(uow, each, now, now - step.planned_for > TOO_LATE, lists).say(step.level, level)
    at = moment(each, next_step(planned, today, calendar, each.community.policies))
    uow.followups.plan(replace(step, next_at=at, planned_for=at, level=level, said_at=now))


def _stale_level(step: Followup) -> Level:
    """What goes stale reaches its owner first, then the facilitator, then the committee."""
    if step.said_at is None:
        return Level.OWNER
    return Level(min(max(step.level + 1, Level.FACILITATOR), Level.COMMITTEE))


@dataclass(frozen=True, slots=True)
class _Saying:
    """One step, said to those whom it reaches: each in one list a day."""

    uow: UnitOfWork
    each: Owed
    now: datetime
    is_late: bool
    lists: Lists

    def say(self, before: Level, level: Level) -> None:
        """Put it on the lists; keep in the history what it means."""
        news = self._slipped()
        if level > before and level >= Level.FACILITATOR:
            self._keep(Happened.ESCALATED, level.name.lower(), internal=True)
        readers = list(self.each.told_at(level) if level > before else self.each.told_at(Level.OWNER))
        if news and self.each.commitment is not None:
            readers += self._waiting()
        readers += self._asked()
        for person in {each.id: each for each in readers if is_told(each)}.values():
            self._list(person)

    def _list(self, person: Person) -> None:
        """One list a day; whoever has read it and is asked for help after it hears the next morning."""
        posting, workspace = list_of(self.each.place, person, self.now, late=self.is_late), self.each.place.workspace
        is_own = self.each.owner is not None and self.each.owner.id == person.id
        if not is_own and self.uow.outbox.is_said(workspace, posting.key):
            tomorrow = next_list(self.each.community, person, posting.due_at)
            posting = list_of(self.each.place, person, tomorrow, late=self.is_late)
        self.lists.setdefault((workspace, posting.key), posting)

    def _slipped(self) -> bool:
        """Keep, once a date, that it has passed; its author hears of it."""
        commitment = self.each.commitment
        if commitment is None or not commitment.is_late(self.now):
            return False
        details = (str(commitment.number), str(commitment.due))
        steps = self.uow.history.of(commitment.problem)
        if any(each.kind is Happened.SLIPPED and each.details == details for each in steps):
            return False
        event = self._keep(Happened.SLIPPED, *details)
        author = self.uow.communities.person(self.each.place.id, self.each.problem.reporter)
        telling = Telling(self.each.place, self.each.problem, event, "", self.now)
        for posting in (*telling.told(author=author), *told_too(self.uow, telling, Happened.SLIPPED)):
            self._post(posting)
        return True

    def _keep(self, kind: Happened, *details: str, internal: bool = False) -> int:
        problem = self.each.problem
        step = Event(problem=problem.id, kind=kind, at=self.now, actor=None, internal=internal, details=details)
        event = self.uow.history.add(problem, step)
        self.uow.outbox.refresh(problem.id, self.now)
        return event

    def _waiting(self) -> list[Person]:
        """Those whose promises wait for this one."""
        commitment = self.each.commitment
        waiting = self.uow.commitments.waiting_for(commitment.id) if commitment else ()
        problems = {each.problem: self.uow.problems.by_id(each.problem) for each in waiting}
        owing = (owed(self.uow, self.each.place, problems[each.problem], each).owner for each in waiting)
        return [each for each in owing if each is not None]

    def _asked(self) -> list[Person]:
        """Those who owe an answer about it: whether they take it over, or whether what it needs is there."""
        commitment, community = self.each.commitment, self.each.community
        if commitment is None:
            return []
        offered, needed = (
            living(self.uow, self.each.place, who) if who else None
            for who in (commitment.offered_to, commitment.needs_of)
        )
        covered = acting(community, needed, self.each.problem.continuum) if needed else None
        there = [each for each in (offered, covered) if each and community.absence_of(each.id) is None]
        return [each for each in there if sight(each, self.each.problem, community).exists]

    def _post(self, posting: Posting) -> None:
        self.uow.outbox.post(self.each.place.workspace, self.each.problem.id, [posting])
