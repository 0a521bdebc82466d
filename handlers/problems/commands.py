"""`/problem` and `/probleme`: captured at once, or a window."""

from slack_bolt import Ack

from handlers.answering import Listener, listener, worded_for
from handlers.bot import Body, Bot, private
from handlers.payloads import asked_by_command, typed
from handlers.problems.drafting import draft_of
from handlers.similar import offer_similar
from sc_bot.domain.answers import Identifying
from sc_bot.domain.common_answers import WhichCommunity
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.giving_back import given_back
from sc_bot.presentation.tone import gently
from sc_bot.presentation.windows.parts import LONGEST_PREFILL
from sc_bot.presentation.windows.reporting import Draft, report_window
from sc_bot.usecases.problems.report import report_in_one_line


def on_problem(bot: Bot, ack: Ack, body: Body) -> None:
    """Report in one line; without text, a window opens."""
    take_report(bot, ack, body, typed(body))


def take_report(bot: Bot, ack: Ack, body: Body, text: str) -> None:
    """Report `text`; identifying detail opens the window on it, without it.

    Who listens is read first: once the report is stored, nothing can fail any more.
    """
    asked = asked_by_command(bot, body)
    to = listener(bot, asked)
    if not text:
        open_report(bot, to, body, Draft(), asked.channel)
        ack()
        return
    answer = report_in_one_line(bot.database, asked, text)
    bot.wake()
    if isinstance(answer, Identifying | WhichCommunity):
        draft = draft_of(text, to.words.language.value)
        open_report(bot, to, body, draft, asked.channel)
        _give_back(bot, to, body, draft)
    ack(private(gently(to.words, worded_for(to, asked, answer), text)))
    offer_similar(bot, asked, body, to, answer, text)


def _give_back(bot: Bot, to: Listener, body: Body, draft: Draft) -> None:
    """A window takes less than a report may hold: what does not fit is not lost."""
    if len(draft.text) > LONGEST_PREFILL:
        sentence = to.words.t(
            "The window holds the first {limit} characters. Your text in full, to copy from:",
            limit=LONGEST_PREFILL,
        )
        bot.answer_privately(body, *given_back(to.words, sentence, draft.text))


def open_report(bot: Bot, to: Listener, body: Body, draft: Draft, channel: str | None) -> None:
    """The window of a report; whoever takes part in several communities chooses there.

    Raises:
        Refused: the workspace has no community yet.
    """
    if to.community is None:
        raise Refused(Why.NO_COMMUNITY)
    sorry = to.words.t("The window did not open. Please try again, or write /problem and your text.")
    bot.open_window(body, report_window(to.words, to.community, draft, channel, among=to.to_choose), sorry)
