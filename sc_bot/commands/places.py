"""Which of the stored communities a command means: by its id, by its workspace, or the only one there is."""

from collections.abc import Sequence
from typing import Annotated

import typer

from sc_bot.ports import Place, UnitOfWork

Key = Annotated[str | None, typer.Option("--community", help="Which community, by its id, when several are stored.")]
OfWorkspace = Annotated[
    str | None, typer.Option("--workspace", help="In which workspace (T…), when several have communities.")
]


def places_meant(uow: UnitOfWork, workspace: str | None, community: str | None) -> list[Place]:
    """The active communities that fit what was said."""
    places = [place for each in uow.communities.workspaces() for place in uow.communities.in_workspace(each)]
    return [
        each
        for each in places
        if workspace in (None, each.workspace) and community in (None, each.community.settings.id)
    ]


def to_choose_from(places: Sequence[Place]) -> str:
    """What can be said to mean one of them."""
    names = ", ".join(f"{each.community.settings.id} in {each.workspace}" for each in places)
    return f"Which community? --community and --workspace say it: {names}"
