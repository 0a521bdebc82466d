"""Two worker hosts are cut off from PostgreSQL (and from Slack), heal, and are cut off again, while messages flow."""

import logging
import random
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from multiprocessing.process import BaseProcess
from urllib.parse import urlsplit

from pydantic import SecretStr

from sc_bot import app
from sc_bot.domain.notices import Posting, Welcome
from sc_bot.logs import configure_logs
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.faults import slow
from sc_bot.settings import Settings
from storage.database import StoredDatabase
from tests.house import THURSDAY, WORKER_PATIENCE, populate, region
from tests.torture.clusters import address, cluster
from tests.torture.crew import QUICK, thursday
from tests.torture.planted import Bug, plant
from tests.torture.processes import processes
from tests.torture.restarting import settle_at
from tests.torture.storm import Storm, Wrong, after
from tests.torture.ways import Way, enter, ways

HOSTS = 2
PATIENCE = timedelta(seconds=2)
AT_ONCE = 50
CUT = (0.8, 4.0)  # seconds: mostly longer than the lease, so the other host takes over
HASTY = replace(QUICK, lease=timedelta(seconds=1), doubt=timedelta(seconds=0.5))
ANSWER = slow(0.1)


def deliver_from(namespace: str | None, settings: Settings, bug: Bug | None) -> None:
    """Be a worker on that host."""
    enter(namespace)
    configure_logs("console", level=logging.CRITICAL)
    plant(bug)
    vars(app)["WORKER_PATIENCE"] = PATIENCE  # else each cut would take half a minute to be noticed
    house = app.build(settings, clock=thursday, delays=HASTY)
    house.worker.run(threading.Event(), house.wake)


def cut_often(*, items: int, cuts: int, seed: int, by_namespace: bool, bug: Bug | None = None) -> tuple[int, Wrong]:
    """How many messages were to be sent, and what is wrong after so many cuts of one host or the other."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    with cluster() as server, FakeSlack(pace=False) as slack, ExitStack() as parts:
        populate(slack, region())
        slack.misbehave_by_chance("chat.postMessage", seed, {ANSWER: 0.5})
        url = address(server)
        settle_at(url)
        port = urlsplit(slack.api_url).port or 0
        hosts = parts.enter_context(ways(HOSTS, server.port, port, by_namespace=by_namespace))
        for each in [_start(way, slack, bug) for way in hosts]:
            parts.callback(each.kill)
        _flow(url, slack, hosts, chance, items=items, cuts=cuts)
        return items, after(Storm(slack, ()), url)


def _flow(url: str, slack: FakeSlack, hosts: Sequence[Way], chance: random.Random, *, items: int, cuts: int) -> None:
    """Post messages, and cut hosts in the middle of posts; at the end everything is healed."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    people = [each.slack_id for each in region().people if each.slack_id][:25]
    rest = items
    for number in range(cuts):
        part = rest if number == cuts - 1 else items // cuts
        rest -= part
        _post(database, slack, [f"{number}.{each}" for each in range(part)], chance, people)
        _wait_for_one_more(slack)
        unlucky = chance.choice(hosts)
        unlucky.cut()
        time.sleep(chance.uniform(*CUT))
        unlucky.heal()
    database.close()


def _wait_for_one_more(slack: FakeSlack) -> None:
    """Until another message stands there: its answer is still under way."""
    stood = len(slack.messages)
    slack.wait_for(lambda: len(slack.messages) > stood)


def _post(
    database: StoredDatabase, slack: FakeSlack, keys: Sequence[str], chance: random.Random, people: Sequence[str]
) -> None:
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        postings = [Posting(notice=Welcome(), to=chance.choice(people), key=key, due_at=THURSDAY) for key in some]
        with database.unit_of_work() as uow:
            uow.outbox.post(slack.workspace.team_id, None, postings)


def _start(way: Way, slack: FakeSlack, bug: Bug | None) -> BaseProcess:
    (host, port), (web_api, its_port) = way.postgres, way.slack
    settings = Settings(
        database_url=f"postgresql+psycopg://postgres@{host}:{port}/postgres",
        slack_bot_token=SecretStr(slack.bot_token),
        slack_api_url=f"http://{web_api}:{its_port}/api/",
    )
    process = processes().Process(target=deliver_from, args=(way.namespace, settings, bug), daemon=True)
    process.start()
    return process
