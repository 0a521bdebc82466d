"""The Home tab: drawn afresh each time somebody opens it or turns a page; after that it is kept up to date."""

import structlog
from slack_bolt import Ack

from handlers.bot import Body, Bot
from handlers.payloads import asked_by_event, asked_by_interaction
from sc_bot.delivery.homes import Drawn, draw, is_open, open_home
from sc_bot.domain.homes import page_from
from sc_bot.domain.slack_answers import Ok
from sc_bot.usecases.asking import Asked

log = structlog.get_logger()


def on_home(bot: Bot, ack: Ack, body: Body) -> None:
    """Somebody looks at the Home tab; the tab of messages needs nothing."""
    if body["event"].get("tab") == "home":
        show_home(bot, asked_by_event(bot, body))
    ack()


def on_page(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Another page of Home: the button says which; anything else is the front."""
    show_home(bot, asked_by_interaction(bot, body), str(page_from(str(action.get("value") or ""))))
    ack()


def show_home(bot: Bot, asked: Asked, page: str = "", *, only_if_open: bool = False) -> None:
    """Shown soon; if Slack will not, the next look draws it anew."""
    if only_if_open and not is_open(bot.database, asked):
        return
    drawn = draw(bot.database, asked, page)
    bot.quick.do(lambda: _publish(bot, asked, drawn, page))


def _publish(bot: Bot, asked: Asked, drawn: Drawn, page: str) -> None:
    api = bot.slack(asked.workspace)
    answer = open_home(bot.database, api, asked, drawn, page) if api else None
    if not isinstance(answer, Ok):
        log.warning("home_not_published", answer=type(answer).__name__)
