"""Time travel: what is due on the way happens at its hour."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from sc_bot.playground.moods import put_into
from sc_bot.playground.page.backstage import CannotTravel
from sc_bot.playground.stage.opening import open_stage
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.travel import moment_of, travel
from tests.house import card_of

pytestmark = pytest.mark.slow  # a whole stage each time
MORNING = datetime(2026, 11, 20, 13, tzinfo=UTC)  # Friday, 8:00 in Val-Sauvage


@pytest.fixture
def stage(url: str) -> Iterator[Stage]:
    """The region on its first day."""
    with open_stage(url, past=False) as stage:
        yield stage


@pytest.mark.parametrize(
    ("to", "moment"),
    [
        ("tomorrow", MORNING),
        ("monday", datetime(2026, 11, 23, 12, 30, tzinfo=UTC)),
        ("2026-11-20T08:00", MORNING),
        ("2026-11-20T13:00:00+00:00", MORNING),
        ("2027-03-14T08:00", datetime(2027, 3, 14, 12, tzinfo=UTC)),  # after the clocks went forward
    ],
)
def test_moments_are_the_communitys(stage: Stage, to: str, moment: datetime) -> None:
    """Tomorrow, Monday and dates are local to the region."""
    assert moment_of(stage, to) == moment
    assert moment_of(stage, "+1h") - stage.clock() <= timedelta(hours=1)


@pytest.mark.parametrize(
    ("to", "why"), [("2026-11-18T08:00", "past"), ("2029-01-01", "too_far"), ("", "no_time"), ("soon", "no_time")]
)
def test_there_is_no_journey_to_the_past_nor_to_nowhere(stage: Stage, to: str, why: str) -> None:
    """Each refusal has its reason."""
    with pytest.raises(CannotTravel, match=why):
        moment_of(stage, to)
    with pytest.raises(CannotTravel, match="past"):
        travel(stage, stage.clock() - timedelta(hours=1))


def test_what_waits_for_the_morning_arrives_in_the_morning(stage: Stage) -> None:
    """A report of the night: its director's card stands in Slack at 8:00, not at the end of the journey."""
    travel(stage, datetime(2026, 11, 20, 8, 12, tzinfo=UTC))  # 3:12 in the night
    fanny, bastien = stage.person("HSF-S1"), stage.person("HSF-MD")
    fanny.runs("/problem @HSF la nuit, personne ne répond")
    assert stage.settle()
    assert not [each for each in bastien.messages if "CS-1" in each.text]
    travel(stage, datetime(2026, 11, 23, 15, tzinfo=UTC))
    arrived = datetime.fromtimestamp(float(card_of(bastien, "CS-1", "problem.acknowledge").ts), UTC)
    assert timedelta(0) <= arrived - MORNING < timedelta(minutes=1)
    assert stage.clock() >= datetime(2026, 11, 23, 15, tzinfo=UTC)


def test_a_slack_that_is_down_does_not_hold_the_journey_up(stage: Stage) -> None:
    """It goes on; what could not be said waits, and is said once when Slack is back."""
    put_into(stage.slack, "down")
    stage.person("HSF-S1").runs("/problem @HSF personne ne répond")
    travel(stage, stage.clock() + timedelta(hours=5))
    assert not stage.slack.messages
    put_into(stage.slack, "well")
    bastien = stage.person("HSF-MD")
    assert stage.slack.wait_for(lambda: [each for each in bastien.messages if "CS-1" in each.text], 30)
    assert stage.settle()
    assert len([each for each in bastien.messages if each.channel.startswith("D") and "CS-1" in each.text]) == 1
