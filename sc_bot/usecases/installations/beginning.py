"""An installation is begun, and its end is let in once: for the browser that began it, for ten minutes.

State and browser are random, and only their hashes are stored, so that any web process can finish what another began,
and nobody can who reads the database.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe

from sc_bot.domain.installations import TIME_TO_INSTALL
from sc_bot.ports import Begun, Database


@dataclass(frozen=True, slots=True)
class Key:
    """What the browser takes along: the state to Slack and back, the other half in a cookie."""

    state: str = field(repr=False)
    browser: str = field(repr=False)


class LetIn(Enum):
    """Whether an installation may be finished."""

    YES = auto()
    UNKNOWN = auto()
    """Never begun, finished already, or too long ago."""
    OTHER_BROWSER = auto()


def begin(database: Database, now: datetime, browser: str | None) -> Key:
    """Begin; a browser that began another one keeps its half, so that both can be finished."""
    key = Key(token_urlsafe(32), browser or token_urlsafe(32))
    with database.unit_of_work() as uow:
        uow.installations.begin(_hash(key.state), Begun(_hash(key.browser), now + TIME_TO_INSTALL), now)
    return key


def let_in(database: Database, state: str, browser: str | None, now: datetime) -> LetIn:
    """Use a state up; whoever comes second, too late, or with another browser does not get in."""
    with database.unit_of_work() as uow:
        begun = uow.installations.take(_hash(state))
    if begun is None or begun.until <= now:
        return LetIn.UNKNOWN
    is_same = browser is not None and compare_digest(begun.browser, _hash(browser))
    return LetIn.YES if is_same else LetIn.OTHER_BROWSER


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
