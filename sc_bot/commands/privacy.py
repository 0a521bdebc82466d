"""`sc-bot privacy …`: what the privacy gate finds in a text."""

import typer

from sc_bot.commands.saying import AsJson, lines_of, print_json
from sc_bot.privacy import Inspection, inspect, to_json

app = typer.Typer(no_args_is_help=True, help="The privacy gate, tried out.")


@app.callback()
def _root() -> None:
    """The privacy gate, tried out."""


@app.command()
def check(*, json: AsJson = False) -> None:
    """Read lines from standard input; say of each whether it would be stored, and the kinds of identifier found."""
    for line in lines_of(None):
        found = inspect(line)
        if json:
            print_json(to_json(found))
        else:
            typer.echo(_in_words(found))


def _in_words(found: Inspection) -> str:
    return " ".join((found.verdict.value, *(kind.value for kind in found.kinds)))
