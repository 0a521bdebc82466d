"""Other words for a problem, as Slack sends them."""

from slack_bolt import Ack

from handlers.bot import Body, Bot
from handlers.closing import close_window
from handlers.payloads import asked_by_interaction, context_of, values_of
from handlers.problems.buttons import at_once, opens
from sc_bot.domain.permissions import Verb
from sc_bot.presentation.windows.rewording import wording_window
from sc_bot.usecases.wordings.agreeing import agree_wording, propose_wording


def on_propose(bot: Bot, ack: Ack, body: Body) -> None:
    """Other words are proposed."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    wording, confirm = given.get("wording") or "", given.get("confirm_reason")
    close_window(bot, ack, asked, propose_wording(bot.database, asked, context_of(body), wording, confirm))


BUTTONS = {
    "wording.propose": opens(Verb.REWORD, lambda words, _, seen: wording_window(words, seen.view)),
    "wording.agree": at_once(agree_wording, says_so=True),
}
WINDOWS = {"wording.propose": on_propose}
