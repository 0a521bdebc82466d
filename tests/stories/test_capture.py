"""A report in one line: captured at once, answered in four lines and four buttons that work."""

import pytest

from tests.house import Town, card_of, heard
from tests.stories.looking import ABOUT_CHEMO, bodies, buttons, press_until_window, rows, window


@pytest.mark.parametrize("command", ["/problem", "/probleme", "/sc problem", "/sc problème"])
def test_one_line_is_captured_at_once_and_answered_to_its_author_alone(
    town: Town, region_url: str, command: str
) -> None:
    """Reference, who has it and because of what, when they read and answer, name not shown; four buttons."""
    fanny = town.person("HSF-S1")
    answer = fanny.runs(f"{command} {ABOUT_CHEMO}").message
    assert answer is not None
    assert answer.ephemeral_to == fanny.person.id
    assert bodies(region_url) == [ABOUT_CHEMO]
    assert len(answer.text.splitlines()) == 4
    for fact in ("ONC-1", "Bastien Morelière", "Saint-Firmin", "hôpital", "23"):
        assert fact in answer.text
    assert buttons(answer) == [
        "problem.add_details",
        "problem.change_institution",
        "problem.show_name",
        "problem.withdraw",
    ]
    assert town.slack.errors == []


def test_details_are_added_from_the_answer(town: Town) -> None:
    """Its first button opens a window; what is written there reaches the director."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    answer = fanny.runs(f"/problem {ABOUT_CHEMO}").message
    assert answer is not None
    view = press_until_window(town, fanny, answer, "problem.add_details", "details")
    fanny.submits(view, {"details": "Trois semaines de délai"})
    town.deliver()
    assert "Trois semaines de délai" in card_of(bastien, "ONC-1").text


def test_the_institution_is_changed_from_the_answer(town: Town) -> None:
    """Its second button opens a window; the other director has it from then on."""
    fanny, ginette = town.person("HSF-S1"), town.person("CVE-MD")
    answer = fanny.runs(f"/problem {ABOUT_CHEMO}").message
    assert answer is not None
    view = press_until_window(town, fanny, answer, "problem.change_institution", "institution")
    fanny.submits(view, {"institution": "CVE"})
    town.deliver()
    assert "problem.accept" in buttons(card_of(ginette, "ONC-1"))


def test_the_name_is_shown_from_the_answer(town: Town) -> None:
    """Its third button shows the author's name; the answer itself changes, and the button is gone."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    answer = fanny.runs(f"/problem {ABOUT_CHEMO}").message
    assert answer is not None
    fanny.presses(answer, "problem.show_name")
    assert town.slack.wait_for(lambda: answer.edited == 1)
    assert "problem.show_name" not in buttons(answer)
    town.deliver()
    assert "Fanny Castelneau" in card_of(bastien, "ONC-1").text


def test_a_report_is_withdrawn_from_the_answer(town: Town, region_url: str) -> None:
    """Its last button takes the report back; nothing is left to press but what still makes sense."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    answer = fanny.runs(f"/problem {ABOUT_CHEMO}").message
    assert answer is not None
    fanny.presses(answer, "problem.withdraw")
    assert town.slack.wait_for(lambda: answer.edited == 1)
    assert "problem.withdraw" not in buttons(answer)
    assert [row["state"] for row in rows(region_url, "problems")] == ["withdrawn"]
    town.deliver()
    assert not any("problem.accept" in str(each.blocks) for each in bastien.messages)


def test_an_answer_whose_button_is_pressed_twice_says_who_was_first(town: Town, region_url: str) -> None:
    """A second press of an old answer changes nothing, and says so."""
    fanny = town.person("HSF-S1")
    answer = fanny.runs(f"/problem {ABOUT_CHEMO}").message
    assert answer is not None
    old = answer.snapshot()
    fanny.presses(answer, "problem.withdraw")
    assert town.slack.wait_for(lambda: answer.edited == 1)
    before = len(fanny.messages)
    fanny.presses(old, "problem.withdraw")
    assert town.slack.wait_for(lambda: len(fanny.messages) == before + 1)
    assert "ONC-1" in fanny.messages[-1].text
    assert len(rows(region_url, "events")) == 2


def test_the_author_gets_a_card_of_their_own(town: Town) -> None:
    """What is only shown once is also there to stay: a direct message that follows the report."""
    fanny = town.person("HSF-S1")
    answer = fanny.runs(f"/problem {ABOUT_CHEMO}").text
    town.deliver()
    cards = [each for each in heard(fanny, "ONC-1") if each != answer]
    assert len(cards) == 1
    assert ABOUT_CHEMO not in cards[0]


def test_a_message_becomes_a_report_by_its_shortcut(town: Town, region_url: str) -> None:
    """The window opens with the message's words, as people read them; sent, it is a report."""
    fanny, colin = town.person("HSF-S1"), town.person("HSF-S2")
    colin.says("Chimio & suivi <3 semaines : l'hôpital poste tout", channel="cs-hsf")
    message = next(each for each in fanny.messages if "poste tout" in each.text)
    fanny.uses_shortcut("report_problem", message)
    view = window(town, fanny, "description")
    said = fanny.submits(view)
    assert bodies(region_url) == ["Chimio & suivi <3 semaines : l'hôpital poste tout"]
    assert said.view is not None
    assert "ONC-1" in str(said.view.blocks)
    assert rows(region_url, "problems")[0]["reporter"] == "HSF-S1"
