"""An absence begins and ends: open problems change hands, whoever looks at them sees it, one list waits on return."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from sc_bot.calendar import working_calendar
from sc_bot.domain.absences import Absence
from sc_bot.domain.answerable import answering, facilitates
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.covering import acting, local_day
from sc_bot.domain.notices import Covering, Posting, WhileAway
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import sight
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.joint_cards import hand_on
from sc_bot.usecases.telling import Telling, reading_time

ALL = 1_000_000


def begin(uow: UnitOfWork, place: Place, absence: Absence, now: datetime) -> None:
    """Whoever waits on the absent person sees who covers, on the cards that they have: no new message.

    A card that still waits for the absent person's morning goes to who covers instead.
    """
    uow.absences.began(place, absence.id, now)
    here, absent = place.at(now), place.community.person(absence.person)
    for problem in _show_anew(uow, here, absence, now):
        if absent is not None and uow.outbox.unseen(here.workspace, problem.id, absent.slack_id or ""):
            telling = Telling(here, problem, uow.history.last(problem.id).id, absent.slack_id or "", now)
            uow.outbox.post(here.workspace, problem.id, telling.cards())
    there, away = (replace(here, community=each) for each in _without_and_with(here.community, absence))
    hand_on(uow, there, away, now)


def finish(
    uow: UnitOfWork,
    place: Place,
    absence: Absence,
    now: datetime,
    *,
    actor: str | None = None,
    hears_at: Callable[[Community, Person, datetime], datetime] = reading_time,
) -> None:
    """The person has their problems again, and hears once what happened, unless they had not left yet."""
    person = uow.communities.person(place.id, absence.person)
    had_left = absence.first_day <= local_day(place.community, person, now)
    uow.absences.end(place, absence.id, actor=actor, now=now)
    if not had_left:
        return
    _show_anew(uow, place.at(now), absence, now)
    if person is not None and person.slack_id and answers_for(place.community, person):
        due_at = hears_at(place.community, person, now)
        key = f"while_away:{absence.id}"
        posting = Posting(notice=WhileAway(absence.id), to=person.slack_id, key=key, due_at=due_at)
        uow.outbox.post(place.workspace, None, [posting])


def tell_covers(uow: UnitOfWork, place: Place, absence: Absence, now: datetime, actor: str = "") -> tuple[Person, ...]:
    """Whoever covers hears of it, once and in their working hours; returns who they are."""
    found = standing_in(place.at(now).community, absence)
    told = [
        Posting(
            notice=Covering(absence.id),
            to=each.slack_id or "",
            key=f"covering:{absence.id}:{each.slack_id}",
            due_at=reading_time(place.community, each, now),
        )
        for each in found
        if each.slack_id != actor
    ]
    uow.outbox.post(place.workspace, None, told)
    return found


def standing_in(community: Community, absence: Absence) -> tuple[Person, ...]:
    """Everyone who acts for the absent person, for some continuum or for the rest, as if they had left.

    For somebody who answers for nothing, only those whom they named.
    """
    person, (_, away) = community.person(absence.person), _without_and_with(community, absence)
    if person is None:
        return ()
    continua = (None, *(each.id for each in community.continua))
    found = dict.fromkeys(cover for each in continua if (cover := acting(away, person, each)))
    answers = answers_for(community, person)
    return tuple(each for each in found if each.id != person.id and (answers or each.id in absence.everyone))


def answers_for(community: Community, person: Person) -> tuple[str | None, ...]:
    """The institution that a person directs; None among them for the problems that have none yet."""
    directed = (person.institution,) if Role.MANAGING_DIRECTOR in person.roles and person.institution else ()
    return (*directed, None) if facilitates(person, community) else directed


def covered_by(uow: UnitOfWork, place: Place, absence: Absence, cover: Person) -> int:
    """How many open problems of the absent person this one has in hand, or will have."""
    there, away = _without_and_with(place.community, absence)

    def is_covered(problem: Problem) -> bool:
        usual, now = answering(there, problem), answering(away, problem)
        return usual is not None and usual.id == absence.person and now is not None and now.id == cover.id

    return sum(map(is_covered, uow.problems.open_in(place, ALL)))


def happened_since(uow: UnitOfWork, place: Place, absence: Absence, person: Person, limit: int) -> list[Problem]:
    """What moved, of the problems that a person answers for, since the first day of their absence; newest first."""
    calendar = working_calendar(place.community, person.institution, place.community.timezone_of(person))
    since = calendar.at(absence.first_day, time(0, 0))
    moved = uow.problems.moved_since(place, answers_for(place.community, person), since, limit)
    return [each for each in moved if sight(person, each, place.community).exists]


def first_morning(community: Community, person: Person, now: datetime) -> datetime:
    """When the next list of somebody's working mornings goes out."""
    calendar = working_calendar(community, person.institution, community.timezone_of(person))
    return calendar.next_morning_list(now, community.policies.daily_list_at)


def _show_anew(uow: UnitOfWork, place: Place, absence: Absence, now: datetime) -> list[Problem]:
    """Draw anew every card of the problems that change hands; returns these."""
    there, away = _without_and_with(place.community, absence)
    both = ((each, answering(there, each), answering(away, each)) for each in uow.problems.open_in(place, ALL))
    moved = [problem for problem, usual, acting in both if usual != acting]
    for problem in moved:
        uow.outbox.refresh(problem.id, now)
    return moved


def _without_and_with(community: Community, absence: Absence) -> tuple[Community, Community]:
    """The community as if the person were there, and as if they were away."""
    others = tuple(each for each in community.away if each.person != absence.person)
    return replace(community, away=others), replace(community, away=(*others, absence))
