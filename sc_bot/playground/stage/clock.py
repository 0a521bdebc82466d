"""The product's time on the stage: stands still while the past is lived, then goes on, and can jump forward."""

import time
from datetime import datetime, timedelta


class RunsForward(Exception):
    """Once it runs, time never runs backwards."""


class Clock:
    """Begins at `start`, standing still until `run`."""

    def __init__(self, start: datetime) -> None:
        self._at = start
        self._since: float | None = None

    def __call__(self) -> datetime:
        """The time now."""
        gone = 0.0 if self._since is None else time.monotonic() - self._since
        return self._at + timedelta(seconds=gone)

    def set_to(self, moment: datetime) -> None:
        """Set it, before it runs: whoever tells a story begins it in the past.

        Raises:
            RunsForward: it runs already.
        """
        if self._since is not None:
            raise RunsForward(moment.isoformat())
        self._at = moment

    def run(self) -> None:
        """Go on at the usual speed."""
        self._at, self._since = self(), time.monotonic()

    def forward_to(self, moment: datetime) -> None:
        """Jump.

        Raises:
            RunsForward: the moment is past.
        """
        if moment < self():
            raise RunsForward(moment.isoformat())
        self._at = moment
        if self._since is not None:
            self._since = time.monotonic()
