"""A colleague reports on behalf of somebody who cannot: they are the author, and hear back."""

from collections.abc import Iterator

import pytest

from sc_bot.playground.inputs import elements_of
from sc_bot.playground.screen import Screen
from tests.house import Town, card_of, heard, open_town
from tests.mail_server import MailServer
from tests.stories.looking import fields, rows, window
from tests.stories.outside import ARIANE, ARIANE_AT, ariane, know

CHEMO = "La chimio commence trop tard"


@pytest.fixture
def town(region_url: str, server: MailServer) -> Iterator[Town]:
    """The region, where Ariane of the hospital has no Slack."""
    with open_town(region_url, smtp_port=server.port) as town:
        know(town, ariane())
        yield town


def offered(person: Screen, town: Town) -> list[str]:
    """On whose behalf somebody may report."""
    before = person.modal
    person.runs("/problem")
    assert town.slack.wait_for(lambda: person.modal is not None and person.modal is not before)
    person.presses(window(town, person), "problem.report_more")
    view = window(town, person, "severity")
    found = [element for each in view.blocks if each["block_id"] == "for_whom" for element in elements_of(each)]
    return [option["value"] for each in found for group in each["option_groups"] for option in group["options"]]


def reports_for(town: Town, person: Screen, whom: str, **more: object) -> str:
    """Report on somebody's behalf; what the window says then."""
    assert whom in offered(person, town)
    view = window(town, person, "severity")
    sent = person.submits(view, {"description": CHEMO, "for_whom": whom, **more})
    town.deliver()
    assert sent.view is not None
    return str(sent.view.blocks)


def test_a_colleague_without_slack_is_the_author_and_hears_by_mail(
    town: Town, server: MailServer, region_url: str
) -> None:
    """Her report, her institution, her letters: reference and state, for her name is hidden."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    said = reports_for(town, fanny, ARIANE, show_name=["yes"])
    assert "ONC-1" in said
    assert "problem.withdraw" not in said
    (problem,) = rows(region_url, "problems")
    assert (problem["reporter"], problem["reporter_institution"], problem["name_shown"]) == (ARIANE, "HSF", False)
    bastien.presses(card_of(bastien, "ONC-1", "problem.accept"), "problem.accept")
    town.deliver()
    letters = server.to(ARIANE_AT)
    assert [str(each.mail["Subject"])[:5] for each in letters] == ["ONC-1", "ONC-1"]
    assert not any(CHEMO in each.text for each in letters)
    assert heard(fanny, "ONC-1") == []


def test_who_typed_it_is_for_the_author_and_the_facilitator_alone(town: Town, region_url: str) -> None:
    """It is in the history, with a name; the director reads neither name."""
    fanny = town.person("HSF-S1")
    reports_for(town, fanny, ARIANE)
    kept = [(each["kind"], each["actor"]) for each in rows(region_url, "events")]
    assert ("typed", "HSF-S1") in kept
    for who, reads in (("ADV-1", True), ("HSF-MD", False), ("HSF-S1", False)):
        whole = town.person(who).runs("/sc show ONC-1").message
        assert whole is not None
        assert ("Fanny Castelneau" in str(whole.blocks)) is reads, who
        assert ("Ariane Sauvageau" in str(whole.blocks)) is reads, who


def test_an_author_with_slack_reads_who_typed_it_and_may_withdraw(town: Town, region_url: str) -> None:
    """Her card has the buttons of any author; the colleague has none of them."""
    fanny = town.person("HSF-S1")
    other = next(each for each in offered(fanny, town) if each.startswith("HSF-S") and each != ARIANE)
    reports_for(town, fanny, other)
    author = town.person(other)
    card = card_of(author, "ONC-1", "problem.withdraw")
    assert "Fanny Castelneau" in str(card.blocks)
    author.presses(card, "problem.withdraw")
    assert rows(region_url, "problems")[0]["state"] == "withdrawn"


def test_one_reports_for_ones_own_institution_and_the_facilitator_for_whoever_has_no_slack(town: Town) -> None:
    """A window cannot be talked into anybody else; somebody whose institution is not known chooses nobody."""
    fanny, anne, theo = town.person("HSF-S1"), town.person("ADV-1"), town.person("CVE-S1")
    homes = {each.id: each.institution for each in town.community.people}
    assert {homes.get(each, "HSF") for each in offered(fanny, town)} == {"HSF"}
    assert ARIANE in offered(anne, town)
    assert "HSF-S1" not in offered(anne, town)
    assert ARIANE not in offered(theo, town)
    newcomer = town.slack.as_person(town.slack.add_person("UNEW00000", "Nouvelle Venue").id)
    newcomer.runs("/problem")
    newcomer.presses(window(town, newcomer), "problem.report_more")
    assert "for_whom" not in fields(window(town, newcomer, "severity"))
    know(town, ariane("CVE"))
    view = window(town, fanny, "severity")
    sent = fanny.submits(view, {"description": CHEMO, "for_whom": ARIANE})
    assert list(sent.errors) == ["for_whom"]
