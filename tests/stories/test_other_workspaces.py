"""Members of other workspaces (Slack Connect) and guests: they report and hear back where the community knows them."""

import pytest

from sc_bot.domain.community import Language, Person, Role
from sc_bot.playground.errors import CannotDo
from sc_bot.playground.screen import Screen
from sc_bot.usecases.asking import Asked
from tests.house import Town, card_of, heard
from tests.stories.looking import bodies, rows, window
from tests.stories.outside import know

ELSEWHERE, LEA = "T0ELSE0000", "U0ELSE0LEA"
CHEMO = "La chimio commence trop tard"
ROOM = "partage-chimio"


def visitor(town: Town, *, email: str | None = None) -> Screen:
    """Léa of another workspace, in a channel that is shared with it."""
    town.slack.add_person(LEA, "Léa Grandmaison", email=email, team_id=ELSEWHERE)
    people = [LEA, "UHSFS1000", town.slack.bot.id]
    town.slack.add_channel(ROOM, members=people, shared=True)
    return town.slack.as_person(LEA)


def listed(slack_id: str | None = LEA, email: str | None = None, *roles: Role) -> Person:
    """Léa, as the community file names her."""
    return Person(
        "CVE-S9", "Léa Grandmaison", roles or (Role.CAREGIVER,), Language.FR, slack_id, email, institution="CVE"
    )


def shortcut(town: Town, person: Screen) -> None:
    """Use the message shortcut on somebody's words in the shared channel."""
    town.person("HSF-S1").says(CHEMO, channel=ROOM)
    person.uses_shortcut("report_problem", person.messages[-1])


def test_slack_refuses_the_command_and_the_shortcut_serves(town: Town, region_url: str) -> None:
    """Her report is of the workspace where the bot is, from her institution; she hears back in Slack."""
    know(town, listed())
    lea = visitor(town)
    with pytest.raises(CannotDo, match="not a valid command"):
        lea.runs(f"/problem {CHEMO}")
    shortcut(town, lea)
    lea.submits(window(town, lea), {"description": CHEMO})
    (problem,) = rows(region_url, "problems")
    here = (problem["workspace"], problem["reporter"], problem["reporter_institution"])
    assert here == (town.slack.workspace.team_id, "CVE-S9", "CVE")
    town.deliver()
    bastien = town.person("HSF-MD")
    bastien.presses(card_of(bastien, "ONC-1", "problem.accept"), "problem.accept")
    town.deliver()
    assert len(heard(lea, "ONC-1")) == 2
    lea.presses(card_of(lea, "ONC-1", "problem.show_name"), "problem.show_name")
    assert rows(region_url, "problems")[0]["name_shown"]
    assert town.slack.errors == []


def test_what_she_writes_to_the_bot_becomes_a_report(town: Town, region_url: str) -> None:
    """The event says where the app is installed, beside where she is from."""
    know(town, listed())
    lea = visitor(town)
    lea.says(CHEMO)
    town.deliver()
    lea.presses(lea.messages[-1], "problem.report_typed")
    lea.submits(window(town, lea), {"description": CHEMO})
    assert [each["workspace"] for each in rows(region_url, "problems")] == [town.slack.workspace.team_id]


def test_nobody_from_outside_is_welcomed_unknown(town: Town, region_url: str) -> None:
    """Whatever she does is answered with what to do; nothing of the community is shown, nothing kept."""
    lea = visitor(town)
    shortcut(town, lea)
    assert town.slack.wait_for(lambda: any("autre espace" in each.text for each in lea.messages))
    assert lea.modal is None
    lea.says(CHEMO)
    town.deliver()
    assert len([each for each in lea.messages if "autre espace" in each.text]) == 2
    town.person("HSF-S1").runs(f"/problem {CHEMO}", channel=None)
    town.deliver()
    assert [each["reporter"] for each in rows(region_url, "problems")] == ["HSF-S1"]
    assert LEA not in {each["slack_id"] for each in rows(region_url, "people")}
    assert bodies(region_url) == [CHEMO]


@pytest.mark.parametrize(("role", "is_known"), [(Role.CAREGIVER, True), (Role.MANAGING_DIRECTOR, False)])
def test_the_file_may_name_her_by_e_mail(town: Town, role: Role, is_known: bool) -> None:  # noqa: FBT001 - a column
    """Asked of Slack after her first try; an office is not given by another workspace's directory."""
    others = [each for each in town.community.people if each.institution == "CVE" and role in each.roles]
    listed_so = listed(None, "lea@exemple.test", role)
    if role is Role.MANAGING_DIRECTOR:
        know(town, Person(others[0].id, listed_so.name, (role,), Language.FR, None, listed_so.email, institution="CVE"))
    else:
        know(town, listed_so)
    lea = visitor(town, email="lea@exemple.test")
    shortcut(town, lea)
    town.house.bot.quick.wait()
    shortcut(town, lea)
    town.house.bot.quick.wait()
    assert (lea.modal is not None) is is_known


def test_a_guest_is_like_anybody_of_the_workspace(town: Town, region_url: str) -> None:
    """With the command, and with the institution that the file says."""
    know(town, listed("U0GUEST000"))
    guest = town.slack.as_person(town.slack.add_person("U0GUEST000", "Léa Grandmaison", guest=True).id)
    assert "ONC-1" in guest.runs(f"/problem {CHEMO}").text
    assert rows(region_url, "problems")[0]["reporter_institution"] == "CVE"
    town.deliver()
    assert heard(guest, "ONC-1")


def test_a_press_that_tells_of_nobody_but_her_finds_the_workspace_that_knows_her(town: Town) -> None:
    """Several workspaces have communities: hers is the one that names her; a team with a community means itself."""
    know(town, listed())
    home = town.slack.workspace.team_id
    with town.house.web_database.reading() as uow:
        assert uow.communities.workspace_for(ELSEWHERE, LEA) == home
        assert uow.communities.workspace_for(home, "UHSFS1000") == home
    assert Asked(workspace=home, slack_id=LEA, request="", now=town.clock.now, home=ELSEWHERE).is_from_elsewhere
