"""Installations of the bot, one for each workspace or organisation; tokens are handed over sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sc_bot.domain.installations import Installation, Removal


class Vault(Protocol):
    """Seals tokens with keys that are in no database; what is sealed for one workspace opens for no other."""

    def seal(self, secret: str, workspace: str) -> str:
        """Seal with the first key."""
        ...

    def open(self, sealed: str, workspace: str) -> str | None:
        """What was sealed for this workspace; None if no key opens it."""
        ...


class Resealing(Protocol):
    """Seals anew under the first key what an older one sealed."""

    def sealed_anew(self, sealed: str, about: str) -> str | None:
        """The same under the first key; as it is if that one sealed it, None if no key opens it."""
        ...


@dataclass(frozen=True, slots=True)
class Begun:
    """An installation that somebody began: which browser may finish it, and until when. Hashes only."""

    browser: str
    until: datetime


class Installations(Protocol):
    """Repository. Times are real time."""

    def begin(self, state: str, begun: Begun, now: datetime) -> None:
        """Remember what was begun, under the hash of its state; what is too old is forgotten."""
        ...

    def take(self, state: str) -> Begun | None:
        """What was begun under this hash, once."""
        ...

    def get(self, workspace: str, *, to_change: bool = False) -> Installation | None:
        """The workspace's own installation."""
        ...

    def serving(self, workspace: str) -> Installation | None:
        """The installation whose token serves a workspace: its own, else its organisation's."""
        ...

    def behind(self, workspace: str, *, to_change: bool = False) -> Sequence[Installation]:
        """Whatever serves or served a workspace, removed or not: its own installation, and its organisation's."""
        ...

    def all(self) -> Sequence[Installation]:
        """Every installation, removed ones too."""
        ...

    def put(self, installation: Installation) -> None:
        """Store it in place of the one that stands; its version becomes the next one."""
        ...

    def join(self, workspace: str, enterprise: str) -> None:
        """An organisation's installation serves this workspace; an end of this access before is no more."""
        ...

    def leave(self, workspace: str) -> None:
        """It does not serve it any more."""
        ...

    def workspaces_of(self, enterprise: str) -> Sequence[str]:
        """The workspaces that an organisation's installation serves."""
        ...

    def stop(self, workspaces: Sequence[str], why: Removal) -> None:
        """Nothing is sent there any more."""
        ...

    def resume(self, workspaces: Sequence[str]) -> None:
        """What waits there is sent."""
        ...

    def seal_anew(self, installation: Installation, *, token: str | None, refresh: str | None) -> bool:
        """The same tokens, sealed with another key; False when they are others by now."""
        ...

    def delete(self, workspace: str) -> None:
        """It was never here: nothing of it is left, nor of whom it served."""
        ...

    def lease(self, holder: str, *, expiring_before: datetime, now: datetime, until: datetime) -> Installation | None:
        """One whose token is to be renewed and that nobody else is renewing, until then; the first to expire."""
        ...

    def renewed(self, installation: Installation) -> bool:
        """Store a renewed token; False when the installation is another one by now."""
        ...

    def not_renewed(self, workspace: str, holder: str, fault: str, until: datetime) -> None:
        """Keep why, and try again no sooner than then."""
        ...


class Purges(Protocol):
    """What a workspace left behind is deleted, a few rows at a time; nobody else's."""

    def begin(self, workspaces: Sequence[str], at: datetime) -> None:
        """From now on their history may be deleted, and nothing happens there by itself any more."""
        ...

    def begun(self) -> Sequence[str]:
        """The workspaces whose purge has begun and not ended."""
        ...

    def hold(self, workspace: str) -> bool:
        """Let nobody else delete there until this transaction ends; False when its purge has ended already."""
        ...

    def delete_some(self, workspace: str, limit: int, table: int) -> int | None:
        """Delete so many rows of a table at most, those that point to others first; None beyond the last table."""
        ...

    def end(self, workspace: str) -> None:
        """Nothing is left of it."""
        ...
