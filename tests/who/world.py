"""A world with every role apart: two communities in one workspace, the same region in another one, one problem."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count

from sqlalchemy import func, select

from sc_bot.domain.absences import Absence
from sc_bot.domain.community import Community, Institution, Language, Person, Role
from sc_bot.domain.cycles import Archive
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.problems import Because, Problem, Severity, State, Verdict
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.community import import_community
from sc_bot.usecases.pulse.turning import begin
from storage.tables import (
    agenda_items,
    archives,
    charter_signatures,
    charters,
    chosen_places,
    commitments,
    communities,
    community_events,
    cycle_reviews,
    erasures,
    events,
    exports,
    followups,
    incidents,
    joinings,
    lesson_steps,
    lesson_texts,
    lessons,
    meeting_people,
    meeting_texts,
    meetings,
    outbox,
    problems,
    pulse_answers,
    pulse_invitations,
    texts,
)
from tests.house import THURSDAY, Town, channel_ids, open_town, region
from tests.who.putting import (
    also_see,
    ask_managers,
    be_stuck,
    by_the_director,
    change_jointly,
    meet,
    of_meeting,
    partner,
    promise,
    teach,
    try_out,
)
from tests.who.standing import CHANGING, LATER, LESSONS, PARTNERS, PHASES, PROMISED, SECRET, STAGES, STANDING, TRIED

WORKSPACE, ELSEWHERE = "T0ESTRIE0", "T0AILLEURS"
CARD = ("D0CARD000", "1795392123.000100")
"""Where a card of the problem stands, for those who write under it."""

PEOPLE = {
    "aut": "UCVES1000", "col": "UHSFS2000", "oth": "UPCOS1000", "dir": "UHSFMD000", "own": "UCVEMD000",
    "dio": "UGTVMD000", "del": "UHSFDEL00", "sup": "USC400000", "fac": "UADV10000", "sub": "UMOD10000",
    "mod": "UMOD20000", "gmg": "UHSFDG000", "ext": "UEXT10000", "prv": "UPRV10000", "new": "",
    "ocd": "UAUTREMD0", "ows": "UHSFMD000",
}  # fmt: skip
"""The Slack account of each column; somebody new is somebody else each time."""

COUNTED = (
    problems,
    events,
    texts,
    erasures,
    exports,
    incidents,
    lessons,
    lesson_steps,
    lesson_texts,
    pulse_answers,
    charters,
    charter_signatures,
    chosen_places,
    community_events,  # the last: somebody new may be welcomed, whatever else they may do
)
HOW_MANY = select(
    select(func.count(cycle_reviews.c.held_at)).scalar_subquery(),
    select(func.count()).where(outbox.c.kind == "PersonFile").scalar_subquery(),
    *(select(func.count()).select_from(each).scalar_subquery() for each in COUNTED),
)


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
    other: str = ""
    absence: int = 0
    lesson: str = ""
    meeting: int = 0
    item: int = 0
    wave: int = 0
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
            closed_at=THURSDAY if standing is State.CLOSED else None,
        )  # fmt: skip
        self._make_room()
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
            problem = self._put(uow, problem, state)
        self.reference, self.problem = problem.reference, problem.id
        self.other = self._other(draft).reference
        return problem

    def _make_room(self) -> None:
        """What stood before is no longer in the way."""
        with self.town.house.web_database.engine.begin() as connection:
            connection.execute(problems.update().where(problems.c.state != "withdrawn").values(state="withdrawn"))
            connection.execute(archives.delete())
            connection.execute(cycle_reviews.delete())
            connection.execute(cycle_reviews.insert(), self._review())
            connection.execute(communities.update().values(version=communities.c.version + 1))
            connection.execute(exports.delete())  # who asks twice in a minute gets one workbook
            for table in (meeting_people, agenda_items, meeting_texts, meetings):
                connection.execute(table.delete())

    def _put(self, uow: UnitOfWork, problem: Problem, state: str) -> Problem:
        """What the state is about, beside the problem itself."""
        if state in PROMISED:
            promise(uow, self.place, problem, PROMISED[state])
        if state == "deciding":
            ask_managers(uow, problem)
        if state in TRIED:
            try_out(uow, problem, TRIED[state])
        if state == "worded":
            words = uow.history.write(problem, TextKind.WORDING, "Le résumé tarde", THURSDAY)
            proposed = Happened.WORDING_PROPOSED
            uow.history.add(problem, by_the_director(problem, proposed, words))
        if state in CHANGING:
            problem = change_jointly(uow, problem, state)
        if state in LESSONS:
            self.lesson = teach(uow, problem, *LESSONS[state])
        if state in PHASES:
            self.meeting, self.item = meet(uow, self.place, problem, PHASES[state])
        if state in STAGES:
            be_stuck(uow, problem, STAGES[state])
        if state in {"joined", "seen_closed"}:
            also_see(uow, problem)
        if state in PARTNERS:
            problem = partner(uow, problem, PARTNERS[state])
        return problem

    def ask_everybody(self) -> None:
        """A wave of the pulse is open, and nobody has answered."""
        with self.town.house.web_database.unit_of_work() as uow:
            begun = begin(uow, self.place, THURSDAY.date(), THURSDAY) or uow.pulse.last(self.place)
        self.wave = begun.id if begun else 0
        with self.town.house.web_database.engine.begin() as connection:
            connection.execute(pulse_invitations.update().values(answered=False))

    def _other(self, draft: Problem) -> Problem:
        """Another open problem, under which the first may go on."""
        with self.town.house.web_database.unit_of_work() as uow:
            other = replace(draft, state=State.ROUTED, closing=None, verdict=None, closed_at=None, reporter="HSF-S1")
            return uow.problems.add(replace(other, institution="PCO", owes="PCO", restricted=False), "SM")

    def _review(self) -> dict[str, object]:
        """A cycle review that waits to be held."""
        row: dict[str, object] = {"workspace": WORKSPACE, "community": self.place.id, "number": 1, "day": LATER}
        return row | {"since": THURSDAY, "asked_at": THURSDAY}

    def archive(self) -> None:
        """The community is archived."""
        with self.town.house.web_database.unit_of_work() as uow:
            uow.cycles.archive(self.place, Archive(at=THURSDAY, by="ADV-1", reason="Au CLSC"))

    def send_away(self) -> None:
        """The hospital's director is away."""
        with self.town.house.web_database.unit_of_work() as uow:
            away = Absence(person="HSF-MD", first_day=THURSDAY.date())
            self.absence = uow.absences.add(self.place, away, actor=None, now=THURSDAY).id

    def community_of(self, column: str) -> int:
        """The community where a column has its place."""
        workspace = ELSEWHERE if column == "ows" else WORKSPACE
        with self.town.house.web_database.reading() as uow:
            members = uow.communities.members(workspace, PEOPLE.get(column, ""))
        return members[0].place.id if members else self.place.id

    def charter(self) -> str:
        """The charter as windows and buttons name it: its community, and the version that holds."""
        with self.town.house.web_database.reading() as uow:
            holds = uow.charters.current(self.place)
        return f"{self.place.id} {holds.number if holds else 1}"

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
            seen = connection.execute(select(joinings).where(joinings.c.problem == self.problem)).all()
            steps = connection.execute(select(followups).where(followups.c.problem == self.problem)).all()
            met = [connection.execute(each).all() for each in of_meeting(self.meeting)]
            return (
                now,
                tuple(owed),
                tuple(seen),
                str(steps),
                str(met),
                *connection.execute(HOW_MANY).one(),
            )


@contextmanager
def open_world(url: str) -> Iterator[World]:
    """Open it on an empty database."""
    with open_town(url) as town:
        for name in ("UHSFDEL00", "UMOD20000", "UAUTREMD0"):
            town.slack.add_person(name, name)
        with town.house.worker_database.unit_of_work() as uow:  # three communities at once: nobody waits for it
            channels = channel_ids(town.slack)
            place = import_community(uow, WORKSPACE, with_every_role(), THURSDAY, channels=channels)
            import_community(uow, WORKSPACE, another_community(), THURSDAY, channels={})
            import_community(uow, ELSEWHERE, region(), THURSDAY, channels={})
        yield World(town, place)
