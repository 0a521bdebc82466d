"""A world with every role apart: two communities in one workspace, the same region in another one, one problem."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count

from sqlalchemy import func, select

from sc_bot.domain.absences import Absence
from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.community import Community, Institution, Language, Person, Role
from sc_bot.domain.decisions import Behalf, Decision, Said
from sc_bot.domain.due import Due
from sc_bot.domain.events import Event, Happened, TextKind
from sc_bot.domain.participations import Participation, Taking, with_standing
from sc_bot.domain.problems import Because, Closing, Problem, Severity, State, Verdict
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.community import import_community
from sc_bot.usecases.followups.planning import plan_promise
from storage.tables import commitments, community_events, events, exports, followups, outbox, problems, texts
from tests.house import THURSDAY, Town, channel_ids, open_town, region

WORKSPACE, ELSEWHERE = "T0ESTRIE0", "T0AILLEURS"
SECRET = "Le résumé de fin de chimio part par la poste"
LATER = THURSDAY.date().replace(day=24)
CARD = ("D0CARD000", "1795392123.000100")
"""Where a card of the problem stands, for those who write under it."""

STANDING = {
    "routed": (State.ROUTED, None, None, ()),
    "accepted": (State.ACCEPTED, THURSDAY, None, ()),
    "invited": (State.ACCEPTED, THURSDAY, None, ()),
    "helping": (State.ACCEPTED, THURSDAY, None, ()),
    "promised": (State.ACCEPTED, THURSDAY, None, ()),
    "deciding": (State.ACCEPTED, THURSDAY, None, ()),
    "offered": (State.ACCEPTED, THURSDAY, None, ()),
    "needed": (State.ACCEPTED, THURSDAY, None, ()),
    "arbitration": (State.ARBITRATION, None, None, ("PCO", "HSF")),
    "returned": (State.RETURNED, None, None, ("HSF",)),
    "closed": (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
    "verified": (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
}
PROMISED: dict[str, dict[str, object]] = {
    "promised": {"owner": "HSF-S2"},
    "offered": {"owner": "HSF-MD", "offered_to": "HSF-S2"},
    "needed": {"owner": "HSF-MD", "standing": Standing.BLOCKED, "needs_of": "HSF-S2", "blocked_at": THURSDAY},
}
PARTNERS = {"invited": Taking.ASKED, "helping": Taking.ACCEPTED}
PEOPLE = {
    "aut": "UCVES1000", "col": "UHSFS2000", "oth": "UPCOS1000", "dir": "UHSFMD000", "own": "UCVEMD000",
    "dio": "UGTVMD000", "del": "UHSFDEL00", "sup": "USC400000", "fac": "UADV10000", "sub": "UMOD10000",
    "mod": "UMOD20000", "gmg": "UHSFDG000", "ext": "UEXT10000", "prv": "UPRV10000", "new": "",
    "ocd": "UAUTREMD0", "ows": "UHSFMD000",
}  # fmt: skip
"""The Slack account of each column; somebody new is somebody else each time."""


def with_every_role() -> Community:
    """The region, with a delegate and a moderator who are nothing else."""
    base = region()
    delegate = Person("HSF-D", "Odette Relève", (Role.CAREGIVER,), Language.FR, "UHSFDEL00", institution="HSF", line=2)
    moderator = Person("MOD-2", "Irène Pausée", (Role.MODERATOR,), Language.FR, "UMOD20000")
    homes = tuple(_with_delegate(each, "HSF-D") if each.id == "HSF" else each for each in base.institutions)
    return replace(base, institutions=homes, people=(*base.people, delegate, moderator))


def _with_delegate(home: Institution, person: str) -> Institution:
    return replace(home, delegates=(person, *home.delegates))


def another_community() -> Community:
    """A second community of the same workspace, with the same institutions and other people."""
    base = region()
    settings = replace(base.settings, id="autre", code="AU", facilitator_substitute=None)
    director = replace(base.people[1], slack_id="UAUTREMD0", name="Paul Ailleurs")
    return replace(base, settings=settings, people=(director,))


@dataclass
class World:
    """The town, and the problem that everybody tries to touch."""

    town: Town
    place: Place
    reference: str = ""
    problem: int = 0
    absence: int = 0
    newcomers: Iterator[int] = field(default_factory=count)

    def slack_id(self, column: str) -> str:
        """The account of a column."""
        if column != "new":
            return PEOPLE[column]
        name = f"UNEW{next(self.newcomers):05d}"
        self.town.slack.add_person(name, "Alex Nouveau")
        return name

    def fresh(self, state: str, **changed: object) -> Problem:
        """A problem of its own for each try."""
        standing, accepted, closing, returned_by = STANDING[state]
        draft = Problem(
            id=0, workspace=WORKSPACE, community=self.place.id, reference="", state=standing, continuum="ONC",
            institution="HSF", owes=None if standing is State.CLOSED else "HSF", because=Because("named", "hôpital"),
            severity=Severity.DELAY, reporter="CVE-S1", reporter_institution="CVE", line=1, name_shown=False,
            reported_at=THURSDAY, answer_by=LATER, accepted_at=accepted, closing=closing, returned_by=returned_by,
            verdict=Verdict.YES if state == "verified" else None,
        )  # fmt: skip
        with self.town.house.web_database.engine.begin() as connection:
            connection.execute(problems.update().values(state="withdrawn"))
            connection.execute(exports.delete())  # who asks twice in a minute gets one workbook
        with self.town.house.web_database.unit_of_work() as uow:
            problem = uow.problems.add(replace(draft, **changed), "ONC")  # type: ignore[arg-type] # fields by name
            uow.history.write(problem, TextKind.DESCRIPTION, SECRET, THURSDAY)
            uow.history.write(problem, TextKind.ON_BEHALF, "La collègue de nuit", THURSDAY)
            first = Event(problem=problem.id, kind=Happened.REPORTED, at=THURSDAY, actor=None, institution="HSF")
            uow.history.add(problem, first)
            note = uow.history.write(problem, TextKind.UPDATE, "Entre nous", THURSDAY)
            internal = Event(
                problem=problem.id, kind=Happened.UPDATED, at=THURSDAY, actor="HSF-MD", text=note, internal=True
            )
            uow.history.add(problem, internal)
            if state in PROMISED:
                _promise(uow, self.place, problem, PROMISED[state])
            if state == "deciding":
                _ask(uow, problem)
            if state in PARTNERS:
                problem = _partner(uow, problem, PARTNERS[state])
        self.reference, self.problem = problem.reference, problem.id
        return problem

    def send_away(self) -> None:
        """The hospital's director is away."""
        with self.town.house.web_database.unit_of_work() as uow:
            away = Absence(person="HSF-MD", first_day=THURSDAY.date())
            self.absence = uow.absences.add(self.place, away, actor=None, now=THURSDAY).id

    def community_of(self, column: str) -> int:
        """The community where a column has its place."""
        workspace = ELSEWHERE if column == "ows" else WORKSPACE
        with self.town.house.web_database.reading() as uow:
            members = uow.communities.members(workspace, PEOPLE[column])
        return members[0].place.id if members else self.place.id

    def put_card(self) -> None:
        """A card of the problem stands in Slack."""
        row = {"workspace": WORKSPACE, "target": "U", "kind": "DirectorCard", "state": "sent", "surface": True}
        row |= {"notice": {"kind": "DirectorCard", "problem": self.problem}, "problem": self.problem, "wanted": 1}
        row |= {"key": f"card:{self.problem}", "due_at": THURSDAY, "attempts": 1, "shown": 1, "nonce": "0" * 32}
        with self.town.house.web_database.engine.begin() as connection:
            connection.execute(outbox.update().values(channel=None))
            connection.execute(outbox.insert().values(row | {"channel": CARD[0], "ts": CARD[1]}))

    def footprint(self) -> tuple[object, ...]:
        """What is stored: nothing of it changes when something is refused."""
        with self.town.house.web_database.engine.connect() as connection:
            now = connection.execute(select(problems).where(problems.c.id == self.problem)).one()
            owed = connection.execute(select(commitments).where(commitments.c.problem == self.problem)).all()
            steps = connection.execute(select(followups).where(followups.c.problem == self.problem)).all()
            counted = (problems, events, texts, exports, community_events)
            return (
                now,
                tuple(owed),
                str(steps),
                *(connection.execute(select(func.count()).select_from(each)).scalar_one() for each in counted),
            )


