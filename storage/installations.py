"""Installations in tables; their tokens come and go sealed."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, case, or_, select

from sc_bot.domain.installations import Installation, Removal
from sc_bot.ports import Begun
from storage.dialect import insert_new, upsert
from storage.tables import begun_installations, installations, organisations, stops

_FREE = {"held_by": None, "held_until": None}


class StoredInstallations:
    """One row a workspace or organisation, however often the bot is installed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, state: str, begun: Begun, now: datetime) -> None:
        """Remember what was begun, under the hash of its state; what is too old is forgotten."""
        self._connection.execute(begun_installations.delete().where(begun_installations.c.until < now))
        row = {"state": state, "browser": begun.browser, "until": begun.until}
        self._connection.execute(begun_installations.insert(), row)

    def take(self, state: str) -> Begun | None:
        """What was begun under this hash, once: of two who ask at the same time, one gets it."""
        taken = begun_installations.delete().where(begun_installations.c.state == state)
        row = self._connection.execute(taken.returning(begun_installations)).one_or_none()
        return None if row is None else Begun(browser=row.browser, until=row.until)

    def get(self, workspace: str, *, to_change: bool = False) -> Installation | None:
        """The workspace's own installation."""
        query = select(installations).where(installations.c.workspace == workspace)
        row = self._connection.execute(query.with_for_update() if to_change else query).one_or_none()
        return None if row is None else _installation(row)

    def serving(self, workspace: str) -> Installation | None:
        """The installation whose token serves a workspace: its own, else its organisation's."""
        usable = _behind(workspace).where(installations.c.token.is_not(None))
        own_first = case((installations.c.workspace == workspace, 0), else_=1)
        row = self._connection.execute(usable.order_by(own_first).limit(1)).one_or_none()
        return None if row is None else _installation(row)

    def behind(self, workspace: str, *, to_change: bool = False) -> Sequence[Installation]:
        """Whatever serves or served a workspace, removed or not: its own installation, and its organisation's."""
        query = _behind(workspace).order_by(installations.c.workspace)
        rows = self._connection.execute(query.with_for_update() if to_change else query)
        return [_installation(row) for row in rows]

    def all(self) -> Sequence[Installation]:
        """Every installation, removed ones too."""
        rows = self._connection.execute(select(installations).order_by(installations.c.workspace))
        return [_installation(row) for row in rows]

    def put(self, installation: Installation) -> None:
        """Store it in place of the one that stands; its version becomes the next one."""
        row = _row(installation) | _FREE
        new = upsert(self._connection.dialect.name, installations).values(row)
        others = {name: value for name, value in row.items() if name not in {"workspace", "version"}}
        changed = {**others, "version": installations.c.version + 1}
        self._connection.execute(new.on_conflict_do_update(index_elements=["workspace"], set_=changed))

    def join(self, workspace: str, enterprise: str) -> None:
        """An organisation's installation serves this workspace; an end of this access before is no more."""
        row = {"workspace": workspace, "enterprise": enterprise}
        new = upsert(self._connection.dialect.name, organisations).values(row)
        self._connection.execute(new.on_conflict_do_update(index_elements=["workspace"], set_=row))
        ended = installations.delete().where(
            installations.c.workspace == workspace,
            installations.c.removed_at.is_not(None),
            installations.c.purge_begun_at.is_(None),
        )
        self._connection.execute(ended)

    def leave(self, workspace: str) -> None:
        """It does not serve it any more."""
        self._connection.execute(organisations.delete().where(organisations.c.workspace == workspace))

    def workspaces_of(self, enterprise: str) -> Sequence[str]:
        """The workspaces that an organisation's installation serves."""
        query = select(organisations.c.workspace).where(organisations.c.enterprise == enterprise)
        return self._connection.execute(query.order_by(organisations.c.workspace)).scalars().all()

    def stop(self, workspaces: Sequence[str], why: Removal) -> None:
        """Nothing is sent there any more."""
        self.resume(workspaces)
        rows = [{"workspace": each, "reason": why.value} for each in workspaces]
        if rows:
            self._connection.execute(insert_new(self._connection, stops), rows)

    def resume(self, workspaces: Sequence[str]) -> None:
        """What waits there is sent."""
        self._connection.execute(stops.delete().where(stops.c.workspace.in_(workspaces)))

    def seal_anew(self, installation: Installation, *, token: str | None, refresh: str | None) -> bool:
        """The same tokens, sealed with another key; False when they are others by now. Its version stays."""
        same = (installations.c.workspace == installation.workspace) & (installations.c.token == installation.token)
        changed = installations.update().where(same, installations.c.refresh.is_not_distinct_from(installation.refresh))
        return self._connection.execute(changed.values(token=token, refresh=refresh)).rowcount == 1

    def delete(self, workspace: str) -> None:
        """It was never here: nothing of it is left, nor of whom it served."""
        self._connection.execute(organisations.delete().where(organisations.c.enterprise == workspace))
        self._connection.execute(installations.delete().where(installations.c.workspace == workspace))

    def lease(self, holder: str, *, expiring_before: datetime, now: datetime, until: datetime) -> Installation | None:
        """One whose token is to be renewed and that nobody else is renewing, until then; the first to expire."""
        free = or_(installations.c.held_until.is_(None), installations.c.held_until <= now)
        due = installations.c.refresh.is_not(None) & (installations.c.expires_at <= expiring_before)
        query = select(installations).where(due, free).order_by(installations.c.expires_at).limit(1)
        row = self._connection.execute(query.with_for_update(skip_locked=True)).one_or_none()
        if row is None:
            return None
        held = installations.update().where(installations.c.workspace == row.workspace)
        self._connection.execute(held.values(held_by=holder, held_until=until))
        return _installation(row)

    def renewed(self, installation: Installation) -> bool:
        """Store a renewed token; False when the installation is another one by now."""
        mine = installations.c.version == installation.version
        row = {name: _row(installation)[name] for name in ("token", "refresh", "expires_at", "scopes")}
        changed = installations.update().where(installations.c.workspace == installation.workspace, mine)
        values = {**row, "version": installation.version + 1, "fault": None, **_FREE}
        return self._connection.execute(changed.values(values)).rowcount == 1

    def not_renewed(self, workspace: str, holder: str, fault: str, until: datetime) -> None:
        """Keep why, and try again no sooner than then."""
        mine = (installations.c.workspace == workspace) & (installations.c.held_by == holder)
        self._connection.execute(installations.update().where(mine).values(fault=fault, held_until=until))


def _behind(workspace: str) -> Select[Any]:
    of = select(organisations.c.enterprise).where(organisations.c.workspace == workspace).scalar_subquery()
    return select(installations).where(or_(installations.c.workspace == workspace, installations.c.workspace == of))


_NAMES = tuple(Installation.__dataclass_fields__)


def _installation(row: Row[Any]) -> Installation:
    fields = {name: getattr(row, name) for name in _NAMES}
    why = row.removed_because
    return Installation(**{**fields, "scopes": tuple(row.scopes), "removed_because": Removal(why) if why else None})


def _row(installation: Installation) -> dict[str, Any]:
    return {**asdict(installation), "scopes": list(installation.scopes)}
