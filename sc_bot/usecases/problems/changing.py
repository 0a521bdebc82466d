"""What every change of a problem has in common: find it, may they, do it, keep the history, tell the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sc_bot.domain.answerable import answering, facilitates
from sc_bot.domain.answers import Answer, Changed, Faster
from sc_bot.domain.community import Community, Person
from sc_bot.domain.covering import covers
from sc_bot.domain.deadlock_signs import AUTHOR
from sc_bot.domain.events import (
    BY_EITHER,
    BY_SOMEBODY,
    BY_THE_AUTHOR,
    MOVES,
    OF_COMMITMENTS,
    OF_CONTRIBUTIONS,
    OF_DEADLOCKS,
    Event,
    Happened,
)
from sc_bot.domain.followups import subject_of
from sc_bot.domain.notices import Posting
from sc_bot.domain.participations import end
from sc_bot.domain.perceiving import perceives_as
from sc_bot.domain.permissions import OF_THE_DIRECTOR, Verb, had_it, may
from sc_bot.domain.problems import Problem, State
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, must_be_open, once
from sc_bot.usecases.followups.passing_on import keep_in_sight
from sc_bot.usecases.followups.planning import plan_problem
from sc_bot.usecases.gate import Passed
from sc_bot.usecases.problems.report import keep_confirmation
from sc_bot.usecases.reading import overtaken
from sc_bot.usecases.telling import Telling
from sc_bot.usecases.telling_too import told_too


@dataclass(frozen=True, slots=True)
class Case:
    """One person about to change one problem, inside a unit of work."""

    uow: UnitOfWork
    asked: Asked
    member: Member
    problem: Problem
    unnamed: bool = False
    """Whoever acts does not show their name."""

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

    def in_charge(self, problem: Problem | None = None) -> tuple[Person | None, ...]:
        """Who answers for it, and the delegate to whom it was passed since it came there."""
        now = problem or self.problem
        passed_to = None
        for step in reversed(self.uow.history.of(now.id)):
            if step.kind in _ELSEWHERE:
                break
            if step.kind is Happened.HANDED_OVER:
                passed_to = _or_who_covers(self.community, step.details[0], now.continuum)
                break
        return answering(self.community, now), passed_to

    def asker(self) -> Person | None:
        """Who asked the author last, if somebody did."""
        asked = [step.actor for step in self.uow.history.of(self.problem.id) if step.kind is Happened.ASKED]
        return self.uow.communities.person(self.problem.community, asked[-1]) if asked and asked[-1] else None

    def write(self, kind: TextKind, body: str, passed: Passed) -> int:
        """Keep words that passed the gate."""
        text = self.uow.history.write(self.problem, kind, body, self.now)
        unnamed = kind in {TextKind.DETAILS, TextKind.ANSWER, TextKind.QUOTE, TextKind.TRYOUT}
        is_own = kind is TextKind.WORDING and self.person.id == self.problem.reporter
        actor = None if unnamed or is_own else self.person.id
        keep_confirmation(self.uow, self.asked, self.problem, passed, actor=actor)
        return text

    def happened(
        self,
        kind: Happened,
        after: Problem | None = None,
        *,
        text: int | None = None,
        internal: bool = False,
        details: tuple[str, ...] = (),
        institution: str | None = None,
    ) -> Telling:
        """Store the change and its step of history; every card of the problem is shown anew, who sees it too is told.

        `institution` is the one that the step is about, if it is not the one that has the problem.
        """
        changed = after or self.problem
        if after is not None:
            self.uow.problems.save(after)
            self._let_lead(after)
        step = Event(
            problem=changed.id,
            kind=kind,
            at=self.now,
            actor=None if self.unnamed or self._as_author(kind, changed) else self.person.id,
            from_state=self.problem.state if after else None,
            to_state=changed.state if after else None,
            institution=institution or (None if kind in BY_SOMEBODY else changed.institution),
            text=text,
            internal=internal,
            details=details,
        )
        event = self.uow.history.add(changed, step)
        self.uow.outbox.refresh(changed.id, self.now)
        plan_problem(self.uow, self.member.place, changed, self.now)
        if after is not None and after.restricted and after.is_open:
            keep_in_sight(self.uow, self.member.place, after, self.now)
        telling = Telling(self.member.place, changed, event, self.asked.slack_id, self.now)
        self.tell(told_too(self.uow, telling, kind))
        return telling

    def _let_lead(self, after: Problem) -> None:
        """An institution that was asked to contribute, and leads now, is no contributor any more."""
        if after.lead in {*self.problem.invited, *self.problem.contributors}:
            for each in self.uow.participations.of(after.id):
                ended = end(each, self.now) if each.institution == after.lead else None
                if ended is not None:
                    self.uow.participations.save(ended)
                    self.uow.followups.end(subject_of(after.id, participation=ended.id))

    def _as_author(self, kind: Happened, changed: Problem) -> bool:
        """An author may also hold an office: what they do in it bears their name, or it would say who reported."""
        sent_by_author = kind is Happened.REROUTED and changed.because.kind == "chosen"
        given_up_with_it = kind is Happened.CANCELLED and changed.state is State.WITHDRAWN
        is_own = (
            sent_by_author or kind in BY_EITHER or kind is Happened.MERGED
        ) and self.person.id == self.problem.reporter
        perceived = kind is Happened.PERCEIVED and perceives_as(self.person, changed, self.community) == AUTHOR
        is_hidden = kind in BY_SOMEBODY and not (kind is Happened.TAKEN_IN and facilitates(self.person, self.community))
        return kind in BY_THE_AUTHOR or given_up_with_it or is_own or perceived or is_hidden

    def tell(self, postings: list[Posting]) -> None:
        """Queue messages in the same transaction."""
        self.uow.outbox.post(self.problem.workspace, self.problem.id, postings)

    def done(self, verb: Verb, after: Problem | None = None) -> Changed:
        """The answer: it happened."""
        now = after or self.problem
        return Changed(
            problem=now.id, reference=now.reference, community=now.community, state=now.state, verb=verb.value
        )

    def faster(self, by: frozenset[Happened] = MOVES) -> Faster:
        """The answer when somebody acted first."""
        first = overtaken(self.uow, self.problem, lambda step: step.kind in by)
        by_author = first.by is None and self.person.id == self.problem.reporter
        return replace(first, own=by_author or first.by == self.person.id)

    def had_it_before(self) -> bool:
        """Whether this person's institution had the problem earlier: their card is old, not foreign."""
        steps = self.uow.history.of(self.problem.id)
        had = (each.institution for each in steps if each.kind not in OF_CONTRIBUTIONS | OF_COMMITMENTS | OF_DEADLOCKS)
        return had_it(self.person, self.community, {*self.problem.returned_by, *had})


