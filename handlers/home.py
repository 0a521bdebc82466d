"""The Home tab: drawn afresh each time somebody opens it."""

import structlog
from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_event
from sc_bot.domain.slack_answers import Ok
from sc_bot.presentation.home import HomeJson, home, no_community
from sc_bot.usecases.problems.seeing import list_problems

log = structlog.get_logger()


def on_home(bot: Bot, ack: Ack, body: Body) -> None:
    """Somebody looks at the Home tab; the tab of messages needs nothing."""
    if body["event"].get("tab") == "home":
        _publish(bot, body, _home_of(bot, body))
    ack()


def _home_of(bot: Bot, body: Body) -> HomeJson:
    asked = asked_by_event(bot, body)
    to = listener(bot, asked)
    if to.community is None:
        return no_community(to.words)
    found = list_problems(bot.database, asked)
    return home(to.words, found.mine, found.to_answer)


def _publish(bot: Bot, body: Body, view: HomeJson) -> None:
    """Shown soon; if Slack will not, the next look draws it anew."""

    def work() -> None:
        api = bot.slack(body["team_id"])
        answer = api.call("views.publish", user_id=body["event"]["user"], view=view) if api else None
        if not isinstance(answer, Ok):
            log.warning("home_not_published", answer=type(answer).__name__)

    bot.quick.do(work)
