"""One transaction, and what opens it."""

from contextlib import AbstractContextManager
from typing import Protocol

from sc_bot.ports.community import Communities
from sc_bot.ports.delivery import Outbox
from sc_bot.ports.problems import History, Problems, Requests


class NotAvailable(Exception):
    """The database could not be reached in time; nothing was stored, and the same request may be sent again."""


class UnitOfWork(Protocol):
    """One transaction: leaving commits, raising rolls back. No network inside."""

    @property
    def requests(self) -> Requests:
        """Requests seen."""
        ...

    @property
    def communities(self) -> Communities:
        """Communities."""
        ...

    @property
    def problems(self) -> Problems:
        """Problems."""
        ...

    @property
    def history(self) -> History:
        """History."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Outbox."""
        ...


class Database(Protocol):
    """Opens units of work."""

    def unit_of_work(self) -> AbstractContextManager[UnitOfWork]:
        """For a change. Raises NotAvailable when the database does not answer in time."""
        ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """For what only reads."""
        ...
