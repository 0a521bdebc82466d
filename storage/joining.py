"""Who sees a problem too, in tables."""

from collections.abc import Sequence

from sqlalchemy import Connection, Row, Select, bindparam, select, update

from sc_bot.domain.joining import Joined
from sc_bot.domain.problems import Verdict
from sc_bot.ports import Place
from storage.tables import joinings

_AS_THEY_ARE = (
    "id", "workspace", "community", "problem", "person", "institution", "at", "left_at", "verdict_at",
)  # fmt: skip
_OF_PROBLEM = select(joinings).where(joinings.c.problem == bindparam("of_problem")).order_by(joinings.c.id)


class StoredJoinings:
    """Those who joined a problem instead of reporting it again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, joined: Joined) -> None:
        """Store it as it is now. The problem's lock is also its joinings'."""
        row = {name: getattr(joined, name) for name in _AS_THEY_ARE[1:]}
        row["verdict"] = joined.verdict.value if joined.verdict else None
        if joined.id:
            self._connection.execute(update(joinings).where(joinings.c.id == joined.id).values(row))
        else:
            self._connection.execute(joinings.insert().values(row))

    def of(self, problem: int) -> Sequence[Joined]:
        """Everybody who ever joined a problem, in the order in which they did."""
        return [joined_from(row) for row in self._connection.execute(_OF_PROBLEM, {"of_problem": problem})]

    def one(self, problem: int, person: str) -> Joined | None:
        """Somebody's part in a problem."""
        here = (joinings.c.problem == problem) & (joinings.c.person == person)
        return next(iter(self._all(select(joinings).where(here))), None)

    def among(self, problems: Sequence[int], person: str) -> frozenset[int]:
        """Which of these problems somebody joined and did not leave."""
        theirs = joinings.c.problem.in_(problems) & (joinings.c.person == person) & joinings.c.left_at.is_(None)
        return frozenset(self._connection.execute(select(joinings.c.problem).where(theirs)).scalars())

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: what both joined stays the second's, once."""
        here = joinings.c.community == place.id
        twice = select(joinings.c.problem).where(here, joinings.c.person == new).scalar_subquery()
        first = here & (joinings.c.person == old)
        self._connection.execute(joinings.delete().where(first, joinings.c.problem.in_(twice)))
        self._connection.execute(update(joinings).where(first).values(person=new))

    def _all(self, query: Select[tuple[object, ...]]) -> list[Joined]:
        return [joined_from(row) for row in self._connection.execute(query)]


def joined_from(row: Row[tuple[object, ...]]) -> Joined:
    """A part in a problem, from its row."""
    verdict = None if row.verdict is None else Verdict(row.verdict)
    return Joined(verdict=verdict, **{name: getattr(row, name) for name in _AS_THEY_ARE})
