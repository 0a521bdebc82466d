"""`sc-bot undelivered`: what could not be sent is seen with its reason and its mend, and sent once it is mended."""

import json

from sc_bot.playground.screen import Screen
from tests.commands.conftest import Cli
from tests.commands.test_metrics import archive
from tests.house import Town
from tests.stories.test_health import FACILITATOR, health

REPORT = "/problem @HSF le résumé arrive trop tard"


def lost_in(town: Town, channel: str) -> Screen:
    """Somebody reports while the hospital's channel is archived: its headline is given up."""
    archive(town, channel)
    nurse = town.person("HSF-S1")
    nurse.runs(REPORT)
    town.deliver()
    return nurse


def test_a_message_that_was_given_up_is_shown_and_sent_once_it_is_mended(town: Town, cli: Cli) -> None:
    """Why, what to do; then `--again` queues it, and nothing that stands is said twice."""
    lost_in(town, "cs-hsf")
    url = town.house.settings.database_url
    (shown,) = (json.loads(line) for line in cli("undelivered", "--json", DATABASE_URL=url).stdout.splitlines())
    assert (shown["kind"], shown["reason"]) == ("Headline", "is_archived")
    assert "unarchive" in shown["todo"]
    assert "is_archived" in cli("undelivered", DATABASE_URL=url).stdout
    channel = town.slack.workspace.named("cs-hsf")
    assert channel is not None
    channel.archived = False
    posts = len(town.slack.calls_of("chat.postMessage"))
    again = cli("undelivered", "--again", "--json", DATABASE_URL=url)
    assert json.loads(again.stdout) == {"queued": 1}
    town.deliver()
    assert len(town.slack.calls_of("chat.postMessage")) == posts + 1
    assert cli("undelivered", "--json", DATABASE_URL=url).stdout == ""


def test_another_workspaces_letters_are_left_alone(town: Town, cli: Cli) -> None:
    """`--workspace` shows and queues those of one workspace only."""
    lost_in(town, "cs-hsf")
    url = town.house.settings.database_url
    assert cli("undelivered", "--workspace", "TOTHER", "--json", DATABASE_URL=url).stdout == ""
    again = cli("undelivered", "--again", "--workspace", "TOTHER", "--json", DATABASE_URL=url)
    assert json.loads(again.stdout) == {"queued": 0}


def test_the_facilitator_sees_what_did_not_arrive(town: Town) -> None:
    """In the health of the community: where, how many, and what to do; gone once it is delivered."""
    assert "non remis" not in health(town, FACILITATOR)
    lost_in(town, "cs-hsf")
    said = health(town, FACILITATOR)
    assert "Messages non remis" in said
    assert "#cs-hsf\u00a0: 1 message. Le robot ne peut pas y écrire" in said
