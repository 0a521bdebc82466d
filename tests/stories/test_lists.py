"""`/sc` and Home: what concerns the reader, in their language, as far as they may see."""

import pytest

from tests.house import Town
from tests.stories.acting import REFERENCE, does, report, seen
from tests.stories.looking import ABOUT_CHEMO, buttons, window

BASTIEN, ROSALIE, KERRY = "HSF-MD", "CVE-S1", "GTV-MD"


def test_the_front_offers_buttons_that_work(town: Town) -> None:
    """/sc alone: report opens the window, the list and the help answer."""
    report(town)
    bastien = town.person(BASTIEN)
    front = bastien.runs("/sc").message
    assert front is not None
    assert buttons(front)[:3] == ["problem.report", "problem.list", "sc.help"]
    bastien.presses(front, "problem.list")
    assert town.slack.wait_for(lambda: any(REFERENCE in each.text and each.ephemeral_to for each in bastien.messages))
    bastien.presses(front, "sc.help")
    assert town.slack.wait_for(lambda: any("/sc list" in each.text for each in bastien.messages))
    bastien.presses(front, "problem.report")
    assert window(town, bastien, "description").callback_id == "problem.report"
    assert town.slack.errors == []


@pytest.mark.parametrize(("who", "fifth"), [(BASTIEN, "sc.about"), ("ADV-1", "people.manage")])
def test_the_front_has_five_buttons_for_ones_role(town: Town, who: str, fifth: str) -> None:
    """The facilitator's fifth button is people and roles; everybody else's says who sees what they write."""
    front = town.person(who).runs("/sc").message
    assert front is not None
    assert len(buttons(front)) == 5
    assert buttons(front)[-1] == fifth


def test_who_sees_what_one_writes_is_one_tap_away(town: Town) -> None:
    """Confidential, not anonymous; in the reader's language."""
    bastien = town.person(BASTIEN)
    front = bastien.runs("/sc").message
    assert front is not None
    bastien.presses(front, "sc.about")
    assert town.slack.wait_for(lambda: any("non anonyme" in each.text for each in bastien.messages))


@pytest.mark.parametrize(("verbs", "who"), [(("list", "show", "help"), KERRY), (("liste", "voir", "aide"), BASTIEN)])
def test_each_verb_answers_in_the_readers_language(town: Town, verbs: tuple[str, str, str], who: str) -> None:
    """The verb may be in either language; the answer is in the reader's."""
    report(town)
    reader = town.person(who)
    listed, shown, help_ = (reader.runs(f"/sc {verb}").text for verb in (verbs[0], f"{verbs[1]} onc-1", verbs[2]))
    assert REFERENCE in listed
    assert REFERENCE in shown
    french = who == BASTIEN
    assert ("Hôpital" in listed) is french
    assert ("Saint-Firmin Hospital" in listed) is not french
    assert ("vous" in help_) is french


def test_the_list_shows_each_what_is_theirs(town: Town) -> None:
    """The author their report, the director what they answer for, everybody else the neutral line; never the text."""
    report(town)
    texts = {who: town.person(who).runs("/sc list").text for who in (ROSALIE, BASTIEN, "PCO-S1", "ADV-1", "EXT-1")}
    heads = {who: text.splitlines()[0] for who, text in texts.items()}
    assert len({heads[ROSALIE], heads[BASTIEN], heads["PCO-S1"]}) == 3
    assert heads["ADV-1"] == heads["PCO-S1"] == heads["EXT-1"]
    assert "Saint-Firmin" not in texts["EXT-1"]
    for text in texts.values():
        assert REFERENCE in text
        assert ABOUT_CHEMO not in text


def test_a_long_list_says_how_many_are_left_out(town: Town) -> None:
    """Fifteen lines of each list; the rest is a number."""
    for _ in range(17):
        town.person(ROSALIE).runs(f"/problem {ABOUT_CHEMO}")
    text = town.person(BASTIEN).runs("/sc list").text
    assert "ONC-15" in text
    assert "ONC-16" not in text
    assert "2" in text.splitlines()[-1]


def test_what_waits_for_a_decision_is_in_the_deciders_list(town: Town) -> None:
    """Without an institution, the facilitator's, and the returner's who owes; returned twice, the committee's."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="Pas nous")
    to_answer = town.person(ROSALIE).runs("/sc list").text.splitlines()[0]
    first = {who: town.person(who).runs("/sc list").text.splitlines()[0] for who in ("ADV-1", "MOD-1", BASTIEN)}
    assert len(set(first.values())) == 1
    assert first["ADV-1"] != to_answer
    does(town, "ADV-1", "problem.reroute", institution="PCO")
    does(town, "PCO-MD", "problem.return", reason="Pas nous non plus")
    assert town.person("SC-2").runs("/sc list").text.splitlines()[0] == first["ADV-1"]


def test_show_without_or_with_a_wrong_reference_says_what_to_do(town: Town) -> None:
    """Never silence, and nothing about what the reader may not know of."""
    report(town)
    bastien = town.person(BASTIEN)
    assert "/sc" in bastien.runs("/sc show").text
    assert "ONC-99" in bastien.runs("/sc show ONC-99").text
    assert ABOUT_CHEMO not in seen(town, "PCO-S1")


def test_home_shows_what_concerns_one_and_its_buttons_work(town: Town) -> None:
    """My reports, what I answer for, a button to report; See all and the list open windows there."""
    report(town)
    bastien = town.person(BASTIEN)
    bastien.opens_home()
    assert town.slack.wait_for(lambda: bastien.home is not None)
    home = bastien.home
    assert home is not None
    assert REFERENCE in str(home.blocks)
    assert ABOUT_CHEMO not in str(home.blocks)
    bastien.presses(home, "problem.see")
    assert town.slack.wait_for(lambda: bastien.modal is not None)
    bastien.presses(home, "problem.list")
    assert town.slack.wait_for(lambda: bastien.modal is not None and bastien.modal.callback_id == "said")
    bastien.presses(home, "problem.report")
    assert window(town, bastien, "description").callback_id == "problem.report"
    assert town.slack.errors == []


def test_home_of_somebody_new_offers_to_report(town: Town) -> None:
    """Looking welcomes nobody: somebody unknown sees an empty Home, and nothing is stored."""
    town.slack.add_person("UNEW00000", "Alex Nouveau")
    alex = town.person("UNEW00000")
    alex.opens_home()
    assert town.slack.wait_for(lambda: alex.home is not None)
    assert "problem.report" in str(alex.home.blocks if alex.home else "")
