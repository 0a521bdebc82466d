"""The seed: "Transfer lessons learned to other parts of the care continuum" — the lesson itself, and its adoption."""

from tests.house import Town
from tests.stories.acting import table
from tests.stories.learning import ANNE, CLINIC, acts, offered, published, seen


def test_a_lesson_offered_to_two_is_adopted_by_one_and_declined_by_the_other_with_a_reason(town: Town) -> None:
    """Both answers are kept, each with its day; the reason is read where the lesson is read."""
    published(town)
    offered(town, "GTV", "PCO")
    acts(town, CLINIC, "adopt")
    acts(town, "PCO-MD", "decline", reason="Nous n'avons pas accès au dossier partagé")
    standing = {each["institution"]: each["standing"] for each in table(town, "lesson_offers")}
    assert standing == {"GTV": "adopted", "PCO": "declined"}
    read = seen(town, ANNE).text
    assert "Adoptée\u00a0: GMF des Trois-Villages" in read
    assert "Déclinée\u00a0: Réseau de pharmacies des Collines" in read
    assert "Nous n'avons pas accès au dossier partagé" in read
