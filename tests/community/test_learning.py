"""What Slack tells of people."""

from dataclasses import replace
from datetime import timedelta
from typing import BinaryIO

from sc_bot.domain.community import Language, Person, Role
from sc_bot.domain.slack_answers import Ok, RateLimited, SlackAnswer
from sc_bot.usecases.learning import AGAIN, learn_people
from storage.database import StoredDatabase
from tests.community.valley import NOW, TEAM, imported, opened, valley
from tests.house import Town, card_of, heard

NEW = "UNEW00000"


class SendsNothing:
    """A Slack to which no file is sent."""

    def upload(self, _url: str, _content: BinaryIO, _length: int) -> SlackAnswer:
        """Never."""
        raise AssertionError("a file was sent")


def learn(town: Town) -> int:
    """One tick."""
    return learn_people(town.house.worker_database, town.house.slack, town.clock())


def learned_all(town: Town) -> None:
    """Ticks until nobody is left to look up."""
    ticks = 0
    while learn(town):
        ticks += 1
        assert ticks < 10, "somebody is looked up again and again"


def looked_up_but(town: Town, *slack_ids: str) -> None:
    """Everyone else was looked up just now."""
    with town.house.web_database.unit_of_work() as uow:
        for workspace, slack_id in uow.communities.to_look_up(town.clock(), 1000):
            if slack_id not in slack_ids:
                uow.communities.looked_up(workspace, slack_id, town.clock())


def member(town: Town, slack_id: str) -> Person | None:
    """Somebody as an active member."""
    with town.house.web_database.reading() as uow:
        found = uow.communities.members(town.slack.workspace.team_id, slack_id)
    return found[0].person if found else None


def test_a_newcomer_gets_their_name_language_and_time_zone(town: Town) -> None:
    """Until then they are an id that reads French; afterwards the facilitator sees who wrote."""
    town.slack.add_person(NEW, "Newt Comer", locale="en-CA", tz="America/Halifax", email="newt@example.org")
    town.person(NEW).runs("/problem The appointments are not coordinated @CVE")
    looked_up_but(town, NEW)
    learned_all(town)
    found = member(town, NEW)
    assert found is not None
    assert (found.name, found.language, found.timezone) == ("Newt Comer", Language.EN, "America/Halifax")
    with town.house.web_database.reading() as uow:
        assert uow.communities.members(town.slack.workspace.team_id, NEW)[0].is_new


def test_nobody_is_looked_up_twice_in_a_week(town: Town) -> None:
    """A second tick asks nothing; after a week everyone is asked again."""
    looked_up_but(town, "UHSFMD000", "UHSFS1000")
    learned_all(town)
    before = len(town.slack.calls_of("users.info"))
    assert learn(town) == 0
    town.clock.now += AGAIN + timedelta(minutes=1)
    assert learn(town) > 0
    assert len(town.slack.calls_of("users.info")) > before


def test_people_of_the_file_keep_the_name_and_language_of_the_file(town: Town) -> None:
    """Slack is asked whether they are still there, not who they are."""
    before = member(town, "UGTVMD000")
    town.slack.workspace.people["UGTVMD000"].name = "kerry o."
    looked_up_but(town, "UGTVMD000")
    learned_all(town)
    assert member(town, "UGTVMD000") == before


def test_a_director_who_left_slack_is_deactivated_and_the_delegate_gets_the_problem(town: Town) -> None:
    """Nothing is without an owner when an account is closed."""
    town.person("HSF-S1").runs("/problem Le résumé part par la poste @HSF")
    town.deliver()
    town.slack.workspace.people["UHSFMD000"].deactivated = True
    looked_up_but(town, "UHSFMD000")
    learned_all(town)
    town.deliver()
    assert member(town, "UHSFMD000") is None
    assert "CS-1" in card_of(town.person("SC-1"), "CS-1").text


def test_a_workspace_that_asks_to_slow_down_is_left_for_the_next_tick(url: str) -> None:
    """One refusal ends the tick for that workspace; nobody is marked as looked up."""
    asked: list[str] = []

    class Busy(SendsNothing):
        def call(self, method: str, /, **_arguments: object) -> SlackAnswer:
            asked.append(method)
            return RateLimited(30)

    with opened(url) as database:
        imported(database, valley())
        assert learn_people(database, lambda _workspace: Busy(), NOW) == 0
        assert len(asked) == 1
        with database.reading() as uow:
            assert len(uow.communities.to_look_up(NOW, 100)) == 4


def test_a_newcomer_whose_email_the_file_ties_becomes_that_person_with_their_reports(town: Town) -> None:
    """The file knew Kerry by e-mail alone; their report and their office are one person's now."""
    kerry = town.community.person("GTV-MD")
    assert kerry is not None
    by_email = replace(kerry, slack_id=None, email="kerry@example.org")
    with town.house.web_database.unit_of_work() as uow:
        [place] = uow.communities.in_workspace(town.slack.workspace.team_id)
        uow.communities.save_person(place, by_email, actor=None, now=town.clock())
    town.slack.add_person("UKERRY000", "Kerry", locale="en-CA", email="Kerry@Example.org")
    town.person("UKERRY000").runs("/problem The summary arrives by post @HSF")
    town.person("HSF-S1").runs("/problem Le rendez-vous se perd @GTV")
    town.deliver()
    looked_up_but(town, "UKERRY000")
    learned_all(town)
    town.deliver()
    found = member(town, "UKERRY000")
    assert found is not None
    assert (found.id, found.roles) == ("GTV-MD", (Role.MANAGING_DIRECTOR,))
    with town.house.web_database.reading() as uow:
        report = uow.problems.get(place.workspace, "CS-1")
    assert report is not None
    assert (report.reporter, report.reporter_institution) == ("GTV-MD", "GTV")
    assert heard(town.person("UKERRY000"), "CS-1")
    assert "CS-2" in card_of(town.person("UKERRY000"), "CS-2", "problem.accept").text


def test_a_user_whom_slack_describes_without_a_name_keeps_what_is_known(url: str) -> None:
    """An empty or strange answer breaks nothing and is not asked for again."""

    class Odd(SendsNothing):
        def call(self, _method: str, /, **_arguments: object) -> SlackAnswer:
            return Ok({"ok": True, "user": {"id": NEW, "profile": {"real_name": " "}, "tz": "Mars/Olympus"}})

    with opened(url) as database:
        newcome(database)
        assert learn_people(database, lambda _workspace: Odd(), NOW) == 5
        assert learn_people(database, lambda _workspace: Odd(), NOW) == 0
        with database.reading() as uow:
            [found] = uow.communities.members(TEAM, NEW)
        assert (found.person.name, found.person.timezone) == ("", None)


def newcome(database: StoredDatabase) -> None:
    """A newcomer writes."""
    place = imported(database, valley())
    newcomer = Person(id=NEW, name="", roles=(Role.CAREGIVER,), language=Language.FR, slack_id=NEW)
    with database.unit_of_work() as uow:
        uow.communities.welcome(place, newcomer, NOW)
