"""The morning has come: who is not ready is reminded, it goes or does not; later it is asked whether it helped."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sc_bot.calendar import working_calendar
from sc_bot.domain import joint_changes as rules
from sc_bot.domain.commitments import keep
from sc_bot.domain.common_notices import JointHeadline
from sc_bot.domain.community import Person
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.followups import subject_of
from sc_bot.domain.joint_changes import JointChange, Part, Stage
from sc_bot.domain.notices import Posting
from sc_bot.domain.safe_traceback import traceback_without_words
from sc_bot.domain.visibility import in_channel
from sc_bot.ports import Database, NotAvailable, UnitOfWork
from sc_bot.usecases.joint_cards import check_for
from sc_bot.usecases.joint_caregivers import ASKED_AGAIN, IN_VAIN, checkers, concerned, silent_for
from sc_bot.usecases.joint_changes.looking import morning_of
from sc_bot.usecases.joint_changes.people import everybody
from sc_bot.usecases.joint_changes.scene import Scene
from sc_bot.usecases.joint_reading import answerer
from sc_bot.usecases.lists import A_WHILE, list_of

logger = logging.getLogger(__name__)

ASIDE = timedelta(hours=1)
"""A change at which the bot cannot look waits so long, and stops no other."""


def look_at_changes(database: Database, now: datetime) -> int:
    """Look at every joint change whose morning has come; returns how many. Another worker may do the same at once.

    Raises:
        NotAvailable: the database did not answer; what was not looked at comes later.
    """
    looked = 0
    while _look_at_one(database, now):
        looked += 1
    return looked


def _look_at_one(database: Database, now: datetime) -> bool:
    first: JointChange | None = None
    try:
        with database.unit_of_work() as uow:
            first = next(iter(uow.joint_changes.due(now, 1)), None)
            if first is not None:
                _look(_scene(uow, first, now))
    except NotAvailable:
        raise
    except Exception as error:
        if first is None:
            raise
        logger.error("%s waits aside\n%s", first.reference, traceback_without_words(error))  # no words  # noqa: TRY400 - the traceback is printed without its words
        with database.unit_of_work() as uow:
            uow.joint_changes.save(replace(uow.joint_changes.by_id(first.id), look_at=now + ASIDE))
    return first is not None


def _scene(uow: UnitOfWork, change: JointChange, now: datetime) -> Scene:
    place = uow.communities.get(change.community).at(now)
    locked = {each: uow.problems.by_id(each, to_change=True) for each in sorted(change.problems)}
    return Scene(uow, place, change, tuple(locked[each] for each in change.problems), now, in_hours=True)


def _look(scene: Scene) -> None:
    """What this morning asks for; outside the community's hours it waits for the next one."""
    waits = _next_morning(scene)
    if waits is not None:
        scene.uow.joint_changes.save(replace(scene.change, look_at=waits))
    elif not any(each.is_open for each in scene.problems):
        _end(scene)
    elif scene.change.stage is Stage.GONE:
        _ask_whether(scene)
    elif scene.change.day is not None and scene.now >= morning_of(scene.community, scene.change):
        _go_or_hold(scene)
    else:
        _remind(scene)


def _next_morning(scene: Scene) -> datetime | None:
    """The next morning, where nobody works now. Where the day's list comes in quiet hours, this comes with it."""
    community, calendar = scene.community, working_calendar(scene.community)
    quiet, today = community.policies.quiet_hours, calendar.local_date(scene.now)
    since = scene.now - calendar.at(today, community.policies.daily_list_at)
    with_list = timedelta(0) <= since < A_WHILE
    if calendar.is_working_day(today) and (with_list or not calendar.in_quiet_hours(scene.now, quiet.start, quiet.end)):
        return None
    return calendar.next_morning_list(scene.now, community.policies.daily_list_at)


def _end(scene: Scene) -> None:
    """Its problems are closed: nothing is left to change."""
    ended = rules.abandon(scene.change) or replace(scene.change, ended=Stage.UNVERIFIED)
    scene.store(replace(ended, look_at=None))


def _remind(scene: Scene) -> None:
    """Whoever is not ready, or has no date, finds it in the list of the morning: no message of its own."""
    waiting = [each for each in scene.change.parts if not each.ready and each.answered is not rules.Answered.DECLINED]
    for person in _answerers(scene, waiting):
        scene.uow.outbox.post(scene.place.workspace, None, [list_of(scene.place, person, scene.now)])
    scene.store(scene.change)


