"""Decision requests as those see them who are asked, and what somebody sees who is about to ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sc_bot.domain import decisions as rules
from sc_bot.domain.addresses import reads_only
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.answers import Faster
from sc_bot.domain.community import Community, Localised, Person, Role
from sc_bot.domain.decision_views import DecisionView
from sc_bot.domain.decisions import Decision, Said
from sc_bot.domain.permissions import Verb, may
from sc_bot.domain.problems import Problem
from sc_bot.domain.references import in_name
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import Text, TextKind
from sc_bot.domain.views import Reader
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of_reading, members_now
from sc_bot.usecases.decisions.answering import must_take_answers, open_decision
from sc_bot.usecases.decisions.asking import asked_already
from sc_bot.usecases.problems.changing import open_case
from sc_bot.usecases.reading_lists import public_views
from sc_bot.usecases.showing import reader_of

LATELY = timedelta(days=42)
"""What was answered stays on one's list as long; six weeks lie between two committees."""
LISTED = 50  # requests of one person
RUNNING = 500  # requests of a community that wait for answers
_WORDS = (TextKind.TITLE, TextKind.OBJECTIVE, TextKind.DECISION, TextKind.OTHERWISE, TextKind.REASON)


@dataclass(frozen=True, slots=True)
class Asking:
    """A problem about which somebody may ask, whom they can ask, and whom one usually asks."""

    reference: str
    community: Community
    managers: tuple[Person, ...]
    usually: tuple[str, ...]


def see_asking(database: Database, asked: Asked, reference: str) -> Asking | Faster:
    """For somebody about to ask; when a request is under way already, who asked first.

    Raises:
        Refused: NOT_FOUND or NOT_YOURS; CANNOT_DECIDE, no general manager may know of it.
    """
    with database.reading() as uow:
        case = open_case(uow, asked, reference, to_change=False)
        problem, community = case.problem, case.community
        if not may(case.person, Verb.ASK_DECISION, problem, community):
            raise Refused(Why.NOT_YOURS)
        if not problem.is_open:
            return case.faster()
        managers = rules.managers(problem, community)
        if not managers:
            raise Refused(Why.CANNOT_DECIDE)
        under_way = rules.running(uow.decisions.of(problem.id), problem, community, case.now)
        if under_way is not None:
            return asked_already(case, under_way)
        usually = tuple(each.id for each in rules.asked_usually(problem, community))
        return Asking(problem.reference, community, managers, usually)


def see_decision(database: Database, asked: Asked, reference: str) -> DecisionView:
    """One request, for somebody about to say no.

    Raises:
        Refused: NOT_FOUND, NOT_YOURS, or DECISION_OVER.
    """
    with database.reading() as uow:
        case, decision, manager = open_decision(uow, asked, reference, to_change=False)
        must_take_answers(case, decision)
        both = case.person, manager
        return decision_of(uow, case.member.place, case.problem, decision, both, case.now)


def decision_of(
    uow: UnitOfWork, place: Place, problem: Problem, decision: Decision, who: tuple[Person, Person], now: datetime
) -> DecisionView:
    """One request as its reader may see it, and whose answer it asks for: first who reads, then who is asked."""
    reader, manager = who
    view = _Looking(place, manager, now).at(problem, decision, uow.history.texts(problem.id))
    return view if reader.id == manager.id else _in_name_of(manager, view, reader_of(place, reader))


def _in_name_of(manager: Person, view: DecisionView, reader: Reader) -> DecisionView:
    own, named = replace(view.problem, reader=reader), in_name(view.reference, manager.id)
    return replace(view, problem=own, reference=named, in_name_of=manager.name)


def own_decisions(database: Database, asked: Asked) -> Sequence[DecisionView]:
    """What one is asked to decide, and what one answered lately; what waits for one's answer first.

    Of every community of the workspace in which they are: an answer finds its own.

    Raises:
        Refused: NO_COMMUNITY.
    """
    with database.reading() as uow:
        if member_of_reading(uow, asked) is None:
            raise Refused(Why.NO_COMMUNITY)
        members = members_now(uow, asked)
        every = [view for each in members for view in _asked_in(uow, each.place.at(asked.now), each.person, asked.now)]
        return sorted(every, key=lambda each: each.own is not None or not each.may_answer)


