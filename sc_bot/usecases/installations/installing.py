"""What Slack grants is stored, sealed; whatever waited for it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sc_bot.domain.installations import Installation
from sc_bot.ports import Database, Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """What Slack grants for a code: a bot token, for a workspace or for an organisation."""

    workspace: str
    enterprise: str | None
    name: str
    token: str = field(repr=False)
    refresh: str | None = field(repr=False)
    expires_in: timedelta | None
    scopes: tuple[str, ...]
    bot_user: str
    installed_by: str


class BeingPurged(Exception):
    """What the workspace left behind is being deleted: it can be installed when that is done."""


def granted_from(answer: Mapping[str, object]) -> Granted | None:
    """Read Slack's answer to a code; None if it grants no bot token."""
    team, enterprise = _id_and_name(answer.get("team")), _id_and_name(answer.get("enterprise"))
    whole_organisation = answer.get("is_enterprise_install") in (True, "true")
    workspace, name = enterprise if whole_organisation else team
    tokens = tokens_from(answer)
    if tokens is None or not workspace:
        return None
    return Granted(
        workspace=workspace,
        enterprise=enterprise[0] or None,
        name=name,
        token=tokens.token,
        refresh=tokens.refresh,
        expires_in=tokens.expires_in,
        scopes=tokens.scopes,
        bot_user=str(answer.get("bot_user_id") or ""),
        installed_by=_id_and_name(answer.get("authed_user"))[0],
    )


@dataclass(frozen=True, slots=True)
class Tokens:
    """A bot token, and with rotation what renews it."""

    token: str = field(repr=False)
    refresh: str | None = field(repr=False)
    expires_in: timedelta | None
    scopes: tuple[str, ...]


def tokens_from(answer: Mapping[str, object]) -> Tokens | None:
    """Read the tokens of an answer; None if there is no bot token in it."""
    token, refresh, seconds = answer.get("access_token"), answer.get("refresh_token"), answer.get("expires_in")
    if not isinstance(token, str) or not token or answer.get("token_type") != "bot":
        return None
    scopes = tuple(each for each in str(answer.get("scope") or "").split(",") if each)
    rotates = isinstance(refresh, str) and isinstance(seconds, int)
    return Tokens(
        token, str(refresh) if rotates else None, timedelta(seconds=int(str(seconds))) if rotates else None, scopes
    )


def install(database: Database, vault: Vault, granted: Granted, now: datetime, teams: Sequence[str] = ()) -> bool:
    """Store it in place of an older one, and end the stop; True when it was installed before, for a community.

    `teams` are the workspaces that an organisation lets it into; others become known when they first write, as does
    one whose old data is being deleted just now.

    Raises:
        BeingPurged: its old data is being deleted just now.
    """
    with database.unit_of_work() as uow:
        behind = uow.installations.behind(granted.workspace, to_change=True)  # an organisation's purge waits, too
        before = next((each for each in behind if each.workspace == granted.workspace), None)
        leaving = set(uow.purges.begun())
        if granted.workspace in leaving or (before is not None and before.purge_begun_at is not None):
            raise BeingPurged
        uow.installations.put(_sealed(vault, granted, now))
        if granted.workspace == granted.enterprise:
            for team in teams:
                if team not in leaving:
                    uow.installations.join(team, granted.workspace)
        served = {granted.workspace, *uow.installations.workspaces_of(granted.workspace)}
        uow.installations.resume(sorted(served))
        has_community = not served.isdisjoint(uow.communities.workspaces())
    return before is not None and has_community


def learn_workspace(database: Database, workspace: str, enterprise: str, said_at: datetime | None = None) -> None:
    """A signed request said that the organisation's installation serves this workspace; an event says when.

    What is said of a moment before this ended, and comes late, says nothing any more.
    """
    with database.reading() as uow:
        if uow.installations.serving(workspace) is not None or uow.installations.serving(enterprise) is None:
            return
    with database.unit_of_work() as uow:
        behind = uow.installations.behind(workspace, to_change=True)  # no purge begins meanwhile
        ended = [each.removed_at for each in behind if each.workspace == workspace and each.removed_at]
        is_old = said_at is not None and any(said_at <= each for each in ended)
        if not is_old and workspace not in uow.purges.begun():
            uow.installations.join(workspace, enterprise)
            uow.installations.resume([workspace])


def _sealed(vault: Vault, granted: Granted, now: datetime) -> Installation:
    return Installation(
        workspace=granted.workspace,
        enterprise=granted.enterprise,
        name=granted.name,
        token=vault.seal(granted.token, granted.workspace),
        refresh=vault.seal(granted.refresh, granted.workspace) if granted.refresh else None,
        expires_at=now + granted.expires_in if granted.expires_in else None,
        scopes=granted.scopes,
        bot_user=granted.bot_user,
        installed_by=granted.installed_by,
        installed_at=now,
    )


def _id_and_name(described: object) -> tuple[str, str]:
    if not isinstance(described, Mapping):
        return "", ""
    return str(described.get("id") or ""), str(described.get("name") or "")
