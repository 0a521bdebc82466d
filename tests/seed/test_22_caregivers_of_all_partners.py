"""Seed, 22: "and caregivers in the partner organizations"."""

from tests.house import Town
from tests.seed.ground import Ground
from tests.stories.acting import cards, does
from tests.stories.looking import ABOUT_CHEMO

GUEST = "UINVITE00"


def test_a_guest_account_reports_and_receives_replies(town: Town) -> None:
    """Somebody of a partner who is a guest of the workspace: recorded, answered, told, like anybody else."""
    town.slack.add_person(GUEST, "Noémie Invitée", guest=True)
    guest = town.person(GUEST)
    answer = guest.runs(f"/problem {ABOUT_CHEMO}").message
    assert answer is not None
    assert "ONC-1 est enregistré" in answer.text
    town.deliver()
    before = len(cards(guest))
    does(town, "HSF-MD", "problem.accept")
    director = town.person("HSF-MD")
    if director.modal is not None:
        director.closes(director.modal)
    does(town, "HSF-MD", "problem.ask", question="Depuis quand?")
    assert len(cards(guest)) > before
    does(town, GUEST, "problem.answer", answer="Depuis mars")
    assert any("Depuis mars" in each.text for each in cards(director))


def test_pharmacies_and_community_groups_have_the_same_door(ground: Ground) -> None:
    """Whatever kind of partner: one line is enough, and somebody has it."""
    for person in ("OMD-S1", "PCO-S1", "GTV-S1"):
        reference = ground.reports(person)
        assert ground.sees(person, reference).person is not None
