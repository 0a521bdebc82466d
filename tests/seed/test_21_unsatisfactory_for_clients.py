"""Seed, 21: "The existing situation is perceived as unsatisfactory by clients"."""

from dataclasses import fields

from sc_bot.domain.finding import read_sought
from sc_bot.domain.problems import Problem
from sc_bot.usecases.finding.listing import Question, find_problems
from sc_bot.usecases.problems.report import Report
from tests.house import region
from tests.seed.ground import BASTIEN, ROSALIE, Ground

VOICES = ("par la clientèle", "voix des usagers", "client voice", "by clients")


def test_what_clients_noticed_is_found_in_both_languages_by_those_who_may_read_it(ground: Ground) -> None:
    """The filter narrows the list of who takes part; who may not read the text does not learn it by asking."""
    theirs = ground.reports(noticed_by_clients=True)
    ground.reports()
    for typed in VOICES:
        sought = read_sought(typed, region())
        assert (sought.clients, sought.words) == (True, "")
        for who, expected in ((BASTIEN, [theirs]), (ROSALIE, [theirs]), ("PCO-S1", [])):
            found = find_problems(ground.database, ground.asked(who), Question(sought))
            assert [each.reference for each in found.lines] == expected, (typed, who)


def test_the_workbook_says_so(ground: Ground) -> None:
    """One column, for those who may read the problem."""
    ground.reports(noticed_by_clients=True)
    ground.reports()
    for who, said in ((BASTIEN, ["yes", None]), ("PCO-MD", [None, None])):
        assert [row["noticed_by_clients"] for row in ground.tables(who)["problems"][1]] == said


def test_no_identity_of_a_client_is_asked_nor_has_a_place(ground: Ground) -> None:
    """A voice of clients is a yes: no field of a report or a problem holds who."""
    of_people = {"reporter", "reporter_institution", "on_behalf"}
    names = {each.name for kind in (Problem, Report) for each in fields(kind)} - of_people
    assert not [each for each in names if "client" in each and each != "noticed_by_clients"]
    assert not [each for each in names if "patient" in each or "family" in each]
    assert ground.reports(noticed_by_clients=True)
