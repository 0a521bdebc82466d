"""One try-out, for somebody about to do something with it."""

from sc_bot.domain.permissions import Verb, may
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.tryouts import TryAct, TryoutView
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.changing import open_case
from sc_bot.usecases.trying import tryout_view
from sc_bot.usecases.tryouts.trying import must_offer


def see_tryout(database: Database, asked: Asked, reference: str, act: TryAct) -> TryoutView:
    """One try-out, for whoever may do this to it.

    Raises:
        Refused: NOT_FOUND, NOT_YOURS, or TRYOUT_OVER.
    """
    split = split_reference(reference, Mark.TRYOUT)
    with database.reading() as uow:
        case = open_case(uow, asked, split[0], to_change=False) if split else None
        tryout = uow.tryouts.get(case.problem, split[1]) if case and split else None
        if case is None or tryout is None:
            raise Refused(Why.NOT_FOUND, details=(reference.strip()[:20],))
        if not may(case.person, Verb.TRY, case.problem, case.community):
            raise Refused(Why.NOT_YOURS)
        must_offer(tryout, act)
        texts = {each.id: each.body for each in uow.history.texts(case.problem.id)}
        return tryout_view(uow, case.member.place, case.problem, case.person, tryout, texts)
