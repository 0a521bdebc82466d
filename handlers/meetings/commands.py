"""`/sc agenda` and `/sc meeting`."""

from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot, private
from handlers.meetings.showing import meeting_window
from handlers.payloads import asked_by_command
from sc_bot.presentation.meetings.agenda import agendas
from sc_bot.usecases.meetings.looking import meeting_to_run, next_agendas


def on_agenda(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """The next meetings, and a way to add an item."""
    asked = asked_by_command(bot, body)
    ack(private(agendas(listener(bot, asked).words, next_agendas(bot.database, asked))))


def on_meeting(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """Lead the meeting under way, else the next one."""
    asked = asked_by_command(bot, body)
    to = listener(bot, asked)
    view = meeting_window(bot, asked, meeting_to_run(bot.database, asked), to)
    bot.open_window(body, view, to.words.t("The window did not open. Please try again."))
    ack()
