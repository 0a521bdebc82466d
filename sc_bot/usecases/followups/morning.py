"""One person's list of the day: answers owed, due, late, and what others need of them. Read when it is sent."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sc_bot.calendar import calendar_of
from sc_bot.domain.answerable import answering, chain, directs, facilitates, reads_along
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Community, Localised, Person, Role
from sc_bot.domain.covering import acting
from sc_bot.domain.followups import Followup, Level, subject_of
from sc_bot.domain.problems import UNDECIDED, Problem, State
from sc_bot.domain.refusals import Refused
from sc_bot.domain.tryouts import Tryout
from sc_bot.domain.views import Asks, ListItem, MorningView, Partner
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.followups.owing import Owed, answer_of, owed, owed_by
from sc_bot.usecases.followups.planning import coming
from sc_bot.usecases.joint_reading import LookingOn
from sc_bot.usecases.lessons.following import LessonLines
from sc_bot.usecases.promises import Looking
from sc_bot.usecases.pulse.seeing import reminder_of
from sc_bot.usecases.reading import view_of
from sc_bot.usecases.showing import reader_of

SHOWN = 10  # lines; the rest is a number, and "See all"
LOOKED_AT = 200  # things of one person that are looked at for their list
_ORDER = list(Asks)
MOST_PRESSING = [
    Asks.LATE,
    Asks.DUE_TODAY,
    Asks.TRYOUT,
    Asks.ANSWER,
    Asks.CONTRIBUTE,
    Asks.JOINT,
    Asks.TAKE_OVER,
    Asks.NEEDED,
    Asks.HELP,
    Asks.WAITS,
    Asks.DUE_SOON,
    Asks.STALE,
]
"""What finds a place first where there are more lines than places."""


def morning_of(uow: UnitOfWork, place: Place, person: Person, now: datetime, *, late: bool = False) -> MorningView:
    """What one person has before them today, the most pressing kind first."""
    today = _Today(uow, place, person, now)
    items = sorted(today.items(), key=lambda each: MOST_PRESSING.index(each.asks))
    return MorningView(
        reader=reader_of(place, person),
        day=today.day,
        items=tuple(sorted(items[:SHOWN], key=lambda each: _ORDER.index(each.asks))),
        more=max(0, len(items) - SHOWN),
        others=max(0, today.open_things - len(items)),
        late=late,
        lessons=LessonLines(uow, place, person, today.day).all(),
        pulse=reminder_of(uow, place, person, today.day) if items else None,
    )


class _Today:
    """Collects the lines of one person."""

    def __init__(self, uow: UnitOfWork, place: Place, person: Person, now: datetime) -> None:
        self._uow, self._place, self._person, self._now = uow, place, person, now
        self.day: date = calendar_of(place.community, person).local_date(now)
        self.open_things = 0
        self._looking = Looking(uow, place, person, now)

    def items(self) -> Iterator[ListItem]:
        """Every line that asks something today."""
        problems = self._problems()
        promises = self._promises()
        parts = self._parts()
        self.open_things = len(problems) + len(promises) + len(parts)
        about = {each.id for each in problems} | {each.problem for each in promises}
        about |= {each.problem.id for each in parts}
        steps = {each.subject: each for each in self._uow.followups.about(sorted(about))}
        for problem in problems:
            yield from self._answer(problem, steps)
        yield from self._tryouts({each.id: each for each in problems})
        for part in parts:
            if not self._is_quiet(steps.get(part.subject)):
                yield from self._line(Asks.CONTRIBUTE, part, steps.get(part.subject))
        for commitment in promises:
            yield from self._promise(commitment, steps)
        mine = {subject_of(each.id) for each in problems} | {subject_of(each.problem, each.id) for each in promises}
        yield from self._joint()
        yield from self._help(mine | {each.subject for each in parts})

    def _tryouts(self, problems: dict[int, Problem]) -> Iterator[ListItem]:
        """Try-outs that are over by the next working day, and solutions that wait too long to be tried."""
        homes = sorted({each.institution for each in problems.values() if each.institution})
        for each in self._tried_at(homes) if homes else ():
            if each.problem in problems:
                problem = problems[each.problem]
                view = view_of(self._uow, self._place, problem, self._person, self._now, named=False)
                about = next((one for one in view.tryouts if one.number == each.number), None)
                if about is not None:
                    self.open_things += 1
                    yield ListItem(asks=Asks.TRYOUT, reference=each.reference, problem=view, tryout=about)

    def _tried_at(self, homes: Sequence[str]) -> Sequence[Tryout]:
        calendar = calendar_of(self._place.community, self._person)
        last = calendar.next_working_day(self.day) - timedelta(days=1)
        stale = calendar.add_working_days(self.day, -self._place.community.policies.stale_working_days)
        since = calendar.at(stale + timedelta(days=1), time(0))
        over = self._uow.tryouts.over_by(self._place, homes, last, LOOKED_AT)
        return [*over, *self._uow.tryouts.unanswered(self._place, homes, since, LOOKED_AT)]

    def _joint(self) -> Iterator[ListItem]:
        """What joint changes ask of the institutions for which this person answers."""
        for each in LookingOn(self._uow, self._place, self._person, self._now).asked():
            self.open_things += 1
            yield ListItem(asks=Asks.JOINT, reference=each.reference, problem=each.problem, joint=each)

    def _promises(self) -> list[Commitment]:
        """One's own, and those of the people whom one covers in what they are about; once each."""
        own = self._uow.commitments.owed_by(self._place, self._person.id, LOOKED_AT)
        covered = [
            each
            for absence in self._place.community.away
            for each in self._uow.commitments.owed_by(self._place, absence.person, LOOKED_AT)
            if self._covers(absence.person, each)
        ]
        every = {each.id: each for each in (*own, *covered)}.values()
        return [each for each in every if self._looking.may_know_of(self._uow.problems.by_id(each.problem))]

    def _covers(self, absent: str, commitment: Commitment) -> bool:
        """Whether one acts for somebody who is away, and owes it or is needed for it; to take over is their own."""
        person = self._place.community.person(absent)
        if person is None or absent not in {commitment.owner, commitment.needs_of}:
            return False
        there = acting(self._place.community, person, self._uow.problems.by_id(commitment.problem).continuum)
        return there is not None and there.id == self._person.id

    def _problems(self) -> list[Problem]:
        """The open problems that this person answers for."""
        community, person = self._place.community, self._person
        found = [each for place in self._homes() for each in self._uow.problems.open_at(self._place, place, LOOKED_AT)]
        if facilitates(person, community) or Role.SUPPORT_COMMITTEE in person.roles:
            alone, others = _alone(community), _others(community)
            found += self._uow.problems.open_without_director(self._place, alone, others, LOOKED_AT)
        return [each for each in {each.id: each for each in found}.values() if self._answers(each)]

    def _homes(self) -> list[str]:
        """The institutions that this person acts for."""
        community = self._place.community
        return [each.id for each in community.institutions if directs(self._person, community, each.id)]

    def _parts(self) -> list[Owed]:
        """What institutions were asked to contribute, and this person has not answered."""
        community = self._place.community
        every = [each.id for each in community.institutions]
        homes = every if facilitates(self._person, community) else self._homes()
        asked = self._uow.participations.asked_of(self._place, homes, LOOKED_AT) if homes else ()
        parts = [answer_of(self._place, self._uow.problems.by_id(each.problem), each) for each in asked]
        return [each for each in parts if self._is_among(each.owner, *each.read_by)]

    def _answers(self, problem: Problem) -> bool:
        if problem.state is State.ARBITRATION:
            return Role.SUPPORT_COMMITTEE in self._person.roles
        community = self._place.community
        return self._is_among(answering(community, problem), reads_along(community, problem, problem.institution))

    def _is_among(self, *people: Person | None) -> bool:
        return any(each is not None and each.id == self._person.id for each in people)

    def _answer(self, problem: Problem, steps: dict[str, Followup]) -> Iterator[ListItem]:
        step = steps.get(subject_of(problem.id))
        if self._is_quiet(step):
            return
        if problem.state in UNDECIDED:
            yield from self._line(Asks.ANSWER, owed(self._uow, self._place, problem), step)
        elif step is not None and step.said_at is not None:
            yield from self._line(Asks.STALE, owed(self._uow, self._place, problem), step)

    def _promise(self, commitment: Commitment, steps: dict[str, Followup]) -> Iterator[ListItem]:
        step = steps.get(subject_of(commitment.problem, commitment.id))
        if self._is_quiet(step):
            return
        each = owed(self._uow, self._place, self._uow.problems.by_id(commitment.problem), commitment)
        asks = self._asked(each, commitment)
        if asks is not None:
            yield from self._line(asks, each, step)

    def _asked(self, each: Owed, commitment: Commitment) -> Asks | None:
        if commitment.offered_to == self._person.id:
            return Asks.TAKE_OVER
        if self._person.id not in {commitment.owner, each.owner.id if each.owner else None}:
            return Asks.NEEDED
        if commitment.is_late(self._now):
            return Asks.LATE
        if commitment.due.day == self.day:
            return Asks.DUE_TODAY
        if any(self._uow.commitments.by_id(each).is_late(self._now) for each in commitment.depends_on):
            return Asks.WAITS
        reminded = [step.day for step in each.steps() if step.level is Level.OWNER and step.day <= self.day]
        return Asks.DUE_SOON if reminded and not _confirmed_since(each, commitment, max(reminded)) else None

    def _help(self, mine: set[str]) -> Iterator[ListItem]:
        """What has reached this person because its owner is late.

        What others owe reaches those who act for an institution it concerns, the facilitator and the support committee.
        The first find their own by an index, however many there are elsewhere. The others look at the 200 that have
        reached furthest, the oldest first: theirs come before what they have no part in, ten lines are shown, and the
        rest is a number that counts no more than these.
        """
        person, community = self._person, self._place.community
        sees_all = facilitates(person, community) or Role.SUPPORT_COMMITTEE in person.roles
        at = None if sees_all else self._homes()
        if at == []:
            return
        for step in self._uow.followups.escalated(self._place, LOOKED_AT, at=at):
            if step.subject in mine:
                continue
            each = owed_by(self._uow, self._place, step)
            told = {person.id for person in each.told_at(step.level)}
            if each.is_owed and self._person.id in told and not self._is_quiet(step):
                self.open_things += 1
                yield from self._line(Asks.HELP, each, step)

    def _is_quiet(self, step: Followup | None) -> bool:
        return step is not None and step.is_quiet_for(self._person.id, self.day)

    def _line(self, asks: Asks, each: Owed, step: Followup | None) -> Iterator[ListItem]:
        try:
            view = view_of(self._uow, self._place, each.problem, self._person, self._now, named=False)
        except Refused:
            return
        commitment = self._looking.at(each.problem, each.commitment) if each.commitment else None
        told, day = self._next(each, step) if asks in {Asks.LATE, Asks.ANSWER, Asks.CONTRIBUTE} else (None, None)
        yield ListItem(
            asks=asks,
            reference=commitment.reference if commitment else each.problem.reference,
            problem=view,
            commitment=commitment,
            partner=self._partner(each),
            next_told=told,
            next_day=day,
        )

    def _partner(self, each: Owed) -> Partner | None:
        if each.participation is None or each.due is None:
            return None
        asked = each.participation.institution
        home = self._place.community.institution(asked)
        return Partner(asked, home.name if home else Localised(asked, asked), each.due)

    def _next(self, each: Owed, step: Followup | None) -> tuple[str | None, date | None]:
        """Who is told next if nothing comes, and when; nobody once it has reached them all."""
        after = coming(each, self._now)
        if after.level <= (step.level if step else Level.OWNER):
            return None, None
        told = next((person for person in each.first_told_at(after.level) if person.id != self._person.id), None)
        return (told.name, after.day) if told else (None, None)


def _alone(community: Community) -> list[str]:
    """The institutions for which nobody answers but the facilitators."""
    first = {each.id: chain(community, each.id)[:1] for each in community.institutions}
    return [home for home, found in first.items() if all(facilitates(each, community) for each in found)]


def _others(community: Community) -> list[str]:
    """Everybody who answers for an institution that they do not direct: what they report, somebody else answers."""
    delegates = {each for home in community.institutions for each in home.delegates}
    return sorted(delegates | {each for absence in community.away for each in absence.everyone})


def _confirmed_since(each: Owed, commitment: Commitment, day: date) -> bool:
    said = commitment.confirmed_at
    return said is not None and each.calendar.local_date(said) >= day
