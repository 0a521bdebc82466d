"""`sc-bot demo`: a local Slack in the browser, with the fictional region and the real bot behind it."""

import logging
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Annotated

import typer
from rich.console import Console

from sc_bot.commands.running import until_told_to_stop
from sc_bot.commands.saying import As, refusing_in_words, stop
from sc_bot.commands.telling import Teller
from sc_bot.logs import configure_logs
from sc_bot.manifest import COMMANDS
from sc_bot.playground.page.page import Page
from sc_bot.playground.page.server import PageServer
from sc_bot.playground.stage.backstage import StageBackstage
from sc_bot.playground.stage.opening import open_stage
from sc_bot.playground.stage.reopening import CannotOpen
from sc_bot.playground.stage.stage import Stage

PORT = 8080
READ_UNTIL = timedelta(hours=17)
"""Before the curtain rises everybody has read what came until the evening before."""

Port = Annotated[int | None, typer.Option(min=0, max=65535, help="Where the page is [8080, else any free port].")]
Db = Annotated[str | None, typer.Option(help="A database to keep, as DATABASE_URL; else one that is thrown away.")]
Play = Annotated[bool, typer.Option("--play", help="Play the story in the terminal and exit: 0 if every step held.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Print the address, open nothing.")]
Lang = Annotated[As, typer.Option(help="The language of the story in the terminal.")]


def demo(
    *, port: Port = None, no_browser: NoBrowser = False, db: Db = None, play: Play = False, lang: Lang = As.EN
) -> None:
    """A local Slack on a page: the fictional region, the real bot, a clock, a story. No Slack account at all."""
    configure_logs("console", level=logging.WARNING)
    console = Console(highlight=False)
    with refusing_in_words(), _stage(db, console) as stage:
        if play:
            raise typer.Exit(0 if Teller(stage, console, lang.value).tell() else 1)
        _show_page(stage, console, port, db=db, browser=not no_browser)


@contextmanager
def _stage(db: str | None, console: Console) -> Iterator[Stage]:
    try:
        with open_stage(db, tell=lambda what: console.print(LONG[what])) as stage:
            logging.getLogger("sc_bot.bolt").setLevel(logging.ERROR)  # of what it does not know it advises programmers
            yield stage
    except CannotOpen as why:
        stop(str(why), 2)


def _show_page(stage: Stage, console: Console, port: int | None, *, db: str | None, browser: bool) -> None:
    """Serve the page until Ctrl-C."""
    told = until_told_to_stop()
    page = Page(stage.slack, StageBackstage(stage), frozenset(COMMANDS), stage.clock() - READ_UNTIL)
    server = _server(page, port).start()
    try:
        kept = "in the database that you named" if db else "until you end it"
        console.print(READY.format(url=server.url, kept=kept), soft_wrap=True)
        if browser:
            _open(server.url)
        told.wait()
    finally:
        server.stop()


def _open(url: str) -> None:
    """Show the page, where there is a screen: a browser in the terminal would take the terminal."""
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return
    if type(found) is not webbrowser.GenericBrowser:
        found.open(url)


def _server(page: Page, port: int | None) -> PageServer:
    """The page's server; where no port was asked for and the usual one is taken, any free one."""
    try:
        return PageServer(page, PORT if port is None else port)
    except OSError:
        if port is not None:
            stop(f"Port {port} is taken. Another one: sc-bot demo --port 0 takes any free one.", 2)
        return PageServer(page, 0)


LONG = {
    "past": "The region lives its last six weeks; this takes a little while, once.",
    "again": "The region comes back as it was left; this takes a little while.",
}
READY = """
[bold]{url}[/]  the page; Ctrl-C ends it.
Nothing leaves this machine; what happens is kept {kept}.
"""
