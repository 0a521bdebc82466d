"""A list of problems, narrowed as its reader asks: everything is read anew for each of its pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sc_bot.domain.answerable import answers_for
from sc_bot.domain.community import Community, Person
from sc_bot.domain.finding import Sought
from sc_bot.domain.found import FoundPage, Turning
from sc_bot.domain.problems import UNDECIDED, Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.scope import scope_of
from sc_bot.domain.visibility import Sight, sight
from sc_bot.ports import Database, Member, UnitOfWork, Wanted
from sc_bot.usecases.asking import Asked, member_of_reading
from sc_bot.usecases.finding.searching import BEST, search
from sc_bot.usecases.reading_lists import views_of

COUNTED = 1_000  # beyond that the number is not worth its query
PAGE = 10  # lines on a telephone's screen


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks for; which page of it, from 0; how many problems there were on the page before."""

    sought: Sought
    page: int = 0
    known: int | None = None


@dataclass(frozen=True, slots=True)
class Seeker:
    """Somebody who looks for problems, now."""

    uow: UnitOfWork
    member: Member
    now: datetime

    @property
    def community(self) -> Community:
        """Where they look."""
        return self.member.place.community

    @property
    def person(self) -> Person:
        """Who looks."""
        return self.member.person

    @property
    def day(self) -> date:
        """The community's date."""
        return self.now.astimezone(ZoneInfo(self.community.settings.timezone)).date()


def seeker_in(uow: UnitOfWork, asked: Asked) -> Seeker:
    """Who looks, with their roles as they are now.

    Raises:
        Refused: NO_COMMUNITY.
    """
    member = member_of_reading(uow, asked)
    if member is None:
        raise Refused(Why.NO_COMMUNITY)
    return Seeker(uow, member, asked.now)


def find_problems(database: Database, asked: Asked, question: Question) -> FoundPage:
    """One page of the problems that somebody looks for, as far as they may see.

    Raises:
        Refused: NO_COMMUNITY.
    """
    with database.reading() as uow:
        seeker = seeker_in(uow, asked)
        found = found_by(seeker, question.sought)
        turning = turning_to(question, found, PAGE)
        views = views_of(uow, seeker.member.place, on_page(found, turning, PAGE), seeker.person)
        return FoundPage(question.sought, turning, tuple(views))


def turning_to(question: Question, found: Sequence[Problem], size: int) -> Turning:
    """The page that was asked for; beyond the last one, the last."""
    total = min(len(found), COUNTED)
    pages = max(1, -(-total // size))
    return Turning(
        page=min(max(question.page, 0), pages - 1),
        pages=pages,
        total=total,
        more=len(found) > COUNTED or (bool(question.sought.words) and len(found) == BEST),
        changed=question.known not in {None, total},
    )


def on_page(found: Sequence[Problem], turning: Turning, size: int) -> Sequence[Problem]:
    """The problems of one page."""
    return found[: turning.total][turning.page * size : (turning.page + 1) * size]


def found_by(seeker: Seeker, sought: Sought) -> list[Problem]:
    """Every problem that answers a question, up to one more than are counted, in the order of the list."""
    wanted = Wanted(sought, scope_of(seeker.person, seeker.community), seeker.day)

    def looks(problem: Problem) -> Sight | None:
        seen = sight(seeker.person, problem, seeker.community)
        return seen if _belongs(seeker, sought, problem, seen) else None

    place = seeker.member.place
    if sought.words:
        found = search(seeker.uow, place, wanted, looks)
    else:
        found = [each for each in seeker.uow.finding.matching(place, wanted, COUNTED + 1) if looks(each)]
    return _late_ones(seeker, found) if sought.overdue else found


def _belongs(seeker: Seeker, sought: Sought, problem: Problem, seen: Sight) -> bool:
    """Whether this reader may learn that the problem answers the question."""
    if not seen.exists or ((sought.overdue or sought.clients) and not seen.text):
        return False
    if sought.clients and not problem.noticed_by_clients:
        return False
    if sought.institutions and not _is_with(sought.institutions, problem, seen):
        return False
    own = problem.reporter == seeker.person.id
    return not sought.mine or own or answers_for(seeker.person, problem, seeker.community)


def _is_with(institutions: Sequence[str], problem: Problem, seen: Sight) -> bool:
    helping = (*problem.invited, *problem.contributors) if seen.text else ()
    there = {problem.institution, problem.owes, *helping} if seen.lead else set()
    return not there.isdisjoint(institutions)


def _late_ones(seeker: Seeker, problems: Sequence[Problem]) -> list[Problem]:
    """Those whose answer or promise is late, the longest first."""
    since = {each.id: [each.answer_by] for each in problems if each.state in UNDECIDED and each.answer_by < seeker.day}
    for promise in seeker.uow.commitments.owed_among([each.id for each in problems]):
        if promise.is_late(seeker.now):
            since.setdefault(promise.problem, []).append(promise.due.day)
    return sorted((each for each in problems if each.id in since), key=lambda each: (min(since[each.id]), each.id))
