"""A person's list of the morning, and the digest that contains it once a week: read when they are sent."""

from datetime import datetime

from sc_bot.calendar import calendar_of
from sc_bot.delivery.discretion import Discretion
from sc_bot.domain.addresses import mailed
from sc_bot.domain.community import Person
from sc_bot.domain.digests import kinds_of
from sc_bot.domain.notices import Digest, MorningList
from sc_bot.ports import Envelope, Message, Place, UnitOfWork
from sc_bot.presentation.digests import digest
from sc_bot.presentation.morning import morning_list
from sc_bot.usecases.digests.composing import Composer
from sc_bot.usecases.followups.morning import morning_of
from sc_bot.usecases.lists import is_overtaken


def about_list(
    uow: UnitOfWork, envelope: Envelope, place: Place, person: Person | None, now: datetime
) -> Message | None:
    """The list or the digest; None where nothing is left to say, or a newer one says it."""
    if person is None or is_overtaken(uow, place, person, envelope, now):
        return None
    match envelope.notice:
        case MorningList():
            return _morning_list(uow, envelope, envelope.notice, (place, person), now)
        case Digest() if kinds_of(person):
            view = Composer(uow, place, envelope.notice.week, now).first_screen(person, late=envelope.notice.late)
            return digest(Discretion(uow, place).of_digest(view) if mailed(envelope.to) else view)
        case _:
            return None


def _morning_list(
    uow: UnitOfWork, envelope: Envelope, notice: MorningList, whose: tuple[Place, Person], now: datetime
) -> Message | None:
    """The list as it is when it is sent; quiet when nothing is left to ask.

    It is looked at again only when words were removed that it may hold: the day's is edited, an older one taken away.
    """
    place, person = whose
    late = notice.late or notice.day < calendar_of(place.community, person).local_date(now)
    view = morning_of(uow, place, person, now, late=late)
    is_over = envelope.ts is not None and view.day != notice.day
    if is_over or not (view.items or view.lessons):
        return None
    return morning_list(Discretion(uow, place).of_list(view) if mailed(envelope.to) else view)
