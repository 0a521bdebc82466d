"""Joint changes, as far as a reader may see the problems that they are about."""

from collections.abc import Callable, Iterator

from sc_bot.domain.community import Localised
from sc_bot.domain.exports import JointRow
from sc_bot.domain.joint_changes import Answered, Part
from sc_bot.ports import UnitOfWork
from sc_bot.usecases.exporting.looking import Looker
from sc_bot.usecases.joint_reading import Gathering, gathered

PAGE = 500  # changes that are read at once


def joint_rows(uow: UnitOfWork, looker: Looker) -> Iterator[JointRow]:
    """Every change, the oldest first; six queries a page."""
    last = 0
    while page := uow.joint_changes.page(looker.place, last, PAGE):
        found = gathered(uow, page)
        backs = uow.history.bodies([each.back for each in page if each.back])
        for each in found:
            if any(looker.sees(problem).exists for problem in each.problems):
                yield _row(looker, each, backs.get(each.change.back or 0))
        last = page[-1].id


def _row(looker: Looker, each: Gathering, back: str | None) -> JointRow:
    change = each.change
    seen = [problem for problem in each.problems if looker.sees(problem).exists]
    reads = any(looker.sees(problem).text for problem in each.problems)

    def those(has: Callable[[Part], bool]) -> tuple[Localised, ...]:
        return tuple(looker.named(part.institution) for part in change.parts if has(part))

    return JointRow(
        reference=change.reference,
        problems=tuple(problem.reference for problem in seen),
        what=each.what if reads else None,
        stage=change.stage,
        day=change.day,
        needed=change.needed,
        begun_on=looker.calendar.local_date(change.begun_at),
        went_on=looker.day(change.went_at),
        has_back=change.back is not None,
        back=back if reads else None,
        taken=those(lambda part: part.answered is Answered.TAKEN),
        ready=those(lambda part: part.ready),
        silent=those(lambda part: part.answered is Answered.ASKED and not part.is_reopened),
        declined=those(lambda part: part.answered is Answered.DECLINED),
        verified=those(lambda part: part.is_verified),
        reopened=those(lambda part: part.is_reopened),
    )
