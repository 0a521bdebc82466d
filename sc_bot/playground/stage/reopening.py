"""A kept database on the stage again: its local Slack is gone, so what stood there is posted anew, as it is worded now.

What was in Slack alone does not come back: what people typed to each other, answers that only they saw, cards with
which their reader has nothing to do any more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sc_bot.app import WORKER_PATIENCE
from sc_bot.domain.community import Community
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.stage.clock import Clock
from sc_bot.playground.stage.passing import before_the_curtain, pass_time
from sc_bot.playground.stage.peopling import channel_ids
from sc_bot.running import bring_up_to_date
from sc_bot.settings import Settings
from sc_bot.usecases.community import import_community
from storage.database import StoredDatabase
from storage.figures import last_moment
from storage.forgetting import forget_slack
from storage.schema import current

WORKSPACE = "T0ESTRIE0"
"""The only workspace that is ever on the stage."""


class CannotOpen(Exception):
    """This database cannot be on the stage; the text says why, and what to do."""


def already_there(url: str) -> datetime | None:
    """Bring the schema up to date; when something last happened there, None if nothing ever did.

    Raises:
        CannotOpen: a real workspace is in it; nothing was touched.
        SchemaNotCurrent: it was made by a newer version.
        NotAvailable: it does not answer.
    """
    with _database(url) as database:
        if current(database.engine) is not None and _workspaces(database) - {WORKSPACE}:
            raise CannotOpen(
                "This database holds a real workspace: the demo does not touch it. Give it one of its own."
            )
        bring_up_to_date(database)
        return last_moment(database) if _workspaces(database) else None


def settle(settings: Settings, slack: FakeSlack, community: Community, now: datetime) -> None:
    """Import the region, as `sc-bot org import` does."""
    with _database(settings.database_url) as database, database.unit_of_work() as uow:
        import_community(uow, slack.workspace.team_id, community, now, channels=channel_ids(slack))


def show_again(slack: FakeSlack, settings: Settings, community: Community, clock: Clock, *, until: datetime) -> None:
    """Post everything anew, each message at its hour, and stand at `until`: time never runs backwards."""
    with before_the_curtain(settings, slack, clock) as house:
        oldest = forget_slack(house.worker_database, slack.workspace.team_id)
        clock.set_to(min(oldest or until, until))
        settle(settings, slack, community, until)
        pass_time(house, clock, until)


def _workspaces(database: StoredDatabase) -> set[str]:
    with database.reading() as uow:
        return set(uow.communities.workspaces())


@contextmanager
def _database(url: str) -> Iterator[StoredDatabase]:
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    try:
        yield database
    finally:
        database.close()
