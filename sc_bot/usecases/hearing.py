"""What somebody hears who is told of one step: whoever owes a promise hears of it, wherever they work."""

from dataclasses import replace
from datetime import datetime

from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Person
from sc_bot.domain.events import OF_COMMITMENTS, Event
from sc_bot.domain.problems import Problem
from sc_bot.domain.promising import acts
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.promises import Looking
from sc_bot.usecases.reading import step_view, view_of


def heard(
    uow: UnitOfWork, place: Place, problem: Problem, person: Person, event: int, now: datetime
) -> tuple[ProblemView, StepView] | None:
    """The problem and the step, as this person may read them; None when the step is not theirs to read.

    A promise may be owed by somebody who does not read the problem's text: they read the steps of what they owe, and
    nothing else of it.

    Raises:
        Refused: NOT_FOUND when they may not know of the problem.
    """
    view = view_of(uow, place, problem, person, now)
    shown = next((each for each in view.steps if each.id == event), None)
    if shown is not None:
        return view, shown
    step = uow.history.event(event)
    owed = _owed(uow, place, problem, person, step)
    if owed is None or step.internal:
        return None
    promise = Looking(uow, place, person, now).at(problem, owed)
    return replace(view, commitments=(promise,)), step_view(uow, place, problem, step)


def _owed(uow: UnitOfWork, place: Place, problem: Problem, person: Person, step: Event) -> Commitment | None:
    """The promise that a step is about, if this person owes it, did until then, or acts for who does."""
    if step.problem != problem.id or step.kind not in OF_COMMITMENTS:
        return None
    commitment = uow.commitments.get(problem, int(step.details[0]))
    if commitment is None:
        return None
    is_theirs = person.id in (commitment.owner, *step.details[1:])
    return commitment if is_theirs or acts(person, commitment, problem, place.community) else None
