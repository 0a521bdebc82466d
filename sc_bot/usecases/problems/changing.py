"""What every change of a problem has in common: find it, may they, do it, keep the history, tell the others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.answers import Answer, Changed, Faster
from sc_bot.domain.community import Community, Person
from sc_bot.domain.events import Event, Happened, TextKind
from sc_bot.domain.notices import Posting
from sc_bot.domain.permissions import Verb, may
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, once
from sc_bot.usecases.gate import Passed
from sc_bot.usecases.problems.report import keep_confirmation
from sc_bot.usecases.telling import Telling


@dataclass(frozen=True, slots=True)
class Case:
    """One person about to change one problem, inside a unit of work."""

    uow: UnitOfWork
    asked: Asked
    member: Member
    problem: Problem

    @property
    def now(self) -> datetime:
        """The product's time."""
        return self.asked.now

    @property
    def community(self) -> Community:
        """The problem's community."""
        return self.member.place.community

    @property
    def person(self) -> Person:
        """Who acts."""
        return self.member.person

    def author(self) -> Person | None:
        """The author, to be told; their name goes nowhere else."""
        return self.uow.communities.person(self.problem.community, self.problem.reporter)

    def write(self, kind: TextKind, body: str, passed: Passed) -> int:
        """Keep words that passed the gate."""
        text = self.uow.history.write(self.problem, kind, body, self.now)
        keep_confirmation(self.uow, self.asked, self.problem, passed)
        return text

    def happened(
        self,
        kind: Happened,
        after: Problem | None = None,
        *,
        text: int | None = None,
        internal: bool = False,
        details: tuple[str, ...] = (),
    ) -> Telling:
        """Store the change and its step of history; every card of the problem is shown anew."""
        changed = after or self.problem
        if after is not None:
            self.uow.problems.save(after)
        is_author = self.person.id == self.problem.reporter
        step = Event(
            problem=changed.id,
            kind=kind,
            at=self.now,
            actor=None if is_author else self.person.id,
            from_state=self.problem.state if after else None,
            to_state=changed.state if after else None,
            institution=changed.institution,
            text=text,
            internal=internal,
            details=details,
        )
        event = self.uow.history.add(changed, step)
        self.uow.outbox.refresh(changed.id, self.now)
        return Telling(self.member.place, changed, event, self.asked.slack_id, self.now)

    def tell(self, postings: list[Posting]) -> None:
        """Queue messages in the same transaction."""
        self.uow.outbox.post(self.problem.workspace, self.problem.id, postings)

    def done(self, verb: Verb, after: Problem | None = None) -> Changed:
        """The answer: it happened."""
        now = after or self.problem
        return Changed(
            problem=now.id, reference=now.reference, community=now.community, state=now.state, verb=verb.value
        )

    def faster(self) -> Faster:
        """The answer when somebody acted first."""
        last = self.uow.history.last(self.problem.id)
        return Faster(
            problem=self.problem.id,
            reference=self.problem.reference,
            community=self.problem.community,
            state=self.problem.state,
            by=last.actor,
            at=last.at,
        )


Permit = Callable[[Person, Problem, Community], bool]


def change(
    database: Database,
    asked: Asked,
    reference: str,
    verb: Verb,
    act: Callable[[Case], Answer],
    *,
    permit: Permit | None = None,
) -> Answer:
    """Find the problem, check that this person may, and act; once a request.

    Raises:
        Refused: NOT_FOUND (also for what they may not know of) or NOT_YOURS.
    """

    def checked(uow: UnitOfWork) -> Answer:
        case = open_case(uow, asked, reference)
        allowed = permit or (lambda person, problem, community: may(person, verb, problem, community))
        if not allowed(case.person, case.problem, case.community):
            raise Refused(Why.NOT_YOURS, details=(verb.value,))
        return act(case)

    return once(database, asked, checked)


def open_case(uow: UnitOfWork, asked: Asked, reference: str) -> Case:
    """The problem, locked, and who asks, with their roles as they are now."""
    problem = uow.problems.get(asked.workspace, reference.strip(), to_change=True)
    member = member_in(uow, asked, problem.community) if problem else None
    if problem is None or member is None or not sight(member.person, problem, member.place.community).exists:
        raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
    return Case(uow, asked, member, problem)
