"""A director and a general manager who are not in Slack: they read by e-mail, whoever stands in acts."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sc_bot.usecases.digests.sending import send_digests
from tests.house import Town, card_of, heard, open_town
from tests.mail_server import MailServer
from tests.stories.looking import rows
from tests.stories.outside import know

DIRECTOR_AT, MANAGER_AT = "direction@exemple.test", "dg@exemple.test"
CHEMO = "La chimio commence trop tard"


@pytest.fixture
def town(region_url: str, server: MailServer) -> Iterator[Town]:
    """The region, where the hospital's director and general manager have no Slack."""
    with open_town(region_url, smtp_port=server.port) as town:
        absent = {"HSF-MD": DIRECTOR_AT, "HSF-DG": MANAGER_AT}
        people = [each for each in town.community.people if each.id in absent]
        know(town, *(replace(each, slack_id=None, email=absent[each.id]) for each in people))
        yield town


def test_the_delegate_has_the_buttons_and_the_director_the_reference(town: Town, server: MailServer) -> None:
    """One letter, when the delegate's card comes; a director kept out by the author gets none."""
    fanny, delegate = town.person("HSF-S1"), town.person("SC-1")
    fanny.runs(f"/problem {CHEMO}")
    town.deliver()
    delegate.presses(card_of(delegate, "ONC-1", "problem.accept"), "problem.accept")
    town.deliver()
    (letter,) = server.to(DIRECTOR_AT)
    assert str(letter.mail["Subject"]).startswith("ONC-1")
    assert CHEMO not in letter.text
    assert "Anne-Sophie Kerouac-Tily" in letter.text
    assert "Transmis à Sabrina Courtemont" in letter.text
    assert town.community.settings.name.fr in letter.text
    assert "pris en charge" in heard(fanny, "ONC-1")[-1]


def test_a_director_whom_the_author_keeps_out_gets_no_letter(town: Town, server: MailServer, region_url: str) -> None:
    """Neither in Slack nor by e-mail."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    assert town.slack.wait_for(lambda: fanny.modal is not None)
    assert fanny.modal is not None
    fanny.presses(fanny.modal, "problem.report_more")
    assert town.slack.wait_for(lambda: "flags" in str(fanny.modal and fanny.modal.blocks))
    fanny.submits(fanny.modal, {"description": CHEMO, "flags": ["keep_out"]})
    town.deliver()
    assert rows(region_url, "problems")[0]["director_kept_out"]
    assert server.to(DIRECTOR_AT) == []


def test_a_digest_by_mail_says_what_it_says_in_slack(town: Town, server: MailServer) -> None:
    """The day, how much is asked, the figures; no words about what is confidential."""
    send_digests(town.house.worker_database, town.clock())  # who is new gets the next one
    town.person("HSF-S1").runs(f"/problem {CHEMO}")
    town.clock.forward(days=7)
    send_digests(town.house.worker_database, town.clock())
    town.deliver()
    (letter,) = server.to(MANAGER_AT)
    assert "novembre" in str(letter.mail["Subject"])
    assert "demeurent dans Slack" in letter.text
    assert "1 problème ouvert" in letter.text
    assert CHEMO not in letter.text
