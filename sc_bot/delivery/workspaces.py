"""The Web API of each workspace, with the token that is stored for it and for no other.

Other processes install, renew and remove: so the row is read at each call (one look by its key), and only what is
made of it, the opened token and the client, is kept at hand while its version stays.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

import structlog

from sc_bot.domain.installations import Installation
from sc_bot.domain.slack_answers import SlackApi
from sc_bot.ports import Database, Vault

log = structlog.get_logger()

Client = Callable[[str, str | None], SlackApi]
"""The Web API that a token opens; with an organisation's token, of which workspace."""
Stamp = tuple[str, int, datetime]
"""Whose token, its version, and when it was installed: a row that was purged begins again with the first version."""


@dataclass(slots=True)
class Workspaces:
    """Gives a workspace's Web API; None where nothing is installed, or its token cannot be opened."""

    database: Database
    vault: Vault = field(repr=False)
    client: Client = field(repr=False)
    _at_hand: dict[str, tuple[Stamp, SlackApi]] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def __call__(self, workspace: str) -> SlackApi | None:
        """The Web API of this workspace, as it is installed at this moment.

        Raises:
            NotAvailable: the database does not answer.
        """
        with self.database.reading() as uow:
            serving = uow.installations.serving(workspace)
        if serving is None:
            self._let_go(workspace)
            return None
        stamp = (serving.workspace, serving.version, serving.installed_at)
        with self._lock:
            kept = self._at_hand.get(workspace)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        api = self._opened(workspace, serving)
        if api is None:
            self._let_go(workspace)
            return None
        with self._lock:
            self._at_hand[workspace] = (stamp, api)
        return api

    def _opened(self, workspace: str, serving: Installation) -> SlackApi | None:
        token = self.vault.open(serving.token or "", serving.workspace)
        if token is None:
            log.error("token_not_opened", workspace=serving.workspace)
            return None
        return self.client(token, workspace if serving.is_of_an_organisation else None)

    def _let_go(self, workspace: str) -> None:
        with self._lock:
            self._at_hand.pop(workspace, None)
