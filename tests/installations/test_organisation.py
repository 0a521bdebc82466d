"""One installation for an organisation: its token serves the workspaces that it lets the bot into, and no others."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import pytest

from sc_bot.delivery.oauth import workspaces_let_into
from sc_bot.domain.slack_answers import Ok
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.payloads import event
from sc_bot.playground.screen import Screen
from tests.databases import empty_database
from tests.house import region
from tests.installations.hosting import AUTRE, ESTRIE, FANNY, ORG, Hosting, elsewhere, open_hosting, theirs

THERE = theirs(FANNY)
NORD, SUD = "T0NORD000", "T0SUD0000"


@dataclass
class Organisation:
    """Two workspaces of one organisation, beside one that is none of its."""

    hosting: Hosting
    north: FakeSlack
    south: FakeSlack


@pytest.fixture
def organisation() -> Iterator[Organisation]:
    """Installed for the whole of it."""
    with empty_database("sqlite") as url, open_organisation(url) as organisation:
        yield organisation


@contextmanager
def open_organisation(url: str) -> Iterator[Organisation]:
    """On a database of either kind."""
    with open_hosting(url) as hosting:
        north = hosting.slack.another(NORD, "nord", enterprise=ORG)
        hosting.install(NORD, enterprise_id=ORG, whole_organisation=True)
        south = hosting.slack.another(SUD, "sud", enterprise=ORG)  # let in later
        hosting.settle(north)
        hosting.settle(south, elsewhere(region()))
        yield Organisation(hosting, north, south)


def has_a_window(person: Screen) -> bool:
    """Whether one is open before somebody."""
    return person.modal is not None


def test_the_page_says_to_let_it_into_workspaces(hosting: Hosting) -> None:
    """An organisation has no community itself."""
    hosting.slack.another(NORD, "nord", enterprise=ORG)
    page = hosting.install(NORD, enterprise_id=ORG, whole_organisation=True)
    assert page.status == 200
    assert "--workspace T…" in page.text
    assert "settings of the organisation" in page.text


def test_every_workspace_of_it_is_served(organisation: Organisation) -> None:
    """Commands, buttons and windows work although no payload of a window names a team; answers go where they belong."""
    for slack, who in ((organisation.north, FANNY), (organisation.south, THERE)):
        fanny = slack.as_person(who)
        fanny.runs("/problem Le pilulier ne suit pas @HSF")
        organisation.hosting.deliver()
        assert [each for each in slack.messages if each.from_bot]
        fanny.runs("/sc settings")
        assert slack.wait_for(partial(has_a_window, fanny))
    assert not organisation.hosting.slack.errors
    assert organisation.hosting.house.deliveries.counts().keys() <= {"sent", "dropped", "queued"}
    assert organisation.hosting.stopped() == {}


def test_a_window_that_names_no_team_is_of_the_persons_workspace(organisation: Organisation) -> None:
    """Slack leaves `team` empty there; the report is stored where its author is."""
    fanny = organisation.south.as_person(THERE)
    fanny.runs("/problem")
    assert organisation.south.wait_for(lambda: fanny.modal is not None)
    window = fanny.modal
    assert window is not None
    fanny.submits(window, {"description": "Le pilulier ne suit pas"})
    last = organisation.hosting.slack.sent[-1].payload
    assert (last["team"], last["is_enterprise_install"]) == (None, True)
    with organisation.hosting.house.web_database.looking() as connection:
        found = connection.exec_driver_sql("SELECT workspace FROM problems").scalars().all()
    assert found == [SUD]


def test_its_token_serves_no_workspace_that_does_not_belong_to_it(organisation: Organisation) -> None:
    """Nor one of which Slack has not said that it does."""
    assert organisation.hosting.house.slack(NORD) is not None
    assert organisation.hosting.house.slack(ESTRIE) is None
    assert organisation.hosting.house.slack(AUTRE) is None


def test_an_own_installation_comes_first(organisation: Organisation) -> None:
    """A workspace that installed the bot by itself is served by its own token; without it, by the organisation's."""
    organisation.hosting.install(NORD, enterprise_id=ORG)
    own = organisation.hosting.house.slack(NORD)
    assert own is not None
    answer = own.call("auth.test")
    assert isinstance(answer, Ok)
    assert answer.data["is_enterprise_install"] is False
    ended = event(organisation.north.host, {"type": "app_uninstalled"})
    ended |= {"authorizations": [], "event_time": int(organisation.hosting.real.seconds())}
    organisation.hosting.slack.link.deliver("events_api", ended)
    theirs = organisation.hosting.house.slack(NORD)
    assert theirs is not None
    answer = theirs.call("auth.test")
    assert isinstance(answer, Ok)
    assert answer.data["is_enterprise_install"] is True
    assert organisation.hosting.stopped() == {}


