"""`kill -9` at random moments, of web and worker processes, while reports come in and messages go out."""

import random
import time

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.faults import lost_after_effect, server_error
from tests.house import populate, region
from tests.torture.crew import crew_at_work
from tests.torture.planted import Bug
from tests.torture.storm import Storm, Wrong, after, blowing

SENDERS = 3
BAD_DAY = {lost_after_effect(): 0.03, server_error(): 0.02}


def kill_often(url: str, *, kills: int, seed: int, bug: Bug | None = None) -> tuple[int, Wrong]:
    """How many reports were acknowledged, and what is wrong after so many kills."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    with FakeSlack(pace=False) as slack:
        populate(slack, region())
        with crew_at_work(slack, url, bug) as crew:
            slack.misbehave_by_chance("chat.postMessage", seed, BAD_DAY)
            storm = Storm(slack, crew.ports)
            with blowing(storm, SENDERS):
                for _ in range(kills):
                    wait_for_some(storm, chance)
                    crew.replace_any(chance)
                crew.wait_until_open()
            wrong = after(storm, url)
    return len(storm.acked), wrong


def wait_for_some(storm: Storm, chance: random.Random) -> None:
    """Until a few reports more are acknowledged, or for a moment: so kills fall into the work, not only beside it."""
    enough = len(storm.acked) + chance.randint(1, 4)
    until = time.monotonic() + chance.uniform(0.1, 3.0)
    while len(storm.acked) < enough and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(chance.uniform(0.0, 0.1))
