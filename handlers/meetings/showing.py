"""Which window a meeting shows to whoever leads it: it is where the meeting is."""

from handlers.answering import Listener, listener
from handlers.bot import Bot
from handlers.payloads import Values
from sc_bot.domain.meetings import Phase
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.meetings.minutes import minutes
from sc_bot.presentation.windows.meetings import ItemDraft, end_window, item_window, start_window
from sc_bot.presentation.windows.parts import WindowJson, message_window
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.meetings.looking import see_running


def number_of(value: object) -> int:
    """A meeting or an item, by its id; 0 for anything else, which there never is."""
    text = str(value or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _FIGURES else 0


_FIGURES = 15


def meeting_window(bot: Bot, asked: Asked, meeting: int, to: Listener | None = None) -> WindowJson:
    """Who is there, the current item, the end, or the minutes.

    Raises:
        Refused: NO_MEETING, NOT_MODERATOR, MEETING_OVER.
    """
    words = (to or listener(bot, asked)).words
    running = see_running(bot.database, asked, meeting)
    view = running.view
    if view.phase is Phase.PLANNED:
        return start_window(words, running)
    if view.phase is not Phase.STARTED:
        return message_window(words, words.t("Minutes"), minutes(words, view))
    return item_window(words, running, view.current) if view.current else end_window(words, view)


def again(bot: Bot, asked: Asked, meeting: int, item: int, draft: ItemDraft) -> WindowJson:
    """The same item once more, with what was typed.

    Raises:
        Refused: OLD_WINDOW, the meeting has gone on.
    """
    running = see_running(bot.database, asked, meeting)
    current = running.view.current
    if current is None or current.id != item:
        raise Refused(Why.OLD_WINDOW)
    return item_window(listener(bot, asked).words, running, current, draft)


def draft_of(given: Values) -> ItemDraft:
    """What the window holds."""
    return ItemDraft(
        outcome=given.get("outcome") or "",
        decided=given.get("decided") or "",
        lead=given.get("lead"),
        way=given.get("way"),
        promises=given.get("promises") or "",
        present=tuple(given.get("present") or ()),
    )
