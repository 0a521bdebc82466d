"""What somebody of another workspace reads whom no community names: that nothing was kept, and what to do."""

from sc_bot.domain.notices import SorryNote
from sc_bot.domain.refusals import Why
from sc_bot.ports import Message, UnitOfWork
from sc_bot.presentation import greetings
from sc_bot.usecases.showing import channel_reader

UNKNOWN = SorryNote(Why.NOT_LISTED.value)


def to_a_stranger(uow: UnitOfWork, workspace: str) -> Message | None:
    """In the language of the workspace's first community: theirs is not known."""
    place = next(iter(uow.communities.in_workspace(workspace)), None)
    return greetings.sorry(channel_reader(place, None), Why.NOT_LISTED.value, ()) if place else None