def _answerers(scene: Scene, parts: Sequence[Part]) -> list[Person]:
    """Who answers for these parts, each once, in one order: two workers never wait in a circle."""
    found = (answerer(scene.community, scene.problems, each.institution) for each in parts)
    by_id = {each.id: each for each in found if each is not None}
    return [by_id[each] for each in sorted(by_id)]


def _go_or_hold(scene: Scene) -> None:
    calendar = working_calendar(scene.community)
    today, days = calendar.local_date(scene.now), scene.community.policies.verify_working_days
    after = rules.go(scene.change, calendar.add_working_days(today, days), scene.now)
    if after is not None:
        _go(scene, after)
        return
    held = rules.hold(scene.change)
    if held is not None:
        _hold(scene, held)


def _hold(scene: Scene, after: JointChange) -> None:
    """Everybody hears the same thing: why not, and that a new date is asked for."""
    before = scene.change
    scene = scene.store(after)
    day = before.day.isoformat() if before.day else ""
    written = "back" if before.back is not None else "no_back"
    events = scene.record(Happened.JOINT_HELD, day, str(before.ready), str(before.needed), written)
    scene.tell_everybody(events)


def _go(scene: Scene, after: JointChange) -> None:
    """It goes: those who got it ready and every caregiver concerned hear it once, and the institutions' channels."""
    for part in after.taken:
        if part.ready:
            keep_promise(scene, part)
    scene = scene.store(after)
    day = after.day.isoformat() if after.day else ""
    events = scene.record(Happened.JOINT_WENT, day, texts=scene.whats())
    people = everybody(scene.uow, scene.place, after, scene.problems)
    scene.tell(events, people, concerned(scene.uow, scene.place, scene.problems))
    for part in after.taken:
        _headline(scene, part.institution)


def keep_promise(scene: Scene, part: Part) -> None:
    """What was promised for a part is done, as whoever spoke for it last said."""
    before = scene.uow.commitments.by_id(part.commitment) if part.commitment else None
    after = keep(before, scene.now) if before else None
    if after is None:
        return
    problem = next(each for each in scene.problems if each.id == after.problem)
    scene.uow.commitments.save(after)
    step = Event(
        problem=problem.id, kind=Happened.KEPT, at=scene.now, actor=part.by or after.owner, details=(str(after.number),)
    )
    scene.uow.history.add(problem, step)
    scene.uow.followups.end(subject_of(problem.id, after.id))


def _headline(scene: Scene, institution: str) -> None:
    """One neutral line in an institution's channel; none about what is restricted, or kept from its director."""
    home = scene.community.institution(institution)
    channel = scene.place.channels.get(home.channel or "") if home else None
    if channel is None or not all(in_channel(each, institution) for each in scene.problems):
        return
    posting = Posting(
        notice=JointHeadline(scene.change.problem, scene.change.id, institution),
        to=channel,
        key=f"joint_headline:{scene.change.id}:{institution}",
        due_at=scene.now,
        surface=True,
    )
    scene.post(scene.problems[0], [posting])


def _ask_whether(scene: Scene) -> None:
    """Some days after, institution by institution: did it change? Who stays silent is asked once more."""
    today = working_calendar(scene.community).local_date(scene.now)
    before = {each.institution for each in scene.change.parts if each.checking}
    after = rules.ask_whether(scene.change, today)
    scene = scene.store(after)
    for part in after.parts:
        if part.checking and part.institution not in before:
            _ask_at(scene, part)
        elif silent_for(scene.community, part, today, IN_VAIN):
            _ask_on_the_ground(scene, part)
        elif silent_for(scene.community, part, today, ASKED_AGAIN):
            _ask_at(scene, part, "again")
    waiting = [each for each in after.parts if each.is_reopened or each.institution in before]
    for person in _answerers(scene, waiting):
        scene.uow.outbox.post(scene.place.workspace, None, [list_of(scene.place, person, scene.now)])


def _ask_at(scene: Scene, part: Part, *again: str) -> None:
    """Its caregivers are asked; where there are none, whoever answers for it, who asks on the ground."""
    found = checkers(scene.uow, scene.place, scene.problems, part.institution)
    for each in found:
        posting = check_for(scene.community, scene.change, part, each.person, each.problem, scene.now, *again)
        scene.post(each.problem, [posting])
    if not found and not again:
        _ask_on_the_ground(scene, part)


def _ask_on_the_ground(scene: Scene, part: Part) -> None:
    """Whoever answers for the institution: nobody reported it there, or nobody who did has answered."""
    person = answerer(scene.community, scene.problems, part.institution)
    if person is not None:
        problem = scene.problems[0]
        scene.post(problem, [check_for(scene.community, scene.change, part, person, problem, scene.now)])
