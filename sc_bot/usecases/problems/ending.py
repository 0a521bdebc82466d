"""What ends with a problem: nobody owes for what is closed."""

from collections.abc import Iterable

from sc_bot.domain.commitments import cancel
from sc_bot.domain.community import Person
from sc_bot.domain.decisions import end
from sc_bot.domain.events import Happened
from sc_bot.domain.followups import subject_of, subject_of_decision
from sc_bot.usecases.problems.changing import Case


def give_up_promises(case: Case, *, told: Iterable[Person | None] = ()) -> None:
    """What was still promised is given up with the problem, openly; whoever was asked for something need not answer.

    Each who owed something hears it once: not the author, nor those who are `told` anyway how it ended.
    """
    hear_anyway = {case.problem.reporter, *(each.id for each in told if each is not None)}
    for each in case.uow.commitments.of(case.problem.id):
        after = cancel(each, case.now)
        if after is not None:
            case.uow.commitments.save(after)
            telling = case.happened(Happened.CANCELLED, details=(str(each.number),))
            if each.owner not in hear_anyway:
                hear_anyway.add(each.owner)
                case.tell(telling.told(case.uow.communities.person(each.community, each.owner)))
            case.uow.followups.end(subject_of(each.problem, each.id))
    for part in case.uow.participations.of(case.problem.id):
        case.uow.followups.end(subject_of(part.problem, participation=part.id))
    for request in case.uow.decisions.of(case.problem.id):
        ended = end(request, case.now)
        if ended is not None:
            case.uow.decisions.save(ended)
            case.uow.followups.end(subject_of_decision(request.id))
