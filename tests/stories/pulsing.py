"""What people do about the pulse in the stories: it begins, they answer, it ends, they look."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from sc_bot.domain.pulse import DIMENSIONS
from sc_bot.playground.model import Message, View
from sc_bot.usecases.pulse.turning import turn_waves
from tests.house import Town
from tests.stories.looking import window
from tests.stories.promising import VAL_SAUVAGE, told

BEGINS, ENDS, PUBLISHED = "2026-12-01", "2026-12-15", "2026-12-16"
HOSPITAL, CLSC = ("HSF-S1", "HSF-MD", "HSF-DG"), ("CVE-S1", "CVE-MD", "CVE-DG")


def tick(town: Town, day: str, at: time = time(8, 1)) -> int:
    """Move the clock to an hour in Val-Sauvage and look at the waves, as the tick does; then deliver."""
    town.clock.now = datetime.combine(date.fromisoformat(day), at, VAL_SAUVAGE).astimezone(UTC)
    turned = turn_waves(town.house.worker_database, town.house.bot.sealing, town.clock.now)
    town.deliver()
    return turned


def invitation(town: Town, who: str) -> Message:
    """The direct message that asks for two minutes."""
    (message,) = [each for each in told(town, who, "") if "pulse.open" in str(each.blocks)]
    return message


def opens(town: Town, who: str) -> View:
    """Press it."""
    person = town.person(who)
    person.presses(invitation(town, who), "pulse.open")
    return window(town, person, "partner")


def answers(town: Town, who: str, partner: str, steps: Sequence[int], line: str | None = None) -> str:
    """Answer; returns what the window says at the end."""
    person = town.person(who)
    values: dict[str, object] = {each.value: str(step) for each, step in zip(DIMENSIONS, steps, strict=True)}
    person.submits(opens(town, who), {"partner": partner, **values, **({"line": line} if line else {})})
    town.deliver()
    assert person.modal is not None
    return str(person.modal.blocks)


def looks(town: Town, who: str) -> Message:
    """What `/sc pouls` answers."""
    shown = town.person(who).runs("/sc pouls").message
    assert shown is not None
    return shown


def sees_all(town: Town, who: str) -> str:
    """Everything behind it."""
    person, before = town.person(who), town.person(who).modal
    person.presses(looks(town, who), "pulse.all")
    assert town.slack.wait_for(lambda: person.modal is not None and person.modal is not before)
    return str(person.modal.blocks) if person.modal else ""
