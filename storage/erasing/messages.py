"""What the bot said: to them, about them, and what quotes a problem that named them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, update

from sc_bot.domain.addresses import by_mail
from sc_bot.domain.nobody import NOBODY
from sc_bot.domain.notices import Digest, HomeTab, MorningList, Posting, TakenBack
from storage import tables as t
from storage.erasing.parts import Gone, Key, among, holds, is_elsewhere, is_known_elsewhere, without
from storage.outbox import StoredOutbox
from storage.taking_back import take_back


class ToThem:
    """Messages to them, in Slack where no other community knows them, and by e-mail."""

    name = "messages to them"

    def find(self, connection: Connection, gone: Gone) -> Sequence[Key]:
        """Their messages, but those that are taken back already."""
        targets = [by_mail(gone.place.id, each) for each in gone.ids]
        if gone.person.slack_id and not is_known_elsewhere(connection, gone):
            targets += [gone.person.slack_id, HomeTab(gone.person.slack_id).address]
        here = _standing(gone) & t.outbox.c.target.in_(targets)
        return [(row.id,) for row in connection.execute(select(t.outbox.c.id).where(here))]

    def forget(self, connection: Connection, gone: Gone, keys: Sequence[Key], now: datetime) -> Sequence[int]:  # noqa: ARG002 - as every part
        """They go from Slack, then from the outbox."""
        take_back(connection, among(t.outbox, keys), now)
        return ()


class AboutThem:
    """Messages to others that are about them, or whose key says who they are."""

    name = "messages about them"

    def find(self, connection: Connection, gone: Gone) -> Sequence[Key]:
        """Messages that name them in this community."""
        of = t.problems.c.community.label("of")
        query = select(t.outbox.c.id, t.outbox.c.notice, t.outbox.c.key, of).outerjoin(
            t.problems, t.problems.c.id == t.outbox.c.problem
        )
        named = or_(*(holds(column, gone) for column in (t.outbox.c.notice, t.outbox.c.key)))
        rows = connection.execute(query.where(_standing(gone), named))
        here = [row for row in rows if row.of in (None, gone.place.id) and not is_elsewhere(row.notice, gone.place)]
        theirs = [row for row in here if set(row.key.split(":")) & _in_keys(gone) or _is_named(row.notice, gone)]
        return [(row.id,) for row in theirs]

    def forget(self, connection: Connection, gone: Gone, keys: Sequence[Key], now: datetime) -> Sequence[int]:  # noqa: ARG002 - as every part
        """They go from Slack, then from the outbox."""
        take_back(connection, among(t.outbox, keys), now)
        return ()


def _in_keys(gone: Gone) -> set[str]:
    """Their ids, where nothing else in a message's key is called so: a number is a row's, or it is an institution."""
    community = gone.place.community
    others = {each.id for each in community.institutions} | {each.id for each in community.continua}
    others |= {each.id for each in community.committees}
    return {each for each in gone.ids if not each.isdecimal()} - others


def _is_named(notice: object, gone: Gone) -> bool:
    return bool(without(notice, gone.ids) != notice)


def _standing(gone: Gone) -> ColumnElement[bool]:
    return (t.outbox.c.workspace == gone.place.workspace) & (t.outbox.c.kind != TakenBack.__name__)


def quoting(connection: Connection, gone: Gone, since: datetime | None) -> Sequence[Key]:
    """Lists, digests, meetings and lessons, which name no problem of theirs and may quote one that named them."""
    key, place = t.outbox.c.key, gone.place
    common = key.startswith(f"meeting:{place.id}:", autoescape=True) | key.startswith("lesson:")
    said = t.outbox.c.surface & t.outbox.c.problem.is_(None) & common
    if since is not None:
        kinds = t.outbox.c.kind.in_([Digest.__name__, MorningList.__name__])
        own = or_(*(key.startswith(f"{each}:{place.id}:", autoescape=True) for each in ("digest", "list")))
        said |= kinds & own & (t.outbox.c.due_at >= since)
    return [(row.id,) for row in connection.execute(select(t.outbox.c.id).where(_standing(gone), said))]


def forget_in_slack(connection: Connection, gone: Gone, now: datetime) -> None:
    """That they opened their Home, where they chose to be, and that they installed the bot."""
    slack_id, workspace = gone.person.slack_id, gone.place.workspace
    if not slack_id or is_known_elsewhere(connection, gone):
        return
    mine = (t.installations.c.workspace == workspace) & (t.installations.c.installed_by == slack_id)
    connection.execute(update(t.installations).where(mine).values(installed_by=NOBODY))
    chosen, home = (
        delete(table).where(table.c.workspace == workspace, table.c.slack_id == slack_id)
        for table in (t.chosen_places, t.homes)
    )
    connection.execute(chosen)
    if connection.execute(home).rowcount:  # what stands on it is taken back too
        address = HomeTab(slack_id).address
        gone_from = Posting(notice=TakenBack(), to=address, key=f"taken back:{address}", due_at=now)
        StoredOutbox(connection).post(workspace, None, [gone_from])


def touched(connection: Connection, erasure: int, problems: Iterable[int], now: datetime) -> None:
    """What stands of these problems is worded anew; from when on lists may quote them is kept."""
    ids = sorted(set(problems))
    if not ids:
        return
    for each in ids:
        StoredOutbox(connection).reword(each, now)
    oldest = select(func.min(t.problems.c.reported_at)).where(t.problems.c.id.in_(ids))
    first = connection.execute(oldest).scalar_one()
    later = or_(t.erasures.c.since.is_(None), t.erasures.c.since > first)
    connection.execute(update(t.erasures).where(t.erasures.c.id == erasure, later).values(since=first))
