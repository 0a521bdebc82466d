"""A committee's meeting: its occasion, its agenda in timeboxes, what came of each item.

The agenda is in the order of its kinds; the current item is the first without an outcome. Nobody sets either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sc_bot.domain.answerable import facilitates, is_kept_out
from sc_bot.domain.community import Committee, Community, Person, Role
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import sight


class Phase(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    STARTED = "started"
    ENDED = "ended"
    """Its minutes wait for approval."""
    APPROVED = "approved"


HELD = frozenset({Phase.ENDED, Phase.APPROVED})
"""What has minutes."""


class Kind(StrEnum):
    """What an item is about, in the order of the agenda."""

    DECISION = "decision"
    """A decision request of general managers that waits."""
    ARBITRATION = "arbitration"
    DEADLOCK = "deadlock"
    LATE = "late"
    UNCONFIRMED = "unconfirmed"
    """A promise that an earlier meeting noted and whose owner has not confirmed it."""
    JOINT_CHANGE = "joint_change"
    LESSON = "lesson"
    PARKED = "parked"
    ADDED = "added"


ORDER = tuple(Kind)
MINUTES = {Kind.DEADLOCK: 15, Kind.DECISION: 10, Kind.ARBITRATION: 10, Kind.JOINT_CHANGE: 10}
USUAL_MINUTES = 5
LEAST_MINUTES = 2  # in less, nothing can be said
BY_ITSELF = frozenset(Kind) - {Kind.PARKED, Kind.ADDED}
"""What comes onto an agenda without anybody's doing, and leaves it when it is settled before."""


class Outcome(StrEnum):
    """What came of an item."""

    DECIDED = "decided"
    NOTHING = "nothing"
    PARKED = "parked"
    """In the parking lot: on the next agenda."""
    SETTLED = "settled"
    """Before the meeting began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. `about` names what it is about beside its problem: a decision request, a promise.

    `topic` and `decided` are texts: of its problem if it has one, else of the meeting. `carried` says that a later
    agenda has it. `promises` are the commitments that were noted under it.
    """

    id: int
    meeting: int
    kind: Kind
    problem: int | None = None
    about: str = ""
    topic: int | None = None
    minutes: int = USUAL_MINUTES
    facilitated: bool = False
    added_by: str | None = None
    outcome: Outcome | None = None
    decided: int | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None
    carried: bool = False
    promises: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[Kind, int | None, str]:
        """What makes it the same item when the sources are asked again."""
        return self.kind, self.problem, self.about


_WITH = "with:"


def with_others(problems: Iterable[int]) -> str:
    """What an item says of the problems (their ids) that are in one circle with its own."""
    told = ",".join(map(str, problems))
    return f"{_WITH}{told}" if told else ""


def others_with(item: Item) -> tuple[int, ...]:
    """The same, read."""
    told = item.about.removeprefix(_WITH) if item.about.startswith(_WITH) else ""
    return tuple(map(int, told.split(","))) if told else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending:
    """Somebody at a meeting. `coming`: what they said before; `present`: what was seen there."""

    person: str
    coming: bool | None = None
    present: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One occasion of a committee. `nominal` is its hour by the calendar, `at` when it really is.

    `minutes` is its length; `item_since` is when the current item began; `moderator` runs it.
    """

    id: int
    workspace: str
    community: int
    committee: str
    nominal: datetime
    at: datetime
    minutes: int
    phase: Phase = Phase.PLANNED
    agenda_at: datetime | None = None
    moved_by: str | None = None
    started_at: datetime | None = None
    item_since: datetime | None = None
    moderator: str | None = None
    ended_at: datetime | None = None
    ended_by: str | None = None
    approved_at: datetime | None = None
    approved_by: str | None = None
    version: int = 0


LAPSES = timedelta(hours=12)
"""A meeting that nobody started so long after its hour was not held."""


def occasions(committee: Committee, zone: ZoneInfo, now: datetime) -> tuple[datetime, ...]:
    """The hours by the calendar around now, naive in the community's zone: two that passed, and three to come."""
    step = timedelta(weeks=max(committee.every_weeks, 1))
    passed = (now.astimezone(zone).replace(tzinfo=None) - committee.next) // step
    return tuple(committee.next + step * count for count in range(max(0, passed - 1), max(0, passed) + 3))


