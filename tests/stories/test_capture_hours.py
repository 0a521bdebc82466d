"""When a report is read: at once in working hours, else with the next morning's list; a risk of harm never waits."""

from datetime import UTC, datetime

import pytest

from tests.house import Town
from tests.stories.looking import ABOUT_CHEMO, window

NIGHT = datetime(2026, 11, 20, 8, 12, tzinfo=UTC)  # Friday, 03:12 in Val-Sauvage
EVENING = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)  # Thursday, 18:30
SATURDAY = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
FRIDAY_MORNING = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)  # 08:00
MONDAY_MORNING = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)


def cards(town: Town, name: str) -> list[str]:
    """The direct messages of the bot to somebody that can be acted upon."""
    person = town.person(name)
    return [each.text for each in person.messages if each.channel.startswith("D") and each.blocks]


def test_a_report_in_working_hours_is_told_at_once(town: Town) -> None:
    """On a Thursday at 10:30 the director has it as soon as it is sent."""
    town.person("HSF-S1").runs(f"/problem {ABOUT_CHEMO}")
    town.deliver()
    assert len(cards(town, "HSF-MD")) == 1


@pytest.mark.parametrize(
    ("filed", "read", "said"),
    [
        (NIGHT, FRIDAY_MORNING, "8\u00a0h"),
        (EVENING, FRIDAY_MORNING, "8\u00a0h"),
        (SATURDAY, MONDAY_MORNING, "liste de lundi matin"),
    ],
)
def test_what_is_filed_in_quiet_hours_waits_for_the_next_morning(
    town: Town, filed: datetime, read: datetime, said: str
) -> None:
    """At night, in the evening, at the weekend: with the director's next list at 8, and the answer says so."""
    town.clock.now = filed
    answer = town.person("HSF-S1").runs(f"/problem {ABOUT_CHEMO}")
    assert said in answer.text
    town.deliver()
    assert cards(town, "HSF-MD") == []
    town.clock.now = read.replace(hour=12, minute=59)
    town.deliver()
    assert cards(town, "HSF-MD") == []
    town.clock.now = read
    town.deliver()
    assert len(cards(town, "HSF-MD")) == 1


def test_the_channel_does_not_hear_of_it_at_night_either(town: Town) -> None:
    """A headline at 3:12 would wake people, and tell who was on duty when it was written."""
    town.clock.now = NIGHT
    town.person("HSF-S1").runs(f"/problem {ABOUT_CHEMO}")
    town.deliver()
    channel = town.slack.workspace.named("cs-hsf")
    assert channel is not None
    assert channel.messages == []
    town.clock.now = FRIDAY_MORNING
    town.deliver()
    assert len(channel.messages) == 1


def test_the_author_has_their_own_card_at_night(town: Town) -> None:
    """Who works at night hears at night that it is recorded."""
    town.clock.now = NIGHT
    town.person("HSF-S1").runs(f"/problem {ABOUT_CHEMO}")
    town.deliver()
    assert [text for text in cards(town, "HSF-S1") if text.startswith("ONC-1 ·")]


def test_a_risk_of_harm_goes_at_once_and_to_the_facilitator_too(town: Town) -> None:
    """Severity 4 wakes the director and tells the facilitator, whatever the hour; the answer names the facilitator."""
    town.clock.now = NIGHT
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    fanny.presses(window(town, fanny), "problem.report_more")
    sent: dict[str, object] = {"description": "La chimio part sans le dernier bilan", "severity": "4"}
    said = fanny.submits(window(town, fanny, "severity"), sent)
    town.deliver()
    assert len(cards(town, "HSF-MD")) == 1
    assert len(cards(town, "ADV-1")) == 1
    assert said.view is not None
    assert "8\u00a0h" not in str(said.view.blocks)
    assert "facilit" in str(said.view.blocks)


def test_a_risk_of_harm_without_an_institution_names_the_facilitator_once(town: Town) -> None:
    """Where the facilitator has it anyway, the answer does not say that they are told too."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    fanny.presses(window(town, fanny), "problem.report_more")
    said = fanny.submits(window(town, fanny, "severity"), {"description": "Le formulaire se perd", "severity": "4"})
    town.deliver()
    assert len(cards(town, "ADV-1")) == 1
    assert said.view is not None
    assert str(said.view.blocks).count("Anne-Sophie") == 1
    assert "facilitatrice" not in str(said.view.blocks)
