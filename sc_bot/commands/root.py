"""`sc-bot` and its commands."""

import typer

app = typer.Typer(no_args_is_help=True, help="A Slack bot that coordinates a Strategic Community.")


@app.callback()
def _root() -> None:
    """A Slack bot that coordinates a Strategic Community."""


def main() -> None:
    """Run the command line."""
    app()
