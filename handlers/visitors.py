"""Somebody of another workspace whom no community knows yet: after the answer, Slack is asked for their e-mail."""

from handlers.bot import Bot
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.learning import meet


def look_up(bot: Bot, asked: Asked) -> None:
    """If the community file names them by their e-mail, they are known when they come again."""

    def work() -> None:
        api = bot.slack(asked.workspace)
        if api is not None:
            meet(bot.database, api, asked)

    bot.quick.do(work)
