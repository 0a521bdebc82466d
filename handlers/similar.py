"""What is offered after a report: problems and the lesson like it. Read after the answer, it costs that nothing."""

from handlers.answering import Listener
from handlers.bot import Body, Bot, private
from handlers.likeness import like
from sc_bot.domain.answers import Answer, Recorded
from sc_bot.ports import Message, NotAvailable
from sc_bot.presentation import joining as wording
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.similar.finding import see_similar


def offer_similar(bot: Bot, asked: Asked, body: Body, to: Listener, answer: Answer, text: str) -> None:
    """After a report is recorded and answered: what is like it, if anything is. Nothing waits for it."""

    def work() -> None:
        found = _alike(bot, asked, to, answer, text)
        if found is not None:
            bot.respond(str(body["response_url"]), private(found))

    if isinstance(answer, Recorded) and body.get("response_url"):
        bot.quick.do(work)


def with_similar(bot: Bot, asked: Asked, to: Listener, answer: Answer, text: str, said: Message) -> Message:
    """The answer in a window, and below it what is like the report."""
    found = _alike(bot, asked, to, answer, text)
    return said if found is None else _both(said, found)


def _alike(bot: Bot, asked: Asked, to: Listener, answer: Answer, text: str) -> Message | None:
    problems, lesson = _problems(bot, asked, to, answer), like(bot, asked, to, answer, text)
    return _both(problems, lesson) if problems and lesson else problems or lesson


def _problems(bot: Bot, asked: Asked, to: Listener, answer: Answer) -> Message | None:
    """What is like a report that was just recorded; a database that fails now takes nothing away."""
    if not isinstance(answer, Recorded) or answer.for_another:  # theirs to join, not for whoever typed it
        return None
    try:
        found = see_similar(bot.database, asked, answer.reference)
    except NotAvailable:
        return None
    return wording.offered(to.words, answer.reference, found) if found else None


def _both(first: Message, second: Message) -> Message:
    return Message(f"{first.text}\n{second.text}", [*first.blocks, *second.blocks])
