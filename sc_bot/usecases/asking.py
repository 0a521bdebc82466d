"""Who asks, and how a request has its effect once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sc_bot.domain.answers import Answer
from sc_bot.domain.community import Person, Role
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, InDoubt, Member, NotAvailable, Place, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as Slack signed it: workspace, user, its id, where it was made; and the product's time.

    `workspace` is where the app is installed; `home` that of the user, if Slack says it.
    """

    workspace: str
    slack_id: str
    request: str
    now: datetime
    channel: str | None = None
    home: str | None = None

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether whoever asks is a member of another workspace (Slack Connect)."""
        return self.home not in (None, self.workspace)


def once(database: Database, asked: Asked, act: Callable[[UnitOfWork], Answer]) -> Answer:
    """Do it in one unit of work; the same request, sent again, gets the same answer and no second effect.

    Where the answer to the commit is lost, the request is made again, here: whoever was told "not recorded" would send
    it again themselves, and theirs would be another request.

    Raises:
        NotAvailable: the database did not answer; nothing was stored.
        InDoubt: it did not say, twice, whether it was stored.
        Refused: raised by `act`; nothing was stored, so the request may come again.
    """
    try:
        return _once(database, asked, act)
    except InDoubt:
        return _after_a_doubt(database, asked, act)


def _after_a_doubt(database: Database, asked: Asked, act: Callable[[UnitOfWork], Answer]) -> Answer:
    """As long as nobody could look, it stays in doubt: "not recorded" would be a guess."""
    try:
        return _once(database, asked, act)
    except NotAvailable as error:
        raise InDoubt(*error.args) from error


def _once(database: Database, asked: Asked, act: Callable[[UnitOfWork], Answer]) -> Answer:
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
        Refused: the workspace has no community yet; ACCESS_OVER.
    """
    members = members_now(uow, asked, steady=True)
    if members:
        return _placed_by_channel(uow, asked, _of_channel(members, asked))
    places = [each.at(asked.now) for each in uow.communities.in_workspace(asked.workspace, steady=True)]
    if not places:
        raise Refused(Why.NO_COMMUNITY)
    place = next((each for each in places if _is_channel_of(each, asked.channel)), places[0])
    return _welcome(uow, asked, place)


def member_of_reading(uow: UnitOfWork, asked: Asked) -> Member | None:
    """The person who asks, without welcoming anybody; None where there is no community."""
    members = members_now(uow, asked)
    if members:
        return _of_channel(members, asked)
    return _stranger([each.at(asked.now) for each in uow.communities.in_workspace(asked.workspace)], asked)


def _stranger(places: Sequence[Place], asked: Asked) -> Member | None:
    place = next((each for each in places if _is_channel_of(each, asked.channel)), next(iter(places), None))
    return Member(place, newcomer_in(place, asked.slack_id, asked.channel), is_new=True) if place else None


