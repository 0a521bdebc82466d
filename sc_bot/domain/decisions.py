"""A decision request: one question to general managers, who asks, by when, and what happens otherwise.

It belongs to one problem. Each manager who is asked agrees, says no and why, or wants to discuss it; an answer may be
changed until the day. Where the request stands follows from the answers and the day: nobody sets it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sc_bot.domain.addresses import is_told, reads_only
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.due import Due
from sc_bot.domain.meeting_hours import hours_after
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import sight


class Reply(StrEnum):
    """What a general manager answers."""

    AGREE = "agree"
    NO = "no"
    DISCUSS = "discuss"


class Deciding(StrEnum):
    """Where a request stands."""

    OPEN = "open"
    AGREED = "agreed"
    """By all who are asked."""
    REFUSED = "refused"
    """Somebody said no."""
    TO_DISCUSS = "to_discuss"
    LAPSED = "lapsed"
    """The day has passed without every answer: what was said for that case happens."""
    ENDED = "ended"
    """The problem ended first."""


UNDECIDED = frozenset({Deciding.OPEN, Deciding.TO_DISCUSS})
"""As long as it takes answers, nothing else is asked about the problem."""


class Behalf(StrEnum):
    """In whose name it is asked."""

    COMMITTEE = "committee"
    INSTITUTION = "institution"
    FACILITATION = "facilitation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one general manager, a person of the community file, answered; None: nothing yet.

    `reason` is the text of a no, `meeting` when a discussion is wanted; without one at the next occasion.
    """

    person: str
    reply: Reply | None = None
    reason: int | None = None
    meeting: datetime | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One request as it stands now; what happened before is in its problem's history.

    `number` counts the requests of one problem from 1; `question` and `otherwise` are texts. `institution` is the one
    in whose name it is asked, if it is one. `zone` is where the due day is a day. `ended_at` is when it took its last
    answer: its day passed, its problem ended, or it was settled and another question followed it.
    """

    id: int
    workspace: str
    community: int
    problem: int
    number: int
    reference: str
    question: int
    otherwise: int
    asked_by: str
    behalf: Behalf
    due: Due
    zone: str
    made_at: datetime
    said: tuple[Said, ...]
    institution: str | None = None
    ended_at: datetime | None = None
    version: int = 0

    @property
    def deadline(self) -> datetime:
        """The instant after which no answer is taken."""
        return self.due.ends(ZoneInfo(self.zone))

    def of(self, person: str) -> Said | None:
        """What this person answered; None for somebody who is not asked."""
        return next((each for each in self.said if each.person == person), None)


def may_be_asked(person: Person, problem: Problem, community: Community) -> bool:
    """Whether somebody is a general manager who can be told and may know of the problem."""
    is_manager = Role.GENERAL_MANAGER in person.roles and is_told(person)
    return is_manager and sight(person, problem, community).exists


def managers(problem: Problem, community: Community) -> tuple[Person, ...]:
    """Every general manager who may be asked, those of the institutions that take part first."""
    able = [each for each in community.people if may_be_asked(each, problem, community)]
    return tuple(sorted(able, key=lambda each: each.institution not in problem.participants))


def asked_usually(problem: Problem, community: Community) -> tuple[Person, ...]:
    """Those of the institutions that take part."""
    return tuple(each for each in managers(problem, community) if each.institution in problem.participants)


def answers_as(decision: Decision, problem: Problem, community: Community, person: Person, whose: str) -> Person | None:
    """Whose answer somebody gives: their own, or the facilitator that of a manager who is not in Slack; None: neither.

    Args:
        decision: What is asked.
        problem: What it is about.
        community: As it is now.
        person: Who answers.
        whose: The id of the manager in whose name they do; empty: their own.
    """
    manager = community.person(whose or person.id)
    if manager is None or decision.of(manager.id) is None or not may_be_asked(manager, problem, community):
        return None
    is_own = manager.id == person.id
    return manager if is_own or (reads_only(manager) and facilitates(person, community)) else None


def takes_answers(decision: Decision, problem: Problem, now: datetime) -> bool:
    """Whether it may still be answered, and an answer changed."""
    return decision.ended_at is None and problem.is_open and now < decision.deadline


def standing(decision: Decision, problem: Problem, community: Community, now: datetime) -> Deciding:
    """Where it stands: a no weighs more than a wish to discuss, and both more than silence."""
    replies = {each.reply for each in decision.said if each.reply is not None}
    if Reply.NO in replies:
        return Deciding.REFUSED
    if Reply.DISCUSS in replies:
        return Deciding.TO_DISCUSS
    if replies and not waits_for(decision, problem, community):
        return Deciding.AGREED
    if now >= decision.deadline:
        return Deciding.LAPSED
    return Deciding.OPEN if decision.ended_at is None and problem.is_open else Deciding.ENDED


def waits_for(decision: Decision, problem: Problem, community: Community) -> tuple[Person, ...]:
    """Those who have not answered; whoever left, or may no longer know of the problem, is not waited for."""
    silent = (community.person(each.person) for each in decision.said if each.reply is None)
    return tuple(each for each in silent if each is not None and may_be_asked(each, problem, community))


def answered(decision: Decision, answer: Said) -> Decision | None:
    """The request with one answer; None when that is what was answered already, or they are not asked."""
    before = decision.of(answer.person)
    if before is None or _same(before, answer):
        return None
    return replace(decision, said=tuple(answer if each is before else each for each in decision.said))


def _same(before: Said, answer: Said) -> bool:
    """A no is always heard anew: its reason may be another one."""
    return answer.reply is not Reply.NO and (before.reply, before.meeting) == (answer.reply, answer.meeting)


def end(decision: Decision, now: datetime) -> Decision | None:
    """It takes no more answers."""
    return replace(decision, ended_at=now) if decision.ended_at is None else None


def running(decisions: Iterable[Decision], problem: Problem, community: Community, now: datetime) -> Decision | None:
    """The request that is still to be decided, if there is one; not one that nobody is left to answer."""
    return next(
        (
            each
            for each in decisions
            if takes_answers(each, problem, now)
            and standing(each, problem, community, now) in UNDECIDED
            and _can_be_answered(each, problem, community)
        ),
        None,
    )


def _can_be_answered(decision: Decision, problem: Problem, community: Community) -> bool:
    asked = (community.person(each.person) for each in decision.said)
    return any(each is not None and may_be_asked(each, problem, community) for each in asked)


def next_meeting(community: Community, now: datetime) -> datetime | None:
    """When the general managers next meet; None where no committee of theirs is known."""
    zone = ZoneInfo(community.settings.timezone)
    theirs = (each for each in community.committees if Role.GENERAL_MANAGER in each.member_roles)
    return min((next(hours_after(each, zone, now, community.moved)) for each in theirs), default=None)
