"""How a community is: what it lacks, who has gone quiet, and how each general manager takes part."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sc_bot.domain.addresses import by_mail
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Person, Role
from sc_bot.domain.community_views import HealthView, ParticipationView, UndeliveredView
from sc_bot.domain.cycles import cycle_over
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of_reading
from sc_bot.usecases.cycles.reviewing import begun_at
from sc_bot.usecases.homes.gaps import gaps, unreachable
from sc_bot.usecases.showing import reader_of

LOOKED_BACK = timedelta(days=30)


def see_health(database: Database, asked: Asked) -> HealthView:
    """Everything, for the facilitator; for a general manager, their own participation.

    Raises:
        Refused: NO_COMMUNITY; FOR_FACILITATOR for everybody else.
    """
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
        if member is None:
            raise Refused(Why.NO_COMMUNITY)
        place, person, since = member.place, member.person, begun(member.place, asked.now)
        zone = ZoneInfo(place.community.settings.timezone)
        is_head = facilitates(person, place.community)
        if not is_head and Role.GENERAL_MANAGER not in person.roles:
            raise Refused(Why.FOR_FACILITATOR)
        managers = place.community.having(Role.GENERAL_MANAGER) if is_head else (person,)
        return HealthView(
            reader=reader_of(place, person),
            name=place.community.settings.name,
            since=since.astimezone(zone).date(),
            gaps=gaps(uow, place, person, asked.now) if is_head else (),
            undelivered=_undelivered(uow, place, asked.now) if is_head else (),
            unreachable=unreachable(place.community) if is_head else (),
            participation=_participation(uow, place, managers, since),
            own=not is_head,
        )


def begun(place: Place, now: datetime) -> datetime:
    """When the present cycle began."""
    settings = place.community.settings
    today = now.astimezone(ZoneInfo(settings.timezone)).date()
    over = cycle_over(settings, place.community.policies.cycle_months, today)
    return begun_at(place, over[0] + 1 if over and today < settings.ends_on else over[0] if over else 1)


def _undelivered(uow: UnitOfWork, place: Place, now: datetime) -> tuple[UndeliveredView, ...]:
    """What its people and channels did not get in the last month, in Slack or by e-mail."""
    rows = uow.health.undelivered(place.workspace, now - LOOKED_BACK)
    names = _names(uow, place) if rows else {}
    return tuple(UndeliveredView(names[to], reason, number) for to, reason, number in rows if to in names)


def _names(uow: UnitOfWork, place: Place) -> dict[str, str]:
    """By where they are told: every channel, and everybody, also who only reports and who has left."""
    names = {channel: name for name, channel in place.channels.items()}
    for each in uow.communities.people(place.id, active_only=False):
        for target in filter(None, (each.slack_id, by_mail(place.id, each.id))):
            names.setdefault(target, each.name or each.id)
    return names


def _participation(
    uow: UnitOfWork, place: Place, managers: tuple[Person, ...], since: datetime
) -> tuple[ParticipationView, ...]:
    answers = uow.health.answers(place, since)
    looked = uow.health.looked(place.workspace, [each.slack_id for each in managers if each.slack_id])
    zone = ZoneInfo(place.community.settings.timezone)

    def view(person: Person) -> ParticipationView:
        asked, answered = answers.get(person.id, (0, 0))
        home = place.community.institution(person.institution or "")
        at = looked.get(person.slack_id or "")
        day = at.astimezone(zone).date() if at is not None and at >= since else None
        return ParticipationView(
            name=person.name, institution=home.name if home else None, asked=asked, answered=answered, looked_on=day
        )

    return tuple(view(each) for each in managers)
