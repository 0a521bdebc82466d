"""Finding problems in tables."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sqlalchemy import (
    Connection,
    Float,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    intersect,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.sql.selectable import TableValuedAlias

from sc_bot.domain.problems import OPEN, Problem
from sc_bot.ports import Place, Term, Wanted
from storage.narrowing import Condition, narrowed, readable
from storage.problems import problem_from
from storage.tables import problems, searchable

NEWEST = 100  # problems that hold one word; more of them tell little about any
_NEAREST = 150  # of those that share words, before what is closed is left out
_LAST = "\U0010ffff"  # after every other character: what begins with "re" stands before "re" and this
_OWN_ORDER = (case((problems.c.state.in_([each.value for each in OPEN]), 0), else_=1), problems.c.id.desc())
_WORDS = select(searchable.c.problem, searchable.c.word, searchable.c.in_title).where(
    searchable.c.problem.in_(bindparam("problems", expanding=True))
)


class StoredFinding:
    """Problems, by what narrows a list and by their words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def matching(self, place: Place, wanted: Wanted, limit: int) -> Sequence[Problem]:
        """Problems by everything but their words."""
        here = (problems.c.workspace == place.workspace, problems.c.community == place.id)
        order = (problems.c.answer_by, problems.c.id) if wanted.sought.overdue else _OWN_ORDER
        return self._all(select(problems).where(*here, *narrowed(wanted)).order_by(*order).limit(limit))

    def holding(self, place: Place, wanted: Wanted, terms: Sequence[Term], limit: int) -> Sequence[Problem]:
        """The newest that hold every term, where the reader may read it."""
        found = {each.id: each for each in self._all(_holding(place, wanted, terms, in_title=False).limit(limit))}
        if not wanted.scope.reads_all:
            found |= {each.id: each for each in self._all(_holding(place, wanted, terms, in_title=True).limit(limit))}
        return sorted(found.values(), key=lambda each: -each.id)[:limit]

    def vocabulary(self, place: Place, start: str, limit: int) -> Sequence[str]:
        """The different words of a community that begin so."""
        return [row.word for row in self._connection.execute(_different_words(place, start).limit(limit))]

    def sharing(self, place: Place, wanted: Wanted, words: Mapping[str, float], limit: int) -> Sequence[Problem]:
        """Those that hold most of some words, each with its weight."""
        if not words:
            return []
        dialect = self._connection.dialect.name
        given = dict(words) if dialect == "postgresql" else json.dumps(words)
        return self._all(_sharing(dialect, place.id, wanted), {"words": given, "most": limit})

    def words_of(self, problems: Sequence[int]) -> Mapping[int, Mapping[str, bool]]:
        """The words of each of these problems."""
        found: dict[int, dict[str, bool]] = {each: {} for each in problems}
        for problem, word, in_title in self._connection.execute(_WORDS, {"problems": list(problems)}):
            found[problem][word] = in_title
        return found

    def _all(self, query: Select[tuple[object, ...]], given: Mapping[str, object] | None = None) -> list[Problem]:
        return [problem_from(row) for row in self._connection.execute(query, given)]


def _holding(place: Place, wanted: Wanted, terms: Sequence[Term], *, in_title: bool) -> Select[tuple[object, ...]]:
    """By the words first: they are few; a planner that begins with the problems reads them all."""
    each = [_of_term(place, term, in_title=in_title) for term in terms]
    holding = (intersect(*each) if len(each) > 1 else each[0].distinct()).subquery()
    reads = true() if in_title else readable(wanted.scope)
    found = select(problems).join(holding, holding.c.problem == problems.c.id)
    return found.where(reads, *narrowed(wanted)).order_by(problems.c.id.desc())


@lru_cache(maxsize=256)
def _sharing(dialect: str, community: int, wanted: Wanted) -> Select[tuple[object, ...]]:
    """From each word to the newest problems that hold it, a stretch of the index each; then what they weigh in all.

    Made once for each reader and day: after every report it is asked, and to make it takes as long as to ask it.
    """
    sought = _given(dialect)
    word, weight = cast(sought.c.key, String), cast(sought.c.value, Float)
    here, same = searchable.c.community == community, searchable.alias()
    older = select(same.c.problem).where(same.c.community == community, same.c.word == word)
    last = older.order_by(same.c.problem.desc()).offset(NEWEST).limit(1).correlate(sought).scalar_subquery()
    newer = here & (searchable.c.word == word) & (searchable.c.problem > func.coalesce(last, 0))
    weighed = select(searchable.c.problem, func.sum(weight).label("weight")).select_from(sought.join(searchable, newer))
    heaviest = weighed.group_by(searchable.c.problem).order_by(func.sum(weight).desc(), searchable.c.problem.desc())
    near = heaviest.limit(_NEAREST).subquery()
    found = select(problems).join(near, near.c.problem == problems.c.id).where(*narrowed(wanted))
    return found.order_by(near.c.weight.desc(), problems.c.id.desc()).limit(bindparam("most"))


def _given(dialect: str) -> TableValuedAlias:
    """The words as a table of one parameter: the statement is the same however many there are."""
    if dialect == "postgresql":
        return func.jsonb_each_text(bindparam("words", type_=JSONB)).table_valued("key", "value", name="sought")
    return func.json_each(bindparam("words")).table_valued("key", "value", name="sought")


def _different_words(place: Place, start: str) -> Select[tuple[str]]:
    """From each word to the next one, a step in the index each; DISTINCT would read every row that holds them."""
    there = (searchable.c.community == place.id, searchable.c.word < start + _LAST)
    first = select(func.min(searchable.c.word).label("word")).where(*there, searchable.c.word >= start)
    found = first.cte("found", recursive=True)
    after = select(func.min(searchable.c.word)).where(*there, searchable.c.word > found.c.word).scalar_subquery()
    every = found.union_all(select(after).where(found.c.word.is_not(None)))
    return select(every.c.word).where(every.c.word.is_not(None))


def _of_term(place: Place, term: Term, *, in_title: bool) -> Select[tuple[int]]:
    said = _begins(term.start) | searchable.c.word.in_(term.words) if term.words else _begins(term.start)
    query = select(searchable.c.problem).where(searchable.c.community == place.id, said)
    return query.where(searchable.c.in_title) if in_title else query


def _begins(start: str) -> Condition:
    return and_(searchable.c.word >= start, searchable.c.word < start + _LAST)
