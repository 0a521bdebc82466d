"""What is asked about lessons, in the lists that people get anyway: to tell one, to validate it, to answer.

A request reaches the director first, then once the facilitator; an offer is recalled once. What has a date comes back
on its date, and after that as often as what goes stale.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.addresses import is_told
from sc_bot.domain.answerable import answering_at, chain, directs, facilitators
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.lesson_lines import LessonAsks, LessonLine
from sc_bot.domain.lesson_rights import LessonAct, may
from sc_bot.domain.lessons import UNDER_WAY, Lesson, Offer, Stage, Taken
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.lists import list_of, next_list

AT_ONCE = 20  # lessons, and offers, in one unit of work
LOOKED_AT = 100  # of each, for one list
MOST_ASKED = 2  # how often one request is put on lists


def ask_about_lessons(database: Database, now: datetime) -> int:
    """Put what is due on the lists of those who are asked; returns how much was due. Another worker may do the same.

    Raises:
        NotAvailable: the database did not answer; what is not asked now is asked later.
    """
    asked = 0
    while True:
        with database.unit_of_work() as uow:
            lessons, offers = uow.lessons.due(now, AT_ONCE), uow.lessons.due_offers(now, AT_ONCE)
            for lesson in lessons:
                _ask_about(uow, lesson, now)
            for offer in offers:
                _ask_again(uow, offer, now)
        asked += len(lessons) + len(offers)
        if max(len(lessons), len(offers)) < AT_ONCE:
            return asked


def _ask_about(uow: UnitOfWork, lesson: Lesson, now: datetime) -> None:
    place = uow.communities.get(lesson.community).at(now)
    problem = uow.problems.by_id(lesson.problem) if lesson.problem else None
    reached = lesson.reached + 1
    now_reached = replace(lesson, reached=reached)
    people = whose_turn(now_reached, problem, place.community)
    _list(uow, place, people, now)
    again = _in_working_days(place, people, now, place.community.policies.accept_working_days)
    uow.lessons.save(replace(now_reached, next_at=again if reached < MOST_ASKED else None))


def _ask_again(uow: UnitOfWork, offer: Offer, now: datetime) -> None:
    place = uow.communities.get(offer.community).at(now)
    people = chain(place.community, offer.institution)[:1]
    _list(uow, place, people, now)
    policies = place.community.policies
    if offer.standing is Taken.OFFERED:  # recalled once: `next_on` says that it was on a list before
        again = _in_working_days(place, people, now, policies.accept_working_days) if not offer.next_on else None
        today = calendar_of(place.community, people[0] if people else None).local_date(now)
        uow.lessons.put(replace(offer, next_at=again, next_on=today))
    else:
        again = _in_working_days(place, people, now, policies.stale_working_days)
        uow.lessons.put(replace(offer, next_at=again))


def _list(uow: UnitOfWork, place: Place, people: Sequence[Person], now: datetime) -> None:
    postings = [list_of(place, each, now) for each in people if is_told(each)]
    uow.outbox.post(place.workspace, None, sorted(postings, key=lambda each: each.key))


def _in_working_days(place: Place, people: Sequence[Person], now: datetime, days: int) -> datetime:
    person = people[0] if people else None
    calendar = calendar_of(place.community, person)
    day = calendar.add_working_days(calendar.local_date(now), days - 1)
    eve = calendar.at(day, place.community.policies.daily_list_at)
    return next_list(place.community, person, eve) if person else eve


def whose_turn(lesson: Lesson, problem: Problem | None, community: Community) -> tuple[Person, ...]:
    """Those who have the next step, as far as the request has reached."""
    heads = facilitators(community)[:1]
    match lesson.stage:
        case Stage.ASKED:
            director = answering_at(community, problem, lesson.institution) if problem else None
            first = (director,) if director else ()
            return tuple(dict.fromkeys((*first, *(heads if lesson.reached >= MOST_ASKED or not first else ()))))
        case Stage.SENT_BACK:
            writer = community.person(lesson.drafted_by or "")
            return (writer,) if writer else heads
        case Stage.DRAFTED:
            committee = community.having(Role.SUPPORT_COMMITTEE)
            able = (each for each in committee if may(each, LessonAct.VALIDATE, lesson, problem, community))
            return tuple(each for each in able if each.slack_id)
        case Stage.NOTED:
            return heads
        case _:
            return ()


_ASKS = {
    Stage.ASKED: LessonAsks.TELL,
    Stage.SENT_BACK: LessonAsks.MEND,
    Stage.DRAFTED: LessonAsks.VALIDATE,
    Stage.NOTED: LessonAsks.PRACTICE,
}


@dataclass(frozen=True, slots=True)
class LessonLines:
    """The lines about lessons in one person's list of a day: three queries at most, however many."""

    uow: UnitOfWork
    place: Place
    person: Person
    day: date

    def all(self) -> tuple[LessonLine, ...]:
        """Every line that asks something."""
        return (*self._own_turn(), *self._offers())

    def _own_turn(self) -> Iterator[LessonLine]:
        lessons = self.uow.lessons.unfinished(self.place, LOOKED_AT)
        problems = problems_of(self.uow, lessons)
        for lesson in lessons:
            problem = problems.get(lesson.problem or 0)
            turn = whose_turn(lesson, problem, self.place.community)
            if any(each.id == self.person.id for each in turn):
                yield line_of(self.place, self.person, lesson, problem, _ASKS[lesson.stage])

    def _offers(self) -> Iterator[LessonLine]:
        community = self.place.community
        homes = [each.id for each in community.institutions if directs(self.person, community, each.id)]
        mine = [each for each in homes if self.person.id in {first.id for first in chain(community, each)[:1]}]
        offers = self.uow.lessons.offered_to(self.place, mine, LOOKED_AT) if mine else ()
        due = [(each, asks) for each in offers if (asks := self._asks(each)) is not None]
        yield from lines_about(self.uow, self.place, self.person, due)

    def _asks(self, offer: Offer) -> LessonAsks | None:
        if offer.standing is Taken.OFFERED:
            return LessonAsks.ANSWER
        if offer.next_on is None or offer.next_on > self.day:
            return None
        if offer.standing is Taken.LATER:
            return LessonAsks.ANSWER
        return LessonAsks.IN_PLACE if offer.standing in UNDER_WAY else None


