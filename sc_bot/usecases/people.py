"""People and their places: the facilitator changes roles in Slack; anyone says, once, where they work."""

from dataclasses import dataclass, replace

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.answers import Answer, Placed
from sc_bot.domain.community import Community, Institution, Person, Role
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Known, Member, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, member_of, member_of_reading, members_now, newcomer_in, once
from sc_bot.usecases.handing_over import hand_over, settle_reports
from sc_bot.usecases.ties import tie

ALONE = {Role.MANAGING_DIRECTOR: Why.ONE_DIRECTOR, Role.FACILITATOR: Why.ONE_FACILITATOR}
"""Roles that one person has: of an institution, of the community."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What somebody is in the community. `replaces`: whoever had a role that one person has, loses it."""

    roles: tuple[Role, ...]
    institution: str | None = None
    line: int | None = None
    active: bool = True
    is_delegate: bool = False
    is_substitute: bool = False
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Managed:
    """Somebody as the facilitator finds them."""

    person: Person
    office: Office
    community: Community


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes whom, in which community as it was before."""

    place: Place
    manager: Person
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Where somebody says that they work: institution and line, in one of their communities."""

    institution: str | None
    line: int | None = None
    community: int | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody works; `settled`: it is known, and theirs to change no longer."""

    person: Person
    place: Place
    settled: bool


def community_managed_by(database: Database, asked: Asked) -> int:
    """The community whose people this person may change.

    Raises:
        Refused: FOR_FACILITATOR unless they facilitate, or stand in for who does.
    """
    with database.reading() as uow:
        return _manager(uow, asked).place.id


def managed(database: Database, asked: Asked, community: int, slack_id: str) -> Managed:
    """Somebody's place as it is; a Slack user who never wrote to the bot can be given one too.

    Raises:
        Refused: FOR_FACILITATOR, or UNKNOWN_PERSON for what is no person.
    """
    with database.reading() as uow:
        place = _manager(uow, asked, community).place
        known = _known(uow, place, slack_id)
        return Managed(known.person, _office(place.community, known), place.community)


def save_person(database: Database, asked: Asked, community: int, slack_id: str, office: Office) -> Answer:
    """Give somebody their roles and their place; audited, and open problems go to whoever answers now.

    Raises:
        Refused: FOR_FACILITATOR, UNKNOWN_PERSON, UNKNOWN_INSTITUTION; ONE_DIRECTOR or ONE_FACILITATOR with the name of
            who has the role; LAST_ONE when nobody would be left with it.
    """

    def act(uow: UnitOfWork) -> Answer:
        manager = _manager(uow, asked, community)
        place = uow.communities.get(manager.place.id, to_change=True)
        known = _known(uow, place, slack_id)
        _check(place.community, known.person, office)
        _save(uow, asked, Change(place, manager.person, known.person), office)
        return Placed(person=known.person.id, community=place.id)

    return once(database, asked, act)


def home_of(database: Database, asked: Asked, community: int | None = None) -> Home:
    """Where one works, as far as it is known; in this community, or in their first.

    Raises:
        Refused: the workspace has no community.
    """
    with database.reading() as uow:
        there = member_in(uow, asked, community) if community is not None else None
        member = there or member_of_reading(uow, asked)
        if member is None:
            raise Refused(Why.NO_COMMUNITY)
        return Home(member.person, member.place, _is_settled(member))


def place_person(database: Database, asked: Asked, work: Work) -> Answer:
    """Say where one works; one's earlier reports then say it too.

    What an institution's people may read hangs on it, so once it is known, the facilitator corrects it.

    Raises:
        Refused: UNKNOWN_INSTITUTION, or PLACE_KNOWN.
    """

    def act(uow: UnitOfWork) -> Answer:
        there = member_in(uow, asked, work.community) if work.community is not None else None
        member = there or member_of(uow, asked)
        place, person = member.place, member.person
        if work.institution is None or place.community.institution(work.institution) is None:
            raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
        if _is_settled(member) and work.institution != person.institution:
            raise Refused(Why.PLACE_KNOWN, field="institution")
        placed = replace(person, institution=work.institution, line=work.line)
        uow.communities.save_person(place, placed, actor=person.id, now=asked.now)
        settle_reports(uow, uow.communities.get(place.id), placed, asked.now)
        return Placed(person=person.id, community=place.id)

    return once(database, asked, act)


def _is_settled(member: Member) -> bool:
    return member.person.institution is not None and not member.is_new


def _manager(uow: UnitOfWork, asked: Asked, community: int | None = None) -> Member:
    """Who asks, as a facilitator of this community, or of the one they facilitate."""
    for member in members_now(uow, asked):
        if community in (None, member.place.id) and facilitates(member.person, member.place.community):
            return member
    raise Refused(Why.FOR_FACILITATOR)


def _known(uow: UnitOfWork, place: Place, slack_id: str) -> Known:
    known = uow.communities.known(place, slack_id)
    if known is not None:
        return known
    if slack_id[:1] not in ("U", "W") or slack_id == "USLACKBOT":
        raise Refused(Why.UNKNOWN_PERSON, field="person")
    return Known(newcomer_in(place, slack_id, None), active=True, placed=False)


def _office(community: Community, known: Known) -> Office:
    person = known.person
    home = community.institution(person.institution) if person.institution else None
    return Office(
        roles=person.roles,
        institution=person.institution,
        line=person.line,
        active=known.active,
        is_delegate=home is not None and person.id in home.delegates,
        is_substitute=community.settings.facilitator_substitute == person.id,
    )


def _check(community: Community, person: Person, office: Office) -> None:
    """The rules of the community file hold for what is changed in Slack, too."""
    home = community.institution(office.institution) if office.institution else None
    if home is None and (office.institution or Role.MANAGING_DIRECTOR in office.roles or office.is_delegate):
        raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
    for role, why in ALONE.items():
        holder = _holder(community, role, office.institution)
        if office.active and role in office.roles and holder not in (None, person.id) and not office.replaces:
            raise Refused(why, field="roles", details=(_name(community, holder),))
        keeps = office.active and role in office.roles
        stays = role is Role.FACILITATOR or office.institution == person.institution
        if _holder(community, role, person.institution) == person.id and not (keeps and stays):
            raise Refused(Why.LAST_ONE, field="roles" if office.active else "active")


def _holder(community: Community, role: Role, institution: str | None) -> str | None:
    where = institution if role is Role.MANAGING_DIRECTOR else None
    if role is Role.MANAGING_DIRECTOR and where is None:
        return None
    return next((each.id for each in community.having(role, where)), None)


def _name(community: Community, person: str | None) -> str:
    found = community.person(person) if person else None
    return (found.name or found.id) if found else ""


def _save(uow: UnitOfWork, asked: Asked, change: Change, office: Office) -> None:
    before, actor, person = change.place, change.manager.id, change.person
    settled = _with_stand_in(before.community, person.id, office)
    if settled != before.community:
        uow.communities.save_settings(before, settled, actor=actor, now=asked.now)
    for other in _replaced(before.community, person, office):
        uow.communities.save_person(before, other, actor=actor, now=asked.now)
    changed = replace(
        person,
        roles=office.roles or (Role.CAREGIVER,),
        institution=office.institution,
        line=office.line,
    )
    uow.communities.save_person(before, changed, actor=actor, now=asked.now)
    if office.active:
        tie(uow, uow.communities.get(before.id), changed, actor=actor, now=asked.now)
    else:
        uow.communities.retire_person(before, person.id, actor=actor, now=asked.now)
    after = uow.communities.get(before.id)
    settle_reports(uow, after, changed, asked.now)
    hand_over(uow, before, after, asked.now, asked.slack_id)


def _replaced(community: Community, person: Person, office: Office) -> list[Person]:
    """Whoever had a role that one person has, without it."""
    lost: dict[str, Person] = {}
    for role in ALONE:
        holder = _holder(community, role, office.institution) if role in office.roles and office.active else None
        known = lost.get(holder or "") or (community.person(holder) if holder else None)
        if known is not None and known.id != person.id:
            roles = tuple(each for each in known.roles if each is not role)
            lost[known.id] = replace(known, roles=roles or (Role.CAREGIVER,))
    return list(lost.values())


def _with_stand_in(community: Community, person: str, office: Office) -> Community:
    """The community with this person as a delegate, the substitute, or neither; nobody stands in for themselves."""
    directs = Role.MANAGING_DIRECTOR in office.roles
    institutions = tuple(
        _with_delegate(each, person, wanted=office.active and office.is_delegate and not directs)
        if each.id == office.institution
        else _with_delegate(each, person, wanted=office.active and person in each.delegates)
        for each in community.institutions
    )
    settings = community.settings
    substitute = settings.facilitator_substitute
    if office.active and office.is_substitute and Role.FACILITATOR not in office.roles:
        substitute = person
    elif substitute == person:
        substitute = None
    return replace(
        community,
        settings=replace(settings, facilitator_substitute=substitute),
        institutions=institutions,
    )


def _with_delegate(institution: Institution, person: str, *, wanted: bool) -> Institution:
    others = tuple(each for each in institution.delegates if each != person)
    if not wanted:
        return replace(institution, delegates=others)
    kept = institution.delegates if person in institution.delegates else (*others, person)
    return replace(institution, delegates=kept)
