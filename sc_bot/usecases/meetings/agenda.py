"""The agenda makes itself: one small function a source, in the order of the agenda. A new source is one line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sc_bot.domain.community import Committee
from sc_bot.domain.deadlocks import Stage
from sc_bot.domain.decisions import UNDECIDED, standing
from sc_bot.domain.lessons import Stage as Drafted
from sc_bot.domain.meetings import (
    MINUTES,
    USUAL_MINUTES,
    Item,
    Kind,
    Meeting,
    arbitrates,
    asks_managers,
    with_others,
)
from sc_bot.domain.problems import State
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.deadlocks.seeing import in_one_circle, open_deadlocks
from sc_bot.usecases.joint_reading import joint_changes_of

MOST = 8  # items of one kind on one agenda
LOOKED_AT = 1_000  # open problems among which they are found
LATELY = timedelta(days=90)  # what a committee talked about since


@dataclass(frozen=True, slots=True)
class Making:
    """An agenda in the making. Nothing is written."""

    uow: UnitOfWork
    place: Place
    committee: Committee
    meeting: Meeting
    now: datetime

    def item(self, kind: Kind, problem: int | None, about: str = "") -> Item:
        """An item with its usual minutes."""
        return Item(
            id=0,
            meeting=self.meeting.id,
            kind=kind,
            problem=problem,
            about=about,
            minutes=MINUTES.get(kind, USUAL_MINUTES),
        )


Source = Callable[[Making], Iterator[Item]]


def decisions(making: Making) -> Iterator[Item]:
    """What general managers are asked to decide, where they sit."""
    if asks_managers(making.committee):
        for each in making.uow.decisions.running_in(making.place, LOOKED_AT):
            problem = making.uow.problems.by_id(each.problem)
            if standing(each, problem, making.place.community, making.now) in UNDECIDED:
                yield making.item(Kind.DECISION, each.problem, each.reference)


def arbitration(making: Making) -> Iterator[Item]:
    """What was returned twice: who leads?"""
    if arbitrates(making.committee):
        found = making.uow.problems.open_without_director(making.place, [], [], LOOKED_AT)
        yield from (making.item(Kind.ARBITRATION, each.id) for each in found if each.state is State.ARBITRATION)


def deadlocks(making: Making) -> Iterator[Item]:
    """What is stuck, the oldest first; before general managers, what the support committee could not end.

    Problems whose promises wait for each other in one circle are one thing to talk about: the oldest names the others,
    which come onto a later agenda if they are still stuck once it is decided.
    """
    stage = Stage.SUPPORT if arbitrates(making.committee) else Stage.STEERING
    for each, *others in in_one_circle(open_deadlocks(making.uow, making.place, stage)):
        yield making.item(Kind.DEADLOCK, each.problem, with_others(one.problem for one in others))


def late(making: Making) -> Iterator[Item]:
    """Problems for which something that was promised is late, the longest late first."""
    found = making.uow.commitments.late_in(making.place, None, making.now, LOOKED_AT)
    yield from (making.item(Kind.LATE, each) for each in dict.fromkeys(each.problem for each in found))


def unconfirmed(making: Making) -> Iterator[Item]:
    """What was noted at an earlier meeting and is not confirmed."""
    found = making.uow.meetings.unconfirmed(making.place, making.committee.id, LOOKED_AT)
    yield from (making.item(Kind.UNCONFIRMED, problem, reference) for problem, reference in found)


def joint_changes(making: Making) -> Iterator[Item]:
    """Changes of several institutions that get ready or wait to be verified, by date."""
    for each in joint_changes_of(making.uow, making.place):
        yield making.item(Kind.JOINT_CHANGE, each.change.problem, each.change.reference)


def lessons(making: Making) -> Iterator[Item]:
    """Lessons that wait for the support committee."""
    found = making.uow.lessons.unfinished(making.place, LOOKED_AT) if arbitrates(making.committee) else ()
    yield from (
        making.item(Kind.LESSON, each.problem, each.reference) for each in found if each.stage is Drafted.DRAFTED
    )


def parked(making: Making) -> Iterator[Item]:
    """The parking lot, and what nobody came to."""
    for each in making.uow.meetings.left_over(making.place, making.committee.id, making.meeting.at):
        fresh = making.item(Kind.PARKED, each.problem, f"{_CARRIED}{each.id}")
        topic = each.topic or each.decided
        yield replace(fresh, topic=topic, facilitated=each.facilitated, added_by=each.added_by)


_CARRIED = "item:"


def carried_from(item: Item) -> int | None:
    """The item of an earlier meeting that this one goes on with."""
    return int(item.about.removeprefix(_CARRIED)) if item.about.startswith(_CARRIED) else None


SOURCES: tuple[Source, ...] = (decisions, arbitration, deadlocks, late, unconfirmed, joint_changes, lessons, parked)
"""Every source, in order; where several know a problem, the first has it."""


def gathered(making: Making) -> list[Item]:
    """What comes onto this agenda by itself, and what earlier meetings left."""
    items: list[Item] = []
    known: set[int] = set()
    for source in SOURCES:
        for each in _some(source(making), known):
            items.append(each)
            known.update([each.problem] if each.problem is not None else [])
    return items


def _some(found: Iterator[Item], known: set[int]) -> list[Item]:
    """The first few of a source, but what is on the agenda already."""
    fresh = (each for each in found if each.problem is None or each.problem not in known)
    return [each for each, _ in zip(fresh, range(MOST), strict=False)]
