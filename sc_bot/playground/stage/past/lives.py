"""The lives that a problem can have after its report, as steps."""

from sc_bot.domain.decisions import Reply
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, Verdict
from sc_bot.domain.promising import Act
from sc_bot.domain.tryouts import Outcome, TryAct
from sc_bot.playground.stage.past.steps import INTERNAL, NOWHERE, PARTNER, TRYOUT, Part, Step

Life = tuple[Step, ...]

_AUTHOR, _DIRECTOR, _DELEGATE, _FACILITATOR, _COMMITTEE, _PARTNER, _MANAGER = Part


def _closed(days: int, closing: Closing = Closing.SOLVED, part: Part = _DIRECTOR) -> Step:
    return Step(part, Verb.CLOSE, days, closing.value)


def _verified(days: int, verdict: Verdict = Verdict.YES) -> Step:
    return Step(_AUTHOR, Verb.VERIFY, days, verdict.value)


_ACKNOWLEDGED = Step(_DIRECTOR, Verb.ACKNOWLEDGE, 0)
_ACCEPTED = Step(_DIRECTOR, Verb.ACCEPT, 1)
_RETURNED = Step(_DIRECTOR, Verb.RETURN, 1)
_NEWS = Step(_DIRECTOR, Verb.UPDATE, 2)
_SENT_BY_FACILITATOR = Step(_FACILITATOR, Verb.REROUTE, 0)
_RESTRICTED = Step(_FACILITATOR, Verb.RESTRICT, 0)
_QUOTED = Step(_AUTHOR, Verb.QUOTE, 0)
_QUESTION, _REPLY = Step(_DIRECTOR, Verb.ASK, 1), Step(_AUTHOR, Verb.ANSWER, 0)


def _promised(due_in: int, days: int = 0, part: Part = _DIRECTOR) -> Step:
    return Step(part, Act.MAKE, days, str(due_in))


def _kept(days: int) -> Step:
    return Step(_DIRECTOR, Act.DONE, days)


def _decision_asked(due_in: int, part: Part) -> Step:
    return Step(part, Verb.ASK_DECISION, 0, str(due_in))


_MEASURED, _PROPOSED = Step(_AUTHOR, Verb.MEASURE, 0), Step(_AUTHOR, Verb.PROPOSE, 0)
_LINKED = Step(_FACILITATOR, Verb.LINK, 0)
_WORDED, _AGREED = Step(_AUTHOR, Verb.REWORD, 0), Step(_DIRECTOR, Verb.AGREE_WORDING, 1)
_HANDED = Step(_DIRECTOR, Act.HAND, 0)
_PARTNER_ASKED = Step(_DIRECTOR, Verb.ASK_PARTNER, 0)
_CONTRIBUTES = Step(_PARTNER, Verb.CONTRIBUTE, 0)
_DECLINES = Step(_PARTNER, Verb.DECLINE, 0, PARTNER)

