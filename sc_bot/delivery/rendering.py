"""One outbox row to the message that its reader sees, read afresh: what they may see can have changed."""

from dataclasses import replace
from typing import assert_never

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Person, Role
from sc_bot.domain.notices import (
    ArbitrationCard,
    AskHome,
    AuthorCard,
    DirectorCard,
    Headline,
    Notice,
    OfferReport,
    SorryNote,
    Told,
    TriageCard,
    Unplaced,
    Welcome,
)
from sc_bot.domain.problems import Problem, State
from sc_bot.domain.refusals import Refused
from sc_bot.domain.visibility import Sight, in_channel, sight
from sc_bot.ports import Envelope, Message, Place, UnitOfWork
from sc_bot.presentation import cards, greetings
from sc_bot.presentation.told import told
from sc_bot.usecases.reading import channel_reader, headline_view, reader_of, view_of


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
        return _headline(uow, place, problem, envelope)
    person = _person(uow, envelope, place) or _former_author(uow, envelope, problem)
    if person is None:
        return None
    seen = sight(person, problem, place.community)
    if not seen.exists:
        return cards.closed_off(reader_of(place, person), problem.reference) if envelope.ts else None
    if envelope.ts is None and _came_too_late(notice, problem, seen):
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


def _came_too_late(notice: Notice, problem: Problem, seen: Sight) -> bool:
    """A card that waited for the morning, about a problem that is withdrawn or somebody else's by then."""
    cards_of_others = isinstance(notice, DirectorCard | TriageCard | ArbitrationCard)
    return cards_of_others and (problem.state is State.WITHDRAWN or not seen.text)


def _headline(uow: UnitOfWork, place: Place, problem: Problem, envelope: Envelope) -> Message | None:
    institution = envelope.notice.institution if isinstance(envelope.notice, Headline) else ""
    if not in_channel(problem, institution):
        reader = channel_reader(place, institution)
        return cards.closed_off(reader, problem.reference) if envelope.ts else None
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
        case Unplaced(person=who, reason=reason) if facilitates(person, place.community):
            found = uow.communities.person(place.id, who)
            return greetings.unplaced(reader, found.name if found else who, reason)
        case OfferReport(ts=ts):
            return greetings.offer_report(reader, ts)
        case SorryNote(why=why, kinds=kinds, action=action, value=value):
            return greetings.sorry(reader, why, kinds, mend=(action, value))
        case _:
            return None


def _person(uow: UnitOfWork, envelope: Envelope, place: Place) -> Person | None:
    members = uow.communities.members(envelope.workspace, envelope.to)
    return next((each.person for each in members if each.place.id == place.id), None)


def _former_author(uow: UnitOfWork, envelope: Envelope, problem: Problem) -> Person | None:
    """An author whom the community file no longer names still hears what became of their report, and nothing else."""
    author = uow.communities.person(problem.community, problem.reporter)
    if author is None or author.slack_id != envelope.to:
        return None
    return replace(author, roles=(Role.CAREGIVER,), institution=None)
