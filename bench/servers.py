"""The servers that are measured, each in a process of its own: the bot, and the least that could store anything."""

import multiprocessing
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection

import psycopg
from pydantic import SecretStr
from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult

from sc_bot.app import build
from sc_bot.settings import Settings
from sc_bot.web.bolt import bolt_handler
from sc_bot.web.front_door import front_door
from sc_bot.web.server import serve

SECRET = "bench-signing-secret"  # noqa: S105 - opens nothing but this bench
TOKEN = "xoxb-bench"  # noqa: S105 - as above


@contextmanager
def running(serves: Callable[..., None], *given: object) -> Iterator[tuple[int, int]]:
    """Run a server in a process of its own; gives its port and its process id."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=serves, args=(there, *given), daemon=True)
    process.start()
    port = here.recv()
    try:
        yield port, process.pid or 0
    finally:
        here.send("stop")
        process.join(30)
        process.kill()


def serve_bot(pipe: Connection, url: str, api_url: str, command: str) -> None:
    """The bot behind its own front door: its `web` alone, or `run` with the worker."""
    settings = Settings(
        database_url=url,
        port=0,
        slack_bot_token=SecretStr(TOKEN),
        slack_signing_secret=SecretStr(SECRET),
        slack_api_url=api_url,
    )
    house = build(settings)
    stop = threading.Event()
    if command == "run":
        threading.Thread(target=house.worker.run, args=(stop, house.wake), daemon=True).start()
    server = house.web(ready=lambda: (True, "ready"), metrics=lambda: "").start()
    pipe.send(server.port)
    pipe.recv()
    stop.set()
    house.wake.set()
    server.close()


def serve_raw(pipe: Connection, url: str) -> None:
    """The same front door, server and framework before one raw commit of one row."""
    commit = _raw_sqlite(url) if url.startswith("sqlite") else _raw_postgresql(url)
    app = App(
        authorize=lambda team_id, enterprise_id: AuthorizeResult(
            team_id=team_id,
            enterprise_id=enterprise_id,
            bot_token="kept apart",  # noqa: S106 - none is needed
        ),
        request_verification_enabled=False,
        process_before_response=True,
    )

    def handle(ack: Ack, body: dict[str, str]) -> None:
        commit(body["text"])
        ack("stored")

    app.command("/problem")(handle)
    door = front_door(
        bolt_handler(app),
        signing_secret=SECRET,
        ready=lambda: (True, "ready"),
        metrics=lambda: "",
        now=lambda: datetime.now(UTC).timestamp(),
    )
    server = serve(door, "127.0.0.1", 0).start()
    pipe.send(server.port)
    pipe.recv()
    server.close()


def _raw_sqlite(url: str) -> Callable[[str], None]:
    path, local = f"{url.removeprefix('sqlite:///')}.raw", threading.local()

    def commit(text: str) -> None:
        if not hasattr(local, "connection"):
            local.connection = sqlite3.connect(path, isolation_level=None, timeout=2)
            local.connection.execute("PRAGMA journal_mode=WAL")
            local.connection.execute("PRAGMA synchronous=FULL")
            local.connection.execute("CREATE TABLE IF NOT EXISTS raw (text TEXT)")
        local.connection.execute("INSERT INTO raw VALUES (?)", (text,))

    return commit


def _raw_postgresql(url: str) -> Callable[[str], None]:
    address, local = url.replace("+psycopg", ""), threading.local()
    with psycopg.connect(address, autocommit=True) as first:
        first.execute("CREATE TABLE IF NOT EXISTS raw (text TEXT)")

    def commit(text: str) -> None:
        if not hasattr(local, "connection"):
            local.connection = psycopg.connect(address, autocommit=True)
        local.connection.execute("INSERT INTO raw VALUES (%s)", (text,))

    return commit