LIVES: dict[str, Life] = {
    # It waits for an answer.
    "waiting": (),
    "waiting_with_details": (Step(_AUTHOR, Verb.ADD_DETAILS, 0),),
    "asked_in_triage": (Step(_FACILITATOR, Verb.ASK, 0),),
    "acknowledged": (_ACKNOWLEDGED,),
    "acknowledged_with_details": (_ACKNOWLEDGED, Step(_AUTHOR, Verb.ADD_DETAILS, 1)),
    "asked": (_ACKNOWLEDGED, _QUESTION),
    "restricted_in_triage": (_RESTRICTED, _SENT_BY_FACILITATOR, _ACKNOWLEDGED),
    "returned": (_ACKNOWLEDGED, _RETURNED),
    "returned_without_proposal": (Step(_DIRECTOR, Verb.RETURN, 1, NOWHERE),),
    "in_arbitration": (_RETURNED, _RETURNED),
    # It has a lead.
    "accepted": (
        _ACKNOWLEDGED,
        _ACCEPTED,
        _promised(12),
        _PARTNER_ASKED,
        _CONTRIBUTES,
        _PROPOSED,
        Step(_DIRECTOR, Act.ON_TRACK, 1),
        Step(_DIRECTOR, Act.DECLINE, 0, TRYOUT),
        _NEWS,
    ),
    "accepted_with_questions": (
        _ACKNOWLEDGED,
        _ACCEPTED,
        _QUESTION,
        _REPLY,
        _WORDED,
        _promised(6, 1),
        _AGREED,
        _PROPOSED,
        Step(_DIRECTOR, TryAct.START, 0, "10"),
        Step(_DIRECTOR, TryAct.STOP, 1),
        Step(_AUTHOR, Verb.ESCALATE, 0),
    ),
    "accepted_with_title": (
        _ACCEPTED,
        _LINKED,
        Step(_DIRECTOR, Verb.TITLE, 1),
        _promised(5),
        Step(_DIRECTOR, Verb.UPDATE, 4),
        Step(_DIRECTOR, Act.REDATE, 2, "10"),
        Step(_DIRECTOR, Verb.UPDATE, 5, INTERNAL),
    ),
    "name_shown": (
        Step(_AUTHOR, Verb.SHOW_NAME, 0),
        _ACCEPTED,
        Step(_DIRECTOR, Verb.TITLE, 0),
        _promised(15),
        _PARTNER_ASKED,
        _DECLINES,
        _NEWS,
    ),
    "handed_over": (
        _ACKNOWLEDGED,
        Step(_DIRECTOR, Verb.HAND_OVER, 1),
        Step(_DELEGATE, Verb.ACCEPT, 1),
        _promised(10, 1, _DELEGATE),
        Step(_DELEGATE, Verb.UPDATE, 2),
    ),
    "restricted": (
        _RESTRICTED,
        _ACCEPTED,
        _promised(20),
        Step(_DIRECTOR, Act.BLOCK, 2),
        Step(_DELEGATE, Act.CANNOT, 1),
        Step(_DIRECTOR, Act.BLOCK, 1),
        Step(_DELEGATE, Act.PROVIDE, 1),
        Step(_DIRECTOR, Verb.UPDATE, 1),
    ),
    "returned_then_accepted": (
        _RETURNED,
        _ACCEPTED,
        _decision_asked(5, _DIRECTOR),
        Step(_MANAGER, Reply.AGREE, 1),
        _promised(8),
        Step(_DIRECTOR, Verb.UPDATE, 1),
    ),
    "moved_after_acceptance": (
        _ACCEPTED,
        Step(_FACILITATOR, Verb.REROUTE, 4),
        _ACCEPTED,
        Step(_DIRECTOR, Verb.TITLE, 1),
        _decision_asked(6, _FACILITATOR),
        Step(_DIRECTOR, Verb.UPDATE, 4),
    ),
    "assigned": (
        _RETURNED,
        _RETURNED,
        Step(_COMMITTEE, Verb.ASSIGN, 5),
        _promised(9),
        _HANDED,
        Step(_DELEGATE, Act.TAKE, 1),
        Step(_DIRECTOR, Verb.UPDATE, 2),
        _decision_asked(20, _COMMITTEE),
    ),
    "reopened": (_ACCEPTED, _promised(9), _closed(5), _verified(2, Verdict.NO), _NEWS),
    # It is over.
    "solved": (
        _ACKNOWLEDGED,
        _ACCEPTED,
        _promised(7),
        Step(_DIRECTOR, Verb.UPDATE, 3),
        _kept(4),
        _closed(1),
        _verified(1),
    ),
    "solved_soon": (
        _ACCEPTED,
        _MEASURED,
        _PROPOSED,
        Step(_DIRECTOR, TryAct.START, 0, "3"),
        Step(_DIRECTOR, TryAct.RESULT, 2, Outcome.WORKS),
        Step(_DIRECTOR, TryAct.ROLL_OUT, 0, "4"),
        _kept(1),
        _closed(1),
        _verified(0),
        _QUOTED,
    ),
    "solved_in_part": (
        _ACCEPTED,
        _promised(7),
        _HANDED,
        Step(_DELEGATE, Act.DECLINE, 0),
        _QUESTION,
        _REPLY,
        Step(_DIRECTOR, Verb.UPDATE, 3),
        _closed(6),
        _verified(2, Verdict.PARTLY),
    ),
    "solved_not_verified": (_ACKNOWLEDGED, _ACCEPTED, _NEWS, _closed(4)),
    "redirected_then_solved_in_part": (
        Step(_AUTHOR, Verb.CHANGE_INSTITUTION, 0),
        _ACCEPTED,
        _NEWS,
        Step(_DIRECTOR, Verb.UPDATE, 3, INTERNAL),
        _closed(4),
        _verified(1, Verdict.PARTLY),
    ),
    "returned_then_solved": (_RETURNED, _ACCEPTED, Step(_DIRECTOR, Verb.UPDATE, 3), _closed(5), _verified(1), _QUOTED),
    "reopened_then_solved": (
        _ACCEPTED,
        _closed(5),
        _verified(2, Verdict.NO),
        Step(_DIRECTOR, Verb.UPDATE, 2),
        _closed(5),
        _verified(1),
    ),
    "assigned_then_solved": (
        _RETURNED,
        _RETURNED,
        Step(_COMMITTEE, Verb.ASSIGN, 3),
        Step(_DIRECTOR, Verb.UPDATE, 4),
        _closed(6),
        _verified(3),
        _QUOTED,
    ),
    "triaged_then_solved": (_SENT_BY_FACILITATOR, _ACCEPTED, _closed(4), _verified(1)),
    "triaged_not_solvable": (
        _SENT_BY_FACILITATOR,
        _ACKNOWLEDGED,
        Step(_DIRECTOR, Verb.ACCEPT, 3),
        _closed(6, Closing.NOT_SOLVABLE),
    ),
    "not_solvable": (
        _ACKNOWLEDGED,
        _ACCEPTED,
        Step(_DIRECTOR, Verb.UPDATE, 3, INTERNAL),
        _closed(5, Closing.NOT_SOLVABLE),
    ),
    "duplicate": (_ACKNOWLEDGED, _closed(1, Closing.DUPLICATE)),
    "duplicate_in_triage": (_closed(0, Closing.DUPLICATE, _FACILITATOR),),
    "out_of_mandate": (_ACKNOWLEDGED, _closed(2, Closing.OUT_OF_MANDATE, _FACILITATOR)),
    "out_of_mandate_in_triage": (_closed(1, Closing.OUT_OF_MANDATE, _FACILITATOR),),
    "withdrawn": (_ACKNOWLEDGED, Step(_AUTHOR, Verb.WITHDRAW, 1)),
}
"""Every life by its name; who lives which is in cast.yaml."""
