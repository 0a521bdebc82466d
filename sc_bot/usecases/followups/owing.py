"""Who owes something now, their working days, and the steps that lead to its date and past it."""

from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.addresses import is_told
from sc_bot.domain.answerable import answering, answering_at, chain, facilitators, is_kept_out, reads_along
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.covering import acting
from sc_bot.domain.events import Happened
from sc_bot.domain.followups import Followup, Level, Step, steps, subject_of
from sc_bot.domain.participations import Participation, Taking
from sc_bot.domain.problems import UNDECIDED, Problem, State
from sc_bot.domain.visibility import sight
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.ports import Place, UnitOfWork


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is owed: an answer to a problem, a promise, or whether one contributes; and who owes it."""

    place: Place
    problem: Problem
    commitment: Commitment | None
    owner: Person | None
    since: datetime
    """When it came to its owner."""
    participation: Participation | None = None

    @property
    def community(self) -> Community:
        """Where."""
        return self.place.community

    @property
    def subject(self) -> str:
        """What its follow-up is called."""
        of_commitment = self.commitment.id if self.commitment else None
        return subject_of(self.problem.id, of_commitment, self.participation.id if self.participation else None)

    @property
    def is_owed(self) -> bool:
        """Whether anything is left to follow."""
        if self.participation is not None:
            return self.participation.standing is Taking.ASKED and self.problem.is_open
        return self.commitment.is_owed if self.commitment else self.problem.is_open

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of the one who owes it."""
        return calendar_of(self.community, self.owner)

    @property
    def due(self) -> date | None:
        """The day by which it is owed, a decision or a promise; what is accepted has promises instead of a day."""
        if self.commitment is not None:
            return self.commitment.due.day
        waits = self.participation is not None or self.problem.state in UNDECIDED
        return self._within(self.community.policies.accept_working_days) if waits else None

    def _within(self, working_days: int) -> date:
        """A day so many working days after it came."""
        return self.calendar.add_working_days(self.calendar.local_date(self.since), working_days)

    def steps(self) -> list[Step]:
        """Every step, the first first."""
        policies = self.community.policies
        if self.due is None:
            return []
        planned = steps(self.due, self.calendar, policies)
        if self.commitment is not None:
            return planned
        if self.participation is not None:
            return [each for each in planned if each.day >= self.due and each.level <= Level.FACILITATOR]
        read_by = self._within(policies.acknowledge_working_days)
        unread = self.problem.state is not State.ACKNOWLEDGED and read_by < self.due
        return [*([Step(read_by, Level.OWNER)] if unread else []), *(each for each in planned if each.day >= self.due)]

    def told_at(self, level: Level) -> tuple[Person, ...]:
        """Whom a step of that level reaches, the owner first; each is asked something of their own."""
        arbitrated = self.problem.state is State.ARBITRATION and self.participation is None
        decides = self._committee() if arbitrated else (self.owner, *self.read_by)
        reached = [decides, self._beside(), facilitators(self.community)[:1], self._committee()][: level + 1]
        everybody = [each for group in reached for each in group if each is not None and is_told(each)]
        there = [each for each in everybody if self.community.absence_of(each.id) is None]
        seeing = [each for each in there if sight(each, self.problem, self.community).exists]
        return tuple({each.id: each for each in seeing}.values())

    def first_told_at(self, level: Level) -> tuple[Person, ...]:
        """Those whom it reaches at that level and did not reach before."""
        before = {each.id for each in self.told_at(Level(level - 1))} if level else set()
        return tuple(each for each in self.told_at(level) if each.id not in before)

    @property
    def read_by(self) -> tuple[Person, ...]:
        """A director who is not in Slack reads by e-mail what is theirs and whoever stands in has in hand."""
        director = self._director_by_mail
        is_theirs = director is not None and (self.commitment is None or self.commitment.owner == director.id)
        return (director,) if director is not None and is_theirs else ()

    @property
    def _director_by_mail(self) -> Person | None:
        return reads_along(self.community, self.problem, self._about.institution)

    @property
    def _about(self) -> Commitment | Participation | Problem:
        return self.commitment or self.participation or self.problem

    def _beside(self) -> tuple[Person, ...]:
        """The director, or the first delegate if it is the director's: the next in the institution's line.

        A director who is not in Slack reads it beside the one who can act.
        """
        line = chain(self.community, self._about.institution, self.problem.continuum)
        able = [each for each in line if not is_kept_out(each, self.problem)]
        others = tuple(each for each in able if self.owner is None or each.id != self.owner.id)[:1]
        director = self._director_by_mail
        return (*others, director) if director is not None else others

    def _committee(self) -> tuple[Person, ...]:
        return self.community.having(Role.SUPPORT_COMMITTEE)


def owed_by(uow: UnitOfWork, place: Place, step: Followup) -> Owed:
    """What a step is about."""
    problem = uow.problems.by_id(step.problem)
    if step.participation is not None:
        return answer_of(place, problem, uow.participations.by_id(step.participation))
    commitment = uow.commitments.by_id(step.commitment) if step.commitment is not None else None
    return owed(uow, place, problem, commitment)


def answer_of(place: Place, problem: Problem, asked: Participation) -> Owed:
    """Whether an institution contributes, and who owes the answer."""
    owner = answering_at(place.community, problem, asked.institution)
    return Owed(place, problem, None, owner, asked.at, asked)


def owed(uow: UnitOfWork, place: Place, problem: Problem, commitment: Commitment | None = None) -> Owed:
    """A problem's answer, or a promise, with the living person who owes it now."""
    if commitment is None:
        came = [each.at for each in uow.history.of(problem.id) if each.kind in _CAME]
        return Owed(place, problem, None, answering(place.community, problem), max(came, default=problem.reported_at))
    owner = living(uow, place, commitment.owner)
    stand_in = answering_at(place.community, problem, commitment.institution)
    there = acting(place.community, owner, problem.continuum) if owner is not None else stand_in
    return Owed(place, problem, commitment, there, commitment.made_at)


_CAME = frozenset(
    {Happened.REPORTED, Happened.RETURNED, Happened.REROUTED, Happened.ASSIGNED, Happened.ACCEPTED, Happened.REOPENED}
)
"""Steps with which a problem comes to somebody."""


def living(uow: UnitOfWork, place: Place, person: str) -> Person | None:
    """Somebody who is still of the community and can be told in Slack."""
    holds_office = place.community.person(person)
    if holds_office is not None:
        return holds_office if holds_office.slack_id else None
    met = uow.communities.person(place.id, person)
    known = uow.communities.known(place, met.slack_id) if met and met.slack_id else None
    return known.person if known and known.active else None
