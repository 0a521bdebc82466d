"""Erasures in tables: begun once, gone on with by whoever finds them, ended once."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain
from secrets import token_hex

from sqlalchemy import Connection, Row, delete, select, update

from sc_bot.domain.accesses import Screen
from sc_bot.domain.community import Person
from sc_bot.domain.nobody import NOBODY
from sc_bot.ports import Erasure, Place, Trace, Words
from storage import tables as t
from storage.communities import StoredCommunities
from storage.dialect import insert_new
from storage.erasing.messages import AboutThem, ToThem, forget_in_slack, quoting, touched
from storage.erasing.parts import Gone, Part
from storage.erasing.standing import InChanges, InColumn, InDetails, InDocuments
from storage.erasing.written import again, rewrite, written
from storage.holdings import HOLDINGS
from storage.outbox import StoredOutbox

_CONFIGURATION = tuple(map(InDocuments, (t.communities.c.configuration, t.communities.c.imported)))
"""Changed with the community itself, at the end."""
_PARTS: tuple[Part, ...] = (
    *map(InColumn, HOLDINGS),
    InDetails(),
    InChanges(),
    *map(InDocuments, (t.community_events.c.before, t.community_events.c.after, t.followups.c.quiet)),
    *map(InDocuments, (t.absences.c.covers, t.deadlocks.c.evidence)),
    InDocuments(t.requests.c.answer, by_workspace=True),
    AboutThem(),
    ToThem(),
)


class StoredErasing:
    """Forgets people."""

    def __init__(self, connection: Connection, communities: StoredCommunities) -> None:
        self._connection, self._communities = connection, communities

    def begin(self, place: Place, person: str, by: str | None, screen: Screen, now: datetime) -> Erasure:
        """Keep that somebody is to be forgotten; one that was begun before is the same."""
        row = {"workspace": place.workspace, "community": place.id, "person": person, "asked_by": by or NOBODY}
        row |= {"screen": screen.value, "begun_at": now, "handed_over": False, "nonce": token_hex(8)}
        self._connection.execute(insert_new(self._connection, t.erasures), row)
        here = (t.erasures.c.community == place.id) & (t.erasures.c.person == person)
        return _erasure(self._connection.execute(select(t.erasures).where(here)).one())

    def begun(self) -> Sequence[Erasure]:
        """Every erasure that has not ended, the oldest first."""
        return [_erasure(row) for row in self._connection.execute(select(t.erasures).order_by(t.erasures.c.id))]

    def get(self, erasure: Erasure) -> Erasure | None:
        """The same as it stands now; None once it has ended."""
        here = (t.erasures.c.id == erasure.id) & (t.erasures.c.nonce == erasure.nonce)
        row = self._connection.execute(select(t.erasures).where(here)).one_or_none()
        return None if row is None else _erasure(row)

    def handed_over(self, erasure: Erasure) -> None:
        """What they answered for is with others now."""
        self._connection.execute(update(t.erasures).where(t.erasures.c.id == erasure.id).values(handed_over=True))

    def end(self, erasure: Erasure) -> bool:
        """Nothing of it is left to do; False: somebody else has ended it."""
        here = (t.erasures.c.id == erasure.id) & (t.erasures.c.nonce == erasure.nonce)
        return self._connection.execute(delete(t.erasures).where(here)).rowcount == 1

    def words(self, place: Place) -> Iterator[Words]:
        """Everything that was written in a community, page by page."""
        return written(self._connection, place)

    def rewrite(self, place: Place, words: Words) -> None:
        """Put other words in the place of what was written."""
        rewrite(self._connection, place, words)

    def again(self, words: Words) -> Words | None:
        """The same as it is written now; None when it is gone."""
        return again(self._connection, words)

    def traces(self, place: Place, person: Person) -> Sequence[Trace]:
        """Every row in which they stand, or that was said to them or about them."""
        gone = Gone.of(self._connection, place, person)
        found = ((part.name, part.find(self._connection, gone)) for part in _PARTS)
        return list(chain.from_iterable([Trace(name, key) for key in keys] for name, keys in found))

    def quoting(self, place: Place, person: Person, erasure: Erasure) -> Sequence[Trace]:
        """What may quote a problem that named them."""
        return [
            Trace("quoting", key)
            for key in quoting(self._connection, Gone.of(self._connection, place, person), erasure.since)
        ]

    def forget(self, place: Place, person: Person, traces: Sequence[Trace], erasure: Erasure, now: datetime) -> None:
        """They stand in these rows no more, and what stands of their problems is worded anew."""
        gone = Gone.of(self._connection, place, person)
        for part in _PARTS:
            keys = [each.key for each in traces if each.part == part.name]
            if keys:
                touched(self._connection, erasure.id, part.forget(self._connection, gone, keys, now), now)

    def touched(self, problems: Sequence[int], erasure: Erasure, now: datetime) -> None:
        """What stands of these problems is worded anew."""
        touched(self._connection, erasure.id, problems, now)

    def show_anew(self, traces: Sequence[Trace], now: datetime) -> None:
        """What may quote them is worded anew."""
        StoredOutbox(self._connection).show_these_anew([each.key[0] for each in traces], now)

    def forget_person(self, place: Place, person: Person, now: datetime) -> None:
        """Nobody is known any more under their ids: their own row, the configuration, their Home."""
        gone = Gone.of(self._connection, place, person)
        for part in _CONFIGURATION:
            part.forget(self._connection, gone, [(place.id,)], now)
        theirs = (t.people.c.key == person.id) | t.people.c.key.in_(gone.before)
        self._connection.execute(delete(t.people).where(t.people.c.community == place.id, theirs))
        forget_in_slack(self._connection, gone, now)
        self._communities.moved(place)


def _erasure(row: Row[tuple[object, ...]]) -> Erasure:
    names = ("id", "community", "person", "begun_at", "handed_over", "since", "nonce")
    by = None if row.asked_by == NOBODY else row.asked_by
    return Erasure(by=by, screen=Screen(row.screen), **{name: getattr(row, name) for name in names})
