"""A joint change as one reader may see it: institutions and what they said, no names of people."""

from dataclasses import dataclass
from datetime import date

from sc_bot.domain.community import Localised
from sc_bot.domain.joint_changes import Answered, Stage
from sc_bot.domain.joint_rules import JointAct
from sc_bot.domain.problems import Verdict
from sc_bot.domain.views import ProblemView, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """One institution's part; `needs` are words, None for those who may not read them."""

    id: str
    name: Localised
    answered: Answered
    agrees: bool
    ready: bool
    asks_for_something: bool
    needs: str | None
    verdict: Verdict | None
    is_reopened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JointView:
    """One change for one reader. `own` is the institution whose card it is, `offers` what its reader can do."""

    reader: Reader
    reference: str
    problem: ProblemView
    """What lists show of the first problem: reference, state, neutral title."""
    problems: tuple[str, ...]
    what: str | None
    back: str | None
    has_back: bool
    stage: Stage
    day: date | None
    round: int
    needed: int
    needs_all: bool
    parts: tuple[PartView, ...]
    own: PartView | None = None
    offers: frozenset[JointAct] = frozenset()
    may_check: bool = False
    """Its reader, who acts for the institution, says whether it changed there."""
    is_passed_on: bool = False
    """Its reader is the facilitator: nobody of the institution can be told in Slack."""

    @property
    def is_short(self) -> bool:
        """Whether so many have declined that its rule can no longer be met."""
        return sum(each.answered is not Answered.DECLINED for each in self.parts) < self.needed

    @property
    def ready(self) -> int:
        """How many are ready."""
        return sum(each.ready for each in self.parts)
