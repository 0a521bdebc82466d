"""What was written is found however it is spelled, by whoever may read it, until it is redacted."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from sc_bot.domain.finding import read_sought
from sc_bot.domain.problems import Problem
from sc_bot.domain.texts import TextKind
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.finding.listing import Question, find_problems
from sc_bot.usecases.problems.facilitator import redact_problem
from storage.database import StoredDatabase
from storage.schema import downgrade, upgrade
from storage.tables import searchable
from tests.finding.town import plain_problem, written
from tests.house import THURSDAY, WORKER_PATIENCE, region

FACILITATOR, DIRECTOR, ELSEWHERE = "UADV10000", "UHSFMD000", "UPCOS1000"
REPORTS = {
    "summary": "Le résumé de fin de chimio n'arrive pas à l'hôpital; la sœur d'accueil l'attend",
    "transfer": "Les formulaires de transfert se perdent entre les hôpitaux",
    "shuttle": "La navette du laboratoire part trop tôt",
}
FOUND = {
    "RESUME chimio": {"summary"},
    "résumés": {"summary"},
    "resmué": {"summary"},
    "chimiothérapie": {"summary"},
    "soeur d\u2019accueil": {"summary"},
    '"hôpitaux"': {"summary", "transfer"},
    "transférer formulaire": {"transfer"},
    "formulaire labo": set(),
    "labo": {"shuttle"},
    "%": set(REPORTS),
    "résumé' OR '1'='1": set(),
    '" NEAR(* {title}: navette ^': set(),
    "navette %_": {"shuttle"},
    "navette " * 2_000: {"shuttle"},
    "zz" * 5_000: set(),
}


@pytest.fixture
def database(region_url: str) -> Iterator[StoredDatabase]:
    """The region, with three reports that the hospital has."""
    opened = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    yield opened
    opened.close()


def _reports(database: StoredDatabase) -> dict[str, Problem]:
    with database.unit_of_work() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        return {name: written(uow, plain_problem(place), description=text) for name, text in REPORTS.items()}


def _finds(database: StoredDatabase, question: str, who: str = FACILITATOR) -> set[str]:
    asked = Asked(workspace="T0ESTRIE0", slack_id=who, request="1", now=THURSDAY)
    found = find_problems(database, asked, Question(read_sought(question, region())))
    return {line.reference for line in found.lines}


def _words(database: StoredDatabase) -> set[tuple[object, ...]]:
    with database.looking() as connection:
        return {tuple(row) for row in connection.execute(select(searchable))}


def test_words_are_found_however_they_are_spelled(database: StoredDatabase) -> None:
    """Accents, case, plurals, ligatures, apostrophes, a slip of the pen; whatever a database might take for its own."""
    reports = {problem.reference: name for name, problem in _reports(database).items()}
    found = {question: {reports[each] for each in _finds(database, question)} for question in FOUND}
    assert found == FOUND


def test_a_title_is_found_by_everybody_the_report_only_by_who_may_read_it(database: StoredDatabase) -> None:
    """The new title takes the place of the old one, which nobody sees any more; details are found like the report."""
    summary = _reports(database)["summary"]
    with database.unit_of_work() as uow:
        uow.history.write(summary, TextKind.TITLE, "Papiers égarés", THURSDAY)
        uow.history.write(summary, TextKind.TITLE, "Sommaire tardif", THURSDAY)
        uow.history.write(summary, TextKind.DETAILS, "Chaque vendredi, sans résumé", THURSDAY)
        uow.history.write(summary, TextKind.UPDATE, "Coulisses", THURSDAY)
    for question, readers in {
        "sommaires": {FACILITATOR, DIRECTOR, ELSEWHERE},
        "vendredis": {FACILITATOR, DIRECTOR},
        "sommaire chimio": {FACILITATOR, DIRECTOR},
        "chimio": {FACILITATOR, DIRECTOR},
        "égarés": set(),
        "coulisses": set(),
    }.items():
        found = {who for who in (FACILITATOR, DIRECTOR, ELSEWHERE) if _finds(database, question, who)}
        assert found == readers, question


def test_restricted_problems_and_directors_who_are_kept_out_stay_so(database: StoredDatabase) -> None:
    """Not even their number is told; the facilitator finds both."""
    with database.unit_of_work() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        restricted = replace(plain_problem(place), restricted=True)
        kept_out = replace(plain_problem(place), director_kept_out=True, reporter="HSF-S1", reporter_institution="HSF")
        for problem in (restricted, kept_out):
            written(uow, problem, description="Le guichet ferme", title="Guichet fermé")
    assert [len(_finds(database, "guichet", who)) for who in (FACILITATOR, DIRECTOR, ELSEWHERE)] == [2, 1, 1]


def test_redacted_words_are_neither_found_nor_kept(database: StoredDatabase) -> None:
    """What the redaction leaves is still found; no row holds a word that was taken out."""
    summary = _reports(database)["summary"]
    assert _finds(database, "accueil")
    asked = Asked(workspace="T0ESTRIE0", slack_id=FACILITATOR, request="2", now=THURSDAY)
    redact_problem(database, asked, summary.reference, "sœur d'accueil")
    assert _finds(database, "accueil") == set()
    assert _finds(database, "chimio") == {summary.reference}
    assert not {word for _, word, *_ in _words(database) if str(word).startswith(("accueil", "soeur"))}


def test_what_was_written_before_the_index_is_found_after_the_upgrade(database: StoredDatabase) -> None:
    """Schema 0009 makes the words of every problem, the same as are kept when they are written."""
    summary = _reports(database)["summary"]
    with database.unit_of_work() as uow:
        uow.history.write(summary, TextKind.TITLE, "Résumé tardif", THURSDAY)
    before = _words(database)
    downgrade(database.engine, "0004")
    upgrade(database.engine)
    assert _words(database) == before
