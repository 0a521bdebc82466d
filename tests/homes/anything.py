"""A community with everything in it, in no order: problems of every kind, and what was promised, asked and said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from sc_bot.domain.absences import Absence, Cover
from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.community import Person
from sc_bot.domain.deadlocks import Deadlock, Way
from sc_bot.domain.due import Due
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.participations import Participation, Taking, with_standing
from sc_bot.domain.problems import Because, Problem, Severity, State
from sc_bot.domain.texts import TextKind
from sc_bot.domain.tryouts import Trying, Tryout
from sc_bot.ports import Place, UnitOfWork
from tests.house import THURSDAY

ZONES = ("America/Toronto", "Pacific/Auckland", "America/Vancouver")
KINDS = (Happened.UPDATED, Happened.SLIPPED, Happened.ESCALATED, Happened.CONFIRMED_NOT_IDENTIFYING, Happened.ASKED)
PROBLEMS = 150


@dataclass(frozen=True)
class Everything:
    """What was put there."""

    problems: Sequence[Problem]
    events: Sequence[Event]
    commitments: Sequence[Commitment]
    participations: Sequence[Participation]
    stuck: frozenset[int]
    """The problems in deadlock."""
    tried: Sequence[Tryout]


def somebody_is_away(uow: UnitOfWork, place: Place) -> None:
    """Two directors are away: one is covered in oncology alone, the other in everything, from another house."""
    for person, cover in (("HSF-MD", Cover("GTV-MD", "ONC")), ("CVE-MD", Cover("PCO-MD"))):
        away = Absence(person=person, first_day=THURSDAY.date() - timedelta(days=3), covers=(cover,))
        uow.absences.add(place, away, actor=None, now=THURSDAY)


def put_anything(uow: UnitOfWork, place: Place, people: Sequence[Person], seed: int) -> Everything:
    """Fill the community."""
    chance = Random(seed)  # noqa: S311 - no secret
    put = _Putting(uow, place, people, chance)
    for _ in range(PROBLEMS):
        put.problem()
    return Everything(put.problems, put.events, put.commitments, put.participations, put.stuck(), put.tryouts)


class _Putting:
    def __init__(self, uow: UnitOfWork, place: Place, people: Sequence[Person], chance: Random) -> None:
        self._uow, self._place, self._people, self._chance = uow, place, people, chance
        self.problems: list[Problem] = []
        self.events: list[Event] = []
        self.commitments: list[Commitment] = []
        self.participations: list[Participation] = []
        self.tryouts: list[Tryout] = []

    def problem(self) -> None:
        """One problem, and some of what may belong to it."""
        chance, homes = self._chance, [each.id for each in self._place.community.institutions]
        state = chance.choice(list(State))
        accepted = THURSDAY if state is State.ACCEPTED else None
        draft = Problem(
            id=0, workspace=self._place.workspace, community=self._place.id, reference="", state=state,
            continuum=chance.choice([None, "ONC", "SM"]),
            institution=None if state is State.REPORTED else chance.choice(homes),
            owes=chance.choice([None, *homes]), because=Because("named"), severity=Severity.DELAY,
            reporter=chance.choice(self._people).id, reporter_institution=chance.choice([None, *homes]), line=1,
            name_shown=chance.random() < 0.5, reported_at=self._moment(),
            answer_by=THURSDAY.date() + timedelta(days=chance.randint(-5, 5)), accepted_at=accepted,
            concerned=(chance.choice(homes),), restricted=chance.random() < 0.2,
            director_kept_out=chance.random() < 0.2,
        )  # fmt: skip
        problem = self._uow.problems.add(draft, "ONC")
        self._happens(problem, Happened.REPORTED, problem.reported_at)
        for _ in range(chance.randint(0, 2)):
            self._happens(problem, chance.choice(KINDS), self._moment())
        if chance.random() < 0.5:
            self._promise(problem)
        if chance.random() < 0.3:
            problem = self._ask(problem, chance.choice(homes))
        if chance.random() < 0.3:
            self._try(problem)
        self.problems.append(problem)

    def _happens(self, problem: Problem, kind: Happened, at: datetime) -> None:
        step = Event(problem=problem.id, kind=kind, at=at, actor=None)
        self._uow.history.add(problem, step)
        self.events.append(step)

    def _promise(self, problem: Problem) -> None:
        chance = self._chance
        what = self._uow.history.write(problem, TextKind.COMMITMENT, f"promis {problem.reference}", THURSDAY)
        day = THURSDAY.date() + timedelta(days=chance.randint(-3, 3))
        hour = THURSDAY + (day - THURSDAY.date()) + timedelta(minutes=chance.randint(-90, 90))
        due = chance.choice([Due(day), Due(hour.date(), hour)])
        draft = Commitment(
            id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
            what=what, institution=chance.choice([each.id for each in self._place.community.institutions]),
            owner=chance.choice(self._people).id, due=due, zone=chance.choice(ZONES), first_due=due,
            standing=chance.choice(list(Standing)), made_at=THURSDAY,
        )  # fmt: skip
        self.commitments.append(self._uow.commitments.add(problem, draft))

    def _try(self, problem: Problem) -> None:
        what = self._uow.history.write(problem, TextKind.TRYOUT, "essayer", THURSDAY)
        draft = Tryout(
            id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
            what=what, proposed_by=self._chance.choice(self._people).id, name_shown=False, proposed_at=THURSDAY,
            standing=self._chance.choice(list(Trying)),
        )  # fmt: skip
        self.tryouts.append(self._uow.tryouts.add(problem, draft))

    def _ask(self, problem: Problem, institution: str) -> Problem:
        what = self._uow.history.write(problem, TextKind.CONTRIBUTION, "aider", THURSDAY)
        draft = Participation(
            id=0, workspace=problem.workspace, community=problem.community, problem=problem.id,
            institution=institution, standing=self._chance.choice(list(Taking)), asked_by="HSF-MD", what=what,
            at=THURSDAY,
        )  # fmt: skip
        asked = self._uow.participations.save(draft)
        self.participations.append(asked)
        changed = with_standing(problem, asked)
        self._uow.problems.save(changed)
        return replace(changed, version=changed.version + 1)

    def stuck(self) -> frozenset[int]:
        """Every third problem is in deadlock; every sixth was."""
        for each in self.problems[::3]:
            over = THURSDAY if each.id % 2 else None
            draft = Deadlock(
                id=0, workspace=each.workspace, community=each.community, problem=each.id, found_at=THURSDAY,
                evidence=(), ended_at=over, way=Way.RESOURCES if over else None,
            )  # fmt: skip
            self._uow.deadlocks.add(draft)
        return frozenset(each.id for each in self.problems[::3] if each.id % 2 == 0)

    def _moment(self) -> datetime:
        return THURSDAY - timedelta(days=self._chance.choice([1, 10, 19, 20, 21, 22, 23, 24, 25, 40]), minutes=7)
