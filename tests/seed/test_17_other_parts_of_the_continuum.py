"""The seed: "to other parts of the care continuum" — what was learned in oncology is shown to mental health."""

from tests.house import Town
from tests.stories.learning import LESSON, published
from tests.stories.looking import shown_to


def test_a_new_problem_in_mental_health_shows_the_lesson_from_oncology_in_either_language(town: Town) -> None:
    """At once, to the one who reports: a summary that comes late is a summary that comes late."""
    published(town)
    for who, text, line in (
        (
            "CVE-S1",
            "En santé mentale, le sommaire de congé de la psychiatrie arrive trop tard au médecin de famille",
            "Une leçon semblable existe",
        ),
        (
            "GTV-S1",
            "Mental health: the discharge summary from psychiatry reaches the family doctor weeks late",
            "A lesson like this exists",
        ),
    ):
        person = town.person(who)
        recorded = person.runs(f"/problem {text}").message
        assert recorded is not None
        assert "SM-" in recorded.text
        assert town.slack.wait_for(lambda: f"{line}" in shown_to(person)), shown_to(person)  # noqa: B023 - at once
        assert LESSON in shown_to(person)
