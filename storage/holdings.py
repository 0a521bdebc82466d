"""Every column that holds who somebody is, and what takes its place when they are not known any more.

A person is known by the id that the community file gives them, which is all that most tables hold; their name, e-mail
and Slack id stand in `people` alone. A test compares this list with the tables: a new column must be decided upon.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import Column, ColumnElement, String, Table, cast, func, literal, null, select

from sc_bot.domain.nobody import NOBODY
from storage import tables as t

Through = tuple[Column[Any], Table]


class Instead(Enum):
    """What takes the place of somebody who is forgotten."""

    NOBODY = "nobody"
    NOTHING = "nothing"
    NOBODY_ELSE = "nobody else"
    """Nobody, but not the same nobody twice: the column is part of a key."""
    NO_ROW = "no row"
    """The row is about them alone."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A column with the ids of people. `through` is the row's own key to the table that knows community and problem."""

    column: Column[Any]
    instead: Instead = Instead.NOBODY
    through: Through | None = None

    @property
    def table(self) -> Table:
        """Where it is."""
        return self.column.table

    @property
    def names_somebody(self) -> ColumnElement[bool]:
        """The rows in which somebody is named."""
        return self.column.is_not(None) & ~self.column.startswith(NOBODY, autoescape=True)

    @property
    def forgotten(self) -> ColumnElement[Any]:
        """What takes their place."""
        match self.instead:
            case Instead.NOBODY_ELSE:
                return literal(NOBODY) + cast(func.random(), String)
            case Instead.NOTHING:
                return null()
            case _:
                return literal(NOBODY)

    @property
    def is_of_problems(self) -> bool:
        """Whether each of its rows belongs to a problem."""
        return "problem" in self._parent.c

    def of_community(self, community: int) -> ColumnElement[bool]:
        """The rows of one community."""
        return self._where("community", [community])

    def of_problems(self, problems: Sequence[int]) -> ColumnElement[bool]:
        """The rows that belong to some problems."""
        return self._where("id" if self.table is t.problems else "problem", problems)

    @property
    def _parent(self) -> Table:
        return self.through[1] if self.through else self.table

    def _where(self, name: str, ids: Sequence[int]) -> ColumnElement[bool]:
        if self.through is None:
            return self.table.c[name].in_(ids)
        own, parent = self.through
        return own.in_(select(parent.c.id).where(parent.c[name].in_(ids)))


_OF_JOINT_CHANGE = (t.joint_parts.c.change, t.joint_changes)
_OF_DECISION = (t.decision_answers.c.decision, t.decisions)
_OF_LESSON = (t.lesson_offers.c.lesson, t.lessons)
_OF_MEETING = (t.meeting_people.c.meeting, t.meetings)
_OF_WAVE = (t.pulse_invitations.c.wave, t.pulse_waves)

HOLDINGS: tuple[Holding, ...] = (
    Holding(t.problems.c.reporter),
    Holding(t.events.c.actor),
    Holding(t.joinings.c.person, Instead.NOBODY_ELSE),
    Holding(t.commitments.c.owner),
    Holding(t.commitments.c.offered_to, Instead.NOTHING),
    Holding(t.commitments.c.needs_of, Instead.NOTHING),
    Holding(t.participations.c.asked_by),
    Holding(t.decisions.c.asked_by),
    Holding(t.decision_answers.c.person, Instead.NOBODY_ELSE, _OF_DECISION),
    Holding(t.tryouts.c.proposed_by),
    Holding(t.joint_changes.c.begun_by),
    Holding(t.joint_parts.c.by, through=_OF_JOINT_CHANGE),
    Holding(t.lessons.c.author),
    Holding(t.lessons.c.drafted_by),
    Holding(t.lesson_steps.c.actor, through=(t.lesson_steps.c.lesson, t.lessons)),
    Holding(t.lesson_offers.c.by, through=_OF_LESSON),
    Holding(t.agenda_items.c.added_by),
    Holding(t.agenda_items.c.closed_by),
    Holding(t.meetings.c.moved_by),
    Holding(t.meetings.c.moderator),
    Holding(t.meetings.c.ended_by),
    Holding(t.meetings.c.approved_by),
    Holding(t.meeting_people.c.person, Instead.NOBODY_ELSE, _OF_MEETING),
    Holding(t.cycle_reviews.c.held_by),
    Holding(t.archives.c.by),
    Holding(t.archives.c.undone_by),
    Holding(t.charters.c.made_by),
    Holding(t.charter_signatures.c.person, Instead.NOBODY_ELSE),
    Holding(t.community_events.c.actor),
    Holding(t.incidents.c.recorded_by),
    Holding(t.accesses.c.subject, Instead.NOBODY_ELSE),
    Holding(t.absences.c.person, Instead.NO_ROW),
    Holding(t.absences.c.made_by),
    Holding(t.digests.c.person, Instead.NO_ROW),
    Holding(t.exports.c.person, Instead.NO_ROW),
    Holding(t.pulse_invitations.c.person, Instead.NO_ROW, _OF_WAVE),
)

WRITTEN: tuple[tuple[Column[Any], Through | None], ...] = (
    (t.texts.c.body, None),
    (t.lesson_texts.c.body, None),
    (t.meeting_texts.c.body, (t.meeting_texts.c.meeting, t.meetings)),
    (t.cycle_reviews.c.summary, None),
    (t.archives.c.reason, None),
    (t.incidents.c.what, None),
    (t.incidents.c.kinds, None),
    (t.incidents.c.measures, None),
    (t.incidents.c.confirmed, None),
)
"""Every column of free text, in which a name may stand. The charter, which people sign, is left as they signed it."""
