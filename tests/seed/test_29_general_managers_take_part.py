"""29. "Active and ongoing participation by the general managers": a report of it, for each and the facilitator."""

from tests.homes.looking import opens
from tests.house import Town
from tests.stories.deciding import ODILE, answers, asks
from tests.stories.test_health import FACILITATOR, health


def test_what_was_decided_and_opened_in_the_cycle_is_seen_by_the_manager_and_the_facilitator_only(town: Town) -> None:
    """Asked one, answered one, opened: and a director who asks is told nothing of it."""
    asks(town, of=(ODILE,))
    answers(town, ODILE, "agree")
    opens(town, ODILE)
    for who in (ODILE, FACILITATOR):
        assert "réponses aux décisions\u00a0: 1 sur 1" in health(town, who)
    for who in ("CVE-DG", "HSF-MD", "SC-4"):
        assert "1 sur 1" not in health(town, who)
