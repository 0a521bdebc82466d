"""How commands answer: a sentence on standard error and an exit code, or one JSON object a line on standard output."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from sc_bot.org_file import OrgFileInvalid, in_words
from sc_bot.ports import NotAvailable
from sc_bot.running import SchemaNotCurrent, TokenOfAnother
from sc_bot.settings import SettingsError
from sc_bot.socket_mode import SocketModeRefused
from storage.backups import BackupRefused
from storage.schema import MigrationFailed
from storage.soundness import what_kept_it


class As(StrEnum):
    """The languages of the messages."""

    EN = "en"
    FR = "fr"


NO_ANSWER = "The database does not answer. Is it running, and is DATABASE_URL right? See: sc-bot doctor"
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, and nothing else.")]


def stop(sentence: str, code: int = 1) -> NoReturn:
    """Say why the command cannot go on, and end it."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def print_json(value: object) -> None:
    """One line, at once, so that a pipe gets each answer as soon as it is known."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def lines_of(source: Path | None) -> Iterator[str]:
    """The lines of a file, or of standard input, as they come; only the line's own end is taken off.

    Raises:
        OSError: the file cannot be read.
    """
    if source is None:
        yield from map(_line, sys.stdin.buffer)
        return
    with source.open("rb") as file:
        yield from map(_line, file)


def _line(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")


@contextmanager
def refusing_in_words() -> Iterator[None]:
    """Turn what may be wrong outside (settings, database, port, file) into a sentence; a bug stays a crash."""
    try:
        yield
    except SettingsError as error:
        stop(str(error), 2)
    except (BackupRefused, MigrationFailed, SchemaNotCurrent, SocketModeRefused, TokenOfAnother) as error:
        stop(str(error))
    except NotAvailable as outage:
        stop(what_kept_it(outage) or NO_ANSWER)
    except OrgFileInvalid as error:
        stop("\n".join(f"line {each.line}: {each.key}: {in_words(each).en}" for each in error.mistakes))
    except OSError as error:
        stop(f"{error.strerror or type(error).__name__}{f': {error.filename}' if error.filename else ''}")
