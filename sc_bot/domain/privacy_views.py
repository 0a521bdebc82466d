"""What the privacy officer is shown."""

from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.accesses import Screen
from sc_bot.domain.views import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerView:
    """What somebody may do about privacy. `months`: after as many, names go; `officer`: whom one asks."""

    reader: Reader
    community: int
    months: int
    officer: str | None
    is_officer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLine:
    """One line of the access log, with the reader's name as it is known now."""

    at: datetime
    reader: str | None
    subject: str
    screen: Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureView:
    """What an erasure would do to somebody, for whoever confirms it."""

    reader: Reader
    community: int
    person: str
    name: str
    reports: int
    in_office: bool
