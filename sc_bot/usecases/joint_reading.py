"""Joint changes as one reader may see them; what each asks of whom; and every one of a community, for an agenda."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.answerable import answering_at, facilitates
from sc_bot.domain.community import Community, Localised, Person
from sc_bot.domain.joint_changes import JointChange, Part
from sc_bot.domain.joint_rules import JointAsked, asks, asks_whether, may_know_of, offered, reads, speaks_for
from sc_bot.domain.joint_views import JointView, PartView
from sc_bot.domain.problems import Problem
from sc_bot.domain.views import JointAsk, JointLine, ProblemView
from sc_bot.domain.visibility import sight
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.joint_caregivers import asks_on_the_ground
from sc_bot.usecases.reading_lists import public_views, titles_of
from sc_bot.usecases.showing import reader_of

LISTED = 200  # changes of a community that are looked at


@dataclass(frozen=True, slots=True)
class Gathering:
    """One change with its problems and the words of what changes, for whoever words it for their readers.

    The words are for those who read one of the problems (`joint_rules.reads`).
    """

    change: JointChange
    problems: tuple[Problem, ...]
    what: str


def joint_changes_of(uow: UnitOfWork, place: Place) -> list[Gathering]:
    """Every change of a community that gets ready or waits to be verified, by date; those without a date first."""
    return gathered(uow, uow.joint_changes.running_in(place, LISTED))


def gathered(uow: UnitOfWork, found: Sequence[JointChange]) -> list[Gathering]:
    """The same, of these changes; two queries, however many."""
    if not found:
        return []
    problems = {
        each.id: each for each in uow.problems.several(sorted({one for each in found for one in each.problems}))
    }
    words = uow.history.bodies([each.what for each in found])
    return [Gathering(each, tuple(problems[one] for one in each.problems), words.get(each.what, "")) for each in found]


@dataclass(frozen=True, slots=True)
class LookingOn:
    """Somebody who reads joint changes, now."""

    uow: UnitOfWork
    place: Place
    person: Person
    now: datetime

    def lines(self, found: Sequence[Gathering], limit: int = LISTED) -> tuple[JointLine, ...]:
        """Those of which they may know, in order, a line each; one query, however many."""
        community = self.place.community
        known = [each for each in found if may_know_of(self.person, each.problems, community)][:limit]
        titled = self._titled([self._first(each) for each in known])
        return tuple(_line(each.change, titled[self._first(each).id]) for each in known)

    def _first(self, each: Gathering) -> Problem:
        """The first of its problems of which they may know."""
        return next(one for one in each.problems if sight(self.person, one, self.place.community).exists)

    def _titled(self, problems: Sequence[Problem]) -> dict[int, ProblemView]:
        views = public_views(self.place, problems, self.person, titles_of(self.uow, problems) if problems else ())
        return {problem.id: view for problem, view in zip(problems, views, strict=True)}

    def view(self, each: Gathering, institution: str = "") -> JointView:
        """One of them; `institution`: on the card of that one."""
        change, community = each.change, self.place.community
        may_read = reads(self.person, each.problems, community)
        wanted = [text for text in (change.back, *(part.needs for part in change.parts)) if text]
        words = dict(self.uow.history.bodies(wanted)) if may_read and wanted else {}
        seen = [one for one in each.problems if sight(self.person, one, community).exists]
        parts = tuple(self._part(part, words) for part in change.parts)
        own = next((part for part in parts if part.id == institution), None)
        speaks = own is not None and speaks_for(self.person, own.id, each.problems, community)
        return JointView(
            reader=reader_of(self.place, self.person),
            reference=change.reference,
            problem=self._titled(seen[:1])[seen[0].id],
            problems=tuple(one.reference for one in seen),
            what=each.what if may_read else None,
            back=words.get(change.back) if change.back else None,
            has_back=change.back is not None,
            stage=change.stage,
            day=change.day,
            round=change.round,
            needed=change.needed,
            needs_all=change.needs_all,
            parts=parts,
            own=own,
            may_check=own is not None
            and checks_for(self.person, own.id, each.problems, community)
            and self._checks(each, institution),
            offers=offered(self.person, change, each.problems, community, institution),
            is_passed_on=own is not None and not speaks and facilitates(self.person, community),
        )

    def _checks(self, each: Gathering, institution: str) -> bool:
        """Whether it is for who acts for an institution to say if it changed: no caregiver there does."""
        part = each.change.of(institution)
        if part is None or not asks_whether(each.change, institution):
            return False
        today = working_calendar(self.place.community).local_date(self.now)
        return asks_on_the_ground(self.uow, self.place, each.problems, part, today)

    def _part(self, part: Part, words: dict[int, str]) -> PartView:
        home = self.place.community.institution(part.institution)
        return PartView(
            id=part.institution,
            name=home.name if home else Localised(part.institution, part.institution),
            answered=part.answered,
            agrees=part.agrees,
            ready=part.ready,
            asks_for_something=part.needs is not None,
            needs=words.get(part.needs) if part.needs else None,
            verdict=part.verdict,
            is_reopened=part.is_reopened,
        )

    def asked(self) -> list[JointAsk]:
        """What joint changes ask of them, for each institution for which they answer; the first date first."""
        near, found = soon(self.place.community, self.now), list[tuple[Gathering, str, JointAsked]]()
        for each in joint_changes_of(self.uow, self.place):
            for part in each.change.parts:
                wanted = asks(each.change, part.institution, soon=near)
                if wanted is not None and self._answers(each, part.institution):
                    found.append((each, part.institution, wanted))
        titled = self._titled([self._first(each) for each, _, _ in found])
        return [
            JointAsk(
                asks=wanted,
                reference=each.change.reference,
                institution=home,
                problem=titled[self._first(each).id],
                day=each.change.day,
            )
            for each, home, wanted in found
        ]

    def _answers(self, each: Gathering, institution: str) -> bool:
        """Whether they answer for it now, and may know of the change."""
        if asks_whether(each.change, institution) and not self._checks(each, institution):
            return False
        person = answerer(self.place.community, each.problems, institution)
        is_theirs = person is not None and person.id == self.person.id
        return is_theirs and may_know_of(self.person, each.problems, self.place.community)


def lines_of(uow: UnitOfWork, problem: Problem) -> tuple[JointLine, ...]:
    """The joint changes in which a problem is, for those who may know of it: no words of anybody."""
    return tuple(_line(each) for each in uow.joint_changes.of(problem.id))


def _line(change: JointChange, problem: ProblemView | None = None) -> JointLine:
    return JointLine(
        reference=change.reference,
        stage=change.stage,
        day=change.day,
        ready=change.ready,
        institutions=len(change.parts),
        problem=problem,
    )


def answerer(community: Community, problems: Sequence[Problem], institution: str) -> Person | None:
    """Who answers for an institution in it, now."""
    return answering_at(community, problems[0], institution)


def checks_for(person: Person, institution: str, problems: Sequence[Problem], community: Community) -> bool:
    """Whether they may say for an institution that it changed there: who acts for it, else the facilitator."""
    if speaks_for(person, institution, problems, community):
        return True
    last = answerer(community, problems, institution)
    return last is not None and last.id == person.id and facilitates(person, community)


def soon(community: Community, now: datetime) -> date:
    """Up to which date a change is near: as many working days ahead as the first reminder comes."""
    calendar, before = working_calendar(community), min(community.policies.reminder_working_days, default=0)
    return calendar.add_working_days(calendar.local_date(now), max(0, -before))
