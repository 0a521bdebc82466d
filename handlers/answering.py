"""From what a use case answered to what Slack shows, in the reader's language."""

from dataclasses import dataclass

from handlers.bot import Body, Bot, private
from sc_bot.domain.answers import Answer, Changed, Faster, Identifying, Placed, Recorded
from sc_bot.domain.community import Community
from sc_bot.ports import Message
from sc_bot.presentation import replies
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked, member_of_reading


@dataclass(frozen=True, slots=True)
class Listener:
    """The one who is answered: their words and their community."""

    words: Words
    community: Community | None


def listener(bot: Bot, asked: Asked) -> Listener:
    """Who listens; somebody unknown hears the community's language."""
    with bot.database.reading() as uow:
        found = member_of_reading(uow, asked)
    if found is None:
        return Listener(Words("fr"), None)
    language = found.person.language.value
    return Listener(Words(language, found.place.community.timezone_of(found.person)), found.place.community)


def worded(bot: Bot, asked: Asked, answer: Answer) -> Message:
    """The answer as a message."""
    to = listener(bot, asked)
    match answer:
        case Recorded() if to.community is not None:
            return replies.recorded(to.words, answer, to.community, asked.now)
        case Identifying():
            return replies.identifying(to.words, answer)
        case Faster() if to.community is not None:
            return replies.faster(to.words, answer, to.community)
        case Changed():
            return replies.changed(to.words, answer)
        case Placed():
            return replies.placed(to.words)
        case _:
            return replies.heard(to.words)


def reply(bot: Bot, asked: Asked, answer: Answer) -> Body:
    """The body of a reply to a command."""
    return private(worded(bot, asked, answer))


def tell_presser(bot: Bot, asked: Asked, body: Body, answer: Answer) -> None:
    """After a button: the cards change by themselves; what they cannot show is said."""
    bot.wake()
    if isinstance(answer, Faster) or _is_ephemeral(body):
        bot.answer_privately(body, worded(bot, asked, answer))


def _is_ephemeral(body: Body) -> bool:
    return bool((body.get("container") or {}).get("is_ephemeral"))