def test_its_end_is_the_end_in_each_of_its_workspaces(url: str) -> None:
    """All stop at once; all go on when it is installed again."""
    with open_organisation(url) as organisation:
        organisation.south.as_person(THERE).runs("/sc")
        organisation.south.uninstall()
        assert organisation.hosting.stopped().keys() == {ORG, NORD, SUD}
        assert organisation.hosting.house.slack(SUD) is None
        organisation.hosting.real.forward(minutes=1)
        organisation.hosting.install(NORD, enterprise_id=ORG, whole_organisation=True)
        assert organisation.hosting.stopped() == {}
        assert organisation.hosting.house.slack(SUD) is not None


def test_a_workspace_that_it_lets_in_no_more_is_alone_in_that(organisation: Organisation) -> None:
    """Slack names the workspace: the others go on, and it comes back when somebody writes there again."""
    organisation.south.as_person(THERE).runs("/sc")
    ended = event(organisation.south.host, {"type": "app_uninstalled"})
    ended |= {"authorizations": [], "event_time": int(organisation.hosting.real.seconds())}
    organisation.hosting.slack.link.deliver("events_api", ended)
    assert organisation.hosting.stopped() == {SUD: "app_uninstalled"}
    assert organisation.hosting.house.slack(SUD) is None
    assert organisation.hosting.house.slack(NORD) is not None
    organisation.south.as_person(THERE).runs("/sc")
    assert organisation.hosting.house.slack(SUD) is not None
    assert organisation.hosting.stopped() == {}


def tell(organisation: Organisation, sort: str, teams: object, minutes: float = 0) -> None:
    """Slack tells of the workspaces that an organisation lets the bot into, so many minutes from now."""
    envelope = event(organisation.north.host, {"type": sort, "team_ids": teams})
    at = organisation.hosting.real.seconds() + 60 * minutes
    envelope |= {"team_id": None, "context_team_id": None, "enterprise_id": ORG, "event_time": int(at)}
    assert organisation.hosting.slack.link.deliver("events_api", envelope).status == 200


def test_what_is_let_in_later_is_served_at_once(organisation: Organisation) -> None:
    """Before somebody has written there: its community can be imported with its channels."""
    assert organisation.hosting.house.slack(SUD) is None
    tell(organisation, "team_access_granted", [SUD])
    assert organisation.hosting.house.slack(SUD) is not None


def test_what_is_let_in_no_more_was_removed(organisation: Organisation) -> None:
    """There alone; what Slack tells late of the time before does not undo it, a later request does."""
    south, hosting = organisation.south, organisation.hosting
    south.as_person(THERE).runs("/sc")
    tell(organisation, "team_access_revoked", [SUD])
    assert hosting.stopped() == {SUD: "app_uninstalled"}
    assert hosting.house.slack(NORD) is not None
    gone = hosting.installation(SUD)
    assert gone is not None
    assert gone.removed_at == hosting.real.now
    late = event(south.host, {"type": "app_home_opened", "user": THERE, "tab": "home", "channel": "D1"})
    late["event_time"] = int(hosting.real.seconds()) - 5
    hosting.slack.link.deliver("events_api", late)
    assert hosting.house.slack(SUD) is None
    south.as_person(THERE).runs("/sc")
    assert hosting.house.slack(SUD) is not None
    assert hosting.stopped() == {}


def test_an_end_of_before_or_of_nobodys_access_is_none(organisation: Organisation) -> None:
    """An event of an older installation, of a workspace that it does not serve, and one that cannot be read."""
    tell(organisation, "team_access_revoked", [NORD], minutes=-60)
    tell(organisation, "team_access_revoked", [ESTRIE])
    tell(organisation, "team_access_revoked", NORD)
    assert organisation.hosting.house.slack(NORD) is not None
    assert organisation.hosting.stopped() == {}


def test_the_end_of_access_leaves_an_own_installation_alone(organisation: Organisation) -> None:
    """It was the organisation's token that may no more."""
    organisation.hosting.install(NORD, enterprise_id=ORG)
    tell(organisation, "team_access_revoked", [NORD])
    assert organisation.hosting.house.slack(NORD) is not None
    assert organisation.hosting.stopped() == {}


def test_a_request_alone_makes_no_organisation(hosting: Hosting) -> None:
    """Of an organisation that has not installed it nothing is learned."""
    north = hosting.slack.another(NORD, "nord", enterprise=ORG)
    hosting.settle(north)
    north.as_person(FANNY).runs("/problem Le pilulier ne suit pas @HSF")
    assert hosting.house.slack(NORD) is None
    with hosting.house.web_database.looking() as connection:
        assert connection.exec_driver_sql("SELECT * FROM organisations").all() == []


def test_the_directory_is_asked_about_one_workspace(hosting: Hosting) -> None:
    """Slack refuses an organisation's token where the workspace is not named."""
    north = hosting.slack.another(NORD, "nord", enterprise=ORG)
    hosting.install(NORD, enterprise_id=ORG, whole_organisation=True)
    north.add_channel("urgence", members=[north.bot.id])
    api = hosting.house.slack(NORD)
    assert api is not None
    answer = api.call("conversations.list", types="public_channel")
    assert isinstance(answer, Ok)
    assert "urgence" in json.dumps(answer.data)
    assert list(workspaces_let_into(api)) == [NORD]
