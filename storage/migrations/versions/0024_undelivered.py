"""What did not arrive, and what was posted again, is counted at each scrape without reading every message."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

DEAD = sa.text("state = 'dead'")
AGAIN = sa.text("posted_again > 0")


def upgrade() -> None:
    """Apply. The next migration needs the whole table: to ask for it later would cross a worker's claim."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE")
    op.create_index("ix_outbox_dead", "outbox", ["workspace", "due_at"], postgresql_where=DEAD, sqlite_where=DEAD)
    op.create_index("ix_outbox_again", "outbox", ["posted_again"], postgresql_where=AGAIN, sqlite_where=AGAIN)


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_outbox_again", "outbox")
    op.drop_index("ix_outbox_dead", "outbox")
