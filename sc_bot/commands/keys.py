"""`sc-bot keys …`: the keys that seal tokens and answers."""

import typer

from sc_bot.commands.database import current_database_of
from sc_bot.commands.saying import AsJson, print_json, refusing_in_words, stop
from sc_bot.sealing import Sealed, SealedTokens, new_key
from sc_bot.settings import Settings
from sc_bot.usecases.rotating import Rotated, rotate_answers, rotate_tokens

app = typer.Typer(no_args_is_help=True, help="The keys that seal tokens and answers (SC_BOT_ENCRYPTION_KEYS).")


@app.command()
def new() -> None:
    """Print a fresh key. Add it behind the others and restart; put it first and restart; then rotate."""
    typer.echo(new_key())


@app.command()
def rotate(*, json: AsJson = False) -> None:
    """Seal everything with the first key, so that the others can be dropped; twice does no harm.

    Exit 1 if something is sealed with a key that is not there.
    """
    with refusing_in_words():
        settings = Settings.from_environment()
        if not settings.sc_bot_encryption_keys:
            stop("SC_BOT_ENCRYPTION_KEYS is not set; sc-bot keys new prints a key.", 2)
        with current_database_of(settings) as database:
            tokens = rotate_tokens(database, SealedTokens.of(settings))
            answers = sum(rotate_answers(database, Sealed.of(settings)), Rotated())
    if json:
        print_json({"tokens": _figures(tokens), "answers": _figures(answers)})
    else:
        typer.echo(f"tokens of workspaces: {_in_words(tokens)}\nanswers of the pulse: {_in_words(answers)}")
    if tokens.unopened or answers.unopened:
        stop(
            "What no key opens stays as it is. Add the key that sealed it to SC_BOT_ENCRYPTION_KEYS, behind the "
            "others, and rotate again. Without it: install the bot again in that workspace; those answers are lost."
        )


def _figures(done: Rotated) -> dict[str, int]:
    return {"anew": done.anew, "already": done.already, "unopened": done.unopened}


def _in_words(done: Rotated) -> str:
    return f"{done.anew} sealed anew, {done.already} had the first key, {done.unopened} opened by no key"
