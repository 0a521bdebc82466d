"""One joint change with its problems, inside a unit of work: store it, keep the history, tell everybody once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sc_bot.domain.community import Community, Person
from sc_bot.domain.deadlock_signs import AUTHOR
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.joint_changes import JointChange, Stage
from sc_bot.domain.notices import Posting
from sc_bot.domain.problems import Problem
from sc_bot.domain.texts import TextKind
from sc_bot.domain.visibility import sight
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.joint_cards import card_for, letters_for
from sc_bot.usecases.joint_caregivers import Concerned
from sc_bot.usecases.joint_changes.looking import next_look
from sc_bot.usecases.joint_changes.people import everybody
from sc_bot.usecases.joint_reading import answerer
from sc_bot.usecases.telling import Telling, reading_time

Events = Mapping[int, int]
"""The step of history in each problem."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One change that is about to go on; `person` is who acts, None for the bot. The first problem is its own."""

    uow: UnitOfWork
    place: Place
    change: JointChange
    problems: tuple[Problem, ...]
    now: datetime
    person: Person | None = None
    in_hours: bool = False
    """Whether what is said waits for its reader's working hours."""

    @property
    def community(self) -> Community:
        """Where."""
        return self.place.community

    def store(self, after: JointChange) -> "Scene":
        """From now on it stands so; every card that shows it is out of date."""
        looking = replace(after, look_at=next_look(self.community, after, self.now))
        self.uow.joint_changes.save(looking)
        for each in self.problems:
            self.uow.outbox.refresh(each.id, self.now)
        return replace(self, change=replace(looking, version=looking.version + 1))

    def record(
        self,
        kind: Happened,
        *details: str,
        texts: Mapping[int, int] | None = None,
        institution: str | None = None,
        hidden: Person | None = None,
    ) -> Events:
        """The same step in the history of each problem. `hidden` takes it without a name: as author in their own."""
        actor = None if hidden or self.person is None else self.person.id
        return {
            each.id: self.uow.history.add(
                each,
                Event(
                    problem=each.id,
                    kind=kind,
                    at=self.now,
                    actor=actor,
                    institution=institution,
                    text=(texts or {}).get(each.id),
                    details=(self.change.reference, *details, *_as_author(hidden, each)),
                ),
            )
            for each in self.problems
        }

    def write(self, kind: TextKind, body: str) -> dict[int, int]:
        """Words that passed the gate, kept with each problem: whoever reads one of them reads its whole history."""
        return {each.id: self.uow.history.write(each, kind, body, self.now) for each in self.problems}

    def tell(
        self, events: Events, people: Iterable[Person], authors: Sequence[Concerned] = (), *, asks: bool = False
    ) -> None:
        """Each of them hears it once, under a problem that they may read; authors under their own."""
        about = [(each.person, each.problem) for each in authors]
        for person in people:
            readable = [each for each in self.problems if sight(person, each, self.community).text]
            about += [(person, each) for each in readable[:1]]
        heard: set[str] = set()
        actor = (self.person.slack_id or "") if self.person else ""
        for person, problem in about:
            if person.id in heard:
                continue
            heard.add(person.id)
            telling = Telling(self.place, problem, events[problem.id], actor, self.now)
            is_author = person.id == problem.reporter
            said = telling.told(*([] if is_author else [person]), author=person if is_author else None, asks=asks)
            self.post(problem, [self._timed(each, person) for each in said])

    def tell_everybody(self, events: Events, *, and_at: Iterable[str] = ()) -> None:
        """Those who get it ready hear the same thing, once."""
        self.tell(events, everybody(self.uow, self.place, self.change, self.problems, and_at=and_at))

    def post(self, problem: Problem, postings: Sequence[Posting]) -> None:
        """Queue messages in the same transaction."""
        self.uow.outbox.post(self.place.workspace, problem.id, postings)

    def card(self, institution: str) -> None:
        """The card of whoever answers for an institution; one that exists is edited in place."""
        first, person = self.problems[0], answerer(self.community, self.problems, institution)
        if person is not None and person.slack_id:
            self.post(first, [card_for(self.community, self.change, institution, person, self.now)])
        self.post(first, letters_for(self.place, self.change, first, institution, self.now))

    def dated(self, before: Stage) -> None:
        """The date that was proposed is in force: everybody hears it once."""
        if before is not Stage.DATED and self.change.stage is Stage.DATED and self.change.day is not None:
            self.tell_everybody(self.record(Happened.JOINT_DATED, self.change.day.isoformat()))

    def what_in(self, problem: Problem) -> int | None:
        """The words of what changes, as that problem keeps them."""
        begun = (each for each in self.uow.history.of(problem.id) if each.kind is Happened.JOINT_BEGUN)
        return next((each.text for each in begun if each.details[0] == self.change.reference), None)

    def whats(self) -> dict[int, int]:
        """The same, in each problem."""
        return {each.id: text for each in self.problems if (text := self.what_in(each)) is not None}

    def _timed(self, posting: Posting, person: Person) -> Posting:
        return replace(posting, due_at=reading_time(self.community, person, self.now)) if self.in_hours else posting


def _as_author(person: Person | None, problem: Problem) -> tuple[str, ...]:
    return (AUTHOR,) if person is not None and person.id == problem.reporter else ()
