"""One demo a database: two would send each other's messages into the wrong local Slack."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

from sc_bot.playground.stage.reopening import CannotOpen

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # not on Windows, where whoever opens two is on their own
    flock = None  # type: ignore[assignment] # Windows has none


@contextmanager
def alone_on(url: str) -> Iterator[None]:
    """Keep other demos of this machine off a database; the system lets go of it when the process ends.

    Raises:
        CannotOpen: another demo runs on it.
    """
    name = hashlib.sha256(url.encode()).hexdigest()[:16]
    with (Path(gettempdir()) / f"sc_bot_demo_{name}.lock").open("a") as file:
        if flock is not None:
            try:
                flock(file, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                raise CannotOpen("Another demo is running on this database. End it first, or name another.") from None
        yield
