"""Corrections in tables, counted from history."""

from collections.abc import Sequence

from sqlalchemy import Connection, Select, func, or_, select

from sc_bot.domain.events import Happened
from sc_bot.domain.learning import Corrected, Learned
from sc_bot.domain.problems import Closing
from sc_bot.ports import Place
from storage.communities import StoredCommunities
from storage.tables import events, learned, problems, searchable

_AT_ONCE = 500  # words or problems in one statement
_NOT_THEIRS = (Closing.DUPLICATE.value, Closing.OUT_OF_MANDATE.value)


class StoredCorrections:
    """Corrections, and what was learned from them."""

    def __init__(self, connection: Connection, communities: StoredCommunities) -> None:
        self._connection, self._communities = connection, communities

    def newest(self, place: Place, fewest: int, limit: int) -> Sequence[Corrected]:
        """The newest corrected problems, with their words, and those of them that at least `fewest` problems hold."""
        ended = {row.id: row.institution for row in self._connection.execute(_corrected(place).limit(limit))}
        words = self._words(tuple(ended))
        common = self._common(place, sorted({word for held in words.values() for word in held}), fewest)
        return [
            Corrected(ended[each], frozenset(held), frozenset(held & common)) for each, held in sorted(words.items())
        ]

    def keep(self, place: Place, learned_: Learned) -> None:
        """Keep what was learned; every process reads it with the community's new version."""
        self._connection.execute(learned.delete().where(learned.c.community == place.id))
        rows = [
            {"community": place.id, "term": term, "institution": institution, "problems": count}
            for term, counted in learned_.ended.items()
            for institution, count in counted.items()
        ]
        if rows:
            self._connection.execute(learned.insert(), rows)
        self._communities.renewed(place)

    def _words(self, ids: Sequence[int]) -> dict[int, set[str]]:
        held: dict[int, set[str]] = {each: set() for each in ids}
        for first in range(0, len(ids), _AT_ONCE):
            some = searchable.c.problem.in_(ids[first : first + _AT_ONCE])
            for row in self._connection.execute(select(searchable.c.problem, searchable.c.word).where(some)):
                held[row.problem].add(row.word)
        return held

    def _common(self, place: Place, words: Sequence[str], fewest: int) -> set[str]:
        """The words that several problems hold: a rare one could tell who it is."""
        found: set[str] = set()
        for first in range(0, len(words), _AT_ONCE):
            here = (searchable.c.community == place.id) & searchable.c.word.in_(words[first : first + _AT_ONCE])
            query = select(searchable.c.word).where(here).group_by(searchable.c.word)
            found.update(self._connection.execute(query.having(func.count() >= fewest)).scalars())
        return found


def _corrected(place: Place) -> Select[tuple[int, str]]:
    """Accepted by an institution to which a director or the facilitator sent it, or the committee gave it."""
    by_somebody = (events.c.kind == Happened.REROUTED.value) & events.c.actor.is_not(None)
    sent = or_(by_somebody, events.c.kind.in_([Happened.RETURNED.value, Happened.ASSIGNED.value]))
    moved = select(events.c.problem).where(events.c.community == place.id, sent)
    theirs = or_(problems.c.closing.is_(None), problems.c.closing.not_in(_NOT_THEIRS))
    query = select(problems.c.id, problems.c.institution).where(problems.c.community == place.id)
    taken = query.where(problems.c.accepted_at.is_not(None), problems.c.institution.is_not(None), theirs)
    return taken.where(~problems.c.restricted, problems.c.id.in_(moved)).order_by(problems.c.id.desc())
