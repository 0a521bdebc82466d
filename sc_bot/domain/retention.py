"""How long things are kept. What the partners agree on stands in the policies; the rest is fixed here."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sc_bot.domain.policies import Policies

REQUESTS = timedelta(days=30)
"""A request is remembered by its id; Slack repeats it for an hour, or a day with delayed events."""
FILES = timedelta(days=30)
"""A file about one person, made for them, stands in Slack."""
ACCESSES = 24
"""Months: who looked at a hidden identity."""
INCIDENTS = 60
"""Months after the incident: five years (Regulation respecting confidentiality incidents, s. 7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Up to when what is kept has been kept long enough, as of one moment."""

    identities: datetime
    words: datetime
    accesses: datetime
    incidents: date
    requests: datetime
    files: datetime


def terms(policies: Policies, now: datetime) -> Terms:
    """The terms of a community, as of now."""
    return Terms(
        identities=months_before(now, policies.identities_months),
        words=months_before(now, policies.words_months),
        accesses=months_before(now, ACCESSES),
        incidents=months_before(now, INCIDENTS).date(),
        requests=now - REQUESTS,
        files=now - FILES,
    )


def months_before(moment: datetime, months: int) -> datetime:
    """The same day so many months ago, or the last day of a month that is too short."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))
