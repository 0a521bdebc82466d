"""What Slack tells about the installation itself: removed, revoked; and whom an organisation's installation serves."""

from collections.abc import Callable
from datetime import UTC, datetime

import structlog
from slack_bolt import Ack

from handlers.bot import Body, Bot
from handlers.origins import installed_in, team_of
from sc_bot.domain.installations import Removal
from sc_bot.ports import NotAvailable
from sc_bot.usecases.installations.installing import learn_workspace
from sc_bot.usecases.installations.removing import Ended, end_access, end_installation

ENDS = {*(each.value for each in Removal), "team_access_revoked"}
"""Events from which nothing is learned: they name a workspace that goes."""

log = structlog.get_logger()


def on_uninstalled(bot: Bot, ack: Ack, body: Body) -> None:
    """The app was removed from a workspace, or from an organisation."""
    ended = Ended(workspace=_installed_in(body), why=Removal.UNINSTALLED, said_at=_said_at(body))
    end_installation(bot.database, ended, bot.real_now())
    ack()


def on_tokens_revoked(bot: Bot, ack: Ack, body: Body) -> None:
    """Tokens were revoked; Slack names the bots whose they were, not the tokens. People's tokens are none of ours."""
    bots = tuple(str(each) for each in (body["event"].get("tokens") or {}).get("bot") or [])
    if bots:
        ended = Ended(workspace=_installed_in(body), why=Removal.REVOKED, said_at=_said_at(body), bots=bots)
        end_installation(bot.database, ended, bot.real_now())
    ack()


def on_access_granted(bot: Bot, ack: Ack, body: Body) -> None:
    """An organisation lets the bot into more of its workspaces."""
    for workspace in _teams(body):
        learn_workspace(bot.database, workspace, _enterprise(body), _said_at(body))
    ack()


def on_access_revoked(bot: Bot, ack: Ack, body: Body) -> None:
    """An organisation lets it into some of them no more: there, it was removed."""
    for workspace in _teams(body):
        ended = Ended(workspace=workspace, why=Removal.UNINSTALLED, said_at=_said_at(body))
        end_access(bot.database, ended, _enterprise(body), bot.real_now())
    ack()


def learn(bot: Bot, body: Body, next: Callable[[], object]) -> None:  # noqa: A002 - Bolt's name for it
    """Before each handler: a signed request says which workspace an organisation's installation serves.

    A database that does not answer is that handler's to tell.
    """
    enterprise, workspace = _organisation(body), installed_in(body) or team_of(body)
    if enterprise and workspace.startswith("T") and (body.get("event") or {}).get("type") not in ENDS:
        try:
            learn_workspace(bot.database, workspace, enterprise, _said_at(body))
        except NotAvailable:
            log.warning("workspace_not_learned", workspace=workspace)
    next()


def _organisation(body: Body) -> str | None:
    """The organisation whose installation is meant, if it is one's: a form says so by the word `true`."""
    said = next(iter(body.get("authorizations") or []), body)
    if said.get("is_enterprise_install") not in (True, "true"):
        return None
    enterprise = body.get("enterprise") or {}
    found = said.get("enterprise_id") or body.get("enterprise_id") or enterprise.get("id")
    return str(found) if found else None


def _enterprise(body: Body) -> str:
    """The organisation that an event is about."""
    said: Body = next(iter(body.get("authorizations") or []), {})
    return str(body.get("enterprise_id") or said.get("enterprise_id"))


def _teams(body: Body) -> list[str]:
    """The workspaces that it names."""
    named = body["event"].get("team_ids")
    return [str(each) for each in named] if isinstance(named, list) else []


def _installed_in(body: Body) -> str:
    """Whose installation an event is about; an organisation's where no workspace is named."""
    said = next(iter(body.get("authorizations") or []), body)
    return str(said.get("team_id") or said.get("enterprise_id") or body.get("team_id") or body.get("enterprise_id"))


def _said_at(body: Body) -> datetime | None:
    at = body.get("event_time")
    return datetime.fromtimestamp(at, UTC) if isinstance(at, int) else None
