"""What the use cases need from the outside, said as protocols; storage and the Slack client fulfil them."""

from sc_bot.ports.absences import Absences
from sc_bot.ports.charter import Charters
from sc_bot.ports.commitments import Commitments, Followups, Unwatched
from sc_bot.ports.community import Communities, Known, Member, Place
from sc_bot.ports.counts import Counts
from sc_bot.ports.cycles import Cycles
from sc_bot.ports.deadlocks import Deadlocks, Suspicion
from sc_bot.ports.decisions import Decisions
from sc_bot.ports.delivery import EVERY_METHOD, Delays, Deliveries, Document, Envelope, Message, Outbox, Stuck
from sc_bot.ports.digests import Digests
from sc_bot.ports.exports import Exports
from sc_bot.ports.finding import Finding, Term, Wanted
from sc_bot.ports.health import Health
from sc_bot.ports.homes import HomeChange, Homes, OpenHome, Overview
from sc_bot.ports.installations import Begun, Installations, Purges, Resealing, Vault
from sc_bot.ports.joint_changes import JointChanges
from sc_bot.ports.lessons import Lessons
from sc_bot.ports.mailing import MAIL, Letter, Mailer
from sc_bot.ports.meetings import Meetings
from sc_bot.ports.participations import Participations
from sc_bot.ports.personal import Erasing, Erasure, Personal, Trace, Words
from sc_bot.ports.problems import History, Problems, Requests
from sc_bot.ports.pulse import Pulse, Results, Sealing
from sc_bot.ports.registers import Accesses, Incidents
from sc_bot.ports.retention import Retention
from sc_bot.ports.seals import Seals
from sc_bot.ports.tryouts import Tryouts
from sc_bot.ports.unit_of_work import Database, InDoubt, NotAvailable, UnitOfWork

__all__ = [
    "EVERY_METHOD",
    "MAIL",
    "Absences",
    "Accesses",
    "Begun",
    "Charters",
    "Commitments",
    "Communities",
    "Counts",
    "Cycles",
    "Database",
    "Deadlocks",
    "Decisions",
    "Delays",
    "Deliveries",
    "Digests",
    "Document",
    "Envelope",
    "Erasing",
    "Erasure",
    "Exports",
    "Finding",
    "Followups",
    "Health",
    "History",
    "HomeChange",
    "Homes",
    "InDoubt",
    "Incidents",
    "Installations",
    "JointChanges",
    "Known",
    "Lessons",
    "Letter",
    "Mailer",
    "Meetings",
    "Member",
    "Message",
    "NotAvailable",
    "OpenHome",
    "Outbox",
    "Overview",
    "Participations",
    "Personal",
    "Place",
    "Problems",
    "Pulse",
    "Purges",
    "Requests",
    "Resealing",
    "Results",
    "Retention",
    "Sealing",
    "Seals",
    "Stuck",
    "Suspicion",
    "Term",
    "Trace",
    "Tryouts",
    "UnitOfWork",
    "Unwatched",
    "Vault",
    "Wanted",
    "Words",
]
