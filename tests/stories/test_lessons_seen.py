"""Where lessons are seen: on Home, in the digest, in the workbook; by those who look after them."""

from datetime import timedelta
from io import BytesIO
from json import loads

import pytest

from sc_bot.delivery.homes import home_json
from sc_bot.domain.community import Language
from sc_bot.domain.digests import week_of
from sc_bot.domain.exports import Export
from sc_bot.presentation import digest_rest
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook import write_json
from sc_bot.usecases.digests.live import live_digest
from sc_bot.usecases.digests.looking_further import rest_of
from sc_bot.usecases.exporting.reading import book_of, steering
from sc_bot.usecases.lessons.likeness import lessons_like
from tests.house import Town
from tests.stories.acting import press_on, show
from tests.stories.learning import ANNE, CHANGE, CLINIC, HOSPITAL_MANAGER, LESSON, acts, offered, published

CLINIC_MANAGER = "GTV-DG"


@pytest.fixture
def kind() -> str:
    """What depends on the database is in `test_lessons`."""
    return "sqlite"


def home(town: Town, who: str) -> str:
    """Somebody's Home."""
    with town.house.web_database.reading() as uow:
        shown = str(home_json(uow, town.slack.workspace.team_id, town.person(who).person.id, town.clock.now))
    return shown.replace("\\xa0", " ")


def rest(town: Town, who: str) -> str:
    """What lies behind somebody's digest."""
    with town.house.web_database.reading() as uow:
        place = uow.communities.in_workspace(town.slack.workspace.team_id)[0].at(town.clock.now)
        person = place.community.person(who)
        assert person is not None
        week = week_of(town.clock.now.date())
        return digest_rest.rest(rest_of(uow, place, person, week, town.clock.now)).text


def test_lessons_stand_on_home_in_the_digest_and_in_the_workbook(town: Town) -> None:
    """A line of figures; what is offered to one and what others adopted; a row with a column for each institution."""
    published(town)
    offered(town, "GTV", "PCO")
    assert "1 publiées, 0 en préparation" in home(town, ANNE)
    assert "lesson.list" in home(town, HOSPITAL_MANAGER)
    assert "lesson.list" not in home(town, CLINIC)
    acts(town, "PCO-MD", "adopt")
    assert "proposée : GMF des Trois-Villages; adoptée : Réseau de pharmacies des Collines" in home(town, ANNE)
    assert "offered: Trois-Villages family medicine group; adopted: Collines pharmacy network" in rest(town, CLINIC)
    with town.house.web_database.reading() as uow:
        member = uow.communities.members(town.slack.workspace.team_id, town.person(ANNE).person.id)[0]
        place = member.place.at(town.clock.now)
        manager = place.community.person(CLINIC_MANAGER)
        assert manager is not None
        news = live_digest(uow, place, manager, town.clock.now).lessons
        assert [each.reference for each in news.offered] == [LESSON]
        assert [each.institution.fr for each in news.adopted if each.institution] == [
            "Réseau de pharmacies des Collines"
        ]
        rows = _rows(town)
    (lesson,) = [each for each in rows if each["table"] == "lessons"]
    assert (lesson["change"], lesson["at_GTV"], lesson["at_PCO"]) == (CHANGE, "proposée", "adoptée")
    assert lesson["at_HSF"] is None


def _rows(town: Town) -> list[dict[str, object]]:
    """The workbook of the command line, as JSON."""
    with town.house.web_database.whole() as uow:
        place = uow.communities.in_workspace(town.slack.workspace.team_id)[0].at(town.clock.now)
        reader, now = steering(place, Language.FR), town.clock.now
        asked = Export(id=0, workspace=place.workspace, community=place.id, person="", at=now)
        target = BytesIO()
        write_json(target, Words("fr"), book_of(uow, place, reader, asked, now))
    return [loads(line) for line in target.getvalue().decode().splitlines()]


def test_only_published_lessons_of_this_community_are_like_a_text(town: Town) -> None:
    """And of others only where they are named."""
    published(town)
    said = "Le sommaire de congé arrive tard au médecin de famille"
    with town.house.web_database.reading() as uow:
        place = uow.communities.in_workspace(town.slack.workspace.team_id)[0]
        assert [each.reference for each in lessons_like(uow, place, said)] == [LESSON]
        assert lessons_like(uow, place, said, communities=[place.id + 1]) == []


def test_the_matrix_leaves_out_what_its_reader_may_not_read(town: Town) -> None:
    """A lesson of a problem that is restricted later: on nobody's Home and in no digest, but those who may read it."""
    published(town)
    offered(town, "GTV")
    assert LESSON in rest(town, CLINIC)
    assert "proposée : GMF" in home(town, HOSPITAL_MANAGER)
    press_on(town.person(ANNE), show(town, ANNE), "problem.restrict")
    town.deliver()
    assert f"{LESSON} ·" not in rest(town, CLINIC)
    assert "proposée : GMF" not in home(town, HOSPITAL_MANAGER)


def test_a_digest_a_week_later_no_longer_tells_what_was_adopted_before(town: Town) -> None:
    """News is what happened since; what still waits for an answer stays."""
    published(town)
    offered(town, "GTV", "PCO")
    acts(town, "PCO-MD", "adopt")
    with town.house.web_database.reading() as uow:
        place = uow.communities.in_workspace(town.slack.workspace.team_id)[0]
        manager = place.community.person(CLINIC_MANAGER)
        assert manager is not None
        later = town.clock.now + timedelta(days=8)
        news = live_digest(uow, place.at(later), manager, later).lessons
        assert (len(news.offered), len(news.adopted)) == (1, 0)
