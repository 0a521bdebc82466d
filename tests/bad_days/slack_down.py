"""Slack is down for hours while messages come in; then it is back, and everything goes out in order and no faster.

`python -m tests.bad_days.slack_down 10000` tries it with so many messages; both clocks are moved by hand.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import BinaryIO

from sc_bot.delivery import calling
from sc_bot.domain.notices import Headline, Posting, Welcome
from sc_bot.domain.slack_answers import Failed, Ok, SlackAnswer, Unreachable
from storage.tables import WAITING
from tests.databases import drop_everything, empty_database
from tests.delivery.office import Office, another, open_office
from tests.house import THURSDAY

SIX_HOURS = timedelta(hours=6)
LOOK = timedelta(seconds=0.5)  # as often as the worker looks
CHANNELS = tuple(f"C0HEAD{number:03}" for number in range(20))


@dataclass
class SlackThatIsDown:
    """Nobody answers until an hour; then each post is noted with its moment. Implements the port `SlackApi`."""

    now: Callable[[], datetime]
    back_at: datetime
    tried: int = 0
    posted: dict[str, list[tuple[datetime, str]]] = field(default_factory=lambda: defaultdict(list))
    """By conversation: when, and the message's key."""

    def call(self, method: str, /, **arguments: object) -> SlackAnswer:
        """Do what is asked, once it is back."""
        if self.now() < self.back_at:
            self.tried += 1
            return Unreachable("ConnectionRefusedError")
        if method == calling.OPEN:
            return Ok({"channel": {"id": f"D{arguments['users']}"}})
        if method != calling.POST:
            return Failed("unknown_method")
        channel, metadata = str(arguments["channel"]), arguments["metadata"]
        assert isinstance(metadata, dict)
        self.posted[channel].append((self.now(), metadata["event_payload"]["key"]))
        return Ok({"ts": f"{self.now().timestamp():.6f}", "channel": channel})

    def upload(self, url: str, content: BinaryIO, length: int) -> SlackAnswer:
        """Nothing is uploaded here."""
        raise AssertionError(url, content, length)


@dataclass(frozen=True)
class Outage:
    """What happened in the end."""

    slack: SlackThatIsDown
    waited: dict[str, list[str]]
    """By conversation, the keys in the order in which they were queued."""
    ended: datetime
    states: Counter[str]


def live_through(office: Office, messages: int) -> Outage:
    """Six hours without Slack in which so many messages are queued, then as long as it takes."""
    slack = SlackThatIsDown(office.real, office.real() + SIX_HOURS)
    worker = another(office.worker, slack=lambda _: slack)
    _queue(office, messages)
    waited = _waiting(office)
    while office.real() < slack.back_at:
        worker.drain()
        _pass(office, timedelta(minutes=1))
    while set(office.states().values()) & set(WAITING) and office.real() < slack.back_at + SIX_HOURS:
        worker.drain()
        _pass(office, LOOK)
    return Outage(slack, waited, office.real(), Counter(office.states().values()))


def wrong(outage: Outage, pace: timedelta) -> list[str]:
    """What is not as it has to be: everything once, in order, at most one message a second in each conversation."""
    said = [f"{state}: {number}" for state, number in outage.states.items() if state != "sent"]
    for place, keys in outage.waited.items():
        posted = outage.slack.posted[place]
        if [key for _, key in posted] != keys:
            said.append(f"{place}: not each once and in order")
        moments = [moment for moment, _ in posted]
        if any(later - sooner < pace for sooner, later in pairwise(moments)):
            said.append(f"{place}: faster than Slack allows")
    return said


def _queue(office: Office, messages: int) -> None:
    """To everybody in turn, and headlines of one problem to some channels."""
    problem = office.report().problem
    people = [each.slack_id for each in office.community.people if each.slack_id]
    everywhere = (*people, *CHANNELS)
    for_people: list[Posting] = []
    for_channels: list[Posting] = []
    for number in range(messages):
        to = everywhere[number % len(everywhere)]
        is_channel = to in CHANNELS
        notice = Headline(problem, "HSF") if is_channel else Welcome()
        posting = Posting(notice=notice, to=to, key=f"{number}", due_at=THURSDAY)
        (for_channels if is_channel else for_people).append(posting)
    with office.database.unit_of_work() as uow:
        uow.outbox.post(office.workspace, None, for_people)
        uow.outbox.post(office.workspace, problem, for_channels)


def _waiting(office: Office) -> dict[str, list[str]]:
    with office.database.looking() as connection:
        rows = connection.exec_driver_sql("SELECT target, nonce FROM outbox ORDER BY id").all()
    waited = defaultdict(list)
    for target, nonce in rows:
        waited[target if target.startswith("C") else f"D{target}"].append(nonce)
    return waited


def _pass(office: Office, time: timedelta) -> None:
    office.real.now += time
    office.product.now += time


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with empty_database("sqlite") as url, open_office(url) as office:
        outage = live_through(office, count)
        said = wrong(outage, office.worker.delays.pace)
        took = outage.ended - outage.slack.back_at
        sys.stdout.write(f"{count} messages, {outage.slack.tried} calls in six hours, then {took}; wrong: {said}\n")
    drop_everything()
    sys.exit(bool(said))
