"""One more migration than there is."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import schema

ONE_MORE = """
from alembic import op
import sqlalchemy as sa

revision, down_revision, branch_labels, depends_on = "{version}", "{before}", None, None


def upgrade():
    op.create_table("half_made", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("UPDATE problems SET state = 'lost'")
    op.execute("{statement}")
"""


@contextmanager
def one_more(statement: str, folder: Path) -> Iterator[None]:
    """After the newest migration comes another one, which ends with this statement."""
    shutil.copytree(schema.MIGRATIONS, folder / "migrations")
    more = ONE_MORE.format(version="9000", before=schema.newest(), statement=statement)
    (folder / "migrations" / "versions" / "9000_more.py").write_text(more)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", folder / "migrations")
        yield
