"""Whoever looks finds what they may see, all of it and nothing else: by filters, by words, by paging, by counts."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import event

from sc_bot.domain.absences import Absence, Cover
from sc_bot.domain.finding import EVERYTHING, Sought, read_sought
from sc_bot.domain.problems import OPEN, Problem, State
from sc_bot.domain.scope import scope_of
from sc_bot.ports import Wanted
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.community import import_community
from sc_bot.usecases.finding.board import see_board
from sc_bot.usecases.finding.listing import PAGE, Question, find_problems
from sc_bot.usecases.problems.seeing import list_problems
from storage.database import StoredDatabase
from tests.finding.town import answers, plain_problem, some_problems, written
from tests.house import THURSDAY, WORKER_PATIENCE
from tests.who.world import PEOPLE, WORKSPACE, another_community, with_every_role

BRACKETS = ("BEGIN", "COMMIT", "ROLLBACK")
QUESTIONS = (
    EVERYTHING,
    Sought(mine=True),
    Sought(overdue=True),
    Sought(institutions=("HSF", "PCO")),
    Sought(continua=("ONC",), states=OPEN),
    Sought(states=frozenset({State.ARBITRATION, State.CLOSED})),
    Sought(words="formulaires"),
    Sought(words="Bilan congé"),
    Sought(mine=True, overdue=True, institutions=("HSF", "CVE", "GTV"), words="navette"),
)


def test_everybody_finds_what_they_may_see_and_nothing_else(url: str) -> None:
    """Each role asks each question of 90 random problems: as many as sight shows, one by one, on all pages together.

    Restricted ones, those from which an author keeps their director out, and another community's are among them.
    """
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    with database.unit_of_work() as uow:
        place = import_community(uow, WORKSPACE, with_every_role(), THURSDAY, channels={})
        other = import_community(uow, WORKSPACE, another_community(), THURSDAY, channels={})
        problems = some_problems(uow, place, 90, random.Random(7))  # noqa: S311 - as above
        some_problems(uow, other, 20, random.Random(8))  # noqa: S311 - invented problems
    for column, slack_id in PEOPLE.items():
        if column not in {"new", "ocd", "ows"}:
            _asks_everything(database, slack_id, problems)
    database.close()


def _asks_everything(database: StoredDatabase, slack_id: str, problems: Sequence[Problem]) -> None:
    asked = Asked(workspace=WORKSPACE, slack_id=slack_id, request="1", now=THURSDAY)
    with database.reading() as uow:
        member = uow.communities.members(WORKSPACE, slack_id)[0]
        right = {each: answers(uow, member.place, member.person, each, problems) for each in QUESTIONS}
        scope = scope_of(member.person, member.place.community)
        rows = uow.finding.matching(member.place, Wanted(EVERYTHING, scope, THURSDAY.date()), 1_000)
    assert {each.reference for each in rows} == right[EVERYTHING], slack_id  # what may not be known of is not even read
    for sought, expected in right.items():
        first = find_problems(database, asked, Question(sought))
        pages = [
            first,
            *(find_problems(database, asked, Question(sought, page)) for page in range(1, first.turning.pages)),
        ]
        found = [line.reference for page in pages for line in page.lines]
        assert sorted(found) == sorted(expected), (slack_id, sought)
        assert first.turning.total == len(expected), (slack_id, sought)


def test_who_covers_one_continuum_alone_finds_what_is_restricted_in_it_alone(region_url: str) -> None:
    """The database is asked for more than they may see: sight has the last word, about lists, titles and words."""
    database = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    away = Absence(person="HSF-MD", first_day=THURSDAY.date(), covers=(Cover("PCO-MD", "ONC"),))
    with database.unit_of_work() as uow:
        place = uow.communities.in_workspace(WORKSPACE)[0]
        uow.absences.add(place, away, actor=None, now=THURSDAY)
        restricted = replace(plain_problem(place), restricted=True)
        for problem in (restricted, replace(restricted, continuum="SM"), replace(plain_problem(place), continuum="SM")):
            written(uow, problem, description="La navette part trop tôt", title="Horaires du guichet")
    asked = Asked(workspace=WORKSPACE, slack_id="UPCOMD000", request="1", now=THURSDAY)
    questions = {"hsf": ["ONC-1", "SM-2"], "guichet": ["ONC-1", "SM-2"], "navette": ["ONC-1"], "mine": ["ONC-1"]}
    for question, expected in questions.items():
        page = find_problems(database, asked, Question(read_sought(question, place.community)))
        assert sorted(each.reference for each in page.lines) == expected, question
        assert page.turning.total == len(expected), question
    database.close()


def test_a_page_takes_as_many_queries_for_ten_problems_as_for_one(region_url: str) -> None:
    """Lists, searches and boards do not grow with what they show; a page beyond the last one is the last."""
    database = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    asked = Asked(workspace=WORKSPACE, slack_id=PEOPLE["dir"], request="1", now=THURSDAY)
    looks: tuple[Callable[[], object], ...] = (
        lambda: find_problems(database, asked, Question(Sought(institutions=("HSF",), overdue=True), page=99)),
        lambda: find_problems(database, asked, Question(Sought(words="guichet"))),
        lambda: see_board(database, asked, Question(EVERYTHING)),
        lambda: list_problems(database, asked),
    )
    _add(database, 4)
    few = [_statements(database, look) for look in looks]
    _add(database, 8)
    assert [_statements(database, look) for look in looks] == few
    last = find_problems(database, asked, Question(Sought(continua=("ONC",)), page=99)).turning
    assert (last.page, last.pages, last.total) == (1, 2, PAGE + 2)
    database.close()


def _add(database: StoredDatabase, count: int) -> None:
    with database.unit_of_work() as uow:
        place = uow.communities.in_workspace(WORKSPACE)[0]
        for _ in range(count):
            written(uow, plain_problem(place), description="Le guichet ferme", title="Guichet fermé")


def _statements(database: StoredDatabase, look: Callable[[], object]) -> int:
    seen: list[str] = []

    def note(*given: object) -> None:
        seen.append(str(given[2]))

    event.listen(database.engine, "before_cursor_execute", note)
    look()
    event.remove(database.engine, "before_cursor_execute", note)
    return sum(not each.startswith(BRACKETS) for each in seen)
