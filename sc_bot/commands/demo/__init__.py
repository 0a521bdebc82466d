"""`sc-bot demo`: the bot inside a working community, with no Slack account at all."""

import logging
import signal
import sys
import threading
from typing import Annotated

import typer
from rich.console import Console

from sc_bot.commands.demo.showing import Teller
from sc_bot.commands.demo.stage import Stage, open_stage
from sc_bot.commands.demo.story import told_story
from sc_bot.commands.saying import refusing_in_words
from sc_bot.logs import configure_logs

Db = Annotated[str | None, typer.Option(help="A database to keep, as DATABASE_URL; else one that is thrown away.")]
Play = Annotated[bool, typer.Option("--play", help="Play the story and exit: 0 only if every step held.")]


def demo(*, db: Db = None, play: Play = False) -> None:
    """A local Slack, a fictional region and the bot: a first report, who is told what, and how it comes back."""
    configure_logs("console", level=30)  # warnings: the story has the screen
    console = Console(highlight=False)
    with refusing_in_words(), open_stage(db) as stage:
        logging.getLogger("sc_bot.bolt").setLevel(logging.ERROR)  # of an unknown command it would advise programmers
        teller = Teller(stage, console)
        held = teller.tell(told_story())
        if play or not held:
            raise typer.Exit(0 if held else 1)
        _stay(stage, teller, console)


def _stay(stage: Stage, teller: Teller, console: Console) -> None:
    """Go on running until Ctrl-C; in a terminal, type as anybody of the region."""
    console.print(HOW_TO_LOOK.format(db=stage.url, door=f"http://127.0.0.1:{stage.port}"), soft_wrap=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if not sys.stdin.isatty():
            threading.Event().wait()
        while True:
            teller.take(input("› "))
    except (KeyboardInterrupt, EOFError):
        console.print("\nThe demo ends.")


HOW_TO_LOOK = """
[bold]It goes on running; Ctrl-C ends it.[/] In a terminal, type as Fanny, or as anybody else by id:
  /problem La pharmacie n'a pas reçu l'ordonnance
  HSF-MD: /sc list
  ADV-1: /sc
Elsewhere:
  curl {door}/readyz     curl {door}/metrics
  DATABASE_URL='{db}' sc-bot route "The clinic waits for the hospital's summary"
"""
