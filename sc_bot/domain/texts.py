"""The words that people wrote, kept apart from what happened."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TextKind(StrEnum):
    """What a stored text is; each passed the privacy gate."""

    DESCRIPTION = "description"
    DETAILS = "details"
    SUGGESTION = "suggestion"
    ON_BEHALF = "on_behalf"
    TITLE = "title"
    REASON = "reason"
    QUESTION = "question"
    ANSWER = "answer"
    UPDATE = "update"
    CONFIRMATION = "confirmation"
    COMMITMENT = "commitment"
    """What is promised."""
    EVIDENCE = "evidence"
    NEED = "need"
    QUOTE = "quote"
    """What changed, for those who may be told of it in the digest."""
    CONTRIBUTION = "contribution"
    """What is asked of another institution."""
    DECISION = "decision"
    """What general managers are asked to decide."""
    OTHERWISE = "otherwise"
    """What happens if they do not."""
    TRYOUT = "tryout"
    """A solution that is proposed."""
    WHERE = "where"
    """Where it is tried."""
    OUTCOME = "outcome"
    """What came out of trying it."""
    WORDING = "wording"
    """The problem in other words, as one of two proposes them."""
    OBJECTIVE = "objective"
    """The id of a strategic objective: no free text, kept with the titles with which it is read."""
    STATEMENT = "statement"
    """The words on which both agreed; the last one stands, beside the description."""
    JOINT_CHANGE = "joint_change"
    """What changes, at several institutions at once."""
    ROLL_BACK = "roll_back"
    """How one would go back from it."""
    AGENDA = "agenda"
    """What somebody wants a committee to talk about."""
    DECIDED = "decided"
    """What a committee decided in its meeting."""
    WAY_OUT = "way_out"
    """What was decided about a deadlock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words that a person wrote. The body never changes, except by redaction, itself an event."""

    id: int
    problem: int
    kind: TextKind
    body: str
    at: datetime
    redacted: bool = False
