"""A lesson from a solved problem: asked for, written, validated, published, offered, adopted, in place."""

from tests.house import Town
from tests.stories.acting import table
from tests.stories.learning import (
    ANNE,
    CHANGE,
    CLINIC,
    COMMITTEE,
    LESSON,
    acts,
    in_lessons,
    offered,
    seen,
    solved,
)
from tests.stories.promising import BASTIEN, ROSALIE, lists, morning, told


def test_a_lesson_travels_from_a_solved_problem_to_another_institution(town: Town) -> None:
    """Asked in the list, written, validated, published once, offered, adopted, in place; its author hears of it."""
    solved(town)
    morning(town, "2026-11-20")
    (asked,) = [each for each in lists(town, BASTIEN) if LESSON in each.text]
    assert "Leçon à transmettre, s'il y en a une" in asked.text
    assert "ONC-1" in asked.text
    acts(town, BASTIEN, "draft", context="Avant", change=CHANGE, result="Mieux", conditions="Un accès")
    assert in_lessons(town) == []
    morning(town, "2026-11-23")
    assert any("Leçon à valider" in each.text for each in lists(town, COMMITTEE))
    acts(town, COMMITTEE, "validate")
    (message,) = in_lessons(town)
    assert CHANGE in message.text
    assert "Rosalie" not in message.text
    assert len(told(town, ROSALIE, "la leçon est publiée")) == 1
    assert "votre choix" in offered(town, "GTV")
    morning(town, "2026-11-24")
    assert any("Lesson offered" in each.text for each in lists(town, CLINIC))
    answer = acts(town, CLINIC, "adopt")
    assert "you adopt it" in answer
    assert len(told(town, ROSALIE, "adopte cette leçon")) == 1
    (offer,) = table(town, "lesson_offers")
    assert offer["standing"] == "adopted"
    morning(town, str(offer["next_on"]))
    assert any("to be put in place" in each.text for each in lists(town, CLINIC))
    acts(town, CLINIC, "in_place", result="Deux visites de moins")
    assert [each["standing"] for each in table(town, "lesson_offers")] == ["in_place"]
    assert "Deux visites de moins" in seen(town, ANNE).text
    assert [each["did"] for each in table(town, "lesson_steps")] == [
        "asked", "drafted", "validated", "published", "offered", "adopted", "evaluated",
    ]  # fmt: skip
