"""Messages about lessons: the one in the channel, and what is told to whose it is."""

from datetime import datetime

from sc_bot.ports import Envelope, Message, UnitOfWork
from sc_bot.presentation import lessons
from sc_bot.usecases.lessons.seeing import published_view, told_view
from sc_bot.usecases.showing import channel_reader


def about_lesson(uow: UnitOfWork, envelope: Envelope, lesson: int, now: datetime) -> Message | None:
    """The lesson as it is now; what may no longer be told is taken out of the message that stands."""
    view = published_view(uow, lesson, now)
    if view is None:
        return _withheld(uow, lesson) if envelope.ts else None
    return lessons.headline(view)


def _withheld(uow: UnitOfWork, lesson: int) -> Message:
    found = uow.lessons.by_id(lesson)
    return lessons.withheld(channel_reader(uow.communities.get(found.community), None), found.reference)


def about_step(uow: UnitOfWork, envelope: Envelope, lesson: int, step: int, now: datetime) -> Message | None:
    """What became of it, for the one whose it is."""
    seen = told_view(uow, envelope.workspace, envelope.to, lesson, step, now)
    return lessons.told(*seen) if seen else None
