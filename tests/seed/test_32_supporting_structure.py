"""32. "Its supporting structure": imported from one file, and its health says which role is missing."""

from sc_bot.domain.community import Role
from tests.house import Town, channel_ids, region
from tests.seed.reading import imported, without
from tests.stories.promising import told
from tests.stories.test_health import FACILITATOR, HOSPITAL, health


def test_removing_a_director_raises_an_alert(town: Town) -> None:
    """The file no longer names the hospital's: the facilitator hears it at once, once, and the health says so."""
    assert "pas de direction responsable" not in health(town, FACILITATOR)
    for _ in range(2):
        imported(town, without(region(), "HSF-MD", Role.MANAGING_DIRECTOR), channel_ids(town.slack))
        town.deliver()
    (alert,) = told(town, FACILITATOR, "pas de direction responsable")
    assert HOSPITAL in alert.text
    assert f"{HOSPITAL}\u00a0: pas de direction responsable" in health(town, FACILITATOR)
