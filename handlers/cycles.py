"""A cycle review is recorded."""

from slack_bolt import Ack

from handlers.answering import listener, worded
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_interaction, context_of, number_of, values_of
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.windows.cycles import hold_window
from sc_bot.presentation.windows.parts import said_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.cycles.reviewing import hold_review, see_review


def on_hold(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Open the window, with the cycle's figures."""
    view = see_review(bot.database, asked_by_interaction(bot, body), *_which(str(action.get("value") or "")))
    words = Words.of(view.reader)
    bot.open_window(body, hold_window(words, view), words.t("The window did not open. Please try again."))
    ack()


def on_held(bot: Bot, ack: Ack, body: Body) -> None:
    """It was held."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    about, summary = _which(context_of(body)), given.get("summary") or ""
    answer = hold_review(bot.database, asked, about, summary, given.get("confirm_reason"))
    bot.wake()
    ack({"response_action": "update", "view": said_window(listener(bot, asked).words, worded(bot, asked, answer))})


def _which(context: str) -> tuple[int, int]:
    """The community and the cycle."""
    community, _, number = context.partition(" ")
    both = number_of(community), number_of(number)
    if both[0] is None or both[1] is None:
        raise Refused(Why.OLD_WINDOW)
    return both[0], both[1]


BUTTONS = {"cycle.hold": on_hold}
WINDOWS = {"cycle.hold": on_held}