def lines_about(
    uow: UnitOfWork, place: Place, person: Person, offers: Sequence[tuple[Offer, LessonAsks]]
) -> Iterator[LessonLine]:
    """A line for each offer whose lesson may be read."""
    lessons = {each: uow.lessons.by_id(each) for each in dict.fromkeys(offer.lesson for offer, _ in offers)}
    problems = problems_of(uow, list(lessons.values()))
    for offer, asks in offers:
        lesson = lessons[offer.lesson]
        problem = problems.get(lesson.problem or 0)
        if not lesson.is_withheld(problem):
            line = line_of(place, person, lesson, problem, asks)
            home = place.community.institution(offer.institution)
            yield replace(line, institution=home.name if home else None)


def problems_of(uow: UnitOfWork, lessons: Sequence[Lesson]) -> dict[int, Problem]:
    """The problems from which lessons come, by id. One query."""
    about = sorted({each.problem for each in lessons if each.problem is not None})
    return {each.id: each for each in uow.problems.several(about)} if about else {}


def line_of(place: Place, person: Person, lesson: Lesson, problem: Problem | None, asks: LessonAsks) -> LessonLine:
    """One line about one lesson, for one reader."""
    may_know = problem is not None and sight(person, problem, place.community).exists
    continuum = place.community.continuum(lesson.continuum) if lesson.continuum else None
    return LessonLine(
        asks=asks,
        reference=lesson.reference,
        source=problem.reference if problem is not None and may_know else None,
        continuum=continuum.name if continuum else None,
    )
