"""Reports of many people at once, each sent until it is acknowledged; and what must be true when the storm is over."""

import itertools
import re
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import OK, HTTPConnection, HTTPException
from typing import Any

from sqlalchemy import Row, func, select

from sc_bot.playground import payloads
from sc_bot.playground.bot_link import Sent
from sc_bot.playground.fake_slack import FakeSlack
from storage.engine import open_engine
from storage.tables import WAITING, outbox, texts
from tests.delivery.office import nonce_of
from tests.house import THURSDAY, WORKER_PATIENCE, region

ANSWER_SECONDS = 8.0  # over the two that a web process may wait for its database, on a busy machine
SETTLED_SECONDS = 240.0
REFERENCE = re.compile(r"\b(CS|ONC)-\d+")
SYLLABLES = ("ba", "do", "fi", "gu", "ke", "lo", "mi", "na", "pu", "re", "so", "ta", "vi")


@dataclass
class Storm:
    """What was sent; `acked` are the texts of the reports that some process acknowledged."""

    slack: FakeSlack
    ports: Sequence[int]
    numbers: Iterator[int] = field(default_factory=itertools.count)
    turns: Iterator[int] = field(default_factory=itertools.count)
    acked: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def report(self) -> Sent:
        """A report of somebody, that nobody has sent yet."""
        with self.lock:
            number = next(self.numbers)
        people = [each.slack_id for each in region().people if each.slack_id and "caregiver" in each.roles]
        person = self.slack.as_person(people[number % len(people)] or "").person
        place = self.slack.workspace.dm_with(person.id)
        form = payloads.command(self.slack.host, person, place, "/problem", _said(number))
        return self.slack.link._prepared("slash_commands", form)

    def send(self, sent: Sent, port: int) -> bool:
        """Send it once to one of the web processes; whether it was acknowledged with a recorded answer."""
        fresh = self.slack.link._signed_now(sent)  # a signature lives for five minutes
        connection = HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS)
        try:
            connection.request("POST", "/slack/events", fresh.body, {**fresh.headers, "Connection": "close"})
            answer = connection.getresponse()
            said = answer.read().decode()
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()
        is_recorded = answer.status == OK and REFERENCE.search(said) is not None
        if is_recorded:
            with self.lock:
                self.acked.add(str(sent.payload["text"]))
        return is_recorded

    def insist(self, sent: Sent, stop: threading.Event) -> None:
        """Send it until it is acknowledged, to whichever process comes next."""
        while True:
            port = self.ports[next(self.turns) % len(self.ports)]
            if self.send(sent, port) or stop.is_set():
                return
            time.sleep(0.02)


def _said(number: int) -> str:
    """Words that few share, as people write: some find their institution at once, some wait for the facilitator."""
    word = "".join(SYLLABLES[number // 13**place % 13] for place in range(4))
    return f"La chimio de l'hôpital attend, {word} {number}" if number % 5 == 0 else f"{word} attend encore, {number}"


@contextmanager
def blowing(storm: Storm, senders: int) -> Iterator[None]:
    """Reports come in while the block lasts; each of them is insisted upon, also after it."""
    enough, hopeless = threading.Event(), threading.Event()

    def blow() -> None:
        while not enough.is_set():
            storm.insist(storm.report(), hopeless)

    threads = [threading.Thread(target=blow, daemon=True) for _ in range(senders)]
    for each in threads:
        each.start()
    try:
        yield
    finally:
        enough.set()
        for each in threads:
            each.join(SETTLED_SECONDS)
        hopeless.set()


@dataclass(frozen=True, slots=True)
class Wrong:
    """What must not be; all empty is right."""

    lost: int
    """Acknowledged reports that are not stored, and messages that are due and were not sent."""
    effects_twice: int
    said_twice: int
    """Direct messages that stand there more than once."""
    out_of_order: int
    """Direct messages that came after one that was to come later."""

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return any((self.lost, self.effects_twice, self.said_twice, self.out_of_order))


RIGHT = Wrong(lost=0, effects_twice=0, said_twice=0, out_of_order=0)


def after(storm: Storm, url: str, insist: Callable[[], None] = lambda: None) -> Wrong:
    """Let the workers finish, then look at everything. `insist` is called while waiting."""
    rows = _settled(url, insist)
    with _reading(url) as read:
        stored = Counter(row.body for row in read(select(texts.c.body).where(texts.c.kind == "description")))
    standing = _standing(storm.slack)
    times = {row.id: standing[row.nonce] for row in rows if _is_direct(row)}
    return Wrong(
        lost=len(storm.acked - stored.keys()) + sum(not each for each in times.values()),
        effects_twice=sum(number > 1 for number in stored.values()),
        said_twice=sum(len(each) > 1 for each in times.values()),
        out_of_order=_out_of_order([row for row in rows if _is_direct(row)], times),
    )


def _settled(url: str, insist: Callable[[], None]) -> Sequence[Row[Any]]:
    """The outbox, when nothing that is due waits any more (or never will be sent)."""
    due, fewest, deadline = outbox.c.due_at <= THURSDAY, -1, 0.0
    while True:
        insist()
        with _reading(url) as read:
            waiting = read(select(func.count()).where(due, outbox.c.state.in_(WAITING)))[0][0]
            if not waiting or (fewest >= 0 and time.monotonic() > deadline):
                return read(select(outbox).where(due, outbox.c.state != "dropped").order_by(outbox.c.id))
        if fewest < 0 or waiting < fewest:  # tens of thousands take their time: only who stands still is given up
            fewest, deadline = waiting, time.monotonic() + SETTLED_SECONDS
        time.sleep(0.2)


@contextmanager
def _reading(url: str) -> Iterator[Callable[[Any], Sequence[Row[Any]]]]:
    engine = open_engine(url, patience=WORKER_PATIENCE)
    try:
        with engine.connect() as connection:
            yield lambda query: connection.execute(query).all()
    finally:
        engine.dispose()


def _standing(slack: FakeSlack) -> dict[str, list[float]]:
    """By key: when each message that bears it was posted."""
    stands: dict[str, list[float]] = defaultdict(list)
    for each in slack.messages:
        if each.from_bot and not each.deleted:
            stands[nonce_of(each)].append(float(each.ts))
    return stands


def _is_direct(row: Row[Any]) -> bool:
    return bool(row.target.startswith("U"))


def _out_of_order(rows: Sequence[Row[Any]], times: dict[int, list[float]]) -> int:
    latest: dict[str, float] = defaultdict(float)
    late = 0
    for row in rows:
        if times[row.id]:
            late += times[row.id][0] < latest[row.target]
            latest[row.target] = max(latest[row.target], times[row.id][0])
    return late
