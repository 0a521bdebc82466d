"""With one token: is it of the workspace whose community is stored?

Another workspace's knows none of these people. Each message would be given up, one by one, and whoever has an e-mail
address would be written to instead; so nothing is begun with it.
"""

from sc_bot.delivery import calling
from sc_bot.domain.slack_answers import Ok, SlackApi
from sc_bot.ports import Database


def said_elsewhere(database: Database, api: SlackApi) -> str | None:
    """Why nothing can be sent with this token, and what to do; None if it can, or if Slack does not say.

    Raises:
        NotAvailable: the database does not answer.
    """
    with database.reading() as uow:
        known = list(uow.communities.workspaces())
    answer = api.call(calling.ASK) if known else None
    team = answer.text("team_id") if isinstance(answer, Ok) else None
    if team is None or not team.startswith("T") or team in known:
        return None
    return (
        f"SLACK_BOT_TOKEN is for the workspace {team}; what is stored is of {', '.join(known)}, and would not arrive. "
        f"Set the token of that one, or import the community of {team}: sc-bot org import FILE"
    )
