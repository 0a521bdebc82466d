"""Home tabs in tables. A Home is a row of the outbox too: a surface with a destination of its own.

Its destination is not the person's conversation: neither waits for the other.
"""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_hex

from sqlalchemy import Connection, case, select, update

from sc_bot.domain.notices import HomeTab, Posting
from sc_bot.ports.homes import HomeChange, OpenHome
from storage.dialect import upsert
from storage.outbox import StoredOutbox
from storage.tables import home_changes, homes, outbox

_STANDS = ("sent", "dead", "dropped")


class StoredHomes:
    """The Home tabs that are surfaces."""

    def __init__(self, connection: Connection, messages: StoredOutbox) -> None:
        self._connection, self._messages = connection, messages

    def opened(self, workspace: str, slack_id: str, shown: OpenHome, now: datetime) -> None:
        """Remember what they look at; the first time, their Home gets its row in the outbox, with nothing to send."""
        row = {"workspace": workspace, "slack_id": slack_id, "opened_at": now, "page": shown.page, "hash": shown.hash}
        statement = upsert(self._connection.dialect.name, homes).values(row)
        changed = {"opened_at": now, "page": shown.page, "hash": shown.hash}
        keys = [homes.c.workspace, homes.c.slack_id]
        self._connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed))
        notice = HomeTab(slack_id)
        posting = Posting(notice=notice, to=notice.address, key=notice.address, due_at=now, surface=True)
        self._messages.post(workspace, None, [posting])
        here = (outbox.c.workspace == workspace) & (outbox.c.key == notice.address)
        first_time = here & (outbox.c.state == "queued") & (outbox.c.shown == 0)
        self._connection.execute(update(outbox).where(first_time).values(state="sent", shown=outbox.c.wanted))

    def shown(self, workspace: str, slack_id: str) -> OpenHome | None:
        """What was shown last."""
        query = select(homes.c.page, homes.c.hash).where(homes.c.workspace == workspace, homes.c.slack_id == slack_id)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else OpenHome(row.page, row.hash)

    def published(self, workspace: str, slack_id: str, shown_hash: str | None) -> None:
        """Slack's hash of what stands there now."""
        here = (homes.c.workspace == workspace) & (homes.c.slack_id == slack_id)
        self._connection.execute(update(homes).where(here).values(hash=shown_hash))

    def lost(self, workspace: str, slack_id: str, shown_hash: str | None) -> None:
        """Something else stands there, unless somebody has said so meanwhile."""
        here = (homes.c.workspace == workspace) & (homes.c.slack_id == slack_id) & (homes.c.hash == shown_hash)
        self._connection.execute(update(homes).where(here).values(hash=None))

    def changes(self, limit: int) -> Sequence[HomeChange]:
        """What changed, oldest first."""
        query = select(home_changes).order_by(home_changes.c.id).limit(limit).with_for_update(skip_locked=True)
        return [HomeChange(row.id, row.community, row.problem) for row in self._connection.execute(query)]

    def forget(self, changes: Sequence[int]) -> None:
        """These were looked at."""
        self._connection.execute(home_changes.delete().where(home_changes.c.id.in_(changes)))

    def open_since(self, workspace: str, since: datetime) -> frozenset[str]:
        """Those who opened their Home lately."""
        query = select(homes.c.slack_id).where(homes.c.workspace == workspace, homes.c.opened_at >= since)
        return frozenset(self._connection.execute(query).scalars())

    def told_about(self, problems: Sequence[int]) -> frozenset[str]:
        """Everyone who has a message about one of these problems."""
        query = select(outbox.c.target).where(outbox.c.problem.in_(problems)).distinct()
        return frozenset(self._connection.execute(query).scalars())

    def stale(self, workspace: str, slack_ids: Sequence[str], now: datetime) -> None:
        """What stands is due again; what waits is shown as it is then."""
        keys = [HomeTab(each).address for each in slack_ids]
        here = (outbox.c.workspace == workspace) & outbox.c.key.in_(keys)
        stands = outbox.c.state.in_(_STANDS)
        changed = {
            "wanted": outbox.c.wanted + 1,
            "state": case((stands, "queued"), else_=outbox.c.state),
            "due_at": case((stands, now), else_=outbox.c.due_at),
            "nonce": token_hex(16),
        }
        self._connection.execute(update(outbox).where(here).values(changed))
