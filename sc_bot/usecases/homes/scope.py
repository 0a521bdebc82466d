"""What one reader looks at on their Home: said once, for all problems, as `sight` and `directs` say it of one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from sc_bot.calendar import working_calendar
from sc_bot.domain.answerable import directs, facilitates
from sc_bot.domain.charter import may_sign
from sc_bot.domain.community import Community, Institution, Person, Role
from sc_bot.domain.homes import TRIAGE, Charge, Part, Scope
from sc_bot.ports import Place
from sc_bot.usecases.homes.alone import ANY, continua_of, left_alone


def scope_of(place: Place, person: Person, now: datetime) -> Scope:
    """What this person looks at, now."""
    community = place.community
    calendar = working_calendar(community)
    today = calendar.local_date(now)
    stale = calendar.add_working_days(today, -community.policies.stale_working_days)
    return Scope(
        person=person.id,
        charges=charges_of(community, person),
        sees_everything=facilitates(person, community),
        sees_restricted=Role.PRIVACY_OFFICER in person.roles,
        is_director=Role.MANAGING_DIRECTOR in person.roles,
        works_at=person.institution,
        today=today,
        now=now,
        quiet_since=calendar.at(stale, time(0)),
        left_alone=left_alone(community) if facilitates(person, community) else (),
    )


def charges_of(community: Community, person: Person) -> tuple[Charge, ...]:
    """The institutions for which they act: as director, as delegate, or while they cover, for some continua."""
    found = (_charge(community, person, each) for each in community.institutions)
    return tuple(each for each in found if each is not None)


def _charge(community: Community, person: Person, institution: Institution) -> Charge | None:
    if not directs(person, community, institution.id):
        return None
    every = continua_of(community)
    able = [each for each in every if directs(person, community, institution.id, replace(ANY, continuum=each))]
    return Charge(institution.id, None if len(able) == len(every) else tuple(able))


def parts_of(community: Community, person: Person, scope: Scope) -> Sequence[Part]:
    """The parts of somebody's Home, each once and in one order, whatever their roles are."""
    able = {Part.PROMISES, Part.MINE}
    if scope.charges:
        able |= {Part.ACKNOWLEDGE, Part.ACCEPT, Part.CONTRIBUTE, Part.JOINT, Part.TRY, Part.INSTITUTION}
    if Role.SUPPORT_COMMITTEE in person.roles:
        able |= {Part.ARBITRATE, Part.STUCK}
    if facilitates(person, community):
        able |= {*TRIAGE, Part.RESTRICTED, Part.UNREACHABLE, Part.UNSIGNED, Part.HEALTH}
    if may_sign(person, community):
        able |= {Part.CHARTER}
    if Role.PRIVACY_OFFICER in person.roles:
        able |= {Part.RESTRICTED}
    return [each for each in Part if each in able]
