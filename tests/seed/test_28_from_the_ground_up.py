"""The seed: "the implementation of solutions from the ground up" — whose solution it was hears when it is adopted."""

from tests.house import Town
from tests.stories.acting import whole
from tests.stories.learning import CLINIC, acts, in_lessons, offered, published
from tests.stories.promising import ROSALIE, told


def test_the_caregiver_whose_solution_it_was_is_told_when_another_institution_adopts_it(town: Town) -> None:
    """Told once, in a message of their own; their name is shown only if they tap it."""
    published(town)
    offered(town, "GTV")
    acts(town, CLINIC, "adopt")
    (message,) = told(town, ROSALIE, "le GMF des Trois-Villages adopte cette leçon")
    assert "C'est parti de vous" in message.text
    assert "Rosalie" not in whole(in_lessons(town)[0])
    town.person(ROSALIE).presses(message, "lesson.show_name")
    town.deliver()
    assert "Rosalie Thuotel" in whole(in_lessons(town)[0])
