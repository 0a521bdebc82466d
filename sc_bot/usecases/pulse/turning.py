"""Waves turn by themselves: a tick begins what is due on a working day, publishes what is over, purges what is old."""

from datetime import date, datetime, timedelta

from sc_bot.calendar import working_calendar
from sc_bot.domain.common_notices import PulseInvitation
from sc_bot.domain.notices import Posting
from sc_bot.domain.pulse import KEPT, Wave, is_asked, is_due, stretch, unpacked
from sc_bot.domain.pulse_cells import published
from sc_bot.ports import Database, Place, Results, Sealing, UnitOfWork
from sc_bot.usecases.lists import list_time
from sc_bot.usecases.pulse.measuring import measures_of

AFTER_MIDNIGHT = timedelta(hours=1)
"""An answer of the last minute is stored by then."""


def about(wave: int) -> str:
    """What a sealed answer is bound to."""
    return f"pulse wave {wave}"


def turn_waves(database: Database, sealing: Sealing, now: datetime) -> int:
    """Begin, publish and destroy what is due; as often as it is asked, once each. Returns how many began or ended.

    Raises:
        NotAvailable: the database did not answer; the next look does it.
    """
    with database.reading() as uow:
        places = [
            each.at(now)
            for workspace in uow.communities.workspaces()
            for each in uow.communities.in_workspace(workspace)
        ]
    turned = sum(_turn(database, sealing, place, now) for place in places)
    with database.unit_of_work() as uow:
        uow.pulse.purge(now.date() - KEPT, now.date())
    return turned


def _turn(database: Database, sealing: Sealing, place: Place, now: datetime) -> bool:
    calendar = working_calendar(place.community)
    with database.reading() as uow:
        last = uow.pulse.last(place)
    if last is not None and last.ended_on is None:
        is_over = now >= stretch(place.community, last)[1] + AFTER_MIDNIGHT
        return is_over and _end(database, sealing, place, last, calendar.local_date(now))
    day = is_due(place.community, last, calendar.local_date(now), calendar)
    if day is None or place.archived is not None:
        return False
    with database.unit_of_work() as uow:
        return begin(uow, place, day, now) is not None


def begin(uow: UnitOfWork, place: Place, day: date, now: datetime) -> Wave | None:
    """Begin a wave, and ask everybody whom it concerns, each with the list of their morning; None if one is there."""
    uow.communities.get(place.id, to_change=True)  # before the first wave there is nothing else to wait for
    community, calendar = place.community, working_calendar(place.community)
    today, last = calendar.local_date(now), uow.pulse.last(place, to_change=True)
    if last is not None and last.ended_on is None:
        return None
    people = [each for each in uow.communities.people(place.id) if is_asked(each, community) and each.takes_part(today)]
    draft = Wave(
        id=0,
        workspace=place.workspace,
        community=place.id,
        day=day,
        begun_on=today,
        ends_on=calendar.add_working_days(today, community.policies.pulse_open_working_days),
        since=last.ends_on + timedelta(days=1) if last else community.settings.starts_on,
    )
    wave = uow.pulse.begin(place, draft, [each.id for each in people])
    if wave is not None:
        asked = [
            Posting(
                notice=PulseInvitation(place.id, wave.id),
                to=each.slack_id or "",
                key=f"pulse:{wave.id}:{each.id}",
                due_at=list_time(community, each, now),
            )
            for each in people
        ]
        uow.outbox.post(place.workspace, None, asked)
    return wave


def _end(database: Database, sealing: Sealing, place: Place, wave: Wave, today: date) -> bool:
    """Count while nobody waits, then publish; what no key opens is lost, and counted nowhere."""
    with database.reading() as uow:
        measured = measures_of(uow, place, wave)
        opened = [sealing.open(each, about(wave.id)) for each in uow.pulse.handed_in(wave.id)]
        responses = [unpacked(each) for each in opened if each is not None]
    results = Results(cells=published(responses), measures=measured)
    with database.unit_of_work() as uow:
        newest = uow.pulse.last(place, to_change=True)
        if newest is None or newest.id != wave.id or newest.ended_on is not None:
            return False
        uow.pulse.end(wave, today, results)
    return True
