"""Who asks, and how a request has its effect once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sc_bot.domain.answers import Answer
from sc_bot.domain.community import Person, Role
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, Place, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as Slack signed it: workspace, user, its id, where it was made; and the product's time."""

    workspace: str
    slack_id: str
    request: str
    now: datetime
    channel: str | None = None


def once(database: Database, asked: Asked, act: Callable[[UnitOfWork], Answer]) -> Answer:
    """Do it in one unit of work; the same request, sent again, gets the same answer and no second effect.

    Raises:
        NotAvailable: the database did not answer; nothing was stored.
        Refused: raised by `act`; nothing was stored, so the request may come again.
    """
    with database.unit_of_work() as uow:
        if not uow.requests.begin(asked.workspace, asked.request, asked.now):
            earlier = uow.requests.answer(asked.workspace, asked.request)
            if earlier is not None:
                return earlier
        answer = act(uow)
        uow.requests.finish(asked.workspace, asked.request, answer)
        return answer


def member_of(uow: UnitOfWork, asked: Asked) -> Member:
    """The person who asks, in their community; a newcomer is welcomed into the workspace's first one.

    Where a person has several places, or none, the channel decides.

    Raises:
        Refused: the workspace has no community yet.
    """
    members = _now(uow.communities.members(asked.workspace, asked.slack_id, steady=True), asked)
    if members:
        return _placed_by_channel(uow, asked, _of_channel(members, asked))
    places = [each.at(asked.now) for each in uow.communities.in_workspace(asked.workspace, steady=True)]
    if not places:
        raise Refused(Why.NO_COMMUNITY)
    place = next((each for each in places if _is_channel_of(each, asked.channel)), places[0])
    newcomer = newcomer_in(place, asked.slack_id, asked.channel)
    uow.communities.welcome(place, newcomer, asked.now)
    return Member(place, newcomer, is_new=True)


def member_of_reading(uow: UnitOfWork, asked: Asked) -> Member | None:
    """The person who asks, without welcoming anybody; None where there is no community."""
    members = _now(uow.communities.members(asked.workspace, asked.slack_id), asked)
    if members:
        return _of_channel(members, asked)
    places = [each.at(asked.now) for each in uow.communities.in_workspace(asked.workspace)]
    place = next((each for each in places if _is_channel_of(each, asked.channel)), next(iter(places), None))
    return Member(place, newcomer_in(place, asked.slack_id, asked.channel), is_new=True) if place else None


def member_in(uow: UnitOfWork, asked: Asked, community: int) -> Member | None:
    """The person who asks, in one given community; roles are read afresh at every action."""
    members = _now(uow.communities.members(asked.workspace, asked.slack_id, steady=True), asked)
    return next((each for each in members if each.place.id == community), None)


def newcomer_in(place: Place, slack_id: str, channel: str | None) -> Person:
    """Somebody whom the community file does not name; an institution's channel tells where they work."""
    home = place.institution_of_channel(channel)
    return Person(
        id=slack_id,
        name="",
        roles=(Role.CAREGIVER,),
        language=home.language if home else place.community.settings.language,
        slack_id=slack_id,
        institution=home.id if home else None,
        line=home.lines[0] if home and len(home.lines) == 1 else None,
    )


def _now(members: Sequence[Member], asked: Asked) -> Sequence[Member]:
    """Each place as of the moment at which somebody asks: whoever is away is covered."""
    return [replace(each, place=each.place.at(asked.now)) for each in members]


def _of_channel(members: Sequence[Member], asked: Asked) -> Member:
    """Of several places, the one whose channel this is, else the oldest."""
    return next((each for each in members if _is_channel_of(each.place, asked.channel)), members[0])


def _placed_by_channel(uow: UnitOfWork, asked: Asked, member: Member) -> Member:
    """A newcomer who writes from an institution's channel works there: they need not be asked."""
    home = member.place.institution_of_channel(asked.channel)
    if home is None or not member.is_new or member.person.institution is not None:
        return member
    here = newcomer_in(member.place, asked.slack_id, asked.channel)
    person = replace(member.person, institution=here.institution, line=member.person.line or here.line)
    uow.communities.save_person(member.place, person, actor=None, now=asked.now)
    return Member(member.place, person)


def _is_channel_of(place: Place, channel: str | None) -> bool:
    return channel is not None and channel in place.channels.values()
