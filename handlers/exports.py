"""`/sc export`: the steering workbook comes as a file."""

from slack_bolt import Ack

from handlers.answering import listener, say, worded
from handlers.bot import Body, Bot, private
from handlers.payloads import asked_by_command, asked_by_interaction
from sc_bot.domain.notices import FORMS
from sc_bot.usecases.exporting.asking import ask_for_workbook


def on_export(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """It is being made; the worker sends it. The external intervener may name another form than Excel."""
    asked, form = asked_by_command(bot, body), rest.casefold()
    answer = ask_for_workbook(bot.database, asked, form=form if form in FORMS else FORMS[0])
    bot.wake()
    ack(private(worded(bot, asked, answer)))


def on_export_button(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The same, from a button: of the community whose digest it stands under."""
    asked, value = asked_by_interaction(bot, body), str(action.get("value"))
    community = int(value) if value.isascii() and value.isdecimal() else None
    answer = ask_for_workbook(bot.database, asked, community)
    bot.wake()
    say(bot, body, listener(bot, asked).words, worded(bot, asked, answer))
    ack()
