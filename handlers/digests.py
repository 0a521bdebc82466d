"""The weekly digest, asked for now; and the rest of one."""

from datetime import date

from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot, private
from handlers.payloads import asked_by_command, asked_by_interaction
from sc_bot.presentation.digest_rest import rest
from sc_bot.presentation.digests import digest
from sc_bot.presentation.windows.parts import message_window
from sc_bot.usecases.digests.asking import Under, digest_now, digest_rest
from sc_bot.usecases.digests.trend import ask_for_trend


def on_digest(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """`/sc digest`: as it would be now."""
    ack(private(digest(digest_now(bot.database, asked_by_command(bot, body)))))


def on_rest(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """“See the rest”: in a window, part by part."""
    asked = asked_by_interaction(bot, body)
    under = _under(str(action.get("value")))
    view = digest_rest(bot.database, asked, under)
    ask_for_trend(bot.database, asked, under)
    bot.wake()
    words = listener(bot, asked).words
    window = message_window(words, words.t("Digest"), rest(view))
    bot.open_window(body, window, words.t("The window did not open. Please try again."))
    ack()


def _under(value: str) -> Under:
    """Which digest the button stands under; whoever gets none there reads nothing of it."""
    community, _, week = value.rpartition(" ")
    return Under(int(community) if community.isascii() and community.isdecimal() else None, _week(week))


def _week(value: str) -> date | None:
    """The week; None: of now. Before the first year there is no week to compare it with."""
    try:
        week = date.fromisoformat(value)
    except ValueError:
        return None
    return week if week.year > date.min.year else None
