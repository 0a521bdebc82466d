"""History: what happened to a problem. Append-only; the words themselves are texts of their own."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sc_bot.domain.problems import State


class Happened(StrEnum):
    """Each thing that can happen to a problem."""

    REPORTED = "reported"
    TYPED = "typed"
    """By a colleague, on the author's behalf; for the author and the facilitator alone."""
    DETAILS_ADDED = "details_added"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REROUTED = "rerouted"
    ASSIGNED = "assigned"
    ASKED = "asked"
    ANSWERED = "answered"
    UPDATED = "updated"
    TITLED = "titled"
    HANDED_OVER = "handed_over"
    NAME_SHOWN = "name_shown"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    VERIFIED = "verified"
    REOPENED = "reopened"
    OTHER_CLOSED = "other_closed"
    """The problem under which this one, a duplicate, went on is closed."""
    REDACTED = "redacted"
    RESTRICTED = "restricted"
    CONFIRMED_NOT_IDENTIFYING = "confirmed_not_identifying"
    COMMITTED = "committed"
    """The steps of a commitment begin their details with its number."""
    KEPT = "kept"
    ON_TRACK = "on_track"
    REDATED = "redated"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"
    OFFERED = "offered"
    TAKEN_OVER = "taken_over"
    DECLINED = "declined"
    REASSIGNED = "reassigned"
    """Its owner has left: whoever answers for the institution has it now."""
    PROVIDED = "provided"
    """What it needed is there."""
    NOT_PROVIDED = "not_provided"
    UNASKED = "unasked"
    """Whoever was asked, to take it over or for what it needs, is no longer there to answer."""
    SLIPPED = "slipped"
    """Its date has passed."""
    ESCALATED = "escalated"
    CONTRIBUTION_ASKED = "contribution_asked"
    """The institution of these steps is the one that is asked."""
    CONTRIBUTING = "contributing"
    CONTRIBUTION_DECLINED = "contribution_declined"
    HELP_ASKED = "help_asked"
    """By the author, with a reason."""
    QUOTED = "quoted"
    """What changed, in the author's words, which the digest may quote without a name."""
    DECISION_ASKED = "decision_asked"
    """Of general managers; the steps of a decision request begin their details with its number."""
    DECISION_ANSWERED = "decision_answered"
    """Then what was answered, where the request stands since, and when it is discussed."""
    DECISION_LAPSED = "decision_lapsed"
    """Its day has passed without every answer."""
    MEASURED = "measured"
    """Access: when, what it counts, how much."""
    TRYOUT_PROPOSED = "tryout_proposed"
    """A solution; the steps of a try-out begin their details with its number."""
    TRYOUT_DECLINED = "tryout_declined"
    TRYOUT_STARTED = "tryout_started"
    """Then until when; the text says where."""
    TRYOUT_ENDED = "tryout_ended"
    """Then what came out of it."""
    TRYOUT_STOPPED = "tryout_stopped"
    TRYOUT_ROLLED_OUT = "tryout_rolled_out"
    """Then the promise with which it is."""
    REORGANISED = "reorganised"
    """What it does to the work, the hours a week that it frees, and the promise if it is about one."""
    OBJECTIVE_LINKED = "objective_linked"
    """To a strategic objective, by its id."""
    WORDING_PROPOSED = "wording_proposed"
    """Of the problem's statement; the steps about a wording begin their details with its number."""
    WORDING_AGREED = "wording_agreed"
    JOINT_BEGUN = "joint_begun"
    """The steps of a joint change begin their details with its reference; the institution is the one that speaks."""
    JOINT_TAKEN = "joint_taken"
    JOINT_DECLINED = "joint_declined"
    JOINT_AGREED = "joint_agreed"
    JOINT_READY = "joint_ready"
    JOINT_NEEDS = "joint_needs"
    JOINT_REDATED = "joint_redated"
    """Another date is proposed; the details end with it."""
    JOINT_DATED = "joint_dated"
    """Its date is in force."""
    JOINT_WRITTEN = "joint_written"
    """How one would go back."""
    JOINT_HELD = "joint_held"
    """The date has come, and it does not go."""
    JOINT_WENT = "joint_went"
    JOINT_ROLLED_BACK = "joint_rolled_back"
    JOINT_ABANDONED = "joint_abandoned"
    JOINT_CHECKED = "joint_checked"
    """Whether it changed at one institution: by an author without a name, else by whoever acts there."""
    JOINT_VERIFIED = "joint_verified"
    """It changed at every institution; the problem is closed with it, if nothing else is promised for it."""
    DECIDED = "decided"
    """By a committee in its meeting: details are the meeting, the committee's names; `corrected` when put right."""
    PERCEIVED = "perceived"
    """As unsolvable; its details say as what somebody says so."""
    PERCEIVED_STILL = "perceived_still"
    """Asked again of whoever closes it: whether it is ("yes" or "no"), then as what."""
    WAITS = "waits"
    """What a promise waits for; behind its number the ids of other promises, none where it waits no more."""
    DEADLOCKED = "deadlocked"
    """It shows signs of a deadlock; its details name them."""
    DEADLOCK_RAISED = "deadlock_raised"
    """Before the general managers."""
    DEADLOCK_ENDED = "deadlock_ended"
    """By a decision; its details say which."""
    JOINED = "joined"
    """Somebody sees it too; the institution is theirs, where that may be told."""
    LEFT = "left"
    ALSO_VERIFIED = "also_verified"
    """Whether its closing changed something for somebody who sees it too: their verdict."""
    MERGED = "merged"
    """It goes on under another problem; its details say which."""
    TAKEN_IN = "taken_in"
    """Another problem goes on under it; its details say which."""
    SPLIT = "split"
    """A part of it goes on as a problem of its own; its details say which."""
    SPLIT_OFF = "split_off"
    """It was a part of another problem; its details say of which."""


