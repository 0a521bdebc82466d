"""A decision request as one general manager may see it: read by the use cases, worded by the presentation."""

from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.community import Localised
from sc_bot.domain.decisions import Behalf, Deciding, Reply
from sc_bot.domain.due import Due
from sc_bot.domain.views import ProblemView


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """One request for somebody who is asked.

    `problem` holds no more than lists show: reference, state, lead, neutral title. `meeting` is when the general
    managers next meet, `own_meeting` when the reader wants to discuss it; both in the zone of the committee.
    `own_at` is when they answered.
    """

    problem: ProblemView
    reference: str
    question: str | None
    otherwise: str | None
    behalf: Behalf
    institution: Localised | None
    due: Due
    standing: Deciding
    meeting: datetime | None = None
    own: Reply | None = None
    own_reason: str | None = None
    own_meeting: datetime | None = None
    own_at: datetime | None = None
    in_name_of: str | None = None
    """The name of the manager who is not in Slack, for the facilitator who records their answer."""
    may_answer: bool = False
    """Whether an answer is taken; one that was given may be changed as long."""
