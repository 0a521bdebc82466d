"""A command line without the machine's environment, which leaves the test run's logging as it was."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from sc_bot.commands.root import app
from sc_bot.settings import Settings
from storage.engine import open_engine
from storage.schema import upgrade
from tests.bare import bare_database
from tests.commands.schemas import BEFORE
from tests.house import WORKER_PATIENCE

Cli = Callable[..., Result]


@pytest.fixture(autouse=True)
def _unset_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root, hooks = logging.getLogger(), (sys.excepthook, threading.excepthook)
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:], root.level = handlers, level
    sys.excepthook, threading.excepthook = hooks
    structlog.reset_defaults()


@pytest.fixture
def cli() -> Cli:
    """Run a command in this process: `cli("db", "check", DATABASE_URL=url)`."""

    def run(*arguments: str, stdin: bytes | None = None, **environment: str) -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin, env=environment)

    return run


@pytest.fixture
def older_url(kind: str) -> Iterator[str]:
    """A database with the schema before the newest."""
    with bare_database(kind) as url:
        engine = open_engine(url, patience=WORKER_PATIENCE)
        upgrade(engine, BEFORE)
        engine.dispose()
        yield url


@pytest.fixture
def region_file() -> str:
    """The path of the fictional region's community file."""
    return str(files("sc_bot.playground.region").joinpath("estrie.org.yaml"))
