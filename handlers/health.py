"""`/sc health`: what the community lacks, and how general managers take part."""

from slack_bolt import Ack

from handlers.bot import Body, Bot, private
from handlers.payloads import asked_by_command, asked_by_interaction
from sc_bot.presentation.health import health
from sc_bot.presentation.windows.parts import message_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.health import see_health


def on_health(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """`/sc health`."""
    view = see_health(bot.database, asked_by_command(bot, body))
    ack(private(health(Words.of(view.reader), view)))


def on_open(bot: Bot, ack: Ack, body: Body) -> None:
    """The button for the same."""
    view = see_health(bot.database, asked_by_interaction(bot, body))
    words = Words.of(view.reader)
    window = message_window(words, words.t("Health"), health(words, view))
    bot.open_window(body, window, words.t("The window did not open. Please try again."))
    ack()


BUTTONS = {"health.open": on_open}
VERBS = {"health": on_health, "santé": on_health, "sante": on_health}
