"""Strategic objectives, as Slack sends them."""

from slack_bolt import Ack

from handlers.bot import Body, Bot
from handlers.closing import close_window
from handlers.payloads import asked_by_interaction, context_of, values_of
from handlers.problems.buttons import opens
from sc_bot.domain.permissions import Verb
from sc_bot.presentation.windows.objectives import objective_window
from sc_bot.usecases.objectives.linking import link_objective


def on_link(bot: Bot, ack: Ack, body: Body) -> None:
    """A problem is linked."""
    asked, objective = asked_by_interaction(bot, body), values_of(body).get("objective") or ""
    close_window(bot, ack, asked, link_objective(bot.database, asked, context_of(body), objective))


BUTTONS = {
    "objective.link": opens(Verb.LINK, lambda words, community, seen: objective_window(words, community, seen.view))
}
WINDOWS = {"objective.link": on_link}
