"""Alembic's entry: runs on the connection that storage.schema hands over, and notes there what was applied."""

from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo

from storage.tables import metadata

given = context.config.attributes


def note(ctx: MigrationContext, step: MigrationInfo, heads: object, run_args: object) -> None:  # noqa: ARG001 - Alembic's names
    """One more is done."""
    if given["applied"] is not None:
        given["applied"].append(step)


context.configure(
    connection=given["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
    on_version_apply=note,
)
with context.begin_transaction():
    context.run_migrations()
