"""PostgreSQL: its own tools, at the moment that one transaction sees; a copy is read to its end, its rows counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from storage.backups.client_tools import run, said_by
from storage.backups.contents import BackupRefused, Contents
from storage.database import ONE_MOMENT, translated
from storage.schema import SCHEMA_TABLE
from storage.soundness import row_counts

MAGIC = b"PGDMP"
OURS = "--schema=public"  # what an extension or another program keeps elsewhere is neither copied nor touched
_NOT_OURS = "('pg_catalog', 'information_schema')"
_ANYTHING = text(f"""
    SELECT kind || ' ' || name FROM (
        SELECT oid, 'table or sequence' AS kind, relname AS name, relnamespace AS place FROM pg_class
        UNION ALL SELECT oid, 'function', proname, pronamespace FROM pg_proc
        UNION ALL SELECT oid, 'type', typname, typnamespace FROM pg_type WHERE typtype IN ('d', 'e', 'r')
    ) AS things JOIN pg_namespace ON pg_namespace.oid = place
    WHERE nspname NOT IN {_NOT_OURS} AND nspname NOT LIKE 'pg~_%' ESCAPE '~'
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = things.oid AND deptype = 'e')
    ORDER BY kind DESC, name LIMIT 1
""")  # noqa: S608 - our own words; what belongs to an extension was there before us
_AS_LONG_AS_IT_TAKES = text(
    "SELECT set_config(name, '0', true) FROM unnest("
    "ARRAY['statement_timeout', 'idle_in_transaction_session_timeout']) AS name"
)
"""While the tools copy, the transaction whose moment they copy does nothing; a minute of that ends any other."""


def copy(engine: Engine, target: Path) -> Contents:
    """Write one moment of a live database into `target`, in the custom format; counts what is in it at that moment.

    Raises:
        BackupRefused: the tools are missing or too old, or say that it cannot be done.
        NotAvailable: the database did not answer.
    """
    with _one_moment(engine) as connection:
        moment = connection.execute(text("SELECT pg_export_snapshot()")).scalar_one()
        contents = _contents(connection)
        server = _major(connection)
        options = ("--format=custom", OURS, "--no-owner", "--no-privileges", f"--snapshot={moment}", f"--file={target}")
        run("pg_dump", *options, at=engine.url, server=server)
    return contents


def look_into(file: Path) -> Contents:
    """Read all of a copy, as it would be put back, and count its rows.

    Raises:
        BackupRefused: it cannot be read to its end, or `pg_restore` is missing.
    """
    rows: dict[str, int] = {}
    table, schema = None, None
    for line in said_by("pg_restore", "--data-only", OURS, "--file=-", str(file)):
        if table is None:
            table = _begins(line)
            rows |= {table: 0} if table else {}
        elif line == b"\\.\n":
            table = None
        else:
            rows[table] += 1
            schema = line.decode().strip() if table == SCHEMA_TABLE else schema
    rows.pop(SCHEMA_TABLE, None)
    return Contents(schema, rows)


def _begins(line: bytes) -> str | None:
    r"""The table whose rows follow: `COPY public.texts (id, …) FROM stdin;`, then a line a row, then `\.`."""
    words = line.split(b" ", 2)
    if words[0] != b"COPY" or not line.endswith(b"FROM stdin;\n"):
        return None
    return words[1].decode().rpartition(".")[2].strip('"')


def put_back(file: Path, engine: Engine) -> Contents:
    """Make a copy the database, in one transaction; returns what is in it, as read from there.

    Raises:
        BackupRefused: something is there already, or the tools say that it cannot be done: nothing was changed.
        NotAvailable: the database did not answer.
    """
    with _one_moment(engine) as connection:
        there = connection.execute(_ANYTHING).scalar()
        server = _major(connection)
    if there:
        raise BackupRefused(f"The database is not empty ({there}), and was left as it is. Create a new one for it.")
    options = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", OURS)
    run("pg_restore", *options, str(file), at=engine.url, server=server)
    with _one_moment(engine) as connection:
        return _contents(connection)


@contextmanager
def _one_moment(engine: Engine) -> Iterator[Connection]:
    with translated(), engine.connect().execution_options(**ONE_MOMENT["postgresql"]) as connection, connection.begin():
        connection.execute(_AS_LONG_AS_IT_TAKES)
        yield connection


def _major(connection: Connection) -> int:
    """The server's major version."""
    return int(connection.execute(text("SHOW server_version_num")).scalar_one()) // 10_000


def _contents(connection: Connection) -> Contents:
    rows = row_counts(connection)
    schema = None
    if SCHEMA_TABLE in inspect(connection).get_table_names():
        schema = connection.execute(text(f"SELECT version_num FROM {SCHEMA_TABLE}")).scalar()  # noqa: S608 - our own word
    return Contents(schema, rows)
