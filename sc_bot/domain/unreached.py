"""Somebody cannot be told where they are usually told: what is said to the facilitator, once a person and cause."""

from enum import StrEnum

from sc_bot.domain.notices import (
    DOCUMENTS,
    AskHome,
    AuthorCard,
    Digest,
    MorningList,
    Notice,
    Told,
    ToldToo,
    Unplaced,
    Welcome,
)

SHARED = "shared_channel"
"""Why something is not posted in a channel that people of another organisation read."""


class Mail(StrEnum):
    """Whether somebody is written to by e-mail instead; if not, why."""

    GOES = "goes"
    NOT_SET_UP = "mail_not_set_up"
    NO_ADDRESS = "mail_no_address"
    NO_FILE = "mail_no_file"
    """Files stay in Slack."""
    REFUSED = "mail_refused"
    """The address is not accepted."""
    BUSY = "mail_busy"
    SERVER_REFUSES = "mail_server_refuses"
    SERVER_AWAY = "mail_server_away"
    UNKNOWN = "mail_unknown"
    """Handed over several times, and no answer each time."""


class Kind(StrEnum):
    """Which messages cannot be delivered, as far as the facilitator needs to know."""

    REPORTS = "reports"
    """What becomes of their own reports."""
    LISTS = "lists"
    """Lists and digests."""
    FILES = "files"
    DUTIES = "duties"
    """What they answer for, are asked or owe."""


def kind_of(notice: Notice, *, is_author: bool) -> Kind:
    """Which messages this one is among; `is_author`: it is about the reader's own report."""
    if isinstance(notice, DOCUMENTS):
        return Kind.FILES
    if isinstance(notice, Digest | MorningList):
        return Kind.LISTS
    of_reports = isinstance(notice, AuthorCard | ToldToo | Welcome | AskHome) or (
        is_author and isinstance(notice, Told)
    )
    return Kind.REPORTS if of_reports else Kind.DUTIES


def key_of(notice: Unplaced) -> str:
    """Once a person and cause, however many messages there are."""
    cause = f"{notice.reason}:{notice.mail}" if notice.mail else notice.reason
    return f"unplaced:{notice.community}:{notice.person}:{cause}"
