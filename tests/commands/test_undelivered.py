"""`sc-bot undelivered`: what could not be sent is seen with its reason and its mend, and sent once it is mended."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from sc_bot.doctor.database import mend_of
from sc_bot.domain.addresses import by_mail
from sc_bot.domain.community import Language
from sc_bot.domain.community_views import UndeliveredView
from sc_bot.domain.notices import Posting, Welcome
from sc_bot.domain.unreached import Mail
from sc_bot.domain.views import Reader
from sc_bot.playground.screen import Screen
from sc_bot.presentation.undelivered import undelivered
from sc_bot.presentation.words import Words
from sc_bot.usecases.learning import learn_people
from storage.tables import outbox
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


def give_up(town: Town, target: str, reason: str) -> None:
    """One of the messages that wait goes there, and is given up."""
    with town.house.worker_database.writing() as connection:
        (number,) = connection.execute(select(outbox.c.id).where(outbox.c.state == "queued").limit(1)).one()
        dead = outbox.update().where(outbox.c.id == number)
        connection.execute(dead.values(state="dead", target=target, error=reason))


def test_the_facilitator_sees_what_did_not_arrive_by_e_mail_nor_at_whoever_only_reports(town: Town) -> None:
    """Whoever has no Slack account is one too; and the reason is the mail server's, not Slack's."""
    nurse = town.person("HSF-S1")
    nurse.runs(REPORT)
    with town.house.web_database.reading() as uow:
        (place,) = uow.communities.in_workspace("T0ESTRIE0")
    give_up(town, by_mail(place.id, "HSF-MD"), "mail_refused")
    give_up(town, "UHSFS1000", "http_503")
    said = health(town, FACILITATOR)
    assert "Bastien Morelière\u00a0: 1 message. Son adresse" in said
    assert "Fanny Castelneau\u00a0: 1 message. Slack n'a pas répondu" in said


OUR_OWN = ("not_worded", "unknown_kind", "shared_channel", "http_500", "TimeoutError", "unreadable answer")


@pytest.mark.parametrize("language", [Language.FR, Language.EN])
@pytest.mark.parametrize(
    "reason", [*OUR_OWN, "internal_error", *(each.value for each in Mail if each is not Mail.GOES)]
)
def test_a_reason_that_is_not_slacks_is_said_in_words(reason: str, language: Language) -> None:
    """Neither its code nor "Slack refused them": what is so, and what to do. The doctor knows a mend for each."""
    words = Words.of(Reader(language=language, timezone="America/Toronto"))
    said = undelivered(words, UndeliveredView("Fanny", reason, 1))
    why = said.partition("1 message. ")[2]
    assert len(why) > len("Slack.")
    assert reason not in said
    assert not why.startswith(("Slack refused", "Slack les a refusés"))
    assert mend_of(reason) != mend_of("new_to_us")


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
