"""Workers are killed while messages go out, and posts land after their timeout: nothing lost, nothing said twice."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess

import pytest

from sc_bot.playground.faults import late, lost_after_effect, lost_before_effect, server_error
from tests.delivery.office import Office, open_office
from tests.torture.processes import IMPATIENT, deliver, processes

WORKERS = 2
PATIENCE = 60.0  # seconds for everything to be sent after the last kill
BAD_DAY = {
    late(IMPATIENT * 1.5): 0.04,
    lost_after_effect(): 0.04,
    lost_before_effect(): 0.02,
    server_error(): 0.02,
}


@contextmanager
def workers(office: Office, url: str, *, looks_up: bool) -> Iterator[list[BaseProcess]]:
    """Start the workers; the list is filled again by `replace_one`."""
    running = [start(office, url, looks_up=looks_up) for _ in range(WORKERS)]
    try:
        yield running
    finally:
        for each in running:
            each.kill()
            each.join()


def start(office: Office, url: str, *, looks_up: bool) -> BaseProcess:
    """Start one worker."""
    given = (url, office.slack.bot_token, office.slack.api_url)
    process = processes().Process(target=deliver, args=given, kwargs={"looks_up": looks_up}, daemon=True)
    process.start()
    return process


def kill_while_sending(url: str, *, messages: int, kills: int, seed: int, looks_up: bool = True) -> Counter[str]:
    """Send messages and kill workers among them; returns how often each message stands in Slack."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    each_time = messages // kills
    with open_office(url) as office, workers(office, url, looks_up=looks_up) as running:
        office.slack.misbehave_by_chance("chat.postMessage", seed, BAD_DAY)
        people = [each.slack_id for each in office.community.people if each.slack_id][:25]
        for number in range(kills):
            for message in range(each_time):
                office.post(chance.choice(people), f"{number}.{message}")
            time.sleep(chance.uniform(0.0, 0.3))
            victim = running.pop(0)
            victim.kill()
            victim.join()
            running.append(start(office, url, looks_up=looks_up))
        wait_until_sent(office)
        return Counter(
            dict.fromkeys(office.states(), 0) | Counter(key for each in people for key in office.standing(each))
        )


def wait_until_sent(office: Office) -> None:
    """Let the workers finish."""
    deadline = time.monotonic() + PATIENCE
    while set(office.states().values()) != {"sent"}:
        assert time.monotonic() < deadline, Counter(office.states().values())
        time.sleep(0.05)


def assert_each_once(standing: Counter[str], messages: int) -> None:
    """Nothing lost, nothing twice."""
    assert len(standing) == messages
    assert [key for key, times in standing.items() if times == 0] == []
    assert [key for key, times in standing.items() if times > 1] == []


@pytest.mark.slow
def test_twenty_killed_workers_lose_nothing_and_say_nothing_twice(url: str) -> None:
    """200 messages, 20 kills, posts that land after their timeout."""
    assert_each_once(kill_while_sending(url, messages=200, kills=20, seed=1), 200)


@pytest.mark.slow
def test_without_the_look_the_same_loop_says_things_twice(url: str) -> None:
    """The test above can fail: without looking up, messages stand there twice."""
    standing = kill_while_sending(url, messages=100, kills=10, seed=2, looks_up=False)
    assert [key for key, times in standing.items() if times == 0] == []
    assert [key for key, times in standing.items() if times > 1]
