"""Somebody sees a problem too: they join it, leave it, say whether its closing changed anything for them."""

from sc_bot.domain.answerable import facilitators
from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.joining import can_be_joined, can_merge, is_fresh, join, leave, say, seen_from
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Problem, Verdict
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.joining.merging import goes_on_under
from sc_bot.usecases.problems.changing import Case, change, change_together


def join_problem(database: Database, asked: Asked, reference: str, own: str | None = None) -> Answer:
    """Join a problem that one sees too. `own`: the report that one has just made of it, which goes on under this one.

    Raises:
        Refused: NOT_FOUND, or NOT_YOURS for its own author.
    """

    def act(case: Case) -> Answer:
        if not can_be_joined(case.problem):
            return case.faster()
        report = _fresh_report(case, own) if own else None
        if not join_too(case, case.problem, report):
            return case.faster(frozenset({Happened.JOINED}))
        if report is not None:
            goes_on_under(case, report, case.problem)
        return case.done(Verb.JOIN)

    return change_together(database, asked, (reference, own) if own else (reference,), Verb.JOIN, act)


def leave_problem(database: Database, asked: Asked, reference: str) -> Answer:
    """Hear nothing more of it.

    Raises:
        Refused: NOT_FOUND.
    """

    def act(case: Case) -> Answer:
        before = case.uow.joinings.one(case.problem.id, case.person.id)
        after = leave(before, case.now)
        if before is None or after is None:
            return case.faster(frozenset({Happened.LEFT}))
        case.uow.joinings.save(after)
        case.happened(Happened.LEFT, institution=before.institution)
        return case.done(Verb.LEAVE)

    return change(database, asked, reference, Verb.LEAVE, act)


def say_whether(database: Database, asked: Asked, reference: str, verdict: Verdict) -> Answer:
    """Whether its closing changed anything for one who joined; "no" is for the facilitator to look at.

    It is kept beside the author's own verdict, which alone opens the problem again.

    Raises:
        Refused: NOT_FOUND, or NOT_YOURS for who did not join.
    """

    def act(case: Case) -> Answer:
        after = say(case.uow.joinings.one(case.problem.id, case.person.id), case.problem, verdict, case.now)
        if after is None:
            return case.faster(frozenset({Happened.ALSO_VERIFIED, Happened.REOPENED, Happened.LEFT}))
        case.uow.joinings.save(after)
        details = (verdict.value,)
        telling = case.happened(Happened.ALSO_VERIFIED, details=details, institution=after.institution)
        if verdict is Verdict.NO:
            case.tell(telling.told(*facilitators(case.community)[:1]))
        return case.done(Verb.VERIFY)

    return change(database, asked, reference, Verb.LEAVE, act)


def join_too(case: Case, problem: Problem, report: Problem | None = None) -> bool:
    """Let the one who acts be among those who see it too; False when they were. A director kept out learns no place."""
    before = case.uow.joinings.one(problem.id, case.person.id)
    hidden = report is not None and report.director_kept_out
    place = None if hidden else seen_from(case.person, case.community)
    after = join(problem, case.person, place, before, case.now)
    if after is None:
        return False
    case.uow.joinings.save(after)
    case.happened(Happened.JOINED, institution=place)
    return True


def _fresh_report(case: Case, own: str) -> Problem | None:
    """The report that may still go on under another: one's own, on which nobody has acted."""
    report = case.uow.problems.get(case.asked.workspace, own, to_change=True)
    if report is None or report.reporter != case.person.id or not is_fresh(report):
        return None
    return report if can_merge(report, case.problem) else None
