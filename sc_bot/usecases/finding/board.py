"""The board of a unit: its open problems, one line each, for the caucus in front of the visual board."""

from dataclasses import replace

from sc_bot.domain.commitments import Commitment
from sc_bot.domain.due import Due
from sc_bot.domain.finding import Sought
from sc_bot.domain.found import BoardLine, BoardPage
from sc_bot.domain.problems import OPEN, UNDECIDED, Problem
from sc_bot.domain.views import ProblemView
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.finding.listing import Question, Seeker, found_by, on_page, seeker_in, turning_to
from sc_bot.usecases.reading_lists import views_of

PAGE = 15  # lines on a sheet of paper, and in one message


def see_board(database: Database, asked: Asked, question: Question) -> BoardPage:
    """What is open in one's own institution, or where and about what one asks; as far as one may see.

    Raises:
        Refused: NO_COMMUNITY.
    """
    with database.reading() as uow:
        seeker = seeker_in(uow, asked)
        asks = replace(question, sought=_of_a_unit(seeker, question.sought))
        found = found_by(seeker, asks.sought)
        turning = turning_to(asks, found, PAGE)
        return BoardPage(asks.sought, turning, _lines(seeker, list(on_page(found, turning, PAGE))), seeker.day)


def _of_a_unit(seeker: Seeker, sought: Sought) -> Sought:
    """Of one's own institution unless another or a continuum is named; what is open unless a state is."""
    home = seeker.person.institution
    elsewhere = sought.institutions or sought.continua or sought.mine
    institutions = sought.institutions if elsewhere or home is None else (home,)
    return replace(sought, institutions=institutions, states=sought.states or OPEN)


def _lines(seeker: Seeker, problems: list[Problem]) -> tuple[BoardLine, ...]:
    owed = seeker.uow.commitments.owed_among([each.id for each in problems])
    first = {each.problem: each for each in reversed(owed)}
    views = views_of(seeker.uow, seeker.member.place, problems, seeker.person)
    return tuple(_line(seeker, each, view, first.get(each.id)) for each, view in zip(problems, views, strict=True))


def _line(seeker: Seeker, problem: Problem, view: ProblemView, promise: Commitment | None) -> BoardLine:
    """The next date and who owes it; for those who may not read the problem, only who has it."""
    if not sight(seeker.person, problem, seeker.community).text:
        return BoardLine(view, None, view.person)
    if promise is not None:
        owner = seeker.community.person(promise.owner)
        return BoardLine(view, promise.due, owner.name if owner else view.person)
    return BoardLine(view, Due(problem.answer_by) if problem.state in UNDECIDED else None, view.person)
