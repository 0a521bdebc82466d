"""What was removed leaves the file too: SQLite's write-ahead log is taken in and cut."""

from sqlalchemy import text

from storage.database import StoredDatabase, translated

BRIEFLY = 50  # milliseconds: while a checkpoint waits for somebody who reads, nobody can write
_SETTINGS = text("SELECT current_setting('autovacuum')::bool AND current_setting('track_counts')::bool")


def tidy(database: StoredDatabase) -> bool:
    """Take the write-ahead log in, so that no removed word stands in it; False: somebody reads it, another time.

    Pages of the file that are freed are overwritten anyway (`secure_delete`). PostgreSQL does this by itself in its own
    time (autovacuum, `wal_recycle`); docs/privacy.md says what an administrator can do.

    Raises:
        NotAvailable: the database did not answer.
    """
    if database.engine.dialect.name != "sqlite":
        return True
    with translated():
        raw = database.engine.raw_connection()
        cursor = raw.cursor()
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        try:
            cursor.execute(f"PRAGMA busy_timeout={BRIEFLY}")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            cursor.execute(f"PRAGMA busy_timeout={patience}")
            raw.close()
    return not busy


def tidies_by_itself(database: StoredDatabase) -> bool:
    """Whether the server removes dead rows and keeps its statistics without being told (autovacuum); SQLite needs none.

    Raises:
        NotAvailable: the database did not answer.
    """
    if database.engine.dialect.name != "postgresql":
        return True
    with database.looking() as connection:
        return bool(connection.execute(_SETTINGS).scalar_one())
