"""Slack says that the bot was removed: nothing is sent from that moment on, and the token is forgotten.

What the community wrote stays for thirty days, in case it was a mistake; then it is purged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from sc_bot.domain.installations import Installation, Removal, is_news
from sc_bot.ports import Database, UnitOfWork

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What Slack tells of: whose installation ended, why, and when it says that it did (real time)."""

    workspace: str
    why: Removal
    said_at: datetime | None
    bots: tuple[str, ...] | None = None
    """With revoked tokens: the bots whose tokens they were."""


def end_installation(database: Database, ended: Ended, now: datetime) -> bool:
    """Stop sending, forget the token; False when it does not mean an installation that stands.

    With one token from the environment no installation is stored: sending stops, and nothing is purged.
    """
    with database.unit_of_work() as uow:
        own = uow.installations.get(ended.workspace, to_change=True)
        serving = own or uow.installations.serving(ended.workspace)
        if serving is None and not uow.communities.in_workspace(ended.workspace):
            return False
        if serving is not None and not _is_meant(serving, ended):
            return False
        if serving is not None:
            _forget(uow, ended, own, now)
        uow.installations.stop(_silent(uow, ended.workspace), ended.why)
    log.warning("installation_ended", workspace=ended.workspace, reason=ended.why.value)
    return True


def end_access(database: Database, ended: Ended, enterprise: str, now: datetime) -> bool:
    """An organisation lets the bot into one of its workspaces no more; an installation of its own there goes on."""
    with database.unit_of_work() as uow:
        whole = next((each for each in _behind(uow, ended.workspace) if each.workspace == enterprise), None)
        if whole is None or not is_news(whole, ended.said_at):
            return False
        uow.installations.leave(ended.workspace)
        if uow.installations.serving(ended.workspace) is None:
            gone = Installation(workspace=ended.workspace, installed_at=ended.said_at or now)
            uow.installations.put(gone.removed(ended.why, now))
            uow.installations.stop([ended.workspace], ended.why)
    log.warning("access_ended", workspace=ended.workspace, enterprise=enterprise)
    return True


def _behind(uow: UnitOfWork, workspace: str) -> Sequence[Installation]:
    return uow.installations.behind(workspace, to_change=True)


def _is_meant(serving: Installation, ended: Ended) -> bool:
    """Of another bot's tokens, or of an installation before this one, nothing is to be done."""
    of_our_bot = ended.bots is None or serving.bot_user in ended.bots
    return of_our_bot and is_news(serving, ended.said_at)


def _forget(uow: UnitOfWork, ended: Ended, own: Installation | None, now: datetime) -> None:
    """Of a workspace that only its organisation's installation served, it is kept that this ended."""
    if own is None:
        uow.installations.leave(ended.workspace)
    gone = own or Installation(workspace=ended.workspace, installed_at=ended.said_at or now)
    uow.installations.put(gone.removed(ended.why, now))


def _silent(uow: UnitOfWork, workspace: str) -> list[str]:
    """It, and whatever it served, as far as no other token serves them."""
    served = [workspace, *uow.installations.workspaces_of(workspace)]
    return [each for each in served if uow.installations.serving(each) is None]
