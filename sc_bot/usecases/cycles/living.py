"""What the life of a community asks for, looked at by a tick: charter, reviews, end, what an archive leaves."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sc_bot.domain.answerable import facilitators
from sc_bot.domain.common_notices import CycleReview, EndsSoon
from sc_bot.domain.cycles import Review, cycle_over, ends_soon
from sc_bot.domain.notices import Notice, Posting
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.charter import FIRST
from sc_bot.usecases.cycles.archiving import close_what_is_open
from sc_bot.usecases.cycles.reviewing import begun_at
from sc_bot.usecases.telling import reading_time


def look_after(database: Database, now: datetime) -> int:
    """Do what is due in every community; returns how much. Another worker may do the same at once.

    Raises:
        NotAvailable: the database did not answer; what is not done is done later.
    """
    with database.reading() as uow:
        places = [each.at(now) for one in uow.communities.workspaces() for each in uow.communities.in_workspace(one)]
        due = [each for each in places if each.archived is None and _is_due(uow, each, now)]
    done = sum(_look_after(database, each, now) for each in due)
    return done + sum(close_what_is_open(database, each, now) for each in places if each.archived is not None)


def _is_due(uow: UnitOfWork, place: Place, now: datetime) -> bool:
    settings, today = place.community.settings, _today(place, now)
    over, last = cycle_over(settings, place.community.policies.cycle_months, today), uow.cycles.last(place)
    is_new = over is not None and (last is None or last.number < over[0])
    return is_new or uow.charters.current(place) is None or ends_soon(settings, today)


def _look_after(database: Database, place: Place, now: datetime) -> int:
    with database.unit_of_work() as uow:
        first = uow.charters.current(place) is None and uow.charters.add(place, FIRST, now)
        return int(first) + _ask_for_review(uow, place, now) + _tell_of_end(uow, place, now)


def _ask_for_review(uow: UnitOfWork, place: Place, now: datetime) -> int:
    """The last cycle that is over; one that passed while nobody looked is not asked for any more."""
    over = cycle_over(place.community.settings, place.community.policies.cycle_months, _today(place, now))
    if over is None:
        return 0
    number, day = over
    review = Review(number=number, day=day, since=begun_at(place, number), asked_at=now)
    last = uow.cycles.last(place)
    if (last is not None and last.number >= number) or not uow.cycles.ask(place, review):
        return 0
    return _tell(uow, place, CycleReview(place.id, number), f"review:{place.id}:{number}", now)


def _tell_of_end(uow: UnitOfWork, place: Place, now: datetime) -> int:
    settings = place.community.settings
    if not ends_soon(settings, _today(place, now)):
        return 0
    return _tell(uow, place, EndsSoon(place.id), f"ends:{place.id}:{settings.ends_on}", now)


def _tell(uow: UnitOfWork, place: Place, notice: Notice, key: str, now: datetime) -> int:
    """Once, in the working hours of the facilitator."""
    head = next(iter(facilitators(place.community)), None)
    if head is None or not head.slack_id:
        return 0
    due_at = reading_time(place.community, head, now)
    uow.outbox.post(place.workspace, None, [Posting(notice=notice, to=head.slack_id, key=key, due_at=due_at)])
    return 1


def _today(place: Place, now: datetime) -> date:
    return now.astimezone(ZoneInfo(place.community.settings.timezone)).date()
