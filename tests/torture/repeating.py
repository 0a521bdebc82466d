"""Slack's deliveries come several times and in any order, to either web process: each has its effect once."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor

from sc_bot.playground.bot_link import Sent
from sc_bot.playground.fake_slack import FakeSlack
from tests.house import populate, region
from tests.torture.crew import crew_at_work
from tests.torture.planted import Bug
from tests.torture.storm import Storm, Wrong, after

MOST_TIMES = 5
SENDERS = 4


def deliver_again_and_again(url: str, *, deliveries: int, seed: int, bug: Bug | None = None) -> tuple[int, Wrong]:
    """How many requests were made in all, and what is wrong after so many deliveries, each one to five times."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    with FakeSlack(pace=False) as slack:
        populate(slack, region())
        with crew_at_work(slack, url, bug) as crew:
            storm, never = Storm(slack, crew.ports), threading.Event()
            each = [storm.report() for _ in range(deliveries)]
            shuffled = [sent for sent in each for _ in range(chance.randint(1, MOST_TIMES))]
            chance.shuffle(shuffled)

            def deliver(sent: Sent) -> None:
                storm.insist(sent, never)

            with ThreadPoolExecutor(SENDERS) as senders:
                list(senders.map(deliver, shuffled))
            wrong = after(storm, url)
        assert len(storm.acked) == deliveries
    return len(shuffled), wrong
