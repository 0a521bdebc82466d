"""Who stands in for whom: nobody who is away is a black hole.

Whoever is away is covered by those whom they named, in order; who of these is away too, by those whom *they* named.
A circle leads nowhere, so the line goes on: an institution's standing delegates, the facilitator, the substitute.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sc_bot.domain.absences import Absence
from sc_bot.domain.community import Community, Person, Role


@dataclass(frozen=True, slots=True)
class Covered:
    """One person who is away, and who acts for them."""

    person: Person
    cover: Person
    absence: Absence


def local_day(community: Community, person: Person | None, now: datetime) -> date:
    """The date where a person lives; where the community does, for somebody who left it."""
    zone = community.timezone_of(person) if person is not None else community.settings.timezone
    return now.astimezone(ZoneInfo(zone)).date()


def as_of(community: Community, absences: Iterable[Absence], now: datetime) -> Community:
    """The community as it is at this moment: with the absences that hold where each absent person lives."""
    away = tuple(
        each
        for each in absences
        if (person := community.person(each.person)) and each.holds_on(local_day(community, person, now))
    )
    return community if away == community.away else replace(community, away=away)


def covering(
    community: Community, absences: Iterable[Absence], person: Person, day: date, continuum: str | None = None
) -> Person | None:
    """Who acts for a person on a day: themselves when they are there; None when nobody can be told in Slack."""
    there = replace(community, away=tuple(each for each in absences if each.holds_on(day)))
    return acting(there, person, continuum)


def acting(community: Community, person: Person, continuum: str | None = None) -> Person | None:
    """The same, at the moment as of which the community was read."""
    directed = person.institution if Role.MANAGING_DIRECTOR in person.roles else None
    standing = community.delegates_of(directed) if directed else ()
    people = (person, *standing, community.facilitator, community.substitute)
    return next((each for each in line(community, people, continuum) if each.slack_id), None)


def line(community: Community, people: Iterable[Person | None], continuum: str | None) -> tuple[Person, ...]:
    """The same people, each who is away replaced by those who cover; the absent come last, the facilitators first.

    The facilitator is covered by the substitute alone, who follows in the line anyway.
    """
    known = [each for each in people if each is not None]
    there: list[Person] = []
    absent: list[Person] = []
    for each in known:
        absence = community.absence_of(each.id)
        if absence is None:
            there.append(each)
        else:
            absent.append(each)
            if not _is_head(each, community):
                there += covers(community, absence, lambda other: other.named_for(continuum))
    absent.sort(key=lambda each: not _is_head(each, community))
    return tuple(dict.fromkeys((*there, *absent)))


def covers(community: Community, absence: Absence, named: Callable[[Absence], Sequence[str]]) -> list[Person]:
    """Those who are there of those named, then of those whom the absent ones among them named, and so on."""
    seen, found = {absence.person}, []
    waiting = deque(named(absence))
    while waiting:
        who = waiting.popleft()
        person = community.person(who)
        if who in seen or person is None or Role.FACILITATOR in person.roles:
            continue
        seen.add(who)
        away = community.absence_of(who)
        if away is None:
            found.append(person)
        else:
            waiting.extend(named(away))
    return found


def covers_now(community: Community) -> tuple[Covered, ...]:
    """Who is away now, and who acts for them in what no continuum decides."""
    known = ((community.person(each.person), each) for each in community.away)
    both = ((person, acting(community, person), each) for person, each in known if person is not None)
    return tuple(Covered(person, cover, each) for person, cover, each in both if cover is not None and cover != person)


def _is_head(person: Person, community: Community) -> bool:
    return Role.FACILITATOR in person.roles or person.id == community.settings.facilitator_substitute
