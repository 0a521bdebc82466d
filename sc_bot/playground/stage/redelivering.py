"""Slack sends an event again that the bot did not acknowledge; so does the stage, every few seconds of real time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sc_bot.playground.fake_slack import FakeSlack

BETWEEN_SECONDS = 5.0  # Slack: at once, after a minute, after five; a visitor is not kept waiting that long


@contextmanager
def redelivering(slack: FakeSlack) -> Iterator[None]:
    """Retry while the block lasts; each event three times at most, as Slack does."""
    ended = threading.Event()

    def retry() -> None:
        while not ended.wait(BETWEEN_SECONDS):
            slack.redeliver()

    thread = threading.Thread(target=retry, name="redelivering", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