def _promise(uow: UnitOfWork, place: Place, problem: Problem, changes: dict[str, object]) -> None:
    what = uow.history.write(problem, TextKind.COMMITMENT, "Envoyer le résumé le jour même", THURSDAY)
    due = Due(LATER)
    draft = Commitment(
        id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
        what=what, institution="HSF", owner="", due=due, first_due=due, zone="America/Toronto",
        standing=Standing.OPEN, made_at=THURSDAY,
    )  # fmt: skip
    made = uow.commitments.add(problem, replace(draft, **changes))  # type: ignore[arg-type] # fields by name
    plan_promise(uow, place, problem, made, THURSDAY)


def _ask(uow: UnitOfWork, problem: Problem) -> None:
    question = uow.history.write(problem, TextKind.DECISION, "Un essai de trois mois?", THURSDAY)
    uow.decisions.add(
        problem,
        Decision(
            id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
            question=question, otherwise=question, asked_by="ADV-1", behalf=Behalf.FACILITATION, due=Due(LATER),
            zone="America/Toronto", made_at=THURSDAY, said=(Said(person="HSF-DG"),),
        ),
    )  # fmt: skip


def _partner(uow: UnitOfWork, problem: Problem, standing: Taking) -> Problem:
    what = uow.history.write(problem, TextKind.CONTRIBUTION, "Lire le résumé le jour même", THURSDAY)
    asked = Participation(
        id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, institution="GTV",
        standing=standing, asked_by="HSF-MD", what=what, at=THURSDAY,
    )  # fmt: skip
    uow.participations.save(asked)
    changed = with_standing(problem, asked)
    uow.problems.save(changed)
    return changed


@contextmanager
def open_world(url: str) -> Iterator[World]:
    """Open it on an empty database."""
    with open_town(url) as town:
        for name in ("UHSFDEL00", "UMOD20000", "UAUTREMD0"):
            town.slack.add_person(name, name)
        with town.house.web_database.unit_of_work() as uow:
            channels = channel_ids(town.slack)
            place = import_community(uow, WORKSPACE, with_every_role(), THURSDAY, channels=channels)
            import_community(uow, WORKSPACE, another_community(), THURSDAY, channels={})
            import_community(uow, ELSEWHERE, region(), THURSDAY, channels={})
        yield World(town, place)
