"""Somebody asks for their digest, or for the rest of one."""

from dataclasses import dataclass
from datetime import date

from sc_bot.calendar import calendar_of
from sc_bot.domain.digest_views import DigestView, RestView
from sc_bot.domain.digests import ONE_WEEK, kinds_of, week_of
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, member_of_reading, members_now
from sc_bot.usecases.digests.composing import Composer
from sc_bot.usecases.digests.looking_further import rest_of


@dataclass(frozen=True, slots=True)
class Under:
    """Under which digest a button stands: a community's, of a week. None: wherever they get one, and of now."""

    community: int | None = None
    week: date | None = None


def digest_now(database: Database, asked: Asked) -> DigestView:
    """The digest as it would be now; since the last one that was sent.

    Raises:
        Refused: NO_COMMUNITY, or NO_DIGEST: nothing here is for them to decide, promise or look after.
    """
    with database.reading() as uow:
        member = reader_of_digests(uow, asked)
        return Composer(uow, member.place, _coming(member, asked), asked.now, live=True).first_screen(member.person)


def digest_rest(database: Database, asked: Asked, under: Under) -> RestView:
    """What lies behind the first screen: of a week's digest, or of one asked for in between (None).

    Raises:
        Refused: as above.
    """
    with database.reading() as uow:
        member = reader_of_digests(uow, asked, under.community)
        return rest_of(uow, member.place, member.person, under.week or _coming(member, asked), asked.now)


def reader_of_digests(uow: UnitOfWork, asked: Asked, community: int | None = None) -> Member:
    """Whoever asks, if they get digests: of this community; of none given, of theirs, the first that sends them one.

    Raises:
        Refused: NO_COMMUNITY or NO_DIGEST.
    """
    if community is None:
        return _somewhere(uow, asked)
    member = member_in(uow, asked, community)
    if member is None or not kinds_of(member.person):
        raise Refused(Why.NO_DIGEST)
    return member


def _somewhere(uow: UnitOfWork, asked: Asked) -> Member:
    member = member_of_reading(uow, asked)
    if member is None:
        raise Refused(Why.NO_COMMUNITY)
    if kinds_of(member.person):
        return member
    places = (each.place.id for each in members_now(uow, asked) if kinds_of(each.person))
    return reader_of_digests(uow, asked, next(places, member.place.id))


def _coming(member: Member, asked: Asked) -> date:
    """The week of the next digest: what is counted for it begins with the last one."""
    return week_of(calendar_of(member.place.community, member.person).local_date(asked.now)) + ONE_WEEK
