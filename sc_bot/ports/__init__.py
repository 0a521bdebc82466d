"""What the use cases need from the outside, said as protocols; storage and the Slack client fulfil them."""

from sc_bot.ports.community import Communities, Known, Member, Place
from sc_bot.ports.delivery import EVERY_METHOD, Delays, Deliveries, Envelope, Message, Outbox, Stuck
from sc_bot.ports.problems import History, Problems, Requests
from sc_bot.ports.unit_of_work import Database, NotAvailable, UnitOfWork

__all__ = [
    "EVERY_METHOD",
    "Communities",
    "Database",
    "Delays",
    "Deliveries",
    "Envelope",
    "History",
    "Known",
    "Member",
    "Message",
    "NotAvailable",
    "Outbox",
    "Place",
    "Problems",
    "Requests",
    "Stuck",
    "UnitOfWork",
]