def lasts(committee: Committee) -> int:
    """How many minutes: as the file says, else an hour, an hour and a half where general managers sit."""
    return committee.minutes or (90 if Role.GENERAL_MANAGER in committee.member_roles else 60)


def is_over(meeting: Meeting, now: datetime) -> bool:
    """Whether it was held, or nobody held it in time."""
    if meeting.phase is Phase.STARTED:
        return False
    return meeting.phase is not Phase.PLANNED or now > meeting.at + LAPSES


def sits(person: Person, committee: Committee) -> bool:
    """Whether this person is a member, by their roles."""
    return bool({*person.roles} & {*committee.member_roles})


def members(community: Community, committee: Committee) -> tuple[Person, ...]:
    """Everybody who sits there, in the order of the community file."""
    return tuple(each for each in community.people if sits(each, committee))


def may_run(person: Person, community: Community) -> bool:
    """Whether this person leads meetings: who moderates, and who facilitates."""
    return Role.MODERATOR in person.roles or facilitates(person, community)


def arbitrates(committee: Committee) -> bool:
    """Whether it decides who leads: the support committee."""
    return Role.SUPPORT_COMMITTEE in committee.member_roles


def asks_managers(committee: Committee) -> bool:
    """Whether general managers sit there: the steering committee."""
    return Role.GENERAL_MANAGER in committee.member_roles


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """The agenda: by kind, then as the items came."""
    return tuple(sorted(items, key=lambda each: (ORDER.index(each.kind), each.id)))


def open_items(items: Sequence[Item]) -> tuple[Item, ...]:
    """Those without an outcome, the current one first."""
    return tuple(each for each in in_order(items) if each.outcome is None)


def fitted(wanted: Sequence[int], length: int) -> tuple[int, ...]:
    """The minutes of each item so that all fit into the meeting; 0 where there is only time if others are shorter."""
    total = sum(wanted)
    if total <= length:
        return tuple(wanted)
    left, given = length, []
    for each in wanted:
        share = max(LEAST_MINUTES, each * length // total)
        given.append(share if share <= left else 0)
        left -= given[-1]
    return tuple(given)


def may_be_shown(problem: Problem) -> bool:
    """Whether a projector may name it: nothing restricted, and nothing that a director in the room is kept out of."""
    return not problem.restricted and not problem.director_kept_out


def may_know(person: Person, problem: Problem, community: Community) -> bool:
    """Whether a member may know of the problem of an item."""
    return sight(person, problem, community).exists and not is_kept_out(person, problem)


def reads_words(person: Person) -> bool:
    """Whether what people wrote is for them: the external intervener reads what is de-identified only."""
    return {*person.roles} != {Role.EXTERNAL_INTERVENER}


def stands_of(community: int, meeting: int) -> str:
    """How the keys begin of everything that stands of a meeting in Slack."""
    return f"meeting:{community}:{meeting}:"


def start(meeting: Meeting, person: str, now: datetime) -> Meeting | None:
    """Begin; None when somebody has."""
    if meeting.phase is not Phase.PLANNED:
        return None
    return replace(meeting, phase=Phase.STARTED, started_at=now, item_since=now, moderator=person)


def end(meeting: Meeting, person: str, now: datetime) -> Meeting | None:
    """It is over; its minutes wait."""
    if meeting.phase is not Phase.STARTED:
        return None
    return replace(meeting, phase=Phase.ENDED, ended_at=now, ended_by=person)


def approve(meeting: Meeting, person: str, now: datetime) -> Meeting | None:
    """Its minutes are right."""
    if meeting.phase is not Phase.ENDED:
        return None
    return replace(meeting, phase=Phase.APPROVED, approved_at=now, approved_by=person)


def close(item: Item, outcome: Outcome, person: str | None, now: datetime) -> Item | None:
    """Something came of it; None when somebody was faster."""
    if item.outcome is not None:
        return None
    return replace(item, outcome=outcome, closed_at=now, closed_by=person)
