"""The message shortcut: a message becomes a report, after a look at it."""

from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_interaction, decoded
from handlers.problems.drafting import draft_of
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.windows.reporting import report_window


def on_report_message(bot: Bot, ack: Ack, body: Body) -> None:
    """Open the window of a report with the message's words, without what identifies a patient."""
    asked = asked_by_interaction(bot, body)
    to = listener(bot, asked)
    if to.community is None:
        raise Refused(Why.NO_COMMUNITY)
    draft = draft_of(decoded(body["message"].get("text")).strip(), to.words.language.value)
    sorry = to.words.t("The window did not open. Please try again.")
    bot.open_window(body, report_window(to.words, to.community, draft, asked.channel), sorry)
    ack()