BY_THE_AUTHOR = frozenset(
    {
        Happened.REPORTED,
        Happened.DETAILS_ADDED,
        Happened.ANSWERED,
        Happened.NAME_SHOWN,
        Happened.WITHDRAWN,
        Happened.VERIFIED,
        Happened.REOPENED,
        Happened.HELP_ASKED,
        Happened.QUOTED,
    }
)
"""Steps that only an author takes: they are kept without a name."""

BY_EITHER = frozenset({Happened.MEASURED, Happened.WORDING_PROPOSED, Happened.WORDING_AGREED})
"""Steps that an author takes, too; then they are kept without a name."""

BY_A_CAREGIVER = frozenset({Happened.TRYOUT_PROPOSED})
"""Steps that anybody who takes part may take, without a name unless they choose to show it."""

BY_THE_BOT = frozenset(
    {
        Happened.SLIPPED,
        Happened.ESCALATED,
        Happened.REASSIGNED,
        Happened.UNASKED,
        Happened.DECISION_LAPSED,
        Happened.JOINT_DATED,
        Happened.JOINT_HELD,
        Happened.JOINT_WENT,
        Happened.JOINT_VERIFIED,
        Happened.DEADLOCKED,
        Happened.DEADLOCK_RAISED,
    }
)
"""Steps that nobody takes: they come with the days."""

BY_SOMEBODY = frozenset({Happened.JOINED, Happened.LEFT, Happened.ALSO_VERIFIED, Happened.TAKEN_IN})
"""Steps of people who see it too: without a name, theirs is not to be known either."""

OF_JOINING = BY_SOMEBODY | {Happened.MERGED, Happened.SPLIT, Happened.SPLIT_OFF}
"""Steps by which several reports become one problem, or one becomes several."""

MOVES = frozenset(
    {
        Happened.MERGED,
        Happened.REPORTED,
        Happened.ACKNOWLEDGED,
        Happened.ACCEPTED,
        Happened.RETURNED,
        Happened.REROUTED,
        Happened.ASSIGNED,
        Happened.WITHDRAWN,
        Happened.CLOSED,
        Happened.VERIFIED,
        Happened.REOPENED,
    }
)
"""Steps that make older buttons old."""

OF_THE_ASKED = frozenset(
    {
        Happened.TAKEN_OVER,
        Happened.DECLINED,
        Happened.PROVIDED,
        Happened.NOT_PROVIDED,
        Happened.UNASKED,
    }
)
"""What becomes of it when somebody is asked to take a promise over, or for what it needs; whoever owed it hears."""
OF_CONTRIBUTIONS = frozenset({Happened.CONTRIBUTION_ASKED, Happened.CONTRIBUTING, Happened.CONTRIBUTION_DECLINED})
"""Steps of one institution that is asked to contribute."""

IN_NAME = "in_name"
"""The last detail of an answer that the facilitator recorded for a general manager who is not in Slack."""
OF_DECISIONS = frozenset({Happened.DECISION_ASKED, Happened.DECISION_ANSWERED, Happened.DECISION_LAPSED})
"""Steps of one decision request; the first of their details is its number."""

OF_TRYOUTS = frozenset(
    {
        Happened.TRYOUT_PROPOSED,
        Happened.TRYOUT_DECLINED,
        Happened.TRYOUT_STARTED,
        Happened.TRYOUT_ENDED,
        Happened.TRYOUT_STOPPED,
        Happened.TRYOUT_ROLLED_OUT,
    }
)
"""Steps of one try-out; the first of their details is its number."""

OF_WORDINGS = frozenset({Happened.WORDING_PROPOSED, Happened.WORDING_AGREED})
"""Steps about the wording of the problem; the first of their details is its number."""
OF_JOINT_CHANGES = frozenset(each for each in Happened if each.value.startswith("joint_"))
"""Steps of one joint change; the first of their details is its reference."""
NEAR_THE_AUTHOR = frozenset({Happened.DEADLOCKED})
"""Steps of the bot that can follow upon the author's by minutes: their hour is told where the author's is."""

OF_DEADLOCKS = frozenset(
    {
        Happened.PERCEIVED,
        Happened.PERCEIVED_STILL,
        Happened.DEADLOCKED,
        Happened.DEADLOCK_RAISED,
        Happened.DEADLOCK_ENDED,
    }
)
"""Whether a problem is stuck, and which way out is decided."""

OF_COMMITMENTS = frozenset(
    {
        Happened.COMMITTED,
        Happened.KEPT,
        Happened.ON_TRACK,
        Happened.REDATED,
        Happened.BLOCKED,
        Happened.CANCELLED,
        Happened.OFFERED,
        Happened.TAKEN_OVER,
        Happened.DECLINED,
        Happened.REASSIGNED,
        Happened.PROVIDED,
        Happened.NOT_PROVIDED,
        Happened.UNASKED,
        Happened.SLIPPED,
        Happened.WAITS,
    }
)
"""Steps of one commitment; the first of their details is its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step of a problem's history.

    `actor` is a person of the community; None for the author, whose name is theirs to show, and for the bot itself.
    `internal` steps are not shown to the author.
    """

    problem: int
    kind: Happened
    at: datetime
    actor: str | None
    from_state: State | None = None
    to_state: State | None = None
    institution: str | None = None
    text: int | None = None
    internal: bool = False
    details: tuple[str, ...] = ()
    id: int = 0

    @property
    def is_by_author(self) -> bool:
        """Whether the author took it, whose name it does not bear."""
        return self.actor is None and self.kind not in BY_THE_BOT | BY_A_CAREGIVER
