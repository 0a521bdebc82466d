"""What one person is sent about a joint change; when people change, or are away, whoever answers then gets it too."""

from dataclasses import replace
from datetime import datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.addresses import address_of
from sc_bot.domain.answerable import reads_along
from sc_bot.domain.common_notices import JointCard, JointCheck
from sc_bot.domain.community import Community, Person
from sc_bot.domain.joint_changes import Answered, JointChange, Part
from sc_bot.domain.joint_rules import asks_whether
from sc_bot.domain.notices import Posting
from sc_bot.domain.problems import Problem
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.joint_caregivers import asks_on_the_ground
from sc_bot.usecases.joint_reading import Gathering, answerer, joint_changes_of
from sc_bot.usecases.telling import reading_time


def card_for(community: Community, change: JointChange, institution: str, person: Person, now: datetime) -> Posting:
    """The card of whoever answers for an institution; one that exists is edited in place."""
    return Posting(
        notice=JointCard(change.problem, change.id, institution),
        to=person.slack_id or "",
        key=f"joint:{change.id}:{institution}:{person.id}",
        due_at=reading_time(community, person, now),
        surface=True,
    )


def letters_for(place: Place, change: JointChange, problem: Problem, institution: str, now: datetime) -> list[Posting]:
    """For a director who is not in Slack: by e-mail, once, what whoever stands in has in hand."""
    director = reads_along(place.community, problem, institution)
    if director is None:
        return []
    card = card_for(place.community, change, institution, director, now)
    return [replace(card, to=address_of(place.id, director), surface=False)]


def check_for(
    community: Community, change: JointChange, part: Part, person: Person, problem: Problem, now: datetime, *again: str
) -> Posting:
    """Whether it changed at one institution, for one person; once a day of asking, and once `again`."""
    day = part.check_on.isoformat() if part.check_on else ""
    return Posting(
        notice=JointCheck(problem.id, change.id, part.institution),
        to=person.slack_id or "",
        key=":".join(("joint_check", str(change.id), part.institution, day, *again, person.id)),
        due_at=reading_time(community, person, now),
        surface=True,
    )


def hand_on(uow: UnitOfWork, before: Place, after: Place, now: datetime) -> None:
    """Whoever answers for an institution in a joint change, and did not before, gets its card and its question."""
    for each in joint_changes_of(uow, after):
        new = [
            (part, person)
            for part in each.change.parts
            if (person := _newly(before, after, each, part)) is not None and part.answered is not Answered.DECLINED
        ]
        for part, person in new:
            uow.outbox.post(after.workspace, each.change.problem, _postings(uow, after, each, part, person, now))
        for problem in each.problems if new else ():
            uow.outbox.refresh(problem.id, now)


def _newly(before: Place, after: Place, each: Gathering, part: Part) -> Person | None:
    had = answerer(before.community, each.problems, part.institution)
    has = answerer(after.community, each.problems, part.institution)
    return has if has is not None and has.slack_id and (had is None or had.id != has.id) else None


def _postings(
    uow: UnitOfWork, place: Place, each: Gathering, part: Part, person: Person, now: datetime
) -> list[Posting]:
    community, first = place.community, each.problems[0]
    card = card_for(community, each.change, part.institution, person, now)
    cards = [card, *letters_for(place, each.change, first, part.institution, now)]
    today = working_calendar(community).local_date(now)
    is_asked = asks_whether(each.change, part.institution)
    if not is_asked or not asks_on_the_ground(uow, place, each.problems, part, today):
        return cards
    return [*cards, check_for(community, each.change, part, person, first, now)]
