"""Home tabs: who has opened theirs, what changed on it since, and what stands on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sc_bot.domain.homes import Glance, Part, Scope
from sc_bot.domain.participations import Participation
from sc_bot.domain.problems import Problem
from sc_bot.ports.community import Place


@dataclass(frozen=True, slots=True)
class OpenHome:
    """A Home as it was shown last: which page, and Slack's hash of it, if it is known."""

    page: str
    hash: str | None


@dataclass(frozen=True, slots=True)
class HomeChange:
    """Something changed: a problem, or (None) the community itself. `id` forgets it."""

    id: int
    community: int
    problem: int | None


class Homes(Protocol):
    """The Home tabs that are surfaces: shown anew while what they show is older than what is."""

    def opened(self, workspace: str, slack_id: str, shown: OpenHome, now: datetime) -> None:
        """Somebody looks at their Home, or at another page of it: from now on it is kept up to date."""
        ...

    def shown(self, workspace: str, slack_id: str) -> OpenHome | None:
        """What was shown last; None if they never opened it."""
        ...

    def published(self, workspace: str, slack_id: str, shown_hash: str | None) -> None:
        """Slack's hash of what stands there now; None: unknown, it may be published over."""
        ...

    def lost(self, workspace: str, slack_id: str, shown_hash: str | None) -> None:
        """Something else stands there than what has this hash, unless somebody has said so meanwhile."""
        ...

    def changes(self, limit: int) -> Sequence[HomeChange]:
        """What changed, oldest first; nobody else gets these until this unit of work ends."""
        ...

    def forget(self, changes: Sequence[int]) -> None:
        """These were looked at."""
        ...

    def open_since(self, workspace: str, since: datetime) -> frozenset[str]:
        """The Slack ids of those who opened their Home lately."""
        ...

    def told_about(self, problems: Sequence[int]) -> frozenset[str]:
        """Everyone (Slack ids) who has a message about one of these problems: their authors are among them."""
        ...

    def stale(self, workspace: str, slack_ids: Sequence[str], now: datetime) -> None:
        """These Homes are out of date: each is published once, however often this is said until then."""
        ...


class Overview(Protocol):
    """What stands on a Home, for one reader: each a constant number of statements, whatever the community's size."""

    def counts(self, place: Place, scope: Scope, parts: Sequence[Part]) -> Mapping[Part, int]:
        """How many problems there are in each of these parts, of those that the reader may know of."""
        ...

    def problems(self, place: Place, scope: Scope, part: Part, *, limit: int, skipped: int = 0) -> Sequence[Problem]:
        """Some of them, oldest first; one's own reports newest first."""
        ...

    def asked(
        self, place: Place, scope: Scope, *, limit: int, skipped: int = 0
    ) -> Sequence[tuple[Participation, Problem]]:
        """What the reader's institutions are asked to contribute, oldest first."""
        ...

    def glances(self, place: Place, scope: Scope, institutions: Sequence[str]) -> Sequence[Glance]:
        """Institutions in figures, in this order, of what the reader may know of."""
        ...
