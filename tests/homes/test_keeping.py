"""A Home that somebody has opened is kept up to date: once for many changes, never over something newer."""

from datetime import timedelta

import pytest

from sc_bot.playground.faults import refused
from sc_bot.usecases.homes.refreshing import refresh_homes
from tests.databases import BOTH, empty_database
from tests.homes.looking import offered, opens, part, publications, read, refreshed, shown, turns
from tests.house import Town, open_town
from tests.stories.acting import REFERENCE, does, press_on, report, show, table
from tests.stories.looking import ABOUT_CHEMO

ROSALIE, BASTIEN, FACILITATOR, MANAGER, STRANGER = "CVE-S1", "HSF-MD", "ADV-1", "HSF-DG", "PCO-S1"
PRIVACY_OFFICER = "PRV-1"


@pytest.mark.parametrize("kind", BOTH)
def test_what_changes_is_shown_on_the_homes_of_those_whom_it_concerns(kind: str) -> None:
    """Author, director and facilitator see it without opening Home again; a colleague elsewhere is not published to."""
    with empty_database(kind, region=True) as url, open_town(url) as town:
        report(town)
        for who in (ROSALIE, BASTIEN, FACILITATOR, STRANGER):
            opens(town, who)
        refreshed(town)
        does(town, BASTIEN, "problem.accept")
        assert refreshed(town) == len({ROSALIE, BASTIEN, FACILITATOR})
        assert "pris en charge" in part(shown(town, ROSALIE), "Mes signalements (1)")
        assert REFERENCE in part(shown(town, FACILITATOR), "Pris en charge, sans engagement (1)")
        assert refreshed(town) == 0
        assert table(town, "home_changes") == []
        assert town.slack.errors == []


def test_what_becomes_restricted_comes_to_the_privacy_officers_home(town: Town) -> None:
    """Though no message tells them of it; what is not restricted is no part of theirs."""
    report(town)
    opens(town, PRIVACY_OFFICER)
    refreshed(town)
    does(town, BASTIEN, "problem.acknowledge")
    assert refreshed(town) == 0
    press_on(town.person(FACILITATOR), show(town, FACILITATOR), "problem.restrict")
    town.deliver()
    assert refreshed(town) == 1
    assert REFERENCE in part(shown(town, PRIVACY_OFFICER), "À accès restreint (1)")


def test_however_many_changes_a_home_is_published_once(town: Town) -> None:
    """Ten reports in a few seconds are one publication for the facilitator, and no message more for anybody."""
    opens(town, FACILITATOR)
    for number in range(10):
        town.person(ROSALIE).runs(f"/problem Les rendez-vous numéro {number} changent sans avertir personne")
    town.deliver()
    assert refreshed(town) == 1
    assert "Sans responsable (10)" in read(shown(town, FACILITATOR))


def test_while_slack_is_silent_only_the_newest_is_kept_for_it(town: Town) -> None:
    """A Home that could not be published is published later, once, as it is then; messages do not wait for it."""
    opens(town, BASTIEN)
    town.slack.misbehave("views.publish", refused("internal_error"))
    report(town)
    assert refreshed(town) == 1
    does(town, BASTIEN, "problem.acknowledge")
    refresh_homes(town.house.worker_database, town.clock())
    (row,) = [each for each in table(town, "outbox") if each["kind"] == "HomeTab"]
    assert row["state"] == "queued"
    assert [each["state"] for each in table(town, "outbox") if each["target"] == "UHSFMD000"].count("queued") == 0


def test_nobody_is_published_to_who_has_not_looked_for_days(town: Town) -> None:
    """Their Home is drawn afresh when they look again."""
    opens(town, BASTIEN)
    town.clock.forward(days=4)
    report(town)
    assert refreshed(town) == 0
    assert REFERENCE in read(opens(town, BASTIEN))


def test_a_home_that_somebody_else_published_meanwhile_is_read_again(town: Town) -> None:
    """Slack says that another version stands there: nothing older goes over it, and the newest is there in the end."""
    report(town)
    opens(town, BASTIEN)
    refreshed(town)
    workspace = town.slack.workspace
    workspace.homes["UHSFMD000"].hash = "1.other"
    does(town, BASTIEN, "problem.acknowledge")
    assert refreshed(town) == 1
    assert "À prendre en charge" not in read(shown(town, BASTIEN))
    assert table(town, "homes")[0]["hash"] is None
    with town.house.worker_database.writing() as connection:
        connection.exec_driver_sql("UPDATE destinations SET wait_until = NULL")
    town.deliver()
    assert REFERENCE in part(shown(town, BASTIEN), "À prendre en charge ou à retourner (1)")


def test_who_opens_their_home_never_sees_an_older_one(town: Town) -> None:
    """The worker was faster by a moment: what stands there is not overwritten, it is read again first."""
    report(town)
    opens(town, BASTIEN)
    town.slack.workspace.homes["UHSFMD000"].hash = "1.other"
    before = publications(town)
    assert REFERENCE in read(opens(town, BASTIEN))
    assert publications(town) - before == len(["refused", "read again"])
    assert table(town, "homes")[0]["hash"] == town.slack.workspace.homes["UHSFMD000"].hash


def test_the_page_that_is_open_stays_open(town: Town) -> None:
    """Turned to the second page of one's reports, it is that page that is shown anew; opening Home begins in front."""
    for number in range(23):
        town.person(ROSALIE).runs(f"/problem Le formulaire numéro {number} se perd à l'hôpital")
    town.deliver()
    home = opens(town, ROSALIE)
    assert "ONC-" not in read(home)
    assert ("home.page", "mine 0") in offered(home)
    assert "1 à 20 sur 23" in read(turns(town, ROSALIE, "home.page"))
    assert "21 à 23 sur 23" in read(turns(town, ROSALIE, "home.next"))
    refreshed(town)
    town.person(ROSALIE).runs(f"/problem {ABOUT_CHEMO}")
    town.deliver()
    assert refreshed(town) == 1
    assert "21 à 24 sur 24" in read(shown(town, ROSALIE))
    assert "1 à 20 sur 24" in read(turns(town, ROSALIE, "home.previous"))
    assert "Mes signalements (24)" in read(turns(town, ROSALIE, "home.front"))
    turns(town, ROSALIE, "home.page")
    assert "sur 24" not in read(opens(town, ROSALIE))
    assert all(len(each.payload["blocks"]) <= 100 for each in town.slack.workspace.homes.values())


def test_a_change_of_the_community_is_everybodys(town: Town) -> None:
    """Somebody who leaves takes their parts along; whoever opened Home and left is not published to any more."""
    opens(town, MANAGER)
    opens(town, BASTIEN)
    with town.house.web_database.unit_of_work() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        uow.communities.retire_person(place, BASTIEN, actor=None, now=town.clock() + timedelta(minutes=1))
    assert refreshed(town) == 1
    assert town.slack.errors == []
