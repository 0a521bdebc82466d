"""`sc-bot manifest`: the Slack app's description, ready to paste."""

from typing import Annotated

import typer
import yaml

from sc_bot.commands.saying import AsJson, print_json, stop
from sc_bot.manifest import manifest as describe

Url = Annotated[str | None, typer.Option(help="Where Slack reaches the bot, https://…; not needed with Socket Mode.")]
Socket = Annotated[bool, typer.Option("--socket", help="For Socket Mode; the default without --url.")]

Rotation = Annotated[bool, typer.Option("--rotation", help="Tokens expire and are renewed; Slack cannot undo it.")]
Organisations = Annotated[bool, typer.Option("--org", help="An organisation may install it for many workspaces.")]


def manifest(
    *,
    url: Url = None,
    socket: Socket = False,
    rotation: Rotation = False,
    org: Organisations = False,
    json: AsJson = False,
) -> None:
    """Print the Slack app manifest (YAML or JSON) to paste at api.slack.com/apps → Create New App → From a manifest."""
    if url is not None and not url.startswith("https://"):
        stop("--url must start with https://", 2)
    if (rotation or org) and url is None:
        stop("--rotation and --org are for a bot that several workspaces install: give its --url too", 2)
    described = describe(url, socket_mode=socket or url is None, rotation=rotation, organisations=org)
    if json:
        print_json(described)
    else:
        typer.echo(yaml.safe_dump(described, allow_unicode=True, sort_keys=False, width=110), nl=False)
