"""A joint change reaches the director who is not in Slack: by e-mail, and somebody there acts."""

from collections.abc import Iterator

import pytest

from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.author import show_name
from tests.house import Town, open_town
from tests.mail_server import MailServer
from tests.stories.acting import REFERENCE, table
from tests.stories.jointly import FACILITATOR, FIRST, PATRICE, WHAT, begins, takes
from tests.stories.promising import accepted
from tests.stories.test_joint_changes_seen import SECOND, two_problems
from tests.stories.test_reading_by_mail import leaves_slack

PATRICE_AT, STANDS_IN = "patrice@exemple.test", "SC-3"


@pytest.fixture
def town(region_url: str, server: MailServer) -> Iterator[Town]:
    """The region, with a mail server; the director of the other hospital has no account."""
    with open_town(region_url, smtp_port=server.port) as town:
        leaves_slack(town, PATRICE, PATRICE_AT)
        yield town


def _show_name(town: Town) -> None:
    author = next(each for each in town.community.people if each.id == "CVE-S1")
    asked = Asked(workspace="T0ESTRIE0", slack_id=author.slack_id or "", request="shown", now=town.clock.now)
    show_name(town.house.worker_database, asked, REFERENCE)


def test_the_director_reads_it_once_and_whoever_stands_in_takes_the_part(town: Town, server: MailServer) -> None:
    """As the author is not named: the reference, and no words of anybody."""
    accepted(town)
    begins(town, institutions=("HSF", "CRC"))
    (letter,) = server.to(PATRICE_AT)
    assert str(letter.mail["Subject"]).startswith(REFERENCE)
    assert WHAT not in letter.text
    assert "Dans Slack, Mathieu Pagéry agit pour vous." in letter.text
    takes(town, STANDS_IN)
    assert [each["key"] for each in _letters(town)] == ["joint:1:CRC:CRC-MD"]


def test_where_the_author_is_named_the_letter_says_what_is_to_change(town: Town, server: MailServer) -> None:
    """As the card in Slack does."""
    accepted(town)
    _show_name(town)
    begins(town, institutions=("HSF", "CRC"))
    (letter,) = server.to(PATRICE_AT)
    assert FIRST in letter.text
    assert WHAT in letter.text


def test_of_several_problems_one_that_is_confidential_keeps_the_words_back(town: Town, server: MailServer) -> None:
    """What changes is said of both."""
    two_problems(town)
    _show_name(town)
    begins(town, FACILITATOR, institutions=("HSF", "CRC"), also=SECOND)
    assert server.to(PATRICE_AT)
    assert not [each for each in server.to(PATRICE_AT) if WHAT in each.text]


def _letters(town: Town) -> list[dict[str, object]]:
    cards = [each for each in table(town, "outbox") if each["kind"] == "JointCard"]
    return [each for each in cards if str(each["target"]).startswith("mail")]
