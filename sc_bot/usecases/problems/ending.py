"""What ends with a problem: nobody owes for what is closed."""

from collections.abc import Iterable
from dataclasses import replace

from sc_bot.domain.commitments import cancel
from sc_bot.domain.community import Person
from sc_bot.domain.deadlocks import Sign, Way, ended
from sc_bot.domain.decisions import end
from sc_bot.domain.events import Happened
from sc_bot.domain.followups import subject_of, subject_of_decision
from sc_bot.domain.joint_changes import abandon
from sc_bot.domain.problems import Problem
from sc_bot.domain.tryouts import Trying
from sc_bot.usecases.problems.changing import Case
from sc_bot.usecases.stuck import end_with_problem, save_decided


def lead_is_named(case: Case, institution: str) -> None:
    """The support committee has named who leads: that ends a deadlock whose every sign is that nobody did."""
    deadlock = case.uow.deadlocks.open_of(case.problem.id)
    if deadlock is None or not {*deadlock.signs} <= {Sign.RETURNED, Sign.UNOWNED}:
        return
    over = ended(deadlock, Way.LEAD, case.now, institution=institution)
    if over is not None:
        save_decided(case.uow, case.member.place, over, case.now)
        case.happened(Happened.DEADLOCK_ENDED, details=(Way.LEAD.value,), institution=institution)


def close_with(case: Case, after: Problem, *, text: int | None, details: tuple[str, ...]) -> None:
    """Close it: what was promised ends, whoever had it and the author hear how, and those of its duplicates too."""
    telling = case.happened(Happened.CLOSED, after, text=text, details=details)
    give_up_promises(replace(case, problem=after), told=case.in_charge())
    case.tell(telling.told(*case.in_charge(), *_proposers(case), author=case.author(), asks=True))
    tell_duplicates(case, after)


def tell_duplicates(case: Case, closed: Problem) -> None:
    """Those whose report went on under it hear how it ended."""
    for each in case.uow.problems.duplicates_of(closed):
        _tell_of_the_other(replace(case, problem=each), closed)


def _proposers(case: Case) -> list[Person]:
    """Those whose solution was not given up before: they hear how the problem ends."""
    given_up = {Trying.DECLINED, Trying.STOPPED}
    found = (
        case.uow.communities.person(each.community, each.proposed_by)
        for each in case.uow.tryouts.of(case.problem.id)
        if each.standing not in given_up and each.proposed_by != case.problem.reporter
    )
    return [each for each in found if each is not None]


def _tell_of_the_other(duplicate: Case, closed: Problem) -> None:
    """The author of a duplicate hears that the problem under which it went on is closed, and may disagree.

    Who joined that one hears it as one of those who see it too: once is enough.
    """
    telling = duplicate.happened(Happened.OTHER_CLOSED)
    if not duplicate.uow.joinings.among([closed.id], duplicate.problem.reporter):
        duplicate.tell(telling.told(author=duplicate.author(), asks=True))


def give_up_promises(case: Case, *, told: Iterable[Person | None] = ()) -> None:
    """What was still promised is given up with the problem, openly; whoever was asked for something need not answer.

    Each who owed something hears it once: not the author, nor those who are `told` anyway how it ended.
    """
    end_with_problem(case.uow, case.problem, case.now)
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
        over = end(request, case.now)
        if over is not None:
            case.uow.decisions.save(over)
            case.uow.followups.end(subject_of_decision(request.id))
    for change in case.uow.joint_changes.of(case.problem.id):
        given_up = abandon(change)
        if given_up is not None and not any(each.is_open for each in case.uow.problems.several(change.problems)):
            case.uow.joint_changes.save(given_up)
