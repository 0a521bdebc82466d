"""The metronome: ticks that ask the database what is due. It knows no due dates itself.

What is due lives in our tables under unique keys, so a tick may run late, twice or in two processes. Here
are only intervals in memory: APScheduler's job stores, crontabs and misfire grace are not used.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from sc_bot.domain.beats import Heard, Went, nobody_listens
from sc_bot.domain.safe_traceback import traceback_without_words

logger = logging.getLogger(__name__)


class Metronome:
    """Calls functions at intervals, each never beside itself, and survives their errors."""

    def __init__(self, heard: Heard = nobody_listens) -> None:
        """Prepare; ``heard`` is told after each tick which it was, and whether it ended well."""
        self._heard = heard
        # APScheduler reports each late or overlapping tick; late and overlapping ticks are harmless here.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def every(self, seconds: float, function: Callable[[], object], name: str, *, after: float = 0) -> None:
        """Call ``function`` when started, or ``after`` some seconds, then every ``seconds``; ``name`` is the tick's."""
        self._scheduler.add_job(
            lambda: self._heard(name, _tick(function, name)),
            IntervalTrigger(seconds=seconds, timezone=UTC),
            id=name,
            next_run_time=datetime.now(UTC) + timedelta(seconds=after),
        )

    def wake(self, name: str) -> None:
        """Call the tick ``name`` now; nothing happens if it is just running, or if there is none."""
        try:
            self._scheduler.modify_job(name, next_run_time=datetime.now(UTC))
        except JobLookupError:
            logger.debug("no tick %s to wake", name)

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._scheduler.start()

    def stop(self, *, wait: bool = True) -> None:
        """No new ticks; with ``wait``, return only when the running ones have ended."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=wait)


def _tick(function: Callable[[], object], name: str) -> Went:
    try:
        function()
    except Exception as error:  # noqa: BLE001 - one bad tick must not stop the next one
        logger.error("tick %s failed\n%s", name, traceback_without_words(error))  # no words  # noqa: TRY400 - the traceback is printed without its words
        return "failed"
    return "well"
