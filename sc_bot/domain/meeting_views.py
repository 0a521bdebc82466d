"""A meeting as one reader may see it: read by the use cases, worded by the presentation."""

from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.commitments import Standing
from sc_bot.domain.community import Community, Localised, Person
from sc_bot.domain.due import Due
from sc_bot.domain.meetings import Kind, Outcome, Phase
from sc_bot.domain.views import ProblemView, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedView:
    """A promise that was noted in the room. `standing` says whether its owner has confirmed it."""

    reference: str
    what: str
    owner: str
    due: Due
    zone: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item for one reader. `hidden`: they may not know what it is about; everything else is empty then.

    `problem` holds no more than lists show; `also` are the references of those in one circle with it, `reference` is
    that of a lesson of no problem. `minutes` are 0 where there is only time if others are shorter.
    """

    id: int
    number: int
    kind: Kind
    problem: ProblemView | None
    topic: str | None
    minutes: int
    facilitated: bool
    outcome: Outcome | None
    decided: str | None
    promises: tuple[NotedView, ...]
    hidden: bool
    also: tuple[str, ...] = ()
    reference: str = ""
    kept_back: bool = False
    """What was said about it stays in Slack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """One meeting for one reader; `at` is in the zone of the committee. People are names.

    `item_ends` is when the current item's time is over. `words` is False for who reads what is de-identified only.
    `whole`: its reader has nothing to press, so that every item is there at once.
    """

    reader: Reader
    id: int
    committee: Localised
    at: datetime
    minutes: int
    phase: Phase
    items: tuple[ItemView, ...]
    is_made: bool
    moved: bool
    day_off: bool
    sits: bool
    coming: bool | None
    may_run: bool
    may_flag: bool
    item_ends: datetime | None = None
    ended_at: datetime | None = None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    words: bool = True
    whole: bool = False

    @property
    def current(self) -> ItemView | None:
        """The first item without an outcome."""
        return next((each for each in self.items if each.outcome is None), None)


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting as one line; `items` is None before its agenda is made."""

    id: int
    committee: Localised
    at: datetime
    phase: Phase
    items: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A meeting for whoever leads it. `present` are there, or said before that they come; as ids of people.

    `asks_lead`: the current item asks which institution leads; `asks_way`: how a deadlock ends, too.
    """

    view: MeetingView
    members: tuple[Person, ...]
    community: Community
    present: tuple[str, ...]
    asks_lead: bool
    asks_way: bool
