"""What comes from the ground up, as columns of the problems: what it does to the work; access, before and after."""

from collections.abc import Callable
from decimal import Decimal

from sc_bot.domain.exports import ProblemRow
from sc_bot.presentation import access, reorganising
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.tables import Column, Kind, Value

_Cell = Callable[[ProblemRow], Value]


def from_the_ground(words: Words) -> list[tuple[Column, _Cell]]:
    """What a solution does to the work, and how hard it is to get care, measured."""
    what = Column("access", words.t("Access"), words.t("What was measured, and in what."), width=18)
    kind, width = Kind.DECIMAL, 12
    before = Column("access_before", words.t("Before"), words.t("The measure before."), kind, width)
    after = Column("access_after", words.t("After"), words.t("The measure when it was closed."), kind, width)
    lived = Column("access_lived", words.t("For the author"), words.t("The measure since, by its author."), kind, width)
    sort = Column(
        "reorganised", words.t("The work"), words.t("What it does to the work: stop, start, change, share."), width=18
    )
    freed = Column(
        "time_freed", words.t("Time freed"), words.t("Hours a week, as it was said when it was closed."), kind, width
    )
    objective = Column(
        "objective", words.t("Strategic objective"), words.t("The one to which it is linked, if it is."), width=26
    )
    return [
        (objective, lambda row: words.name(row.objective) if row.objective else None),
        (sort, lambda row: reorganising.sort(words, row.reorganised.sort) if row.reorganised.sort else None),
        (freed, lambda row: _number(row.reorganised.freed)),
        (what, lambda row: access.choice(words, row.access.hurdle) if row.access else None),
        (before, lambda row: _number(row.access.before if row.access else None)),
        (after, lambda row: _number(row.access.after if row.access else None)),
        (lived, lambda row: _number(row.access.lived if row.access else None)),
    ]


def _number(amount: Decimal | None) -> Value:
    """A whole number stays one."""
    if amount is None:
        return None
    return int(amount) if amount == int(amount) else float(amount)
