"""A file that is there whole or not at all, and that only its owner reads."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from time import time

from storage.backups.contents import BackupRefused

PREFIX, SUFFIX = ".sc_bot.", ".partial"
LEFT_OVER = 86_400  # seconds since it was last written; no copy rests for so long


@contextmanager
def written_beside(path: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """Give a new file next to `path` (mode 0600), which takes its name when the block ends well; else nothing stays.

    Raises:
        BackupRefused: there is no such folder; or something has that name already, and nobody said that it may go.
        OSError: the folder cannot be written.
    """
    if not path.parent.is_dir():
        raise BackupRefused(f"{path.parent} is no folder: make it first, or choose another")
    _refuse_if_there(path, overwrite=overwrite)
    _sweep(path.parent)
    handle, name = mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=path.parent)
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
        _sync(partial)
        _take_the_name(partial, path, overwrite=overwrite)
        _sync(path.parent)
    finally:
        partial.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """What a copy left that was killed midway: it holds reports, and no other rule for backups would ever find it."""
    for each in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):  # somebody else's, or just gone
            if time() - each.stat().st_mtime > LEFT_OVER:
                each.unlink()


def _take_the_name(partial: Path, path: Path, *, overwrite: bool) -> None:
    """A link, unlike a renaming, fails where somebody was faster; some file systems have none."""
    if not overwrite:
        try:
            path.hardlink_to(partial)
        except OSError:
            _refuse_if_there(path, overwrite=False)
        else:
            return
    partial.replace(path)


def _refuse_if_there(path: Path, *, overwrite: bool) -> None:
    if path.exists() and not overwrite:
        raise BackupRefused(f"{path} is there already and was left as it is; choose another name, or say --overwrite")


def _sync(path: Path) -> None:
    """Have it on the disk, not in its cache: a copy must survive the power cut that it is for."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
