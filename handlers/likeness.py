"""After a report: the lesson that is like it. The report is stored already; what fails here changes nothing of that."""

from handlers.answering import Listener
from handlers.bot import Bot
from sc_bot.domain.answers import Answer, Recorded
from sc_bot.ports import Message, NotAvailable
from sc_bot.presentation import lessons
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.lessons.likeness import lessons_like_report


def like(bot: Bot, asked: Asked, to: Listener, answer: Answer, text: str) -> Message | None:
    """A line and a button about the lesson that is most like what was just reported; None without one."""
    if not isinstance(answer, Recorded):
        return None
    try:
        found = lessons_like_report(bot.database, asked, answer.community, text)
    except NotAvailable:
        return None
    return lessons.like(to.words, [(each.reference, each.change) for each in found])
