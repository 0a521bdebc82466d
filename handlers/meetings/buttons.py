"""Buttons about meetings: said at once, or in a window."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import in_a_window, listener, say, worded
from handlers.bot import Body, Bot
from handlers.meetings.showing import meeting_window, number_of
from handlers.payloads import asked_by_interaction
from sc_bot.domain.answers import Answer
from sc_bot.domain.meetings import HELD
from sc_bot.ports import Message
from sc_bot.presentation.blocks import message, plain
from sc_bot.presentation.meetings.agenda import whole
from sc_bot.presentation.meetings.minutes import minutes as whole_minutes
from sc_bot.presentation.windows.meetings import add_window, correct_window, end_window, move_window
from sc_bot.presentation.windows.parts import WindowJson, message_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.meetings import minutes, preparing
from sc_bot.usecases.meetings.looking import last_minutes, see_agenda, see_meeting, see_running

Handler = Callable[[Bot, Ack, Body, Body], None]
Act = Callable[[Bot, Asked, int], Answer]
Window = Callable[[Bot, Asked, Words, int], WindowJson]


def at_once(act: Act) -> Handler:
    """A button that acts when it is pressed, and says what is kept."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        answer = act(bot, asked, number_of(action.get("value")))
        bot.wake()
        say(bot, body, listener(bot, asked).words, worded(bot, asked, answer))
        ack()

    return handler


def opens(window: Window, *, instead: bool = False) -> Handler:
    """A button that opens a window; `instead`: in the one where it stands, if it stands in one."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        words = listener(bot, asked).words
        view = window(bot, asked, words, number_of(action.get("value")))
        if instead and in_a_window(body):
            bot.change_window(body, view, "")
        else:
            bot.open_window(body, view, words.t("The window did not open. Please try again."))
        ack()

    return handler


def _whole(bot: Bot, asked: Asked, words: Words, meeting: int) -> WindowJson:
    view = see_agenda(bot.database, asked, meeting)
    title = words.t("Minutes") if view.phase in HELD else words.t("Agenda")
    return message_window(words, title, whole(words, view))


def _last(bot: Bot, asked: Asked, words: Words, meeting: int) -> WindowJson:
    view = last_minutes(bot.database, asked, meeting)
    none = words.t("There are no minutes yet.")
    shown: Message = whole_minutes(words, view) if view else message([none], [plain(none)])
    return message_window(words, words.t("Minutes"), shown)


def on_flag(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """A topic is flagged, or no longer; the window in which it stands shows it."""
    asked = asked_by_interaction(bot, body)
    answer = preparing.flag_item(bot.database, asked, number_of(action.get("value")))
    bot.wake()
    words = listener(bot, asked).words
    if in_a_window(body):
        bot.change_window(body, _whole(bot, asked, words, getattr(answer, "meeting", 0)), "")
    else:
        say(bot, body, words, worded(bot, asked, answer))
    ack()


BUTTONS: dict[str, Handler] = {
    "meeting.coming": at_once(lambda bot, asked, it: preparing.say_coming(bot.database, asked, it, coming=True)),
    "meeting.not_coming": at_once(lambda bot, asked, it: preparing.say_coming(bot.database, asked, it, coming=False)),
    "meeting.approve": at_once(lambda bot, asked, it: minutes.approve_minutes(bot.database, asked, it)),
    "meeting.see": opens(_whole),
    "meeting.minutes": opens(_last),
    "meeting.add": opens(lambda bot, asked, words, it: add_window(words, see_meeting(bot.database, asked, it))),
    "meeting.move": opens(lambda bot, asked, words, it: move_window(words, see_running(bot.database, asked, it).view)),
    "meeting.run": opens(lambda bot, asked, _words, it: meeting_window(bot, asked, it), instead=True),
    "meeting.finish": opens(
        lambda bot, asked, words, it: end_window(words, see_running(bot.database, asked, it).view), instead=True
    ),
    "meeting.correct": opens(
        lambda bot, asked, words, it: correct_window(words, see_running(bot.database, asked, it).view)
    ),
    "meeting.flag": on_flag,
}
