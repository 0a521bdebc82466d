"""How a problem can stand when somebody tries something: each state of the table, and what hangs on it."""

from sc_bot.domain.commitments import Standing
from sc_bot.domain.deadlocks import Stage
from sc_bot.domain.due import Due
from sc_bot.domain.joint_changes import Answered
from sc_bot.domain.lessons import Stage as LessonStage
from sc_bot.domain.lessons import Taken
from sc_bot.domain.meetings import Phase
from sc_bot.domain.participations import Taking
from sc_bot.domain.problems import Closing, State
from sc_bot.domain.tryouts import Outcome, Trying
from tests.house import THURSDAY

SECRET = "Le résumé de fin de chimio part par la poste"
LATER = THURSDAY.date().replace(day=24)

STANDING = {
    "routed": (State.ROUTED, None, None, ()),
    "accepted": (State.ACCEPTED, THURSDAY, None, ()),
    "invited": (State.ACCEPTED, THURSDAY, None, ()),
    "helping": (State.ACCEPTED, THURSDAY, None, ()),
    "promised": (State.ACCEPTED, THURSDAY, None, ()),
    "deciding": (State.ACCEPTED, THURSDAY, None, ()),
    "proposed": (State.ACCEPTED, THURSDAY, None, ()),
    "trying": (State.ACCEPTED, THURSDAY, None, ()),
    "tried": (State.ACCEPTED, THURSDAY, None, ()),
    "worded": (State.ACCEPTED, THURSDAY, None, ()),
    "joining": (State.ACCEPTED, THURSDAY, None, ()),
    "unanswered": (State.ACCEPTED, THURSDAY, None, ()),
    "gone": (State.ACCEPTED, THURSDAY, None, ()),
    "stuck": (State.ACCEPTED, THURSDAY, None, ()),
    "raised": (State.ACCEPTED, THURSDAY, None, ()),
    "offered": (State.ACCEPTED, THURSDAY, None, ()),
    "needed": (State.ACCEPTED, THURSDAY, None, ()),
    "agenda": (State.ACCEPTED, THURSDAY, None, ()),
    "meeting": (State.ACCEPTED, THURSDAY, None, ()),
    "ended": (State.ACCEPTED, THURSDAY, None, ()),
    "arbitration": (State.ARBITRATION, None, None, ("PCO", "HSF")),
    "returned": (State.RETURNED, None, None, ("HSF",)),
    "closed": (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
    "verified": (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
    **dict.fromkeys(
        ("telling", "written", "practice", "published", "passed_on", "adopted"),
        (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
    ),
    "joined": (State.ROUTED, None, None, ()),
    "seen_closed": (State.CLOSED, THURSDAY, Closing.SOLVED, ()),
}
PROMISED: dict[str, dict[str, object]] = {
    "promised": {"owner": "HSF-S2"},
    "offered": {"owner": "HSF-MD", "offered_to": "HSF-S2"},
    "needed": {"owner": "HSF-MD", "standing": Standing.BLOCKED, "needs_of": "HSF-S2", "blocked_at": THURSDAY},
}
TRIED: dict[str, dict[str, object]] = {
    "proposed": {},
    "trying": {"standing": Trying.RUNNING, "until": Due(LATER)},
    "tried": {"standing": Trying.ENDED, "outcome": Outcome.WORKS},
}
CHANGING: dict[str, dict[str, object]] = {
    "joining": {"answered": Answered.TAKEN},
    "unanswered": {},
    "gone": {"answered": Answered.TAKEN, "agrees": True, "checking": True},
}
"""The hospital's part in a joint change."""
PHASES = {"agenda": Phase.PLANNED, "meeting": Phase.STARTED, "ended": Phase.ENDED}
STAGES = {"stuck": Stage.SUPPORT, "raised": Stage.STEERING}
PARTNERS = {"invited": Taking.ASKED, "helping": Taking.ACCEPTED}
LESSONS = {
    "telling": (LessonStage.ASKED, None),
    "written": (LessonStage.DRAFTED, None),
    "practice": (LessonStage.NOTED, None),
    "published": (LessonStage.PUBLISHED, None),
    "passed_on": (LessonStage.PUBLISHED, Taken.OFFERED),
    "adopted": (LessonStage.PUBLISHED, Taken.ADOPTED),
}
"""Where the lesson from the problem stands, and what the third director's institution does with it."""
