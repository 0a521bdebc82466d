"""Measures of access, kept in the history of a problem."""

from decimal import Decimal

from sc_bot.domain.access import Access, Hurdle, Moment, access_of, details_of, read_amount
from sc_bot.domain.events import Happened
from sc_bot.usecases.problems.changing import Case


def keep_measure(case: Case, moment: Moment, hurdle: Hurdle, amount: Decimal) -> None:
    """Keep it in the history."""
    case.happened(Happened.MEASURED, details=details_of(moment, hurdle, amount))


def access_in(case: Case) -> Access | None:
    """What was measured until now."""
    return access_of(case.uow.history.of(case.problem.id))


def after_closing(case: Case, amount: str) -> tuple[Hurdle, Decimal] | None:
    """How it is now, as whoever closes it says, if it was measured before.

    Raises:
        Refused: NOT_A_NUMBER.
    """
    known = access_in(case) if amount.strip() else None
    return (known.hurdle, read_amount(amount, known.hurdle, "access_after")) if known else None
