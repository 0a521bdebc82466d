"""Daily lists everywhere: none missed, none twice, whatever the clocks do there."""

import pytest

from tests.followups.every_zone import wrong, zones

ODD = (
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/St_Johns",
    "Asia/Beirut",
    "Pacific/Chatham",
    "America/Santiago",
)


def test_in_odd_zones_for_two_years() -> None:
    """Half hours, quarters, changes at midnight and around Ramadan."""
    assert wrong(ODD, 2) == []


@pytest.mark.slow
def test_in_every_sixteenth_zone_for_ten_years() -> None:
    """`python -m tests.followups.every_zone` tries every zone."""
    assert wrong(zones()[::16], 10) == []
