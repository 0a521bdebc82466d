"""Problems, their history, and the requests that change them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.problems import Problem
from sc_bot.domain.texts import Text, TextKind
from sc_bot.ports.community import Place


class Requests(Protocol):
    """Each request of Slack has its effect once."""

    def begin(self, workspace: str, request: str, now: datetime) -> bool:
        """Take this request; False when it was taken before (a twin under way is waited for)."""
        ...

    def finish(self, workspace: str, request: str, answer: Answer) -> None:
        """Keep the answer for a replay."""
        ...

    def answer(self, workspace: str, request: str) -> Answer | None:
        """The answer that was given; None when the first attempt is unknown."""
        ...


class Problems(Protocol):
    """The problems of a workspace."""

    def add(self, problem: Problem, prefix: str) -> Problem:
        """Store a new problem; gives it its id and its reference."""
        ...

    def get(self, workspace: str, reference: str, *, to_change: bool = False) -> Problem | None:
        """By reference, any case; `to_change` locks it until the unit of work ends."""
        ...

    def by_id(self, problem: int, *, to_change: bool = False) -> Problem:
        """By id; `to_change` as in `get`."""
        ...

    def lock(self, workspace: str, references: Sequence[str]) -> None:
        """Lock several until the unit of work ends, whoever names them in whatever order; unknown ones are left out."""
        ...

    def several(self, ids: Sequence[int]) -> Sequence[Problem]:
        """By their ids, in the order of their ids."""
        ...

    def save(self, problem: Problem) -> None:
        """Store the problem as it is now."""
        ...

    def reported_by(self, place: Place, person: str, limit: int) -> Sequence[Problem]:
        """A person's own reports, newest first."""
        ...

    def open_in(self, place: Place, limit: int) -> Sequence[Problem]:
        """Open problems of a community, oldest first."""
        ...

    def give_reports(self, place: Place, giver: str, taker: str) -> None:
        """One person turned out to be another: the reports of the first are the second's."""
        ...

    def duplicates_of(self, problem: Problem) -> Sequence[Problem]:
        """The problems that go on under this one."""
        ...

    def open_at(self, place: Place, institution: str, limit: int) -> Sequence[Problem]:
        """Open problems that an institution has or owes an answer to, oldest first."""
        ...

    def solved_between(self, place: Place, since: datetime, until: datetime, limit: int) -> Sequence[Problem]:
        """Problems closed as solved in that stretch and not opened again, the newest first."""
        ...

    def open_without_director(
        self, place: Place, institutions: Sequence[str], reporters: Sequence[str], limit: int
    ) -> Sequence[Problem]:
        """Open problems that the facilitator or the support committee may have in hand, oldest first.

        Those without an institution, before the committee, or whose director is kept out; those of these institutions,
        and those that one of these people reported.
        """
        ...

    def moved_since(
        self, place: Place, institutions: Sequence[str | None], since: datetime, limit: int
    ) -> Sequence[Problem]:
        """Problems that these institutions have, owe or had, and to which something happened since; newest first.

        None among them stands for the problems that no institution has yet.
        """
        ...


class History(Protocol):
    """What happened, and the words that were written. Append-only."""

    def add(self, problem: Problem, event: Event) -> int:
        """Append a step; returns its id."""
        ...

    def write(self, problem: Problem, kind: TextKind, body: str, now: datetime) -> int:
        """Keep words; returns their id."""
        ...

    def some_steps(self, problems: Sequence[int], *kinds: Happened) -> Sequence[Event]:
        """The steps of some kinds of several problems, oldest first."""
        ...

    def event(self, event: int) -> Event:
        """One step."""
        ...

    def of(self, problem: int) -> Sequence[Event]:
        """Every step, oldest first."""
        ...

    def last(self, problem: int) -> Event:
        """The newest step."""
        ...

    def texts(self, problem: int) -> Sequence[Text]:
        """All words of a problem, oldest first."""
        ...

    def some_texts(self, problems: Sequence[int], *kinds: TextKind) -> Sequence[Text]:
        """The words of some kinds of several problems, oldest first."""
        ...

    def bodies(self, ids: Sequence[int]) -> Mapping[int, str]:
        """The words of several texts, by id."""
        ...

    def redact(self, text: int, body: str) -> None:
        """Replace words that identify somebody, where they are found too; the event that says so is the caller's."""
        ...
