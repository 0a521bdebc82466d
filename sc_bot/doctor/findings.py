"""What the doctor says: how it is, and what to do about it."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much it matters."""

    WELL = "well"
    LOOK = "look"
    """It works, and somebody should look at it."""
    FIX = "fix"
    """Something does not work until this is done."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what it is, and what to do."""

    level: Level
    about: str
    what: str
    todo: str = ""

    def to_json(self) -> dict[str, str]:
        """The shape that `sc-bot doctor --json` prints."""
        return asdict(self)


def well(about: str, what: str) -> Finding:
    """Nothing to do."""
    return Finding(Level.WELL, about, what)


def look(about: str, what: str, todo: str) -> Finding:
    """Worth a look."""
    return Finding(Level.LOOK, about, what, todo)


def fix(about: str, what: str, todo: str) -> Finding:
    """Must be done."""
    return Finding(Level.FIX, about, what, todo)