def member_reporting(uow: UnitOfWork, asked: Asked, community: int | None) -> Member:
    """The person who reports, in the community for which they do; a newcomer is welcomed there.

    Raises:
        Refused: NO_COMMUNITY; ARCHIVED; ACCESS_OVER; WHICH_COMMUNITY, on the field where it is chosen; OLD_WINDOW,
            they can no longer choose it.
    """
    members = members_now(uow, asked, steady=True)
    able = _among(uow, asked, members)
    places = able if community is not None else _here(able, asked) or able
    if not places:
        raise Refused(Why.NO_COMMUNITY)
    if community is None and len(places) > 1:
        raise Refused(Why.WHICH_COMMUNITY, field="institution")
    place = next((each for each in places if community in (None, each.id)), None)
    if place is None:
        raise Refused(Why.OLD_WINDOW, field="institution")
    must_be_open(place)
    member = next((each for each in members if each.place.id == place.id), None)
    return _placed_by_channel(uow, asked, member) if member else _welcome(uow, asked, place)


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is heard, without welcoming anybody; None: there is no community.

    `places` are those that an answer to them may be about; `to_choose` those among which they have to choose when they
    report, none where it is known which is meant.
    """

    member: Member | None
    places: Sequence[Place] = ()
    to_choose: Sequence[Place] = ()


def heard(uow: UnitOfWork, asked: Asked) -> Heard:
    """Who is heard, and where."""
    members = _now(uow.communities.members(asked.workspace, asked.slack_id), asked)
    able = _among(uow, asked, members)
    to_choose = able if len(able) > 1 and not _here(able, asked) else ()
    member = _of_channel(members, asked) if members else _stranger(able, asked)
    return Heard(member, (*able, *(each.place for each in members)), to_choose)


def must_be_open(place: Place) -> None:
    """An archived community is only read.

    Raises:
        Refused: ARCHIVED, with where to go now.
    """
    if place.archived is not None:
        raise Refused(Why.ARCHIVED, details=(place.archived.reason,))


def _among(uow: UnitOfWork, asked: Asked, members: Sequence[Member]) -> Sequence[Place]:
    """Where somebody may report: where it is known that they work; of somebody of whom it is not, anywhere."""
    known = [each.place for each in members if not each.is_new]
    able = known or [each.at(asked.now) for each in uow.communities.in_workspace(asked.workspace, steady=True)]
    return [each for each in able if each.archived is None] or able[:1]


def _here(places: Sequence[Place], asked: Asked) -> Sequence[Place]:
    """The one whose channel this is; none where two share it."""
    here = [each for each in places if _is_channel_of(each, asked.channel)]
    return here if len(here) == 1 else ()


def _welcome(uow: UnitOfWork, asked: Asked, place: Place) -> Member:
    newcomer = newcomer_in(place, asked.slack_id, asked.channel)
    uow.communities.welcome(place, newcomer, asked.now)
    return Member(place, newcomer, is_new=True)


def member_in(uow: UnitOfWork, asked: Asked, community: int, *, steady: bool = True) -> Member | None:
    """The person who asks, in one given community; roles are read afresh at every action."""
    members = members_now(uow, asked, steady=steady)
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


def members_now(uow: UnitOfWork, asked: Asked, *, steady: bool = False) -> Sequence[Member]:
    """The places of who asks, as of now: whoever is away is covered; none where their time is over.

    Raises:
        Refused: ACCESS_OVER, their time is over everywhere; NOT_LISTED, they are of another workspace, and no
            community names them: nobody from outside is welcomed unknown.
    """
    members = _now(uow.communities.members(asked.workspace, asked.slack_id, steady=steady), asked)
    if not members and asked.is_from_elsewhere:
        raise Refused(Why.NOT_LISTED)
    left = [each for each in members if takes_part(each, asked.now)]
    if members and not left:
        raise Refused(Why.ACCESS_OVER)
    return left


def must_be_known(database: Database, asked: Asked) -> None:
    """Before anything is shown to somebody of another workspace.

    Raises:
        Refused: NOT_LISTED, no community names them.
    """
    if asked.is_from_elsewhere:
        with database.reading() as uow:
            members_now(uow, asked)


def takes_part(member: Member, now: datetime) -> bool:
    """Whether somebody's time in a community is not over: an external intervener's ends with a day."""
    zone = ZoneInfo(member.place.community.settings.timezone)
    return member.person.takes_part(now.astimezone(zone).date())


def hearer_of(uow: UnitOfWork, asked: Asked) -> Member | None:
    """Who is answered, and be it that their time is over; None where there is no community."""
    members = _now(uow.communities.members(asked.workspace, asked.slack_id), asked)
    return _of_channel(members, asked) if members else member_of_reading(uow, asked)


def _now(members: Sequence[Member], asked: Asked) -> Sequence[Member]:
    return [replace(each, place=each.place.at(asked.now)) for each in members]


def _of_channel(members: Sequence[Member], asked: Asked) -> Member:
    """Of several places, the one whose channel this is, else the one that they chose, else the oldest."""
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
