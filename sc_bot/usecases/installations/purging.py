"""Thirty days after the bot was removed from a workspace, everything of it is deleted.

In small transactions, so that nobody waits for it; what a killed process began, the next one goes on with. Once begun
it is not undone: half a community is none.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

import structlog

from sc_bot.domain.installations import Installation
from sc_bot.ports import Database, UnitOfWork

ROWS: Final = 100
"""Rows that one transaction deletes: some ten milliseconds."""
MOST: Final = 1000
"""Transactions that one look makes: a process that is to stop does not wait for a whole region."""

log = structlog.get_logger()


def purge_removed(database: Database, now: datetime, *, rows: int = ROWS, most: int = MOST) -> int:
    """Delete what is due; returns how many rows went. `now` is real time."""
    _begin(database, now)
    gone = sum(_purge(database, workspace, rows, most) for workspace in _begun(database))
    _forget_installations(database)
    return gone


def _purge(database: Database, workspace: str, rows: int, most: int) -> int:
    """One workspace, table by table, until a whole round finds nothing: somebody may have written meanwhile."""
    gone, table, in_this_round = 0, 0, 0
    for _ in range(most):
        with database.unit_of_work() as uow:
            if not uow.purges.hold(workspace):  # several processes may be at it: what one deletes, another cannot count
                break
            deleted = uow.purges.delete_some(workspace, rows, table)
            is_done = deleted is None and not in_this_round
            if is_done:
                uow.purges.end(workspace)
        if is_done:
            log.warning("workspace_purged", workspace=workspace)
            break
        gone, in_this_round = gone + (deleted or 0), in_this_round + (deleted or 0)
        if deleted is None:
            table, in_this_round = 0, 0
        elif deleted < rows:
            table += 1
    return gone


def _begin(database: Database, now: datetime) -> None:
    with database.reading() as uow:
        due = [each.workspace for each in uow.installations.all() if _is_due(each, now)]
    for workspace in due:
        with database.unit_of_work() as uow:
            stands = uow.installations.get(workspace, to_change=True)
            if stands is not None and _is_due(stands, now):
                uow.purges.begin(_left_behind(uow, workspace, now), now)
                uow.installations.put(replace(stands, purge_begun_at=now))


def _is_due(installation: Installation, now: datetime) -> bool:
    return installation.purge_begun_at is None and _is_over(installation, now)


def _left_behind(uow: UnitOfWork, workspace: str, now: datetime) -> list[str]:
    """It, and what it served, as far as no other token serves them by now, or did within the thirty days."""
    served = [workspace, *uow.installations.workspaces_of(workspace)]
    return [each for each in served if all(_is_over(one, now) for one in uow.installations.behind(each))]


def _is_over(installation: Installation, now: datetime) -> bool:
    at = installation.purged_at
    return at is not None and at <= now


def _begun(database: Database) -> Sequence[str]:
    with database.reading() as uow:
        return uow.purges.begun()


def _forget_installations(database: Database) -> None:
    """Whose purge is done was never here."""
    with database.reading() as uow:
        begun = [each.workspace for each in uow.installations.all() if each.purge_begun_at is not None]
        running = set(uow.purges.begun())
        done = [each for each in begun if not running & {each, *uow.installations.workspaces_of(each)}]
    for workspace in done:
        with database.unit_of_work() as uow:
            stands = uow.installations.get(workspace, to_change=True)
            if stands is not None and stands.purge_begun_at is not None:  # else another process was faster
                uow.installations.delete(workspace)
