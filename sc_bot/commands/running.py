"""`sc-bot run`, `web`, `worker`."""

import signal
import threading
from types import FrameType
from typing import Annotated

import typer

from sc_bot.commands.saying import refusing_in_words
from sc_bot.logs import configure_logs
from sc_bot.running import house_running
from sc_bot.settings import Role, Settings

Host = Annotated[str | None, typer.Option(help="Where to listen [HOST, else 127.0.0.1].")]
Port = Annotated[int | None, typer.Option(min=0, max=65535, help="Which port [PORT, else 3000]; 0: any free one.")]


def run(host: Host = None, port: Port = None) -> None:
    """Everything in one process: web (or Socket Mode, if SLACK_APP_TOKEN is set) and worker."""
    _run("run", host, port)


def web(host: Host = None, port: Port = None) -> None:
    """Only the web server: takes what Slack sends, and stores it."""
    _run("web", host, port)


def worker() -> None:
    """Only the worker: sends what waits. Several may run on one PostgreSQL database."""
    _run("worker", None, None)


def until_told_to_stop() -> threading.Event:
    """An event that the first SIGTERM or SIGINT sets; a second one kills at once."""
    told = threading.Event()

    def tell(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        told.set()

    signal.signal(signal.SIGTERM, tell)
    signal.signal(signal.SIGINT, tell)
    return told


def _run(role: Role, host: str | None, port: int | None) -> None:
    with refusing_in_words():
        settings = listening_at(Settings.from_environment(), host, port)
        settings.require(role)
        configure_logs(settings.log_format)
        told = until_told_to_stop()
        with house_running(settings, role):
            told.wait()


def listening_at(settings: Settings, host: str | None, port: int | None) -> Settings:
    """The settings, with what the command line says about the address."""
    given = {"host": host, "port": port}
    return settings.model_copy(update={name: value for name, value in given.items() if value is not None})
