"""The history sealed day by day; it may lose who did something, and nothing else."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

NAMING = ("handed_over", "offered", "taken_over", "blocked", "reassigned")
"""Steps whose details name people."""
KEPT = {
    "events": ("id", "workspace", "community", "problem", "at", "kind", "from_state", "to_state", "institution",
               "text", "internal"),
    "lesson_steps": ("id", "workspace", "community", "lesson", "did", "at", "before", "after", "institution", "words"),
    "community_events": ("id", "workspace", "community", "at"),
    "charters": ("id", "workspace", "community", "number", "fr", "en", "made_at"),
    "charter_signatures": ("id", "workspace", "community", "charter", "institution", "role", "at"),
}  # fmt: skip
"""What may never change, table by table."""
FORGETS = {
    "events": "({new}actor {same} {old}actor OR {new}actor = '-') AND "
    "({new}details{text} {same} {old}details{text} OR {old}kind IN ({naming}))",
    "lesson_steps": "({new}actor {same} {old}actor OR {new}actor = '-') AND "
    "{new}details{text} {same} {old}details{text}",
    "community_events": "({new}actor {same} {old}actor OR {new}actor = '-') AND "
    "({new}subject = {old}subject OR {new}subject LIKE '% -')",
    "charters": "({new}made_by {same} {old}made_by OR {new}made_by = '-')",
    "charter_signatures": "({new}person {same} {old}person OR {new}person LIKE '-%')",
}
"""What may change, and into what."""


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "seals",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["communities.id"], name=op.f("fk_seals_community")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seals")),
        sa.UniqueConstraint("community", "day", name=op.f("uq_seals_community_day")),
    )
    op.add_column("problems", sa.Column("identities_removed_at", storage.types.Instant(), nullable=True))
    op.add_column("problems", sa.Column("words_removed_at", storage.types.Instant(), nullable=True))
    _forbid(_all_changes())
    for table in KEPT:
        _let_forget(table)


def _all_changes() -> tuple[str, ...]:
    """The triggers that refused every change."""
    if op.get_bind().dialect.name == "postgresql":
        return tuple(f"{each}_append_only ON {each}" for each in KEPT)
    return tuple(f"{each}_no_update" for each in KEPT)


def _forbid(triggers: tuple[str, ...]) -> None:
    for each in triggers:
        op.execute(f"DROP TRIGGER {each}")


def _let_forget(table: str) -> None:
    """From now on a name may go, and nothing else; what is deleted is refused as before."""
    is_postgres = op.get_bind().dialect.name == "postgresql"
    words = {
        "new": "NEW.",
        "old": "OLD.",
        "same": "IS NOT DISTINCT FROM" if is_postgres else "IS",
        "text": "::text" if is_postgres else "",  # PostgreSQL does not compare JSON
        "naming": ", ".join(f"'{each}'" for each in NAMING),
    }
    kept = " AND ".join(f"NEW.{name} {words['same']} OLD.{name}" for name in KEPT[table])
    forgets = f"{kept} AND {FORGETS[table].format(**words)}"
    if is_postgres:
        change = f"BEFORE UPDATE ON {table} FOR EACH ROW WHEN (NOT ({forgets})) EXECUTE FUNCTION refuse_change()"
        op.execute(f"CREATE TRIGGER {table}_no_update {change}")
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN NOT ({forgets}) "
            "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
        )


def downgrade() -> None:
    """Undo."""
    is_postgres = op.get_bind().dialect.name == "postgresql"
    for table in KEPT:
        on = f" ON {table}" if is_postgres else ""
        _forbid((f"{table}_no_update{on}",))
        if is_postgres:
            _forbid((f"{table}_append_only{on}",))
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            )
        else:
            op.execute(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
            )
    op.drop_column("problems", "words_removed_at")
    op.drop_column("problems", "identities_removed_at")
    op.drop_table("seals")
