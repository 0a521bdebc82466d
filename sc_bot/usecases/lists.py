"""The one list that a person gets a day, and the digest that contains it once a week: when, and under which key."""

from datetime import date, datetime, timedelta

from sc_bot.calendar import calendar_of
from sc_bot.domain.addresses import address_of
from sc_bot.domain.community import Community, Person
from sc_bot.domain.digests import list_day, list_hour
from sc_bot.domain.habits import after_own_quiet
from sc_bot.domain.notices import Digest, MorningList, Posting
from sc_bot.ports import Envelope, Place, UnitOfWork

A_WHILE = timedelta(hours=2)


def list_time(community: Community, person: Person, now: datetime) -> datetime:
    """When a person gets a list that is made now: with the day's list or after it, in their working hours.

    Nobody's list comes before its hour, or what is due at that hour would come too late for it. An hour that a
    community put into its quiet hours is kept, for a while; a person's own quiet hours are waited for.
    """
    calendar, quiet = calendar_of(community, person), community.policies.quiet_hours
    today = calendar.local_date(now)
    the_list = calendar.at(today, list_hour(community, person, today, calendar))
    if not calendar.is_working_day(today):
        the_list = next_list(community, person, now)
    if now < the_list:
        return after_own_quiet(person, calendar, the_list)
    if person.habits.quiet_hours is not None:
        return after_own_quiet(person, calendar, now)
    chosen = calendar.in_quiet_hours(the_list, quiet.start, quiet.end) and now - the_list < A_WHILE
    if chosen or not calendar.in_quiet_hours(now, quiet.start, quiet.end):
        return now
    return next_list(community, person, now)


def next_list(community: Community, person: Person, now: datetime) -> datetime:
    """When this person's next list comes, strictly after now."""
    calendar = calendar_of(community, person)
    today = calendar.local_date(now)
    tomorrow = calendar.next_working_day(today)
    days = (today, tomorrow) if calendar.is_working_day(today) else (tomorrow,)
    hours = (calendar.at(each, list_hour(community, person, each, calendar)) for each in days)
    return next(each for each in hours if each > now or each.date() != today)


def list_of(place: Place, person: Person, now: datetime, *, late: bool = False) -> Posting:
    """Somebody's one list of the day, in their own working morning; on the day of their digest, that."""
    community = place.community
    due_at, calendar = list_time(community, person, now), calendar_of(community, person)
    day = calendar.local_date(due_at)
    week = list_day(community, person, day, calendar)
    if week is not None:
        return digest_posting(place, person, week, due_at, late=late)
    return Posting(
        notice=MorningList(place.id, day, late=late),
        to=address_of(place.id, person),
        key=f"list:{place.id}:{person.id}:{day.isoformat()}",
        due_at=due_at,
    )


def digest_posting(place: Place, person: Person, week: date, due_at: datetime, *, late: bool = False) -> Posting:
    """Somebody's digest of a week; a surface, for its decisions are shown as they stand."""
    return Posting(
        notice=Digest(place.id, week, late=late),
        to=address_of(place.id, person),
        key=digest_key(place, person, week),
        due_at=due_at,
        surface=True,
    )


def is_overtaken(uow: UnitOfWork, place: Place, person: Person, envelope: Envelope, now: datetime) -> bool:
    """Whether a newer list waits behind one that never came, as after an outage: one is enough.

    What a list asks is read when it is sent, so the newer one, or the digest that contains today's, holds all of it. A
    digest is overtaken by a digest only.
    """
    if envelope.ts is not None:
        return False
    behind = uow.outbox.keys_behind(envelope.workspace, envelope.to, envelope.id, now)
    if isinstance(envelope.notice, Digest):
        return any(each.startswith(f"digest:{place.id}:{person.id}:") for each in behind)
    calendar = calendar_of(place.community, person)
    week = list_day(place.community, person, calendar.local_date(now), calendar)
    is_in_digest = week is not None and digest_key(place, person, week) in behind
    return is_in_digest or any(each.startswith(f"list:{place.id}:{person.id}:") for each in behind)


def digest_key(place: Place, person: Person, week: date) -> str:
    """Why this message exists."""
    return f"digest:{place.id}:{person.id}:{week.isoformat()}"
