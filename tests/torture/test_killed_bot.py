"""`sc-bot run` is killed in the middle of reports: what was acknowledged is stored, the rest may be sent again."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest

from sc_bot.playground import payloads
from sc_bot.playground.bot_link import Reply, Sent
from sc_bot.playground.fake_slack import FakeSlack
from tests.house import populate, region
from tests.stories.looking import rows

SENDERS = 4
FATAL = 40  # acknowledged reports, and then it is killed


class Bot:
    """`sc-bot run` as a process of its own, killed and started again."""

    def __init__(self, slack: FakeSlack, url: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = int(free.getsockname()[1])
        slack.bot_url = f"http://127.0.0.1:{self.port}/slack/events"
        self._environment = {
            **os.environ,
            "DATABASE_URL": url,
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "PORT": str(self.port),
        }
        self.start()

    def start(self) -> None:
        """Start it, and wait until it is ready."""
        command = [sys.executable, "-m", "sc_bot", "run"]
        self._process = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
        deadline = time.monotonic() + 30
        while not self._is_ready():
            assert time.monotonic() < deadline
            time.sleep(0.05)

    def kill(self) -> None:
        """As when the machine's memory runs out."""
        self._process.kill()
        self._process.wait()

    def _is_ready(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


@contextmanager
def bot_running(slack: FakeSlack, url: str) -> Iterator[Bot]:
    """The bot, until the block ends."""
    bot = Bot(slack, url)
    try:
        yield bot
    finally:
        bot.kill()


def reports_of(slack: FakeSlack, count: int) -> list[Sent]:
    """Different reports of different people, ready to be sent."""
    people = [each.slack_id for each in region().people if each.slack_id and "caregiver" in each.roles]
    sent = []
    for number in range(count):
        person = slack.as_person(people[number % len(people)] or "").person
        place = slack.workspace.dm_with(person.id)
        text = f"La chimio de l'hôpital attend, rapport {number}"
        form = payloads.command(slack.host, person, place, "/problem", text)
        sent.append(slack.link._prepared("slash_commands", form))
    return sent


def named_in(text: str) -> frozenset[str]:
    """The references that an answer names; its words may have become others since, with the hour and what is known."""
    return frozenset(re.findall(r"\b[A-Z]{2,4}-\d+\b", text))


@pytest.mark.slow
def test_a_killed_bot_keeps_what_it_acknowledged_and_takes_the_rest_once(region_url: str) -> None:
    """120 reports, killed once among them: each acknowledged one is there, each one sent again is there once."""
    with FakeSlack(pace=False) as slack:
        populate(slack, region())
        with bot_running(slack, region_url) as bot, ThreadPoolExecutor(SENDERS) as senders:
            acked: list[str] = []

            def send(sent: Sent) -> Reply:
                reply = slack.replay(sent)
                if reply.acknowledged:
                    acked.append(str(sent.payload["trigger_id"]))
                    if len(acked) == FATAL:
                        bot.kill()
                return reply

            sent = reports_of(slack, 120)
            replies = list(senders.map(send, sent))
            kept = {str(row["request"]) for row in rows(region_url, "requests")}
            assert FATAL <= len(acked) < len(sent)
            assert kept >= set(acked)
            assert len(rows(region_url, "problems")) == len(kept)
            bot.start()
            again = list(senders.map(slack.replay, sent))
            assert all(reply.acknowledged for reply in again)
            both = [(one.text, two.text) for one, two in zip(replies, again, strict=True) if one.acknowledged]
            assert [each for each in both if named_in(each[0]) != named_in(each[1])] == []
            assert len(rows(region_url, "problems")) == len(sent)
