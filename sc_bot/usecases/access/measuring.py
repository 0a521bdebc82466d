"""A measure of access is given by itself: while the problem is open, and by its author once it changed."""

from decimal import Decimal

from sc_bot.domain.access import Given, Hurdle, Moment, read_amount, read_given
from sc_bot.domain.answers import Answer
from sc_bot.domain.permissions import Verb
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.problems.measures import access_in, keep_measure


def measure_access(database: Database, asked: Asked, reference: str, given: Given) -> Answer:
    """While it is open, how it is now; once its author said whether it changed, how they find it since.

    Raises:
        Refused: no number, or not what it counts; NOT_YOURS.
    """
    if not given.amount.strip():
        raise Refused(Why.NOT_A_NUMBER, field="access")
    before = read_given(given) if given.hurdle else None

    def act(case: Case) -> Answer:
        if case.problem.is_open:
            keep_measure(case, Moment.BEFORE, *_said(before))
            return case.done(Verb.MEASURE)
        known = access_in(case)
        if known is None or case.problem.verdict is None or case.person.id != case.problem.reporter:
            return case.faster()
        keep_measure(case, Moment.LIVED, known.hurdle, read_amount(given.amount, known.hurdle))
        return case.done(Verb.MEASURE)

    return change(database, asked, reference, Verb.MEASURE, act)


def _said(measure: tuple[Hurdle, Decimal] | None) -> tuple[Hurdle, Decimal]:
    """The measure with what it counts.

    Raises:
        Refused: NO_HURDLE.
    """
    if measure is None:
        raise Refused(Why.NO_HURDLE, field="access_kind")
    return measure
