"""What can happen to a problem: each returns the problem as it is afterwards, or None when it no longer can.

None means that somebody was faster or that the button is old; the use case then tells who, when, and what it is now.
"""

from dataclasses import replace
from datetime import date, datetime

from sc_bot.domain.problems import OPEN, UNDECIDED, Because, Closing, Problem, State, Verdict
from sc_bot.domain.refusals import Refused, Why

_WAITING = frozenset({State.ROUTED, State.RETURNED})
_RETURNABLE = frozenset({State.ROUTED, State.ACKNOWLEDGED, State.RETURNED})
RETURNS_BEFORE_ARBITRATION = 2  # the second return goes to the support committee (domain, section 2)


def acknowledge(problem: Problem, now: datetime) -> Problem | None:
    """The director has read it. That is not yet accepting."""
    if problem.state not in _WAITING or problem.institution is None:
        return None
    return replace(problem, state=State.ACKNOWLEDGED, acknowledged_at=problem.acknowledged_at or now)


def accept(problem: Problem, now: datetime) -> Problem | None:
    """The institution leads the search for a solution; accepting also acknowledges."""
    if problem.state not in _RETURNABLE or problem.institution is None:
        return None
    return replace(
        _led_by(problem, problem.institution),
        state=State.ACCEPTED,
        owes=problem.institution,
        acknowledged_at=problem.acknowledged_at or now,
        accepted_at=now,
    )


def return_(problem: Problem, proposed: str | None, limit: int = RETURNS_BEFORE_ARBITRATION) -> Problem | None:
    """Sent back with a proposal; the returner owes the answer until another accepts.

    Args:
        problem: the problem as it is.
        proposed: the institution that should have it; None leaves it to the facilitator.
        limit: at which return the support committee decides.

    Raises:
        Refused: the proposed institution is the one that returns it.
    """
    if problem.state not in _RETURNABLE or problem.institution is None:
        return None
    if proposed == problem.institution:
        raise Refused(Why.SAME_INSTITUTION, field="institution")
    returner = problem.institution
    returned = replace(
        problem,
        returned_by=(*problem.returned_by, returner),
        owes=returner,
        because=Because("returned", returner),
        acknowledged_at=None,
    )
    if len(returned.returned_by) >= limit:
        concerned = _with(problem.concerned, proposed)
        return replace(returned, state=State.ARBITRATION, concerned=concerned)
    return replace(returned, state=State.RETURNED, institution=proposed)


def send_to(problem: Problem, institution: str, because: Because) -> Problem | None:
    """Another institution receives it: by the facilitator, or by the author before anyone accepted.

    Whoever returned it or had accepted it owes the answer until another accepts.

    Raises:
        Refused: it is already there.
    """
    if problem.state not in OPEN:
        return None
    if institution == problem.institution and problem.state is not State.ARBITRATION:
        raise Refused(Why.SAME_INSTITUTION, field="institution")
    still_owing = problem.owes if problem.returned_by or problem.accepted_at is not None else None
    return replace(
        problem,
        state=State.ROUTED,
        institution=institution,
        owes=still_owing or institution,
        because=because,
        acknowledged_at=None,
        accepted_at=None,
    )


def assign(problem: Problem, institution: str, now: datetime) -> Problem | None:
    """The support committee decides who leads; the decision is an acceptance in its name."""
    if problem.state is not State.ARBITRATION:
        return None
    return replace(
        _led_by(problem, institution),
        state=State.ACCEPTED,
        institution=institution,
        owes=institution,
        because=Because("arbitration"),
        acknowledged_at=now,
        accepted_at=now,
    )


def lead_by_decision(problem: Problem, institution: str, now: datetime) -> Problem | None:
    """A decision about a deadlock names who leads, wherever the problem stands; None where that is so already."""
    if problem.state not in OPEN or problem.lead == institution:
        return None
    return replace(
        _led_by(problem, institution),
        state=State.ACCEPTED,
        institution=institution,
        owes=institution,
        because=Because("arbitration"),
        acknowledged_at=problem.acknowledged_at or now,
        accepted_at=now,
    )


def withdraw(problem: Problem, now: datetime) -> Problem | None:
    """The author takes it back, before anyone accepted."""
    if problem.state not in UNDECIDED:
        return None
    return replace(problem, state=State.WITHDRAWN, owes=None, closed_at=now)


def close(problem: Problem, closing: Closing, now: datetime, duplicate_of: str | None = None) -> Problem | None:
    """The end of the work, for a stated reason; the author may still say that nothing changed."""
    if problem.state not in OPEN:
        return None
    return replace(
        problem,
        state=State.CLOSED,
        owes=None,
        closing=closing,
        duplicate_of=duplicate_of,
        closed_at=now,
        verdict=None,
    )


def verify(problem: Problem, verdict: Verdict, answer_by: date) -> Problem | None:
    """The author says whether it changed for them; "no" opens it again, with the same lead.

    `answer_by` is the day by which the lead answers, should it open again.
    """
    if problem.state is not State.CLOSED or problem.verdict is not None:
        return None
    if verdict is not Verdict.NO:
        return replace(problem, verdict=verdict)
    state = State.REPORTED if problem.institution is None else State.ROUTED
    if problem.accepted_at is not None:
        state = State.ACCEPTED
    return replace(
        problem,
        state=state,
        owes=problem.institution,
        closing=None,
        closed_at=None,
        duplicate_of=None,
        reopened=problem.reopened + 1,
        answer_by=answer_by,
    )


def _led_by(problem: Problem, institution: str) -> Problem:
    """Whoever leads is nobody's contributor any more."""
    invited = tuple(each for each in problem.invited if each != institution)
    contributors = tuple(each for each in problem.contributors if each != institution)
    return replace(problem, invited=invited, contributors=contributors)


def _with(concerned: tuple[str, ...], institution: str | None) -> tuple[str, ...]:
    return concerned if institution is None or institution in concerned else (*concerned, institution)
