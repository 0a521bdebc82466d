"""Lets time pass before the curtain rises: what waits for an hour is sent at that hour."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from sc_bot.app import House, build
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.stage.at_hand import SlackAtHand
from sc_bot.playground.stage.clock import Clock
from sc_bot.ports import Delays
from sc_bot.settings import Settings
from sc_bot.ticking import follow_up
from sc_bot.usecases.deadlocks.finding import look_for_deadlocks
from storage.tracing import next_due

AT_ONCE = Delays(doubt=timedelta(0), pace=timedelta(0))
"""Weeks pass in seconds: nothing rests between two messages."""


@contextmanager
def before_the_curtain(settings: Settings, slack: FakeSlack, clock: Clock) -> Iterator[House]:
    """The bot's house, not running: whoever tells the story lets its worker send."""
    house = build(settings, clock=clock, delays=AT_ONCE)
    api = SlackAtHand(slack)
    try:
        yield replace(house, worker=replace(house.worker, slack=lambda _workspace: api))
    finally:
        house.close()


def pass_time(house: House, clock: Clock, moment: datetime) -> None:
    """Follow up and send what is due, and go on to a moment, doing so at each hour at which something becomes due.

    At the end it looks at everything, and for deadlocks: their signs are counted in days, or in what was just done.
    """
    _look(house)
    while (due := next_due(house.worker_database, clock())) is not None and due < moment:
        clock.forward_to(due)
        _look(house)
    clock.forward_to(moment)
    look_for_deadlocks(house.worker_database, house.bot.now())
    _look(house, everything=True)


def _look(house: House, *, everything: bool = False) -> None:
    follow_up(house, everything=everything)
    house.worker.drain()
