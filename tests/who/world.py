"""A world with every role apart: two communities in one workspace, the same region in another one, one problem."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count

from sqlalchemy import Select, func, select

from sc_bot.domain.absences import Absence
from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.community import Community, Institution, Language, Person, Role
from sc_bot.domain.cycles import Archive
from sc_bot.domain.deadlocks import Deadlock, Evidence, Sign, Stage
from sc_bot.domain.decisions import Behalf, Decision, Said
from sc_bot.domain.due import Due
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.joining import Joined
from sc_bot.domain.joint_changes import Answered, JointChange, Part
from sc_bot.domain.joint_changes import Stage as JointStage
from sc_bot.domain.lessons import Did, Facet, Lesson, LessonStep, Offer, Origin, Taken
from sc_bot.domain.lessons import Stage as LessonStage
from sc_bot.domain.meetings import Item, Kind, Phase
from sc_bot.domain.meetings import Outcome as ItemOutcome
from sc_bot.domain.participations import Participation, Taking, with_standing
from sc_bot.domain.problems import Because, Closing, Problem, Severity, State, Verdict
from sc_bot.domain.texts import TextKind
from sc_bot.domain.tryouts import Outcome, Trying, Tryout
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.community import import_community
from sc_bot.usecases.followups.planning import plan_promise
from sc_bot.usecases.meetings.planning import upcoming
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
    events,
    exports,
    followups,
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
    "proposed": (State.ACCEPTED, THURSDAY, None, ()),
    "trying": (State.ACCEPTED, THURSDAY, None, ()),
    "tried": (State.ACCEPTED, THURSDAY, None, ()),
    "worded": (State.ACCEPTED, THURSDAY, None, ()),
    "joining": (State.ACCEPTED, THURSDAY, None, ()),
    "unanswered": (State.ACCEPTED, THURSDAY, None, ()),
    "gone": (State.ACCEPTED, THURSDAY, None, ()),
    "stuck": (State.ACCEPTED, THURSDAY, None, ()),
    "raised": (State.ACCEPTED, THURSDAY, None, ()),
    "offered": (State.ACCEPTED, THURSDAY, None, ()),
    "needed": (State.ACCEPTED, THURSDAY, None, ()),
    "agenda": (State.ACCEPTED, THURSDAY, None, ()),
    "meeting": (State.ACCEPTED, THURSDAY, None, ()),
    "ended": (State.ACCEPTED, THURSDAY, None, ()),
    "arbitration": (State.ARBITRATION, None, None, ("PCO", "HSF")),
    "returned": (State.RETURNED, None, None, ("HSF",)),
    "closed": (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
    "verified": (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
    **dict.fromkeys(
        ("telling", "written", "practice", "published", "passed_on", "adopted"),
        (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
    ),
    "joined": (State.ROUTED, None, None, ()),
    "seen_closed": (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
}
PROMISED: dict[str, dict[str, object]] = {
    "promised": {"owner": "HSF-S2"},
    "offered": {"owner": "HSF-MD", "offered_to": "HSF-S2"},
    "needed": {"owner": "HSF-MD", "standing": Standing.BLOCKED, "needs_of": "HSF-S2", "blocked_at": THURSDAY},
}
TRIED: dict[str, dict[str, object]] = {
    "proposed": {},
    "trying": {"standing": Trying.RUNNING, "until": Due(LATER)},
    "tried": {"standing": Trying.ENDED, "outcome": Outcome.WORKS},
}
CHANGING: dict[str, dict[str, object]] = {
    "joining": {"answered": Answered.TAKEN},
    "unanswered": {},
    "gone": {"answered": Answered.TAKEN, "agrees": True, "checking": True},
}
"""The hospital's part in a joint change."""
PHASES = {"agenda": Phase.PLANNED, "meeting": Phase.STARTED, "ended": Phase.ENDED}
STAGES = {"stuck": Stage.SUPPORT, "raised": Stage.STEERING}
PARTNERS = {"invited": Taking.ASKED, "helping": Taking.ACCEPTED}
LESSONS = {
    "telling": (LessonStage.ASKED, None),
    "written": (LessonStage.DRAFTED, None),
    "practice": (LessonStage.NOTED, None),
    "published": (LessonStage.PUBLISHED, None),
    "passed_on": (LessonStage.PUBLISHED, Taken.OFFERED),
    "adopted": (LessonStage.PUBLISHED, Taken.ADOPTED),
}
"""Where the lesson from the problem stands, and what the third director's institution does with it."""
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
            connection.execute(problems.update().values(state="withdrawn"))
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
            _promise(uow, self.place, problem, PROMISED[state])
        if state == "deciding":
            _ask(uow, problem)
        if state in TRIED:
            _try(uow, problem, TRIED[state])
        if state == "worded":
            words = uow.history.write(problem, TextKind.WORDING, "Le résumé tarde", THURSDAY)
            proposed = Happened.WORDING_PROPOSED
            uow.history.add(problem, _by_the_director(problem, proposed, words))
        if state in CHANGING:
            problem = _join(uow, problem, state)
        if state in LESSONS:
            self.lesson = _teach(uow, problem, *LESSONS[state])
        if state in PHASES:
            self.meeting, self.item = _meet(uow, self.place, problem, PHASES[state])
        if state in STAGES:
            _be_stuck(uow, problem, STAGES[state])
        if state in {"joined", "seen_closed"}:
            _also_see(uow, problem)
        if state in PARTNERS:
            problem = _partner(uow, problem, PARTNERS[state])
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
            counted = (
                problems,
                events,
                texts,
                exports,
                lessons,
                lesson_steps,
                lesson_texts,
                pulse_answers,
                charters,
                charter_signatures,
                chosen_places,
                community_events,  # the last: somebody new may be welcomed, whatever else they may do
            )
            met = [connection.execute(each).all() for each in _of_meeting(self.meeting)]
            return (
                now,
                tuple(owed),
                tuple(seen),
                str(steps),
                str(met),
                connection.execute(select(func.count(cycle_reviews.c.held_at))).scalar_one(),
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


def _by_the_director(problem: Problem, kind: Happened, text: int) -> Event:
    return Event(problem=problem.id, kind=kind, at=THURSDAY, actor="HSF-MD", text=text, details=("1",))


def _try(uow: UnitOfWork, problem: Problem, changes: dict[str, object]) -> None:
    what = uow.history.write(problem, TextKind.TRYOUT, "L'envoyer par la messagerie", THURSDAY)
    draft = Tryout(
        id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
        what=what, proposed_by="HSF-S2", name_shown=False, proposed_at=THURSDAY, institution="HSF",
    )  # fmt: skip
    uow.tryouts.add(problem, replace(draft, **changes))  # type: ignore[arg-type] # fields by name


def _be_stuck(uow: UnitOfWork, problem: Problem, stage: Stage) -> None:
    shown = (Evidence(sign=Sign.UNSOLVABLE, times=(THURSDAY,), offices=("author",)),)
    uow.deadlocks.add(
        Deadlock(
            id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, found_at=THURSDAY,
            evidence=shown, stage=stage,
        )
    )  # fmt: skip


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


def _join(uow: UnitOfWork, problem: Problem, state: str) -> Problem:
    what = uow.history.write(problem, TextKind.JOINT_CHANGE, "Le résumé part le jour même", THURSDAY)
    hospital = Part(institution="HSF", **CHANGING[state])  # type: ignore[arg-type] # fields by name
    uow.joint_changes.add(
        problem,
        JointChange(
            id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, problems=(problem.id,),
            number=0, reference="", what=what, needed=2, day=LATER.replace(day=30), zone="America/Toronto",
            begun_by="ADV-1", begun_at=THURSDAY, ended=JointStage.GONE if state == "gone" else None,
            parts=(hospital, Part(institution="GTV", answered=Answered.TAKEN, agrees=True)),
        ),
    )  # fmt: skip
    uow.problems.save(replace(problem, concerned=("GTV",)))
    return uow.problems.by_id(problem.id)


def _meet(uow: UnitOfWork, place: Place, problem: Problem, phase: Phase) -> tuple[int, int]:
    """A meeting of the support committee with one item, about which something is decided."""
    committee = place.community.committee("support")
    assert committee is not None
    draft = upcoming(uow, place, committee, THURSDAY)
    assert draft is not None
    begun = {"started_at": THURSDAY, "item_since": THURSDAY, "moderator": "MOD-1"} if phase is not Phase.PLANNED else {}
    made = uow.meetings.add(replace(draft, phase=phase, agenda_at=THURSDAY, **begun))  # type: ignore[arg-type] # by name
    assert made is not None
    over = {"outcome": ItemOutcome.NOTHING, "closed_at": THURSDAY} if phase is Phase.ENDED else {}
    text = uow.history.write(problem, TextKind.DECIDED, "Un essai de trois mois", THURSDAY)
    item = Item(id=0, meeting=made.id, kind=Kind.ADDED, problem=problem.id, topic=text, decided=text, **over)  # type: ignore[arg-type] # by name
    uow.meetings.add_items(place, [item])
    return made.id, uow.meetings.items(made.id)[0].id


def _of_meeting(meeting: int) -> tuple[Select[tuple[object, ...]], ...]:
    """All that is stored of one meeting."""
    return (
        select(meetings).where(meetings.c.id == meeting),
        select(agenda_items).where(agenda_items.c.meeting == meeting),
        select(meeting_people).where(meeting_people.c.meeting == meeting),
    )


def _also_see(uow: UnitOfWork, problem: Problem) -> None:
    uow.joinings.save(
        Joined(
            workspace=problem.workspace, community=problem.community, problem=problem.id, person="HSF-S2",
            institution="HSF", at=THURSDAY,
        )
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


def _teach(uow: UnitOfWork, problem: Problem, stage: LessonStage, standing: Taken | None) -> str:
    """A lesson from the problem, written by its lead; or a good practice of its author."""
    alone = stage is LessonStage.NOTED
    draft = Lesson(
        id=0, workspace=problem.workspace, community=problem.community, reference="",
        origin=Origin.PRACTICE if alone else Origin.SOLVED, occasion=problem.reference, stage=stage, at=THURSDAY,
        problem=None if alone else problem.id, continuum="ONC", institution=None if alone else "HSF", author="CVE-S1",
        drafted_by="HSF-MD" if stage is LessonStage.DRAFTED else None,
    )  # fmt: skip
    lesson = uow.lessons.add(draft, "B" if alone else "L")
    assert lesson is not None
    for facet in (Facet.CONTEXT, Facet.CHANGE, Facet.RESULT, Facet.CONDITIONS):
        uow.lessons.write(lesson, facet, "Le résumé part le jour même", THURSDAY)
    uow.lessons.happened(lesson, LessonStep(lesson=lesson.id, did=Did.ASKED, at=THURSDAY, actor=None))
    if standing is not None:
        offer = Offer(lesson=lesson.id, community=problem.community, institution="GTV", by="ADV-1", at=THURSDAY)
        uow.lessons.put(replace(offer, standing=standing))
        step = LessonStep(lesson=lesson.id, did=Did.OFFERED, at=THURSDAY, actor="ADV-1", institution="GTV")
        uow.lessons.happened(lesson, step)
    return lesson.reference


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
