"""The outbox, as the use cases write it."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from secrets import token_hex

from sqlalchemy import ColumnElement, Connection, Update, bindparam, select

from sc_bot.domain.common_notices import AgendaCard, MinutesCard, MinutesDraft, Projector
from sc_bot.domain.meetings import Phase, stands_of
from sc_bot.domain.notices import Digest, Headline, MorningList, Notice, Posting
from storage.dialect import insert_new
from storage.records import UnknownKind, notice_from, record_of
from storage.tables import agenda_items, destinations, meetings, outbox, problems
from storage.types import Instant
from storage.waiting import KEYS_BEHIND

_NOWHERE_TO_GO = (outbox.c.state == "dead") & (outbox.c.kind == Headline.__name__)
"""A closed channel may be open again. In a direct message a dead letter may stand: it is not said a second time."""


_OF_MEETINGS = [each.__name__ for each in (AgendaCard, Projector, MinutesDraft, MinutesCard)]


@cache
def _refresh(*, said: bool) -> tuple[Update, Update]:
    """Made once: what stands is due again, what waits is shown as it is then."""
    standing = outbox.update().where(outbox.c.problem == bindparam("of_problem"))
    if not said:
        standing = standing.where(outbox.c.surface)
    stands = outbox.c.state.in_(("sent", "dead")) & outbox.c.ts.is_not(None)
    newer, now = outbox.c.wanted + 1, bindparam("from_now_on", type_=Instant)
    return (
        standing.where(stands | _NOWHERE_TO_GO).values(wanted=newer, state="queued", due_at=now),
        standing.where(outbox.c.state.in_(("sending", "doubt", "queued"))).values(wanted=newer),
    )


class StoredOutbox:
    """Messages to be sent, stored with the change that causes them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def post(self, workspace: str, problem: int | None, postings: Sequence[Posting]) -> None:
        """Add messages; one whose key exists is already said."""
        if not postings:
            return
        targets = [{"workspace": workspace, "target": to} for to in sorted({each.to for each in postings})]
        self._connection.execute(insert_new(self._connection, destinations), targets)
        rows = [_row(workspace, problem, each) for each in postings]
        self._connection.execute(insert_new(self._connection, outbox), rows)

    def is_said(self, workspace: str, key: str) -> bool:
        """Whether a message of this key no longer waits."""
        query = select(outbox.c.state).where(outbox.c.workspace == workspace, outbox.c.key == key)
        return self._connection.execute(query).scalar_one_or_none() not in {None, "queued"}

    def keys_behind(self, workspace: str, to: str, number: int, now: datetime) -> Sequence[str]:
        """The keys of the messages that wait behind this one for the same reader, and are due."""
        here = {"its_workspace": workspace, "its_target": to, "its_id": number, "product_now": now}
        return self._connection.execute(KEYS_BEHIND, here).scalars().all()

    def refresh(self, problem: int, due_at: datetime, *, said: bool = False) -> None:
        """Every surface of this problem is out of date; one that waits to be posted keeps its hour.

        `said`: so is what was said once; words that were removed must not stand there either.
        """
        self._say_anew(problem, due_at, said=said)
        if said:
            self._show_lists_anew(problem, due_at)

    def reword(self, problem: int, due_at: datetime) -> None:
        """The same with `said`, but lists, which are looked for once and not for each of many problems."""
        self._say_anew(problem, due_at, said=True)

    def _say_anew(self, problem: int, due_at: datetime, *, said: bool) -> None:
        due_again, newer = _refresh(said=said)
        self._connection.execute(due_again, {"of_problem": problem, "from_now_on": due_at})
        self._connection.execute(newer, {"of_problem": problem})

    def show_these_anew(self, ids: Sequence[int], due_at: datetime) -> None:
        """These are out of date."""
        self._show_anew(outbox.c.id.in_(ids), due_at)

    def show_anew(self, workspace: str, key: str, due_at: datetime) -> None:
        """The surface of this key is out of date; one that waits to be posted keeps its hour."""
        here = (outbox.c.workspace == workspace) & (outbox.c.key == key)
        self._show_anew(here & outbox.c.surface, due_at)

    def show_all_anew(self, workspace: str, beginning: str, due_at: datetime, to: str | None = None) -> None:
        """The surfaces whose keys begin so, of one reader or of all, are out of date; what waits keeps its hour."""
        here = (outbox.c.workspace == workspace) & outbox.c.problem.is_(None) & outbox.c.key.startswith(beginning)
        whose = here if to is None else here & (outbox.c.target == to)
        self._show_anew(whose & outbox.c.surface, due_at)

    def show_agendas_anew(self, problem: int, due_at: datetime) -> None:
        """What stands of the meetings on whose agenda a problem is shows it anew."""
        on_agenda = select(agenda_items.c.meeting).where(agenda_items.c.problem == problem)
        query = select(meetings).where(meetings.c.id.in_(on_agenda), meetings.c.phase != Phase.APPROVED.value)
        for each in self._connection.execute(query).all():
            self.show_all_anew(each.workspace, stands_of(each.community, each.id), due_at)

    def _show_anew(self, which: ColumnElement[bool], due_at: datetime) -> None:
        here = outbox.update().where(which)
        stands = (outbox.c.state == "sent") & outbox.c.ts.is_not(None)
        newer = outbox.c.wanted + 1
        self._connection.execute(here.where(stands).values(wanted=newer, state="queued", due_at=due_at))
        self._connection.execute(here.where(outbox.c.state.in_(("sending", "doubt", "queued"))).values(wanted=newer))

    def _show_lists_anew(self, problem: int, due_at: datetime) -> None:
        """Digests, lists of the day and what stands of meetings name no problem, and may quote any known by then.

        A list may quote it to those who were told of it, the others to everybody.
        """
        of = (problems.c.workspace, problems.c.community, problems.c.reported_at)
        about = self._connection.execute(select(*of).where(problems.c.id == problem)).one()
        since = (outbox.c.workspace == about.workspace) & (outbox.c.due_at >= about.reported_at)
        told = select(outbox.c.target).where(outbox.c.workspace == about.workspace, outbox.c.problem == problem)
        digests = (outbox.c.kind == Digest.__name__) & outbox.c.key.startswith(f"digest:{about.community}:")
        lists = (outbox.c.kind == MorningList.__name__) & outbox.c.key.startswith(f"list:{about.community}:")
        agendas = outbox.c.kind.in_(_OF_MEETINGS) & outbox.c.key.startswith(f"meeting:{about.community}:")
        self._show_anew(since & (digests | agendas | (lists & outbox.c.target.in_(told))), due_at)

    def unseen(self, workspace: str, problem: int, to: str) -> bool:
        """Whether a message about this problem still waits to be posted to somebody."""
        here = (outbox.c.workspace == workspace) & (outbox.c.problem == problem) & (outbox.c.target == to)
        waits = here & outbox.c.ts.is_(None) & (outbox.c.state == "queued")
        return self._connection.execute(select(outbox.c.id).where(waits).limit(1)).first() is not None

    def card_of(self, workspace: str, problem: int, to: str) -> tuple[str, str] | None:
        """Where somebody's newest card of a problem stands, as channel and ts."""
        here = (outbox.c.workspace == workspace) & (outbox.c.problem == problem) & (outbox.c.target == to)
        query = select(outbox.c.channel, outbox.c.ts).where(here, outbox.c.surface, outbox.c.ts.is_not(None))
        row = self._connection.execute(query.order_by(outbox.c.id.desc()).limit(1)).first()
        return None if row is None else (row.channel, row.ts)

    def find(self, workspace: str, channel: str, ts: str) -> tuple[Notice, int | None] | None:
        """Which message stands there, with its problem."""
        query = select(outbox.c.notice, outbox.c.problem).where(
            outbox.c.workspace == workspace, outbox.c.channel == channel, outbox.c.ts == ts
        )
        row = self._connection.execute(query).one_or_none()
        try:
            return None if row is None else (notice_from(row.notice), row.problem)
        except UnknownKind:
            return None


def _row(workspace: str, problem: int | None, posting: Posting) -> dict[str, object]:
    record = record_of(posting.notice)
    return {
        "workspace": workspace,
        "target": posting.to,
        "kind": record["kind"],
        "notice": record,
        "problem": problem,
        "key": posting.key,
        "surface": posting.surface,
        "state": "queued",
        "due_at": posting.due_at,
        "attempts": 0,
        "wanted": 1,
        "shown": 0,
        "nonce": token_hex(16),
    }
