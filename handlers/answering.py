"""From what a use case answered to what Slack shows, in the reader's language."""

from dataclasses import dataclass

from handlers.bot import Body, Bot
from sc_bot.domain.answers import (
    Answer,
    CameBack,
    Changed,
    DecisionAnswered,
    DecisionAsked,
    Faster,
    HabitsKept,
    Identifying,
    Placed,
    Preparing,
    Promised,
    Recorded,
    Snoozed,
    WentAway,
)
from sc_bot.domain.community import Community
from sc_bot.domain.refusals import Refused
from sc_bot.ports import Message, NotAvailable
from sc_bot.presentation import absences, decisions, exports, replies
from sc_bot.presentation.windows import settings
from sc_bot.presentation.windows.parts import message_window, said_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked, member_of_reading
from sc_bot.usecases.problems.seeing import see_problem


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
    language = found.person.reads.value
    return Listener(Words(language, found.place.community.timezone_of(found.person)), found.place.community)


def worded(bot: Bot, asked: Asked, answer: Answer) -> Message:
    """The answer as a message, after it was stored: a database that fails now changes the words, not the fact."""
    return worded_for(_heard_by(bot, asked), asked, answer)


def _heard_by(bot: Bot, asked: Asked) -> Listener:
    try:
        return listener(bot, asked)
    except NotAvailable:
        return Listener(Words("fr"), None)


def worded_for(to: Listener, asked: Asked, answer: Answer) -> Message:
    """The answer as a message, for a listener who is known already."""
    match answer:
        case Recorded() if to.community is not None:
            return replies.recorded(to.words, answer, to.community, asked.now)
        case Identifying():
            return replies.identifying(to.words, answer)
        case Faster() if to.community is not None:
            return replies.faster(to.words, answer, to.community)
        case Changed():
            return replies.changed(to.words, answer)
        case Promised():
            return replies.promised(to.words, answer)
        case DecisionAsked() if to.community is not None:
            return decisions.was_asked(to.words, answer, to.community)
        case DecisionAnswered() if to.community is not None:
            return decisions.was_answered(to.words, answer, to.community)
        case Snoozed():
            return replies.snoozed(to.words, answer)
        case Preparing():
            return exports.preparing(to.words)
        case Placed():
            return replies.placed(to.words)
        case HabitsKept():
            return settings.kept(to.words)
        case WentAway() if to.community is not None:
            return absences.went_away(to.words, answer, to.community)
        case CameBack():
            return absences.came_back(to.words, answer)
        case _:
            return replies.heard(to.words)


def tell_presser(bot: Bot, asked: Asked, body: Body, answer: Answer) -> None:
    """After a button: the cards change by themselves; what they cannot show is said.

    The worker cannot edit an ephemeral message: there the answer, with the buttons that still apply, takes its place.
    """
    bot.wake()
    words = _heard_by(bot, asked).words
    own = _on_the_spot(bot, asked, answer) if is_ephemeral(body) or in_a_window(body) else None
    if own is not None and in_a_window(body):
        bot.change_window(body, said_window(words, own), "")
    elif in_a_window(body) and isinstance(answer, Changed):
        bot.change_window(body, said_window(words, worded(bot, asked, answer)), "")
    elif own is not None:
        bot.answer_in_place(body, own)
    elif isinstance(answer, Faster) or is_ephemeral(body):
        say(bot, body, words, worded(bot, asked, answer))


def say(bot: Bot, body: Body, words: Words, message: Message) -> None:
    """Answer a pressed button: under its message, or in a small window where none can stand (Home, another window)."""
    if body.get("response_url") or "trigger_id" not in body:
        bot.answer_privately(body, message)
    else:
        bot.open_window(body, message_window(words, words.t("Please note"), message), message.text)


def in_a_window(body: Body) -> bool:
    """Whether the button stands in a window."""
    return bool((body.get("view") or {}).get("type") == "modal")


def _on_the_spot(bot: Bot, asked: Asked, answer: Answer) -> Message | None:
    if not isinstance(answer, Changed):
        return None
    try:
        view = see_problem(bot.database, asked, answer.reference).view
    except (NotAvailable, Refused):
        return None
    return replies.changed_on_the_spot(Words.of(view.reader), answer, view) if view.is_author else None


def is_ephemeral(body: Body) -> bool:
    """Whether the button stands in a message that only its presser sees."""
    return bool((body.get("container") or {}).get("is_ephemeral"))
