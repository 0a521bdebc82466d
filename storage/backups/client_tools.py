"""`pg_dump` and `pg_restore`: found, new enough, and never given a password where others could read it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from psycopg.conninfo import make_conninfo
from sqlalchemy.engine import URL

from storage.backups.contents import BackupRefused

TO_INSTALL = "Install PostgreSQL's client tools (Debian: apt install postgresql-client)"


def is_there(tool: str) -> bool:
    """Whether the machine has it."""
    return shutil.which(tool) is not None


def run(tool: str, *arguments: str, at: URL, server: int) -> None:
    """Run a tool against a database whose server has this major version.

    Raises:
        BackupRefused: it is missing, older than the server, or fails; what it said is told, without any row's values.
    """
    program = _found(tool)
    if (version := version_of(program)) < server:
        raise BackupRefused(
            f"{tool} is version {version}, the server {server}, and a tool must not be older."
            f" {TO_INSTALL}-{server}, or later."
        )
    with TemporaryDirectory(prefix="sc_bot_") as private:
        address = address_for(at, Path(private) / "password")
        command = [program, f"--dbname={address}", "--no-password", *arguments]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - a list, no shell
    if done.returncode:
        raise BackupRefused(f"{first_error(done.stderr, tool)}. Nothing was kept.")


def said_by(tool: str, *arguments: str) -> Iterator[bytes]:
    """The lines that a tool prints.

    Raises:
        BackupRefused: it is missing or fails.
    """
    command = [_found(tool), *arguments]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:  # noqa: S603 - as above
        assert running.stdout  # noqa: S101 - for the type checker
        assert running.stderr  # noqa: S101 - as above
        yield from running.stdout
        problem = running.stderr.read()
    if running.returncode:
        raise BackupRefused(f"This is no whole copy: {first_error(problem, tool)}. Take another one.")


def address_for(url: URL, passfile: Path) -> str:
    """An address for the command line, which everybody on the machine can read: a password goes into a private file.

    Without one, libpq looks where it always does (a `.pgpass`, trust, a certificate). Written as the driver gets it:
    libpq does not know the form in which an address names several servers, `?host=one:5432&host=two:5432`.
    """
    _, known = url.get_dialect()().create_connect_args(url)
    password = known.pop("password", None)
    if password is not None:
        passfile.touch(mode=0o600)
        escaped = password.replace("\\", r"\\").replace(":", r"\:")
        passfile.write_text(f"*:*:*:*:{escaped}\n", encoding="utf-8")
        known["passfile"] = str(passfile)
    return make_conninfo(**known)


def version_of(program: str) -> int:
    """The major version of a tool."""
    done = subprocess.run([program, "--version"], capture_output=True, check=False, text=True)  # noqa: S603 - as above
    number = re.search(r"\b(\d+)[.\w]*", done.stdout)
    return int(number[1]) if number else 0


def first_error(said: bytes, tool: str) -> str:
    """The first line that names an error; those after it may quote a row."""
    lines = said.decode("utf-8", "replace").splitlines()
    return next((each for each in lines if "error:" in each), f"{tool} failed")


def _found(tool: str) -> str:
    program = shutil.which(tool)
    if program is None:
        raise BackupRefused(f"{tool} is not on this machine. {TO_INSTALL}, and try again.")
    return program
