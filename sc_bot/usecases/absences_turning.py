"""The dates of absences come round: asked by a tick, as often as it likes; whatever was missed is done once."""

from datetime import date, datetime, timedelta

from sc_bot.domain.absences import Absence
from sc_bot.domain.covering import local_day
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.standing_in import begin, finish, first_morning, tell_covers

AHEAD = timedelta(days=1)  # it is tomorrow somewhere; whose day it is, is looked at one by one


def returns(database: Database, now: datetime) -> int:
    """Begin and end the absences whose day has come; returns in how many communities.

    Whoever comes back hears of it in their first working morning, never at night. Whoever covers by then may be
    somebody else than when it was planned: they are told too.
    """
    with database.reading() as uow:
        maybe = uow.absences.turning(now.date() + AHEAD)
        due = [each for each in maybe if _is_due(uow.communities.get(each), now)]
    for community in due:
        with database.unit_of_work() as uow:
            _turn(uow, community, now)
    return len(due)


def _is_due(place: Place, now: datetime) -> bool:
    return any(_ends(place, each, now) or _begins(place, each, now) for each in place.absences)


def _ends(place: Place, absence: Absence, now: datetime) -> bool:
    return absence.is_over(_day(place, absence, now))


def _begins(place: Place, absence: Absence, now: datetime) -> bool:
    return not absence.begun and absence.holds_on(_day(place, absence, now))


def _day(place: Place, absence: Absence, now: datetime) -> date:
    return local_day(place.community, place.community.person(absence.person), now)


def _turn(uow: UnitOfWork, community: int, now: datetime) -> None:
    for absence in uow.communities.get(community, to_change=True).absences:
        place = uow.communities.get(community)
        if _ends(place, absence, now):
            finish(uow, place, absence, now, hears_at=first_morning)
        elif _begins(place, absence, now):
            begin(uow, place, absence, now)
            tell_covers(uow, place, absence, now)
