"""One outbox row to the message that its reader sees, read afresh: what they may see can have changed."""

from typing import assert_never

from sc_bot.domain.community import Person, Role
from sc_bot.domain.notices import (
    ArbitrationCard,
    AskHome,
    AuthorCard,
    DirectorCard,
    Headline,
    OfferReport,
    SorryNote,
    Told,
    TriageCard,
    Unplaced,
    Welcome,
)
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused
from sc_bot.domain.visibility import sight
from sc_bot.ports import Envelope, Message, Place, UnitOfWork
from sc_bot.presentation import cards, greetings
from sc_bot.presentation.told import told
from sc_bot.usecases.reading import headline_view, reader_of, view_of


def content(uow: UnitOfWork, envelope: Envelope) -> Message | None:
    """The message as its reader may see it now; None when there is nothing left to say to them."""
    match envelope.notice:
        case AuthorCard() | DirectorCard() | TriageCard() | ArbitrationCard() | Headline() | Told():
            return _about_problem(uow, envelope)
        case Welcome() | AskHome() | Unplaced() | OfferReport() | SorryNote():
            return _greeting(uow, envelope)
        case _:
            assert_never(envelope.notice)


def _about_problem(uow: UnitOfWork, envelope: Envelope) -> Message | None:
    notice = envelope.notice
    problem = uow.problems.by_id(envelope.problem or 0)
    place = uow.communities.get(problem.community)
    if isinstance(notice, Headline):
        return _headline(uow, place, problem, notice.institution)
    person = _person(uow, envelope, place)
    if person is None or not sight(person, problem, place.community).exists:
        return None
    try:
        view = view_of(uow, place, problem, person)
    except Refused:
        return None
    match notice:
        case AuthorCard():
            return cards.author_card(view)
        case DirectorCard():
            return cards.director_card(view)
        case TriageCard():
            return cards.triage_card(view)
        case ArbitrationCard():
            return cards.arbitration_card(view)
        case Told():
            step = next((each for each in view.steps if each.id == notice.event), None)
            return told(view, step) if step else None
        case _:
            return None


def _headline(uow: UnitOfWork, place: Place, problem: Problem, institution: str) -> Message | None:
    if problem.restricted:
        return None
    return cards.headline(headline_view(uow, place, problem, institution))


def _greeting(uow: UnitOfWork, envelope: Envelope) -> Message | None:
    members = uow.communities.members(envelope.workspace, envelope.to)
    if not members:
        return None
    place, person = members[0].place, members[0].person
    reader = reader_of(place, person)
    match envelope.notice:
        case Welcome():
            return greetings.welcome(reader)
        case AskHome() if person.institution is None:
            return greetings.ask_home(reader, str(place.id))
        case Unplaced(person=who, reason=reason) if Role.FACILITATOR in person.roles:
            found = uow.communities.person(place.id, who)
            return greetings.unplaced(reader, found.name if found else who, reason)
        case OfferReport(ts=ts):
            return greetings.offer_report(reader, ts)
        case SorryNote(why=why, kinds=kinds):
            return greetings.sorry(reader, why, kinds)
        case _:
            return None


def _person(uow: UnitOfWork, envelope: Envelope, place: Place) -> Person | None:
    members = uow.communities.members(envelope.workspace, envelope.to)
    return next((each.person for each in members if each.place.id == place.id), None)
