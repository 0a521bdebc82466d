"""How fast the outbox is emptied, against a loop that only calls Slack's own client with the same messages."""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from multiprocessing.connection import Connection

from slack_sdk import WebClient

from bench.servers import TOKEN
from bench.towns import town
from sc_bot.delivery.rendering import content
from sc_bot.delivery.worker import Worker
from sc_bot.domain.notices import Posting, Welcome
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.faults import slow
from sc_bot.ports import Delays, Envelope, Message
from sc_bot.running import WORKERS
from sc_bot.slack import SlackClient
from storage.database import StoredDatabase
from storage.deliveries import StoredDeliveries
from tests.house import THURSDAY, WORKER_PATIENCE, populate, region

UNLIMITED = replace(Delays(), pace=timedelta(0))
MESSAGES, PEOPLE = 600, 25


def sending(kind: str, latency: float) -> tuple[float, float]:
    """Messages a second: the worker's, and those of the loop; each call takes `latency` seconds at Slack."""
    with town(kind) as (slack, url), _slack_elsewhere(latency) as api_url:
        people = [each.slack_id for each in region().people if each.slack_id][:PEOPLE]
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        raw = _looped(api_url, people, _words(database, slack.workspace.team_id, people[0]))
        ours = _delivered(database, slack.workspace.team_id, api_url, people)
        database.close()
    return ours, raw


def gaps_between(kind: str, messages: int) -> float:
    """The shortest time between two messages to one person, in seconds, at the pace that Slack asks for."""
    with town(kind) as (slack, url):
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        client, delays = SlackClient(slack.bot_token, slack.api_url), Delays()
        worker = Worker(database, StoredDeliveries(database, delays), lambda _: client, delays, lambda: THURSDAY)
        person = region().people[0].slack_id or ""
        _post(database, slack.workspace.team_id, [person], messages)
        _work(worker, database, threads=WORKERS)
        database.close()
        times = [float(each.ts) for each in slack.messages if each.from_bot]
    return min(after - before for before, after in pairwise(times))


def _delivered(database: StoredDatabase, workspace: str, api_url: str, people: list[str]) -> float:
    client = SlackClient(TOKEN, api_url)
    worker = Worker(database, StoredDeliveries(database, UNLIMITED), lambda _: client, UNLIMITED, lambda: THURSDAY)
    _post(database, workspace, people, len(people))  # conversations are opened, statements are made
    _work(worker, database, threads=WORKERS)
    _post(database, workspace, people, MESSAGES)
    return MESSAGES / _work(worker, database, threads=WORKERS)


def _work(worker: Worker, database: StoredDatabase, *, threads: int) -> float:
    """Let the worker's threads send everything; the seconds that it took."""
    stop = threading.Event()
    began = time.perf_counter()
    running = [threading.Thread(target=worker.run, args=(stop, threading.Event())) for _ in range(threads)]
    for each in running:
        each.start()
    deliveries = StoredDeliveries(database, UNLIMITED)
    while set(deliveries.counts()) - {"sent"}:
        time.sleep(0.05)
    seconds = time.perf_counter() - began
    stop.set()
    for each in running:
        each.join()
    return seconds


def _post(database: StoredDatabase, workspace: str, people: list[str], number: int) -> None:
    keys = [f"{time.perf_counter_ns()}.{each}" for each in range(number)]
    postings = [
        Posting(notice=Welcome(), to=people[each % len(people)], key=key, due_at=THURSDAY)
        for each, key in enumerate(keys)
    ]
    with database.unit_of_work() as uow:
        uow.outbox.post(workspace, None, postings)


def _words(database: StoredDatabase, workspace: str, person: str) -> Message:
    """What each message says."""
    envelope = Envelope(
        id=0, workspace=workspace, to=person, channel=None, notice=Welcome(), problem=None, surface=False,
        ts=None, nonce="", wanted=1, attempts=0, doubt=False, holder="", file=None,
    )  # fmt: skip
    with database.reading() as uow:
        message = content(uow, envelope, THURSDAY)
    assert isinstance(message, Message)
    return message


def _looped(api_url: str, people: list[str], message: Message) -> float:
    """The least that could be written: open each conversation once, then post, one after the other."""
    client = WebClient(TOKEN, base_url=api_url)
    channels = [client.conversations_open(users=each)["channel"]["id"] for each in people]
    began = time.perf_counter()
    for number in range(MESSAGES):
        client.chat_postMessage(channel=channels[number % len(channels)], text=message.text, blocks=message.blocks)
    return MESSAGES / (time.perf_counter() - began)


@contextmanager
def _slack_elsewhere(latency: float) -> Iterator[str]:
    """A Slack in a process of its own, so that it takes its time from neither."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_be_slack, args=(there, latency), daemon=True)
    process.start()
    yield here.recv()
    here.send("stop")
    process.join(10)


def _be_slack(pipe: Connection, latency: float) -> None:
    with FakeSlack(pace=False, bot_token=TOKEN) as slack:
        populate(slack, region())
        if latency:
            slack.misbehave_by_chance("chat.postMessage", 0, {slow(latency): 1.0})
        pipe.send(slack.api_url)
        pipe.recv()
