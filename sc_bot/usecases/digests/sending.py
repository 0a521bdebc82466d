"""Digests whose moment has come: asked by a tick, as often as it likes; each is sent once, and late rather than never.

Somebody who is new to a community gets their first digest with the next week, not at once for a week that has passed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.addresses import address_of
from sc_bot.domain.community import Person
from sc_bot.domain.counts import CommunityCounts
from sc_bot.domain.digests import ONE_WEEK, TOO_LATE, digest_of, kinds_of, latest_week, moment_of
from sc_bot.domain.notices import Posting
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.lists import digest_posting


@dataclass(frozen=True, slots=True)
class Round:
    """What is to be sent now in one community: each person's week, and the counts of the weeks that begin with it."""

    place: Place
    news: Mapping[str, date]
    """The week of each person whose digest has come, or who is new."""
    postings: tuple[Posting, ...]
    counts: Mapping[date, CommunityCounts]


def send_digests(database: Database, now: datetime) -> int:
    """Queue every digest whose moment has come; returns how many. Another worker may do the same at once.

    Raises:
        NotAvailable: the database did not answer; what is not queued is queued later.
    """
    with database.reading() as uow:  # to count may take long: nobody waits for it
        rounds = [each for each in (_round(uow, place, now) for place in _places(uow, now)) if each.news]
    for each in rounds:
        with database.unit_of_work() as uow:
            for week, counts in each.counts.items():
                uow.counts.keep(each.place, week, counts)
            uow.outbox.post(each.place.workspace, None, each.postings)
            uow.digests.had(each.place, each.news, now)
    return sum(len(each.postings) for each in rounds)


def _places(uow: UnitOfWork, now: datetime) -> list[Place]:
    found = (each for workspace in uow.communities.workspaces() for each in uow.communities.in_workspace(workspace))
    return [each.at(now) for each in found if each.archived is None]


def _round(uow: UnitOfWork, place: Place, now: datetime) -> Round:
    last = uow.digests.last(place)
    readers = [each for each in place.community.people if kinds_of(each) and address_of(place.id, each)]
    latest = {each.id: _latest(place, each, now) for each in readers}
    news = {who: week for who, week in latest.items() if who not in last or last[who] < week}
    due = [each for each in readers if each.id in news and each.id in last]
    weeks = sorted({news[each.id] for each in due})
    return Round(
        place=place,
        news=news,
        postings=tuple(_posting(place, each, news[each.id], now) for each in due),
        counts={week: counts_now(uow, place, week, now) for week in weeks if not _is_kept(uow, place, week)},
    )


def _latest(place: Place, person: Person, now: datetime) -> date:
    return latest_week(now, digest_of(place.community, person), calendar_of(place.community, person))


def _posting(place: Place, person: Person, week: date, now: datetime) -> Posting:
    moment = moment_of(week, digest_of(place.community, person), calendar_of(place.community, person))
    return digest_posting(place, person, week, now, late=now - moment > TOO_LATE)


def _is_kept(uow: UnitOfWork, place: Place, week: date) -> bool:
    return any(kept == week for kept, _ in uow.counts.kept(place, week, 1))


def counts_now(uow: UnitOfWork, place: Place, week: date, now: datetime) -> CommunityCounts:
    """Count now, since the last digest before this week's; without one, over a week."""
    before = uow.counts.kept(place, week - ONE_WEEK, 1)
    return uow.counts.of(place, before[0][1].until if before else now - ONE_WEEK, now)
