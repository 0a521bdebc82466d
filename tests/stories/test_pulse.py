"""The pulse in Slack: it begins by itself, asks once, takes one answer each, says nothing before it is over."""

from datetime import time

from tests.house import Town
from tests.stories.acting import told_privately
from tests.stories.looking import buttons, fields
from tests.stories.promising import told
from tests.stories.pulsing import (
    BEGINS,
    CLSC,
    ENDS,
    HOSPITAL,
    PUBLISHED,
    answers,
    invitation,
    looks,
    opens,
    sees_all,
    tick,
)

GOOD, POOR = (4, 4, 4, 4, 4, 4, 4), (2, 2, 2, 2, 2, 2, 2)


def everybody_answers(town: Town) -> None:
    """Three of the hospital and three of the CLSC speak about each other."""
    tick(town, BEGINS)
    for who in HOSPITAL:
        answers(town, who, "CVE", GOOD)
    for who in CLSC:
        answers(town, who, "HSF", POOR)


def test_a_wave_begins_by_itself_asks_everybody_once_and_shows_its_results_when_it_is_over(town: Town) -> None:
    """However often the tick comes; with the hour of the list; nothing is shown while it runs."""
    assert tick(town, "2026-11-30") == 0
    assert tick(town, BEGINS, time(0, 20)) == 1
    assert [each for each in told(town, "HSF-S1", "") if "pulse.open" in str(each.blocks)] == []
    for at in (time(8, 1), time(8, 6), time(11, 0)):
        assert tick(town, BEGINS, at) == 0
    everybody_answers(town)
    assert "rien n'en est montré avant" in looks(town, "HSF-S1").text
    assert tick(town, ENDS, time(23, 59)) == 0
    assert tick(town, PUBLISHED) == 1
    said = looks(town, "CVE-S1").text
    assert "5 personnes ou plus ont répondu" in said
    assert "assez souvent 3,0" in said
    assert "assez souvent 3,0" in sees_all(town, "CVE-S1")


def test_the_window_asks_seven_things_about_one_partner_and_nothing_to_write(town: Town) -> None:
    """Nine choices; the hospital is no partner of itself; thanked for without a word of the answer."""
    tick(town, BEGINS)
    view = opens(town, "HSF-S1")
    assert len(fields(view)) == 9
    assert "plain_text_input" not in str(view.blocks)
    assert "'value': 'HSF'" not in str(view.blocks)
    town.person("HSF-S1").closes(view)
    said = answers(town, "HSF-S1", "CVE", (1, 2, 3, 4, 5, 0, 1))
    assert "scellée" in said
    assert not any(word in said for word in ("Pas du tout", "Tout à fait", "CVE", "CLSC"))


def test_one_answer_each_and_none_after_the_end(town: Town) -> None:
    """Pressed again, it says that it cannot be changed; after the last day, that it is over."""
    tick(town, BEGINS)
    answers(town, "HSF-S1", "CVE", GOOD)
    town.person("HSF-S1").presses(invitation(town, "HSF-S1"), "pulse.open")
    told_privately(town, "HSF-S1", "personne ne sait laquelle est la vôtre")
    assert buttons(looks(town, "HSF-S1")) == []
    assert buttons(looks(town, "CVE-S1")) == ["pulse.open"]
    tick(town, PUBLISHED)
    town.person("CVE-S1").presses(invitation(town, "CVE-S1"), "pulse.open")
    told_privately(town, "CVE-S1", "Ce pouls est terminé")
