"""`sc-bot undelivered`: what could not be sent is seen with its reason and its mend, and sent once it is mended."""

import json
from datetime import timedelta

from sc_bot.domain.addresses import by_mail
from sc_bot.domain.notices import Posting, Welcome
from sc_bot.playground.screen import Screen
from sc_bot.usecases.learning import learn_people
from tests.commands.conftest import Cli
from tests.commands.test_metrics import archive
from tests.house import Town, card_of, open_town
from tests.mail_server import MailServer
from tests.stories.outside import ARIANE, ariane, know
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


def test_an_account_that_is_gone_is_no_archived_channel(town: Town, cli: Cli) -> None:
    """What its owner did not get is the facilitator's to see though they have left, in words that fit a person."""
    nurse = town.person("HSF-S1")
    nurse.runs(REPORT)
    town.deliver()
    town.slack.workspace.people["UHSFS1000"].deactivated = True
    director = town.person("HSF-MD")
    director.presses(card_of(director, "CS-1", "problem.accept"), "problem.accept")
    town.deliver()
    learn_people(town.house.worker_database, town.house.slack, town.clock() + timedelta(days=8))
    said = health(town, FACILITATOR)
    assert f"{nurse.person.name}\u00a0: 1 message. Slack ne trouve pas de compte actif" in said
    shown = cli("undelivered", "--json", DATABASE_URL=town.house.settings.database_url).stdout
    assert {json.loads(each)["todo"].partition(":")[0] for each in shown.splitlines()} == {"the account is deactivated"}


def test_a_letter_that_no_server_takes_is_seen_too(region_url: str) -> None:
    """Of somebody without Slack: by name, with the reason of the mail server."""
    with MailServer({"RCPT": "550 nobody"}) as server, open_town(region_url, smtp_port=server.port) as town:
        know(town, ariane())
        with town.house.worker_database.unit_of_work() as uow:
            place = uow.communities.in_workspace(town.slack.workspace.team_id)[0]
            letter = Posting(notice=Welcome(), to=by_mail(place.id, ARIANE), key="said", due_at=town.clock())
            uow.outbox.post(town.slack.workspace.team_id, None, [letter])
        town.deliver()
        said = health(town, FACILITATOR)
    assert "Ariane Sauvageau\u00a0: 1 message. Son adresse de courriel est refusée." in said
