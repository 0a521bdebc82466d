"""Who hears of a try-out: whoever has the problem, and at each step whoever proposed it."""

from dataclasses import replace

from sc_bot.domain.addresses import address_of
from sc_bot.domain.tryouts import Tryout
from sc_bot.usecases.followups.owing import living
from sc_bot.usecases.problems.changing import Case
from sc_bot.usecases.telling import Telling


def tell_those_in_charge(case: Case, telling: Telling) -> None:
    """Each in their working hours: it can wait for the morning."""
    people = {address_of(case.problem.community, each): each for each in case.in_charge() if each is not None}
    case.tell([replace(each, due_at=telling.due(people[each.to])) for each in telling.told(*people.values())])


def tell_proposer(case: Case, telling: Telling, tryout: Tryout) -> None:
    """What became of their solution."""
    case.tell(telling.told(living(case.uow, case.member.place, tryout.proposed_by)))
