"""24. "The conviction, held by all of the partners": each one's director and general manager sign a charter."""

from tests.homes.looking import opens, read
from tests.house import Town
from tests.presentation.gallery import as_text
from tests.stories.test_charter import BASTIEN, FACILITATOR, HOSPITAL, NURSE, ODILE, charter, signs


def test_a_partner_who_has_not_signed_is_shown_to_the_facilitator_until_both_have(town: Town) -> None:
    """The state is visible to everybody in the charter, and flagged where the facilitator looks every day."""
    assert f"{HOSPITAL}\u00a0: direction générale et direction responsable" in read(opens(town, FACILITATOR))
    signs(town, BASTIEN)
    assert f"{HOSPITAL}\u00a0: direction générale" in read(opens(town, FACILITATOR))
    signs(town, ODILE)
    assert f"{HOSPITAL}\u00a0: direction générale" not in read(opens(town, FACILITATOR))
    assert "Bastien Morelière" in as_text(charter(town, NURSE).blocks)
