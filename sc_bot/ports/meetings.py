"""Meetings of committees, as the use cases need them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sc_bot.domain.meetings import Attending, Item, Kind, Meeting
from sc_bot.ports.community import Place


class Meetings(Protocol):
    """Meetings with their agendas. A meeting's lock is also its items'."""

    def add(self, meeting: Meeting) -> Meeting | None:
        """Store an occasion; None when it is known already."""
        ...

    def get(self, meeting: int, *, to_change: bool = False) -> Meeting | None:
        """By id; `to_change` locks it until the unit of work ends."""
        ...

    def save(self, meeting: Meeting) -> None:
        """Store it as it is now."""
        ...

    def move(self, place: Place, meeting: Meeting) -> None:
        """Store it at its new hour; from now on the community is read with it."""
        ...

    def of(self, place: Place, committee: str, nominal: Sequence[datetime]) -> Sequence[Meeting]:
        """The occasions of a committee that are known among these hours of the calendar, the first first."""
        ...

    def coming(self, place: Place, since: datetime) -> Sequence[Meeting]:
        """The meetings of a community at or after a moment, and those under way; the first first."""
        ...

    def last(self, place: Place, committee: str) -> Meeting | None:
        """The last one whose minutes are approved."""
        ...

    def items(self, meeting: int) -> Sequence[Item]:
        """Its items, as they came."""
        ...

    def item(self, item: int) -> Item | None:
        """One item."""
        ...

    def add_items(self, place: Place, items: Sequence[Item]) -> None:
        """Put items onto agendas."""
        ...

    def save_item(self, item: Item) -> None:
        """Store an item as it is now."""
        ...

    def noted(self, item: Item, commitment: int) -> None:
        """A promise was noted under an item."""
        ...

    def left_over(self, place: Place, committee: str, before: datetime) -> Sequence[Item]:
        """What earlier meetings left: the parking lot, and items that people added and nobody came to."""
        ...

    def discussed(self, place: Place, kind: Kind, since: datetime) -> frozenset[int]:
        """The problems about which an item of a kind was closed since without a decision."""
        ...

    def unconfirmed(self, place: Place, committee: str, limit: int) -> Sequence[tuple[int, str]]:
        """Promises that were noted in meetings of a committee and not confirmed yet: problem, and reference."""
        ...

    def attending(self, meeting: int) -> Sequence[Attending]:
        """Who said that they come, and who was there."""
        ...

    def attend(self, meeting: int, attending: Attending) -> None:
        """Keep what is known of one person's attendance."""
        ...

    def write(self, meeting: Meeting, body: str, now: datetime) -> int:
        """Keep words that belong to no problem; they passed the gate."""
        ...

    def bodies(self, ids: Sequence[int]) -> Mapping[int, str]:
        """Such words, by id."""
        ...

    def decided(self, place: Place, after: int, limit: int) -> Sequence[tuple[Item, Meeting]]:
        """Items about which something was decided, with ids that follow, in the order of their ids."""
        ...

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another."""
        ...
