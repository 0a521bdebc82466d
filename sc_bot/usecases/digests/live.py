"""The digest as it is now, in between: what is counted begins with the last one."""

from datetime import datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.community import Person
from sc_bot.domain.digest_views import DigestView
from sc_bot.domain.digests import ONE_WEEK, week_of
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.digests.composing import Composer


def live_digest(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> DigestView:
    """One person's first screen, as of now."""
    week = week_of(calendar_of(place.community, person).local_date(now)) + ONE_WEEK
    return Composer(uow, place, week, now, live=True).first_screen(person)
