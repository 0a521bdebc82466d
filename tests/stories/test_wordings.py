"""The problem in other words: proposed by one, agreed by the other; the first words stay."""

from tests.house import Town
from tests.stories.acting import REFERENCE, seen, show
from tests.stories.looking import ABOUT_CHEMO, bodies, text_of, window
from tests.stories.promising import BASTIEN, ROSALIE, accepted, told
from tests.stories.test_twice import kinds

WORDS = "Le résumé de fin de chimio arrive trois semaines après le rendez-vous"
OTHERS = "Le résumé arrive après le rendez-vous chez le médecin de famille"
HIDDEN = "d'autres mots sont proposés"


def opens(town: Town, who: str) -> object:
    """The window of other words."""
    person = town.person(who)
    message = show(town, who)
    if '"wording.propose"' in str(message.blocks).replace("'", '"'):
        person.presses(message, "wording.propose")
    else:
        person.chooses(message, "problem.more", f"wording.propose {REFERENCE}")
    return window(town, person, "wording")


def proposes(town: Town, who: str, wording: str) -> None:
    """Propose other words."""
    view = opens(town, who)
    town.person(who).submits(view, {"wording": wording})  # type: ignore[arg-type] # the window just opened
    town.deliver()


def test_one_proposes_the_other_agrees_and_both_texts_stand(town: Town) -> None:
    """On the card, in the list and whole: the words of both beside the first ones, which nothing replaces."""
    accepted(town)
    proposes(town, BASTIEN, OTHERS)
    (asked,) = told(town, ROSALIE, HIDDEN)
    assert OTHERS not in asked.text  # her name is hidden: somebody may look over her shoulder
    proposes(town, ROSALIE, WORDS)
    (heard,) = told(town, BASTIEN, HIDDEN)
    assert WORDS in heard.text
    town.person(BASTIEN).presses(heard, "wording.agree", f"{REFERENCE} 2")
    town.deliver()
    for who in (BASTIEN, ROSALIE):
        shown = seen(town, who)
        assert f"Reformulé ensemble\u00a0: «\u00a0{WORDS}\u00a0»" in shown
        assert ABOUT_CHEMO in shown
    assert OTHERS in seen(town, BASTIEN)  # every version is history
    assert WORDS in str(town.person(BASTIEN).runs("/sc liste").message)
    assert kinds(town)[-3:] == ["wording_proposed", "wording_proposed", "wording_agreed"]


def test_of_two_at_once_the_first_wins_and_nobody_agrees_with_themselves(town: Town) -> None:
    """Who began from older words is told who was faster; an old button agrees to nothing."""
    accepted(town)
    view = opens(town, ROSALIE)
    proposes(town, BASTIEN, OTHERS)
    town.person(ROSALIE).submits(view, {"wording": WORDS})  # type: ignore[arg-type] # the window that was open
    assert "a agi avant vous" in text_of(town.person(ROSALIE).modal)
    assert kinds(town).count("wording_proposed") == 1
    shown = show(town, BASTIEN)
    assert "wording.agree" not in str(shown.blocks)
    town.person(ROSALIE).presses(show(town, ROSALIE), "wording.agree", f"{REFERENCE} 1")
    town.deliver()
    assert kinds(town).count("wording_agreed") == 1


def test_redaction_reaches_every_version(town: Town) -> None:
    """What is removed from the report is removed from the words that were proposed and agreed on."""
    accepted(town)
    proposes(town, BASTIEN, WORDS)
    old = show(town, ROSALIE)
    town.person(ROSALIE).presses(old, "wording.agree", f"{REFERENCE} 1")
    facilitator = town.person("ADV-1")
    facilitator.chooses(show(town, "ADV-1"), "problem.more", f"problem.redact {REFERENCE}")
    facilitator.submits(window(town, facilitator, "words"), {"words": "chimio"})
    assert not any("chimio" in each for each in bodies(town.house.settings.database_url))
