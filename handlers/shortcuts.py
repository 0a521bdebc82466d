"""The message shortcut: a message becomes a report, after a look at it."""

from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_interaction, decoded
from handlers.problems.commands import open_report
from handlers.problems.drafting import draft_of
from sc_bot.usecases.asking import must_be_known


def on_report_message(bot: Bot, ack: Ack, body: Body) -> None:
    """Open the window of a report with the message's words, without what identifies a patient."""
    asked = asked_by_interaction(bot, body)
    must_be_known(bot.database, asked)
    to = listener(bot, asked)
    draft = draft_of(decoded(body["message"].get("text")).strip(), to.words.language.value)
    open_report(bot, to, body, draft, asked.channel)
    ack()
