"""A workspace's installation of the bot: when its token is renewed, what ends it, how long its data is kept then."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

KEPT_AFTER_REMOVAL: Final = timedelta(days=30)
"""How long everything of a workspace is kept after the bot was removed from it, so that a mistake can be undone."""
RENEWED_BEFORE: Final = timedelta(hours=2)
"""How long before it expires a token is renewed; Slack's live for twelve hours."""
TIME_TO_INSTALL: Final = timedelta(minutes=10)
"""How long an installation that somebody began may take."""


class Removal(StrEnum):
    """Why nothing may be sent any more; also the reason of the stop."""

    UNINSTALLED = "app_uninstalled"
    REVOKED = "tokens_revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The one installation of a workspace, or of an organisation with many workspaces.

    `token` and `refresh` are sealed. An id that begins with `E` is an organisation's.
    """

    workspace: str
    enterprise: str | None = None
    name: str = ""
    token: str | None = field(default=None, repr=False)
    refresh: str | None = field(default=None, repr=False)
    expires_at: datetime | None = None
    scopes: tuple[str, ...] = ()
    bot_user: str = ""
    installed_by: str = ""
    installed_at: datetime
    version: int = 1
    """One more with each change: whoever keeps the token at hand knows when it is another one."""
    removed_at: datetime | None = None
    removed_because: Removal | None = None
    purge_begun_at: datetime | None = None
    fault: str | None = None
    """Why its token could not be renewed the last time; Slack's own word."""

    @property
    def is_of_an_organisation(self) -> bool:
        """Whether it serves every workspace of an organisation that lets the bot in."""
        return self.workspace.startswith("E")

    @property
    def purged_at(self) -> datetime | None:
        """When its data is deleted, if nobody installs it again before."""
        return None if self.removed_at is None else self.removed_at + KEPT_AFTER_REMOVAL

    def removed(self, why: Removal, at: datetime) -> "Installation":
        """Its token is forgotten at once; said twice, the first time counts."""
        if self.removed_at is not None:
            return self
        return replace(self, token=None, refresh=None, expires_at=None, fault=None, removed_at=at, removed_because=why)


def is_news(installation: Installation, said_at: datetime | None) -> bool:
    """Whether the end of an installation is meant that stands now: Slack may tell of an older one hours later."""
    return said_at is None or said_at >= installation.installed_at.replace(microsecond=0)
