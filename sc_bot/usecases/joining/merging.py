"""Two reports of one problem: one goes on under the other, with its author, its institutions and its words."""

from dataclasses import replace

from sc_bot.domain.answers import Answer
from sc_bot.domain.community import Person
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.joining import Joined, can_merge, join, seen_from, with_merged
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.transitions import close
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.gate import required
from sc_bot.usecases.problems.changing import Case, change_together
from sc_bot.usecases.problems.ending import give_up_promises


def merge_problem(database: Database, asked: Asked, reference: str, into: str) -> Answer:
    """The facilitator lets a problem go on under another: its author joins that one, and what it brought stays known.

    Raises:
        Refused: the other is unknown, closed, kept to a few, or the same.
    """
    wanted = required(into, "into").upper()

    def act(case: Case) -> Answer:
        if not case.problem.is_open:
            return case.faster()
        other = case.uow.problems.get(case.asked.workspace, wanted, to_change=True)
        if other is None or not sight(case.person, other, case.community).exists:
            raise Refused(Why.UNKNOWN_DUPLICATE, field="into", details=(wanted[:20],))
        if not can_merge(case.problem, other):
            raise Refused(Why.CANNOT_MERGE, field="into")
        _bring_author(case, case.problem, other)
        return case.done(Verb.MERGE, goes_on_under(case, case.problem, other))

    return change_together(database, asked, (reference, wanted), Verb.MERGE, act)


def goes_on_under(case: Case, problem: Problem, other: Problem) -> Problem:
    """Close one as the same as the other; those who had it are told, and so is its author, unless they did it."""
    after = close(problem, Closing.DUPLICATE, case.now, other.reference) or problem
    own, there = replace(case, problem=problem), replace(case, problem=other)
    in_charge = own.in_charge()
    telling = own.happened(Happened.MERGED, after, details=(other.reference,))
    gone = replace(case, problem=after)
    give_up_promises(gone, told=in_charge)
    told = in_charge if problem.acknowledged_at is not None else ()
    own.tell(telling.told(*told, author=own.author(), asks=True))
    taken = there.happened(Happened.TAKEN_IN, with_merged(other, problem), internal=True, details=(problem.reference,))
    _bring_perceptions(case, problem, other)
    if other.acknowledged_at is not None:
        there.tell(taken.told(*there.in_charge()))
    for each in case.uow.joinings.of(problem.id):
        _bring(case, each, other)
    _bring_duplicates(case, problem, other)
    return after


def _bring_perceptions(case: Case, problem: Problem, other: Problem) -> None:
    """Who perceived the one as unsolvable, and when, is said of the other: a merger ends no deadlock."""
    known = {(each.actor, each.details) for each in _perceived(case, other)}
    for each in _perceived(case, problem):
        if (each.actor, each.details) not in known:
            case.uow.history.add(other, replace(each, id=0, problem=other.id))


def _perceived(case: Case, problem: Problem) -> list[Event]:
    return [each for each in case.uow.history.of(problem.id) if each.kind is Happened.PERCEIVED]


def _bring_author(case: Case, problem: Problem, other: Problem) -> None:
    """The author of what is merged hears of the other from now on."""
    author = case.uow.communities.person(problem.community, problem.reporter)
    if author is not None:
        place = None if problem.director_kept_out else seen_from(author, case.community)
        _join_for(case, author, place, other)


def _bring(case: Case, joined: Joined, other: Problem) -> None:
    """Whoever had joined what is merged goes on with the other."""
    person = case.uow.communities.person(joined.community, joined.person)
    if person is not None and joined.left_at is None:
        _join_for(case, person, joined.institution, other)


def _join_for(case: Case, person: Person, place: str | None, other: Problem) -> None:
    before = case.uow.joinings.one(other.id, person.id)
    after = join(other, person, place, before, case.now)
    if after is not None and person.id != other.reporter:
        case.uow.joinings.save(after)


def _bring_duplicates(case: Case, problem: Problem, other: Problem) -> None:
    """What went on under the one goes on under the other: no chain of duplicates."""
    for each in case.uow.problems.duplicates_of(problem):
        now = case.uow.problems.by_id(each.id, to_change=True)
        if now.duplicate_of == problem.reference:  # else its author has just said that it is not the same
            _bring_author(case, now, other)
            after = replace(now, duplicate_of=other.reference)
            replace(case, problem=now).happened(Happened.MERGED, after, details=(other.reference,))
