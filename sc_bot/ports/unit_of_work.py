"""One transaction, and what opens it."""

from contextlib import AbstractContextManager
from typing import Protocol

from sc_bot.ports.absences import Absences
from sc_bot.ports.charter import Charters
from sc_bot.ports.commitments import Commitments, Followups
from sc_bot.ports.community import Communities
from sc_bot.ports.counts import Counts
from sc_bot.ports.cycles import Cycles
from sc_bot.ports.deadlocks import Deadlocks
from sc_bot.ports.decisions import Decisions
from sc_bot.ports.delivery import Outbox
from sc_bot.ports.digests import Digests
from sc_bot.ports.exports import Exports
from sc_bot.ports.finding import Finding
from sc_bot.ports.health import Health
from sc_bot.ports.homes import Homes, Overview
from sc_bot.ports.installations import Installations, Purges
from sc_bot.ports.joining import Joinings
from sc_bot.ports.joint_changes import JointChanges
from sc_bot.ports.lessons import Lessons
from sc_bot.ports.meetings import Meetings
from sc_bot.ports.participations import Participations
from sc_bot.ports.personal import Erasing, Personal
from sc_bot.ports.problems import History, Problems, Requests
from sc_bot.ports.pulse import Pulse
from sc_bot.ports.registers import Accesses, Incidents
from sc_bot.ports.retention import Retention
from sc_bot.ports.routing import Corrections
from sc_bot.ports.seals import Seals
from sc_bot.ports.tryouts import Tryouts


class NotAvailable(Exception):
    """The database could not be reached in time; nothing was stored, and the same request may be sent again."""


class InDoubt(NotAvailable):
    """The answer to the commit was lost: everything was stored, or nothing; asked again, the database tells which."""


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
    def charters(self) -> Charters:
        """Charters and their signatures."""
        ...

    @property
    def cycles(self) -> Cycles:
        """Cycle reviews and archives."""
        ...

    @property
    def health(self) -> Health:
        """How a community is."""
        ...

    @property
    def absences(self) -> Absences:
        """Absences."""
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
    def finding(self) -> Finding:
        """Finding problems."""
        ...

    @property
    def commitments(self) -> Commitments:
        """Promises."""
        ...

    @property
    def participations(self) -> Participations:
        """Who contributes."""
        ...

    @property
    def joinings(self) -> Joinings:
        """Who sees a problem too."""
        ...

    @property
    def decisions(self) -> Decisions:
        """What general managers are asked to decide."""
        ...

    @property
    def tryouts(self) -> Tryouts:
        """Solutions that are proposed and tried."""
        ...

    @property
    def joint_changes(self) -> JointChanges:
        """Changes of several institutions at once."""
        ...

    @property
    def lessons(self) -> Lessons:
        """Lessons that travel."""
        ...

    @property
    def meetings(self) -> Meetings:
        """Meetings of committees."""
        ...

    @property
    def deadlocks(self) -> Deadlocks:
        """What is stuck."""
        ...

    @property
    def corrections(self) -> Corrections:
        """What routing learns from."""
        ...

    @property
    def followups(self) -> Followups:
        """Next steps."""
        ...

    @property
    def counts(self) -> Counts:
        """Counts."""
        ...

    @property
    def digests(self) -> Digests:
        """Digests."""
        ...

    @property
    def exports(self) -> Exports:
        """Workbooks."""
        ...

    @property
    def pulse(self) -> Pulse:
        """The pulse."""
        ...

    @property
    def seals(self) -> Seals:
        """Daily seals of the history."""
        ...

    @property
    def retention(self) -> Retention:
        """What has a term."""
        ...

    @property
    def personal(self) -> Personal:
        """What is stored about a person."""
        ...

    @property
    def erasing(self) -> Erasing:
        """Forgetting people."""
        ...

    @property
    def accesses(self) -> Accesses:
        """Who looked at a hidden identity."""
        ...

    @property
    def incidents(self) -> Incidents:
        """Incidents of confidentiality."""
        ...

    @property
    def installations(self) -> Installations:
        """In which workspaces the bot is installed."""
        ...

    @property
    def purges(self) -> Purges:
        """Whose data is being deleted."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Outbox."""
        ...

    @property
    def homes(self) -> Homes:
        """Home tabs that are kept up to date."""
        ...

    @property
    def overview(self) -> Overview:
        """What stands on them."""
        ...


class Database(Protocol):
    """Opens units of work."""

    def unit_of_work(self) -> AbstractContextManager[UnitOfWork]:
        """For a change. Raises NotAvailable when the database does not answer in time."""
        ...

    def whole(self) -> AbstractContextManager[UnitOfWork]:
        """For what reads long, and all of one moment."""
        ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """For what only reads."""
        ...
