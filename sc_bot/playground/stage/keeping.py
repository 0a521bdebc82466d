"""The region's past, kept between two demos: lived once, then copied.

It is the same each time (a fixed seed, fixed dates), until the program changes. It is kept in the environment that
holds the program, beside the code that made it; where nothing can be written there, it is lived again each time.
"""

import hashlib
import pickle
import shutil
import sys
import time
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from sc_bot.playground.workspace import Workspace

ROOM = Path(sys.prefix) / "var" / "sc_bot"
PROGRAM = ("sc_bot", "handlers", "storage")
SOURCES = ("*.py", "*.yaml", "*.po")
AN_HOUR = 3600.0  # in seconds: what is younger may be another demo's
APART = {"commands", "page", "story"}


@dataclass(frozen=True)
class Kept:
    """A past that was lived before."""

    folder: Path
    workspace: dict[str, Any]

    def copy_database(self, to: Path) -> None:
        """Give the stage a copy; this one stays as it is."""
        shutil.copyfile(self.folder / "sc_bot.db", to)


def kept_past() -> Kept | None:
    """The past that this very program made; None if it has not yet, or if what is kept cannot be read."""
    folder = ROOM / f"past-{_fingerprint()}"
    try:
        state = pickle.loads((folder / "workspace.pickle").read_bytes())  # noqa: S301 - written by this program, beside its own code
        (folder / "sc_bot.db").stat()
    except Exception:  # noqa: BLE001 - whatever is wrong with it: it is made anew
        return None
    return Kept(folder, state)


def keep_past(database: Path, workspace: Workspace) -> None:
    """Keep it for the next time; what an older program kept goes. Where that cannot be, nothing is lost.

    Nobody has the database open any more, so that its file is whole.
    """
    folder = ROOM / f"past-{_fingerprint()}"
    try:
        ROOM.mkdir(parents=True, exist_ok=True)
        making = Path(mkdtemp(dir=ROOM, prefix="making-"))
    except OSError:
        return
    try:
        shutil.copyfile(database, making / "sc_bot.db")
        (making / "workspace.pickle").write_bytes(pickle.dumps(workspace.state()))
        making.rename(folder)  # whole or not at all; another demo may have been faster
    except OSError:
        shutil.rmtree(making, ignore_errors=True)
    for old in (*ROOM.glob("past-*"), *ROOM.glob("making-*")):
        if old != folder and old.stat().st_mtime < time.time() - AN_HOUR:
            shutil.rmtree(old, ignore_errors=True)


def _fingerprint() -> str:
    """What the past depends on: every line of the program and of the region, but for what only shows it."""
    digest = hashlib.sha256(sys.version.encode())
    for package in PROGRAM:
        root = Path(str(files(package)))
        for source in sorted(path for pattern in SOURCES for path in root.rglob(pattern)):
            if not APART & set(source.relative_to(root).parts):
                digest.update(source.read_bytes())
    return digest.hexdigest()[:16]
