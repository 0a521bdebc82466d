"""7. "jointly implement simultaneous changes"."""

import pytest

from tests.house import Town
from tests.stories.jointly import (
    DAY,
    FACILITATOR,
    KERRY,
    LATER,
    ROSALIE,
    begins,
    change,
    comes,
    happened,
    ids,
    says,
    takes,
    told_of,
)
from tests.stories.promising import BASTIEN


def test_one_not_ready_keeps_all_from_going_and_all_are_told(town: Town) -> None:
    """The date comes, one of two is ready: nothing changes anywhere, everybody hears why, and no date is left."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    says(town, BASTIEN, "ready")
    comes(town, DAY)
    assert "joint_went" not in happened(town)
    assert change(town)["day"] is None
    assert told_of(town, "joint_held") == ids(town, BASTIEN, KERRY, FACILITATOR)


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_a_not_ready_before_the_date_asks_everybody_for_another_one(town: Town) -> None:
    """Who cannot keep it says so with another date: the old one is gone for all, and all hear it at once."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    says(town, KERRY, "slip", reason="La messagerie arrive plus tard", due="le 11 décembre")
    assert told_of(town, "joint_redated") == ids(town, BASTIEN, FACILITATOR)
    assert str(change(town)["day"]) == LATER
    comes(town, DAY)
    assert "joint_went" not in happened(town)


def test_all_ready_go_at_the_date_and_not_before(town: Town) -> None:
    """Everybody is ready days before; it goes on its day, at once, and those who reported it hear it."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    for who in (BASTIEN, KERRY):
        says(town, who, "ready")
    comes(town, "2026-12-03")
    assert change(town)["ended"] is None
    comes(town, DAY)
    assert change(town)["ended"] == "gone"
    assert told_of(town, "joint_went") == ids(town, BASTIEN, KERRY, FACILITATOR, ROSALIE)
