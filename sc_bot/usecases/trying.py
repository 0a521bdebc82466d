"""Try-outs as one reader may see them."""

from collections.abc import Mapping

from sc_bot.domain.community import Person
from sc_bot.domain.problems import Problem
from sc_bot.domain.tryouts import Tryout, TryoutView, acts
from sc_bot.ports import Place, UnitOfWork


def tryouts_of(
    uow: UnitOfWork, place: Place, problem: Problem, person: Person, texts: Mapping[int, str]
) -> tuple[TryoutView, ...]:
    """Those of one problem, for somebody who may read its words, which are `texts` by their ids."""
    return tuple(tryout_view(uow, place, problem, person, each, texts) for each in uow.tryouts.of(problem.id))


def tryout_view(
    uow: UnitOfWork, place: Place, problem: Problem, person: Person, tryout: Tryout, texts: Mapping[int, str]
) -> TryoutView:
    """One of them; who proposed it is named only if they show their name."""
    author = uow.communities.person(place.id, tryout.proposed_by) if tryout.name_shown else None
    return TryoutView(
        reference=tryout.reference,
        problem=problem.reference,
        number=tryout.number,
        what=texts.get(tryout.what),
        where=texts.get(tryout.where or 0),
        until=tryout.until,
        zone=tryout.zone,
        standing=tryout.standing,
        outcome=tryout.outcome,
        by=author.name or author.id if author else None,
        is_own=tryout.proposed_by == person.id,
        offers=acts(person, tryout, problem, place.community),
    )
