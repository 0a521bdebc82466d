"""The message shortcut: a message becomes a report, after a look at it."""

from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_interaction, decoded
from handlers.problems.commands import open_report
from handlers.problems.drafting import draft_of


def on_report_message(bot: Bot, ack: Ack, body: Body) -> None:
    """Open the window of a report with the message's words, without what identifies a patient."""
    asked = asked_by_interaction(bot, body)
    to = listener(bot, asked)
    draft = draft_of(decoded(body["message"].get("text")).strip(), to.words.language.value)
    open_report(bot, to, body, draft, asked.channel)
    ack()