def _asked_in(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> list[DecisionView]:
    """What is asked of them; of the facilitator also what is asked of managers who are not in Slack."""
    reader, community = reader_of(place, person), place.community
    asked = community.having(Role.GENERAL_MANAGER) if facilitates(person, community) else ()
    others = [each for each in asked if reads_only(each)]
    own = _asked_lately(uow, place, person, now)
    recorded = ((each, view) for each in others for view in _asked_lately(uow, place, each, now))
    return [*own, *(_in_name_of(manager, view, reader) for manager, view in recorded)]


def _asked_lately(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> list[DecisionView]:
    found = uow.decisions.asked_of(place, person.id, now - LATELY, LISTED)
    return _Requests(uow, place, now, found).of(person)


def open_decisions_for(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> list[DecisionView]:
    """What waits for somebody's answer, the first due first. As many queries for fifty as for one."""
    asked = _Requests(uow, place, now, uow.decisions.asked_of(place, person.id, now, LISTED))
    return waiting_for(asked.of(person))


class OpenDecisions:
    """What waits for anybody's answer in a community, read once for all of them: four queries, then none."""

    def __init__(self, uow: UnitOfWork, place: Place, now: datetime) -> None:
        self._requests = _Requests(uow, place, now, uow.decisions.running_in(place, RUNNING))

    def of(self, person: Person, since: datetime | None = None) -> list[DecisionView]:
        """What waits for this person's answer, the first due first; and what they answered since a moment."""
        every = self._requests.of(person)
        lately = [each for each in every if since is not None and each.own_at is not None and each.own_at >= since]
        return [each for each in every if each in lately or each in waiting_for(every)]


def waiting_for(views: Sequence[DecisionView]) -> list[DecisionView]:
    """Of what somebody is asked, what they have not answered and still may."""
    return [each for each in views if each.may_answer and each.own is None]


class _Requests:
    """Several requests with their problems and words."""

    def __init__(self, uow: UnitOfWork, place: Place, now: datetime, decisions: Sequence[Decision]) -> None:
        about = sorted({each.problem for each in decisions})
        self._place, self._now, self._decisions = place, now, decisions
        self._problems = {each.id: each for each in uow.problems.several(about)} if about else {}
        self._texts = uow.history.some_texts(about, *_WORDS) if about else ()

    def of(self, person: Person) -> list[DecisionView]:
        """Those that are asked of this person, as they may see them."""
        looking = _Looking(self._place, person, self._now)
        both = ((self._problems[each.problem], each) for each in self._decisions if each.of(person.id))
        return [
            looking.at(problem, each, [text for text in self._texts if text.problem == problem.id])
            for problem, each in both
            if rules.may_be_asked(person, problem, self._place.community)
        ]


@dataclass(frozen=True, slots=True)
class _Looking:
    """Somebody who is asked, now; no query."""

    place: Place
    person: Person
    now: datetime

    def at(self, problem: Problem, decision: Decision, texts: Sequence[Text]) -> DecisionView:
        """One request. Whoever is asked reads the question, even of a problem whose report they may not read."""
        community, said = self.place.community, decision.of(self.person.id) or Said(person=self.person.id)
        titles = [each for each in texts if each.kind in {TextKind.TITLE, TextKind.OBJECTIVE}]
        return DecisionView(
            problem=public_views(self.place, [problem], self.person, titles)[0],
            reference=decision.reference,
            question=_body(texts, decision.question),
            otherwise=_body(texts, decision.otherwise),
            behalf=decision.behalf,
            institution=_name(community, decision.institution),
            due=decision.due,
            standing=rules.standing(decision, problem, community, self.now),
            meeting=rules.next_meeting(community, self.now),
            own=said.reply,
            own_reason=_body(texts, said.reason),
            own_meeting=self._local(said.meeting),
            own_at=said.at,
            may_answer=rules.takes_answers(decision, problem, self.now),
        )

    def _local(self, meeting: datetime | None) -> datetime | None:
        return meeting.astimezone(ZoneInfo(self.place.community.settings.timezone)) if meeting else None


def _body(texts: Sequence[Text], text: int | None) -> str | None:
    return next((each.body for each in texts if each.id == text), None)


def _name(community: Community, institution: str | None) -> Localised | None:
    known = community.institution(institution) if institution else None
    return known.name if known else None
