"""The community where somebody is: seen, and chosen among several."""

from zoneinfo import ZoneInfo

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.answers import Answer
from sc_bot.domain.charter import standings
from sc_bot.domain.common_answers import PlaceChosen
from sc_bot.domain.community_views import CommunityView, ReviewView
from sc_bot.domain.cycles import UNDOABLE, Review, may_undo, stage_of
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.views import Choice
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, member_of_reading, once
from sc_bot.usecases.showing import reader_of


def see_community(database: Database, asked: Asked, community: int | None = None) -> CommunityView:
    """The community where one is, or this one of theirs; and the others where one takes part.

    Raises:
        Refused: NO_COMMUNITY, NOT_YOURS.
    """
    with database.reading() as uow:
        member = member_of_reading(uow, asked) if community is None else member_in(uow, asked, community)
        if member is None:
            raise Refused(Why.NO_COMMUNITY if community is None else Why.NOT_YOURS)
        theirs = [each.place for each in uow.communities.members(asked.workspace, asked.slack_id)]
        language = member.person.reads.value
        others = [each for each in theirs if each.id != member.place.id]
        names = (Choice(str(each.id), each.community.settings.name.in_(language)) for each in others)
        return _view(uow, member, tuple(names), asked)


def _view(uow: UnitOfWork, member: Member, others: tuple[Choice, ...], asked: Asked) -> CommunityView:
    place, community = member.place, member.place.community
    settings, archive, head = community.settings, place.archived, community.facilitator
    zone = ZoneInfo(settings.timezone)
    charter = uow.charters.current(place)
    signatures = uow.charters.signatures(place, charter.number if charter else 1)
    is_head = facilitates(member.person, community)
    return CommunityView(
        reader=reader_of(place, member.person),
        community=place.id,
        name=settings.name,
        stage=stage_of(settings, archive, asked.now.astimezone(zone).date()),
        starts_on=settings.starts_on,
        ends_on=settings.ends_on,
        institutions=len(community.institutions),
        signed=sum(not each.missing for each in standings(community, signatures)),
        facilitator=head.name if head else None,
        others=others,
        review=_review(uow.cycles.last(place), zone),
        facilitates=is_head,
        open=uow.health.open(place) if is_head else 0,
        archived_on=archive.at.astimezone(zone).date() if archive else None,
        where_to_go=archive.reason if archive else None,
        undo_until=(archive.at + UNDOABLE).astimezone(zone).date()
        if archive and may_undo(archive, asked.now)
        else None,
    )


def _review(review: Review | None, zone: ZoneInfo) -> ReviewView | None:
    if review is None:
        return None
    held_on = review.held_at.astimezone(zone).date() if review.held_at else None
    return ReviewView(number=review.number, day=review.day, held_on=held_on, summary=review.summary)


def choose_community(database: Database, asked: Asked, community: int) -> Answer:
    """From now on one is there, when neither a channel nor a reference says which community is meant.

    Raises:
        Refused: NOT_YOURS, one takes no part in it.
    """

    def act(uow: UnitOfWork) -> Answer:
        if member_in(uow, asked, community) is None:
            raise Refused(Why.NOT_YOURS)
        uow.communities.choose(asked.workspace, asked.slack_id, community, asked.now)
        return PlaceChosen(community=community)

    return once(database, asked, act)
