"""A deadlock as one reader may see it: read by the use cases, worded by the presentation."""

from dataclasses import dataclass
from datetime import date

from sc_bot.domain.community import Localised
from sc_bot.domain.deadlocks import Sign, Stage, Way


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise that shows a sign; without a reference, one of a problem that its reader may not know of."""

    reference: str | None = None
    institution: Localised | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignView:
    """One sign and its evidence, as days of its reader. `days` are empty where they would name the author."""

    sign: Sign
    days: tuple[date, ...] = ()
    institutions: tuple[Localised, ...] = ()
    offices: tuple[str, ...] = ()
    promise: PromiseView | None = None
    number: int = 0
    need: str | None = None
    circle: tuple[PromiseView, ...] = ()
    stands: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlockView:
    """One deadlock. `found_on` and `working_days` (until now, or until its end) are None where they are not to be told.

    `signs` are those that the reader may know; the others would tell the problem's words and its history.
    """

    reference: str
    stage: Stage
    signs: tuple[SignView, ...]
    found_on: date | None = None
    working_days: int | None = None
    ended_on: date | None = None
    way: Way | None = None
    institution: Localised | None = None
    text: str | None = None
    may_end: bool = False

    @property
    def is_gone(self) -> bool:
        """Whether every sign that shows is gone by itself."""
        return bool(self.signs) and not any(each.stands for each in self.signs)
