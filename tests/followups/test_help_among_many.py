"""Whoever is asked for an answer, or for help, finds their own among very many others'."""

from sqlalchemy import update

from sc_bot.domain.followups import Level
from sc_bot.domain.views import Asks
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.morning import LOOKED_AT, morning_of
from sc_bot.usecases.problems.report import Report, report_problem
from storage.database import StoredDatabase
from storage.tables import commitments, followups
from tests.followups.crowd import LATE, OF_A_PROBLEM, fill
from tests.house import THURSDAY, WORKER_PATIENCE

LAST = LOOKED_AT + 50


def test_a_director_is_asked_about_their_own_however_many_are_late_elsewhere(region_url: str) -> None:
    """One late promise of the CLSC, filed after 249 of the hospital: its director reads that one, and no other."""
    database = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    fill(database, LAST)
    with database.writing() as connection:
        connection.execute(update(followups).values(level=int(Level.STAND_IN)))
        theirs = commitments.c.id == LAST
        connection.execute(update(commitments).where(theirs).values(institution="CVE", owner="CVE-S1"))
    with database.reading() as uow:
        place = uow.communities.get(1).at(LATE)
        director = place.community.person("CVE-MD")
        assert director is not None
        found = morning_of(uow, place, director, LATE)
    database.close()
    assert [each.reference for each in found.items if each.asks is Asks.HELP] == ["MANY-50.5"]


def test_the_facilitator_finds_what_has_no_institution_however_much_is_open(region_url: str) -> None:
    """One report that nobody was found for, after 201 open problems of the hospital: the facilitator's to answer."""
    database = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    fill(database, (LOOKED_AT + 1) * OF_A_PROBLEM)
    somebody = Asked(workspace="T0ESTRIE0", slack_id="UCVES1000", request="1", now=THURSDAY)
    report_problem(database, somebody, Report(description="Le formulaire se perd"))
    with database.reading() as uow:
        place = uow.communities.get(1).at(THURSDAY)
        facilitator = place.community.facilitator
        assert facilitator is not None
        found = morning_of(uow, place, facilitator, THURSDAY)
    database.close()
    assert [each.asks for each in found.items] == [Asks.ANSWER]
