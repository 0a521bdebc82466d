"""Fixtures: a database of either kind, and a whole house with the fictional region on the wire."""

import gc
import os
from collections.abc import Iterator

import pytest

from tests.databases import BOTH, drop_everything, empty_database
from tests.house import Town, open_town
from tests.mail_server import MailServer
from tests.statements import compile_once


def pytest_configure() -> None:
    """Before any engine is made."""
    compile_once()


@pytest.fixture(params=BOTH)
def kind(request: pytest.FixtureRequest) -> str:
    """Each test that uses a database runs on both: on SQLite in the fast suite, on PostgreSQL too in `make check`."""
    return str(request.param)


@pytest.fixture
def url(kind: str) -> Iterator[str]:
    """An empty database with the newest schema."""
    with empty_database(kind) as address:
        yield address


@pytest.fixture
def region_url(kind: str) -> Iterator[str]:
    """A database where the fictional region has settled."""
    with empty_database(kind, region=True) as address:
        yield address


@pytest.fixture
def town(region_url: str) -> Iterator[Town]:
    """The fictional region, with its bot and a Slack of its own."""
    with open_town(region_url) as town:
        yield town


@pytest.fixture
def server() -> Iterator[MailServer]:
    """A mail server that takes everything."""
    with MailServer() as server:
        yield server


def pytest_collection_finish() -> None:
    """Thousands of tests were collected, which live on: looking among them for garbage took a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Leave no database behind; where nothing may be skipped, a skipped test is a failure."""
    drop_everything()
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("SC_BOT_NO_SKIPS") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
