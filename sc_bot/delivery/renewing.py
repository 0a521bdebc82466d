"""Tokens that expire are renewed two hours before, by one process at a time.

Slack takes what renews a token once. So the row is leased first, Slack is asked outside of any transaction, and what it
gave is stored under the version that was read. If the database is away just then, it is stored at the next look.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

import structlog

from sc_bot.delivery.oauth import OAuth
from sc_bot.domain.installations import RENEWED_BEFORE, Installation
from sc_bot.domain.slack_answers import Failed, Ok, SlackAnswer
from sc_bot.ports import Database, NotAvailable, Vault
from sc_bot.usecases.installations.installing import Tokens, tokens_from

LEASE: Final = timedelta(minutes=1)
"""How long one process has for it: a call takes ten seconds at most."""
LATER: Final = timedelta(minutes=2)
"""When a renewal that failed is tried again."""

log = structlog.get_logger()


@dataclass(slots=True)
class Renewing:
    """Renews what is due; several may run."""

    database: Database
    vault: Vault = field(repr=False)
    oauth: OAuth
    now: Callable[[], datetime]
    wake: Callable[[], None] = field(repr=False)
    """Tells the worker that what waited for a token may go."""
    _unstored: list[Installation] = field(default_factory=list, repr=False)

    def __call__(self) -> int:
        """Renew every token that is due; returns how many were."""
        while self._unstored:
            self._store(self._unstored[0])
            del self._unstored[0]
        renewed = 0
        while (leased := self._lease()) is not None:
            renewed += self._renew(*leased)
        return renewed

    def _lease(self) -> tuple[Installation, str] | None:
        now, holder = self.now(), uuid4().hex
        with self.database.unit_of_work() as uow:
            due = uow.installations.lease(holder, expiring_before=now + RENEWED_BEFORE, now=now, until=now + LEASE)
        return None if due is None else (due, holder)

    def _renew(self, installation: Installation, holder: str) -> bool:
        refresh = self.vault.open(installation.refresh or "", installation.workspace)
        if refresh is None:
            self._failed(installation, holder, "key_lost")
            return False
        answer = self.oauth.renew(refresh)
        tokens = tokens_from(answer.data) if isinstance(answer, Ok) else None
        if tokens is None:
            self._failed(installation, holder, _why(answer))
            return False
        self._keep(self._with(installation, tokens))
        return True

    def _with(self, installation: Installation, tokens: Tokens) -> Installation:
        whose, lives = installation.workspace, tokens.expires_in
        return replace(
            installation,
            token=self.vault.seal(tokens.token, whose),
            refresh=self.vault.seal(tokens.refresh, whose) if tokens.refresh else None,
            expires_at=self.now() + lives if lives else None,
            scopes=tokens.scopes or installation.scopes,
        )

    def _keep(self, renewed: Installation) -> None:
        try:
            self._store(renewed)
        except NotAvailable:
            self._unstored.append(renewed)  # Slack gives it only once
            raise

    def _store(self, renewed: Installation) -> None:
        with self.database.unit_of_work() as uow:
            if uow.installations.renewed(renewed):
                uow.installations.resume([renewed.workspace, *uow.installations.workspaces_of(renewed.workspace)])
        self.wake()

    def _failed(self, installation: Installation, holder: str, why: str) -> None:
        log.error("token_not_renewed", workspace=installation.workspace, reason=why)
        with self.database.unit_of_work() as uow:
            uow.installations.not_renewed(installation.workspace, holder, why, self.now() + LATER)


def _why(answer: SlackAnswer) -> str:
    if isinstance(answer, Failed):
        return answer.error
    return "no_bot_token" if isinstance(answer, Ok) else "no_answer"
