"""Measures of access, as Slack sends them."""

from slack_bolt import Ack

from handlers.bot import Body, Bot
from handlers.closing import close_window
from handlers.payloads import access_of, asked_by_interaction, context_of, values_of
from handlers.problems.buttons import opens
from sc_bot.domain.permissions import Verb
from sc_bot.presentation.windows.access import measure_window
from sc_bot.usecases.access.measuring import measure_access


def on_measure(bot: Bot, ack: Ack, body: Body) -> None:
    """A measure was given."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    close_window(bot, ack, asked, measure_access(bot.database, asked, context_of(body), access_of(given)))


BUTTONS = {"access.measure": opens(Verb.MEASURE, lambda words, _, seen: measure_window(words, seen.view))}
WINDOWS = {"access.measure": on_measure}
