"""Promises as one reader may see them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Localised, Person
from sc_bot.domain.events import Happened
from sc_bot.domain.problems import Problem
from sc_bot.domain.promising import acts
from sc_bot.domain.views import CommitmentView, Reader
from sc_bot.domain.visibility import sight
from sc_bot.ports import Place, UnitOfWork


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody who reads promises, now."""

    uow: UnitOfWork
    place: Place
    person: Person
    now: datetime

    def at(self, problem: Problem, commitment: Commitment) -> CommitmentView:
        """One promise, as they may see it."""
        words = self._words(problem, commitment)
        return replace(
            self._view(problem, commitment, what=words.get(commitment.what)),
            expected=words.get(commitment.expected),
            needs=words.get(self._needed(commitment)),
            waiting=self._waiting(commitment),
            waits_for=self._waits_for(commitment),
        )

    def _waits_for(self, commitment: Commitment) -> tuple[str, ...]:
        """What must be kept first, as far as the reader may know of it."""
        found = self.uow.commitments.several(commitment.depends_on) if commitment.depends_on else ()
        about = {each.id: each for each in self.uow.problems.several([one.problem for one in found])} if found else {}
        return tuple(each.reference for each in found if self.may_know_of(about[each.problem]))

    def _waiting(self, commitment: Commitment) -> int:
        """How many promises wait for it, of problems that the reader may know of."""
        found = self.uow.commitments.waiting_for(commitment.id)
        about = self.uow.problems.several(sorted({each.problem for each in found})) if found else ()
        known = {each.id for each in about if self.may_know_of(each)}
        return sum(each.problem in known for each in found)

    def _view(self, problem: Problem, commitment: Commitment, *, what: str | None) -> CommitmentView:
        community = self.place.community
        institution = community.institution(commitment.institution)
        return CommitmentView(
            reader=Reader(language=self.person.reads.value, timezone=community.timezone_of(self.person)),
            reference=commitment.reference,
            problem=problem.reference,
            what=what,
            expected=None,
            institution=institution.name if institution else Localised(commitment.institution, commitment.institution),
            owner=self._name(commitment.owner) or commitment.owner,
            is_owner=self.person.id == commitment.owner,
            offered_to=self._name(commitment.offered_to),
            needs_of=self._name(commitment.needs_of),
            needs=None,
            due=commitment.due,
            zone=commitment.zone,
            redated=commitment.redated,
            standing=commitment.standing,
            is_late=commitment.is_late(self.now),
            working_days_late=self._late_by(commitment),
            waiting=0,
            offers=acts(self.person, commitment, problem, community),
        )

    def briefly(self, problem: Problem, commitment: Commitment, what: str | None) -> CommitmentView:
        """The same as one line: its words are given, and what is behind it is not looked for."""
        concerned = self.person.id in (commitment.owner, commitment.offered_to, commitment.needs_of)
        may_read = concerned or sight(self.person, problem, self.place.community).text
        return self._view(problem, commitment, what=what if may_read else None)

    def may_know_of(self, problem: Problem) -> bool:
        """Whether the problem, and so what is promised for it, exists for them."""
        return sight(self.person, problem, self.place.community).exists

    def _words(self, problem: Problem, commitment: Commitment) -> Mapping[int | None, str]:
        """Words of the promise: for those who read the problem's, and those whom the promise itself concerns."""
        if not (self._is_concerned(problem, commitment) or self._reads(problem)):
            return {}
        return {each.id: each.body for each in self.uow.history.texts(problem.id)}

    def _is_concerned(self, problem: Problem, commitment: Commitment) -> bool:
        """Whether they owe it, are asked about it, or act for somebody who is away."""
        named = (commitment.owner, commitment.offered_to, commitment.needs_of)
        return self.person.id in named or bool(acts(self.person, commitment, problem, self.place.community))

    def _reads(self, problem: Problem) -> bool:
        return sight(self.person, problem, self.place.community).text

    def _needed(self, commitment: Commitment) -> int | None:
        """What it needs, as it was last said."""
        if commitment.blocked_at is None:
            return None
        steps = self.uow.history.of(commitment.problem)
        said = [
            each.text for each in steps if each.kind is Happened.BLOCKED and each.details[0] == str(commitment.number)
        ]
        return said[-1] if said else None

    def _name(self, person: str | None) -> str | None:
        if person is None:
            return None
        if person == self.person.id:
            return self.person.name or person
        found = self.place.community.person(person) or self.uow.communities.person(self.place.id, person)
        return (found.name or found.id) if found else person

    def _late_by(self, commitment: Commitment) -> int:
        """Working days of its reader since it was due."""
        if not commitment.is_late(self.now):
            return 0
        calendar = calendar_of(self.place.community, self.person)
        return max(0, calendar.working_days_between(commitment.due.day, calendar.local_date(self.now)))


def promises_of(looking: Looking, problem: Problem) -> tuple[CommitmentView, ...]:
    """Every promise of a problem, in order."""
    return tuple(looking.at(problem, each) for each in looking.uow.commitments.of(problem.id))
