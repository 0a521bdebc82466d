"""The words of problems, kept beside their texts: what is written can be found, what is redacted no longer.

Rows of an ordinary table, sought by how a word begins, on both databases alike. An index of full text would keep what
was redacted: FTS5 before SQLite 3.42 in its segments, PostgreSQL's GIN for ever (docs/decisions).
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select

from sc_bot.domain.searching import kept
from sc_bot.domain.texts import TextKind
from storage.dialect import insert_new
from storage.records import Record
from storage.tables import searchable, texts

_ADDED = frozenset({TextKind.DESCRIPTION, TextKind.DETAILS, TextKind.STATEMENT})
_FORGET = searchable.delete().where(searchable.c.problem == bindparam("of_problem"))
_WRITTEN = (
    select(texts.c.kind, texts.c.body)
    .where(texts.c.problem == bindparam("of_problem"))
    .where(texts.c.kind.in_([each.value for each in (*_ADDED, TextKind.TITLE)]))
    .order_by(texts.c.id)
)


def rows_of(community: int, problem: int, written: Sequence[tuple[str, str]]) -> list[Record]:
    """The rows of one problem, from its texts as pairs of kind and body, oldest first; only its last title counts."""
    title = [body for kind, body in written if kind == TextKind.TITLE.value][-1:]
    others = [body for kind, body in written if kind in _ADDED]
    return [*_rows(community, problem, title, is_title=True), *_rows(community, problem, others, but=title)]


def _rows(
    community: int, problem: int, bodies: Iterable[str], *, is_title: bool = False, but: Iterable[str] = ()
) -> list[Record]:
    there = set(kept(but))
    return [
        {"community": community, "word": word, "problem": problem, "in_title": is_title}
        for word in dict.fromkeys(kept(bodies))
        if word not in there
    ]


def add_words(connection: Connection, community: int, problem: int, kind: TextKind, body: str) -> None:
    """What was just written can be found; a new title takes the place of the last one."""
    if kind is TextKind.TITLE:
        refresh_words(connection, community, problem)
    elif kind in _ADDED:
        _insert(connection, _rows(community, problem, [body]))


def refresh_words(connection: Connection, community: int, problem: int) -> None:
    """Only what is still written can be found."""
    written = [(row.kind, row.body) for row in connection.execute(_WRITTEN, {"of_problem": problem})]
    connection.execute(_FORGET, {"of_problem": problem})
    _insert(connection, rows_of(community, problem, written))


def _insert(connection: Connection, rows: list[Record]) -> None:
    if rows:
        connection.execute(insert_new(connection, searchable), rows)
