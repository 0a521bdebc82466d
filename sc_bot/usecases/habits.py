"""What a person chooses for themselves: language, the hour of the digest, quiet hours."""

from dataclasses import replace
from datetime import datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.answers import Answer, HabitsKept
from sc_bot.domain.community import Habits, Person
from sc_bot.domain.digests import digest_of, kinds_of, latest_week
from sc_bot.domain.habits import are_short_enough
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of, member_of_reading, members_now, once
from sc_bot.usecases.lists import digest_posting


def habits_of(database: Database, asked: Asked) -> Member:
    """The person who asks, with what they chose, in their community.

    Raises:
        Refused: NO_COMMUNITY.
    """
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
    if member is None:
        raise Refused(Why.NO_COMMUNITY)
    return member


def choose_habits(database: Database, asked: Asked, habits: Habits) -> Answer:
    """Keep what a person chose; it holds in every community of the workspace where they are.

    Raises:
        Refused: QUIET_HOURS when they would leave too little of the day; NO_COMMUNITY.
    """
    if habits.quiet_hours is not None and not are_short_enough(habits.quiet_hours):
        raise Refused(Why.QUIET_HOURS, field="quiet_to")

    def act(uow: UnitOfWork) -> Answer:
        member = member_of(uow, asked)
        for each in members_now(uow, asked):
            if each.person.habits != habits:
                person = replace(each.person, habits=habits)
                uow.communities.keep_habits(each.place, person, asked.now)
                _catch_up(uow, each.place, person, asked.now)
        return HabitsKept(person=member.person.id, community=member.place.id)

    return once(database, asked, act)


def _catch_up(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> None:
    """Whose new day is over this week gets the week's digest now: it comes by their choice, and is not late."""
    last = uow.digests.last(place).get(person.id) if kinds_of(person) else None
    week = latest_week(now, digest_of(place.community, person), calendar_of(place.community, person))
    if last is not None and last < week:
        uow.outbox.post(place.workspace, None, [digest_posting(place, person, week, now)])
