"""What runs in processes of its own; they come from a server that has imported everything, so they start at once."""

import multiprocessing
import random
import threading
from collections.abc import Callable
from datetime import timedelta
from multiprocessing.context import ForkServerContext

from sc_bot.delivery.worker import Worker
from sc_bot.domain.answers import Changed
from sc_bot.domain.refusals import Refused
from sc_bot.ports import Delays
from sc_bot.slack import SlackClient
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.author import change_institution
from storage.database import StoredDatabase
from storage.deliveries import StoredDeliveries
from tests.house import THURSDAY, WORKER_PATIENCE

IMPATIENT = 0.4  # seconds after which the client gives a post up
HASTY = Delays(
    lease=timedelta(seconds=1.5),
    doubt=timedelta(seconds=1.2),
    pace=timedelta(0),
    look=timedelta(seconds=0.02),
)


def processes() -> ForkServerContext:
    """Where processes come from; none inherits an open connection."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "tests.torture.crew"])
    return context


def deliver(url: str, token: str, api_url: str, *, looks_up: bool) -> None:
    """Be a worker, until killed."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    client = SlackClient(token, api_url, timeout=IMPATIENT)
    deliveries = StoredDeliveries(database, HASTY)
    worker = Worker(database, deliveries, lambda _: client, HASTY, lambda: THURSDAY, looks_up=looks_up)
    worker.run(threading.Event(), threading.Event())


def change_often(
    url: str, number: int, changes: int, problems: list[tuple[str, str, str]], tell: Callable[[object], None]
) -> None:
    """Send shared problems from institution to institution; tell how often that was done, or why not.

    Args:
        url: the database.
        number: which of the processes this is.
        changes: how many changes to make.
        problems: workspace, author and reference of each.
        tell: takes the number of changes made, or the text of an error.
    """
    database, chance, made = StoredDatabase.open(url, patience=WORKER_PATIENCE), random.Random(number), 0  # noqa: S311 - repeatable
    try:
        for turn in range(changes * 10):
            workspace, author, reference = chance.choice(problems)
            asked = Asked(workspace=workspace, slack_id=author, request=f"{number}-{turn}", now=THURSDAY)
            made += _changed(database, asked, reference, chance.choice(("HSF", "CVE", "CRC", "CRP")))
            if made == changes:
                break
        tell(made)
    except Exception as error:  # noqa: BLE001 - the parent fails with it
        tell(repr(error))
    finally:
        database.close()


def _changed(database: StoredDatabase, asked: Asked, reference: str, institution: str) -> bool:
    """Whether it went there; it does not when it is there already."""
    try:
        return isinstance(change_institution(database, asked, reference, institution), Changed)
    except Refused:
        return False
