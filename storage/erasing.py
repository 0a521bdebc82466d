"""One person, forgotten in one community: their row, their ids wherever they stand, and what was said to them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, String, cast, delete, or_, select, update

from sc_bot.domain.addresses import by_mail
from sc_bot.domain.community import Person
from sc_bot.domain.nobody import NOBODY
from sc_bot.domain.notices import HomeTab, Posting, TakenBack
from sc_bot.ports import Place, Words
from storage import tables as t
from storage.communities import StoredCommunities
from storage.holdings import HOLDINGS, WRITTEN
from storage.nameless import ABOUT_PEOPLE, forget, forget_change, forget_in_details
from storage.outbox import StoredOutbox
from storage.searching import refresh_words
from storage.taking_back import take_back

_LISTING: tuple[Column[Any], ...] = (
    t.communities.c.configuration,
    t.communities.c.imported,
    t.community_events.c.before,
    t.community_events.c.after,
    t.followups.c.quiet,
    t.absences.c.covers,
    t.deadlocks.c.evidence,
)
"""Documents in which somebody's id may stand among other things."""
_PAGE = 1_000


class StoredErasing:
    """Forgets people."""

    def __init__(self, connection: Connection, communities: StoredCommunities) -> None:
        self._connection, self._communities = connection, communities

    def concerns(self, place: Place, person: str) -> Sequence[int]:
        """The problems in which somebody is named."""
        found: set[int] = set()
        for each in HOLDINGS:
            if each.through is None and "problem" in each.table.c:
                here = each.of_community(place.id) & (each.column == person) & each.table.c.problem.is_not(None)
                found.update(self._connection.execute(select(each.table.c.problem).where(here).distinct()).scalars())
        own = (t.problems.c.community == place.id) & (t.problems.c.reporter == person)
        found.update(self._connection.execute(select(t.problems.c.id).where(own)).scalars())
        return sorted(found)

    def words(self, place: Place) -> Iterator[Words]:
        """Everything that was written in a community, page by page."""
        for column, through in WRITTEN:
            table, last = column.table, 0
            own, parent = through or (table.c.community, None)
            here = own == place.id if parent is None else own.in_(
                select(parent.c.id).where(parent.c.community == place.id)
            )  # fmt: skip
            while True:
                query = select(table.c.id, column.label("body"), *_problem_of(table)).where(here, table.c.id > last)
                page = self._connection.execute(query.order_by(table.c.id).limit(_PAGE)).all()
                yield from (
                    Words(f"{table.name}.{column.name}", each.id, each.body, getattr(each, "problem", None))
                    for each in page
                    if each.body
                )
                if len(page) < _PAGE:
                    break
                last = page[-1].id

    def rewrite(self, place: Place, words: Words) -> None:
        """Put other words in the place of what was written."""
        column = next(each for each, _ in WRITTEN if f"{each.table.name}.{each.name}" == words.where)
        marked = {"redacted": True} if "redacted" in column.table.c else {}
        here = column.table.c.id == words.id
        self._connection.execute(update(column.table).where(here).values({column.name: words.body} | marked))
        if words.problem is not None and column.table is t.texts:
            refresh_words(self._connection, place.id, words.problem)

    def forget(self, place: Place, person: Person, now: datetime) -> None:
        """Nobody knows any more who they were; what they did for an institution stays, without a name."""
        gone = {person.id, *filter(None, (person.slack_id,))}
        for each in HOLDINGS:
            forget(self._connection, each, each.of_community(place.id) & each.column.in_(gone))
        for known in gone:
            forget_in_details(self._connection, t.events.c.community == place.id, known)
        self._forget_changes(place, person)
        self._connection.execute(delete(t.people).where(t.people.c.community == place.id, t.people.c.key == person.id))
        for column in _LISTING:
            self._scrub(column, (t.communities.c.id if column.table is t.communities else column.table.c.community)
                        == place.id, gone)  # fmt: skip
        self._scrub(t.requests.c.answer, t.requests.c.workspace == place.workspace, gone)
        self._take_back(place, gone, now)
        letters = t.outbox.c.target == by_mail(place.id, person.id)
        take_back(self._connection, (t.outbox.c.workspace == place.workspace) & letters, now)
        if person.slack_id and not self._is_elsewhere(place, person.slack_id):
            self._forget_in_slack(place, person.slack_id, now)
        self._communities.moved(place)

    def _forget_changes(self, place: Place, person: Person) -> None:
        about = t.community_events.c.subject.in_([f"{each} {person.id}" for each in ABOUT_PEOPLE])
        here = (t.community_events.c.community == place.id) & about
        for row in self._connection.execute(select(t.community_events).where(here)).all():
            forget_change(self._connection, row)

    def _scrub(self, column: Column[Any], here: ColumnElement[bool], gone: Collection[str]) -> None:
        """Documents of a table that name them; only those in which their id can be found are read."""
        keys = list(column.table.primary_key)
        named = or_(*(cast(column, String).contains(each, autoescape=True) for each in gone))
        for row in self._connection.execute(select(*keys, column.label("document")).where(here, named)).all():
            clean = without(row.document, gone)
            if clean != row.document:
                one = [key == row._mapping[key.name] for key in keys]  # noqa: SLF001 - SQLAlchemy's documented name
                self._connection.execute(update(column.table).where(*one).values({column.name: clean}))

    def _take_back(self, place: Place, gone: Collection[str], now: datetime) -> None:
        """Messages to others that are about them, or whose key says who they are."""
        said = [cast(t.outbox.c.notice, String), t.outbox.c.key]
        named = or_(*(column.contains(each, autoescape=True) for column in said for each in gone))
        here = (t.outbox.c.workspace == place.workspace) & named
        rows = self._connection.execute(select(t.outbox.c.id, t.outbox.c.notice, t.outbox.c.key).where(here)).all()
        theirs = [
            row.id for row in rows if set(row.key.split(":")) & set(gone) or without(row.notice, gone) != row.notice
        ]
        take_back(self._connection, t.outbox.c.id.in_(theirs), now)

    def _is_elsewhere(self, place: Place, slack_id: str) -> bool:
        here = (t.people.c.workspace == place.workspace) & (t.people.c.slack_id == slack_id)
        return self._connection.execute(select(t.people.c.id).where(here).limit(1)).first() is not None

    def _forget_in_slack(self, place: Place, slack_id: str, now: datetime) -> None:
        """All that the bot ever told them, and their Home."""
        theirs = t.outbox.c.target.in_((slack_id, f"home:{slack_id}"))
        take_back(self._connection, (t.outbox.c.workspace == place.workspace) & theirs, now)
        mine = (t.installations.c.workspace == place.workspace) & (t.installations.c.installed_by == slack_id)
        self._connection.execute(update(t.installations).where(mine).values(installed_by=NOBODY))
        opened = 0
        for table in (t.chosen_places, t.homes):
            here = (table.c.workspace == place.workspace) & (table.c.slack_id == slack_id)
            opened = self._connection.execute(delete(table).where(here)).rowcount
        if opened:  # what stands on it is taken back too
            address = HomeTab(slack_id).address
            gone = Posting(notice=TakenBack(), to=address, key=f"taken back:{address}", due_at=now)
            StoredOutbox(self._connection).post(place.workspace, None, [gone])


def without(document: Any, gone: Collection[str]) -> Any:  # noqa: ANN401 - JSON is whatever it is
    """A document in which nobody stands in their place; what a community file says of them is left out."""
    if isinstance(document, dict):
        return {key: without(value, gone) for key, value in document.items()}
    if isinstance(document, list):
        kept = [
            each for each in document if not (isinstance(each, dict) and each.get("id") in gone and "roles" in each)
        ]
        return [without(each, gone) for each in kept]
    return NOBODY if document in gone else document


def _problem_of(table: Any) -> list[Column[Any]]:  # noqa: ANN401 - a table
    return [table.c.problem] if "problem" in table.c else []
