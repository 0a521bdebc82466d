"""How an installation ended: what the page says to whoever tried it."""

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Installed:
    """It worked: in a workspace or an organisation, by its id and name; `again` if it served a community before."""

    workspace: str
    name: str
    again: bool


class NotInstalled(Enum):
    """It did not, and nothing was stored."""

    NOT_ALLOWED = auto()
    """The person said no on Slack's page."""
    STOPPED_BY_SLACK = auto()
    """Slack came back with another error than that."""
    UNKNOWN = auto()
    """Never begun here, finished already, or too long ago."""
    OTHER_BROWSER = auto()
    """Begun in another browser, or this one keeps no cookies."""
    CODE_REFUSED = auto()
    """The code that Slack gave has expired or was used."""
    WRONG_APP = auto()
    """Slack does not accept the client id, its secret, or the address."""
    NO_BOT = auto()
    """Slack granted no bot token."""
    SLACK_AWAY = auto()
    """Slack did not answer, or not so that it could be read."""
    BEING_PURGED = auto()
    """What this workspace left behind is being deleted."""
    NOT_STORED = auto()
    """The database did not answer."""


Outcome = Installed | NotInstalled
