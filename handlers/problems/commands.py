"""`/problem` and `/probleme`: captured at once, or a window."""

from slack_bolt import Ack

from handlers.answering import listener, reply
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_command, typed
from handlers.problems.drafting import draft_of
from sc_bot.domain.answers import Identifying
from sc_bot.presentation.windows.reporting import Draft, report_window
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.report import report_in_one_line


def on_problem(bot: Bot, ack: Ack, body: Body) -> None:
    """Report in one line; without text, a window opens."""
    take_report(bot, ack, body, typed(body))


def take_report(bot: Bot, ack: Ack, body: Body, text: str) -> None:
    """Report `text`; identifying detail opens the window on it, without it."""
    asked = asked_by_command(bot, body)
    if not text:
        open_report(bot, asked, body, Draft())
        ack()
        return
    answer = report_in_one_line(bot.database, asked, text)
    if isinstance(answer, Identifying):
        open_report(bot, asked, body, draft_of(text, listener(bot, asked).words.language.value))
    bot.wake()
    ack(reply(bot, asked, answer))


def open_report(bot: Bot, asked: Asked, body: Body, draft: Draft) -> None:
    """The window of a report."""
    to = listener(bot, asked)
    if to.community is not None:
        sorry = to.words.t("The window did not open. Please try again, or write /problem and your text.")
        bot.open_window(body, report_window(to.words, to.community, draft), sorry)
