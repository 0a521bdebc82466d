"""What the facilitator is told about the community itself, as it is when it is sent."""

from datetime import datetime

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.common_notices import CycleReview, EndsSoon, NoDirector
from sc_bot.ports import Envelope, Message, UnitOfWork
from sc_bot.presentation import cycles, health
from sc_bot.usecases.cycles.reviewing import cycle_of
from sc_bot.usecases.showing import reader_of


def about_community(uow: UnitOfWork, envelope: Envelope, now: datetime) -> Message | None:
    """The message, for who facilitates now; None where there is nothing left to say."""
    notice = envelope.notice
    if not isinstance(notice, CycleReview | EndsSoon | NoDirector):
        return None
    place = uow.communities.get(notice.community).at(now)
    members = uow.communities.members(envelope.workspace, envelope.to)
    person = next((each.person for each in members if each.place.id == place.id), None)
    if person is None or not facilitates(person, place.community) or place.archived is not None:
        return None
    reader, settings = reader_of(place, person), place.community.settings
    match notice:
        case CycleReview(number=number):
            review = uow.cycles.review(place, number)
            return cycles.review(cycle_of(uow, place, person, review)) if review else None
        case EndsSoon():
            return cycles.ends_soon(reader, settings.name, settings.ends_on)
        case NoDirector(institution=institution):
            home = place.community.institution(institution)
            gone = home is None or place.community.managing_director_of(institution) is not None
            return health.no_director(reader, home.name) if home and not gone else None