def _or_who_covers(community: Community, delegate: str, continuum: str | None) -> Person | None:
    """A delegate, or whom they named while they are away."""
    absence = community.absence_of(delegate)
    if absence is None:
        return community.person(delegate)
    return next(iter(covers(community, absence, lambda other: other.named_for(continuum))), None)


_ELSEWHERE = frozenset({Happened.RETURNED, Happened.REROUTED, Happened.ASSIGNED})

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
    return once(database, asked, lambda uow: _changed(uow, asked, reference, verb, act, permit))


def change_together(
    database: Database, asked: Asked, references: Sequence[str], verb: Verb, act: Callable[[Case], Answer]
) -> Answer:
    """The same for the first of several problems that change together: they are locked in one order.

    Raises:
        Refused: as above, of the first.
    """

    def locked(uow: UnitOfWork) -> Answer:
        uow.problems.lock(asked.workspace, [each.strip() for each in references])
        return _changed(uow, asked, references[0], verb, act)

    return once(database, asked, locked)


def _changed(
    uow: UnitOfWork,
    asked: Asked,
    reference: str,
    verb: Verb,
    act: Callable[[Case], Answer],
    permit: Permit | None = None,
) -> Answer:
    case = open_case(uow, asked, reference, in_archive=verb in _IN_AN_ARCHIVE)
    allowed = permit or (lambda person, problem, community: may(person, verb, problem, community))
    if not allowed(case.person, case.problem, case.community):
        if verb in OF_THE_DIRECTOR and case.had_it_before():
            return case.faster()
        raise Refused(Why.NOT_YOURS, details=(verb.value,))
    return act(case)


_IN_AN_ARCHIVE = frozenset({Verb.REDACT, Verb.RESTRICT})
"""What identifies somebody has to go wherever it can be read."""


def open_case(
    uow: UnitOfWork, asked: Asked, reference: str, *, to_change: bool = True, in_archive: bool = False
) -> Case:
    """The problem, locked if it is to change, and who asks, with their roles as they are now."""
    problem = uow.problems.get(asked.workspace, reference.strip(), to_change=to_change)
    member = member_in(uow, asked, problem.community) if problem else None
    if problem is None or member is None or not sight(member.person, problem, member.place.community).exists:
        raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
    if to_change and not in_archive:
        must_be_open(member.place)
    return Case(uow, asked, member, problem)
