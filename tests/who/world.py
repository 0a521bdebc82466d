"""A world with every role apart: two communities in one workspace, the same region in another one, one problem."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count

from sqlalchemy import func, select

from sc_bot.domain.community import Community, Institution, Language, Person, Role
from sc_bot.domain.events import Event, Happened, TextKind
from sc_bot.domain.problems import Because, Closing, Problem, Severity, State
from sc_bot.ports import Place
from sc_bot.usecases.community import import_community
from storage.tables import community_events, events, outbox, problems, texts
from tests.house import THURSDAY, Town, channel_ids, open_town, region

WORKSPACE, ELSEWHERE = "T0ESTRIE0", "T0AILLEURS"
SECRET = "Le résumé de fin de chimio part par la poste"
LATER = THURSDAY.date().replace(day=24)
CARD = ("D0CARD000", "1795392123.000100")
"""Where a card of the problem stands, for those who write under it."""

STANDING = {
    "routed": (State.ROUTED, None, None, ()),
    "accepted": (State.ACCEPTED, THURSDAY, None, ()),
    "arbitration": (State.ARBITRATION, None, None, ("PCO", "HSF")),
    "returned": (State.RETURNED, None, None, ("HSF",)),
    "closed": (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
}
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
        )  # fmt: skip
        with self.town.house.web_database.engine.begin() as connection:
            connection.execute(problems.update().values(state="withdrawn"))
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
        self.reference, self.problem = problem.reference, problem.id
        return problem

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
            counted = (problems, events, texts, community_events)
            return now, *(connection.execute(select(func.count()).select_from(each)).scalar_one() for each in counted)


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
