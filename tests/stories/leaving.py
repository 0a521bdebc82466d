"""What people do around an absence: type it, fill in its window, let days go by."""

from datetime import datetime

from sc_bot.playground.forms import Submission
from sc_bot.playground.model import Message, View
from sc_bot.usecases.absences_turning import returns
from tests.house import Town
from tests.stories.acting import whole
from tests.stories.looking import window

ROSALIE, BASTIEN, SABRINA, ADVISOR, SUBSTITUTE = "CVE-S1", "HSF-MD", "SC-1", "ADV-1", "MOD-1"
FANNY = "HSF-S1"


def goes(town: Town, who: str, typed: str) -> View:
    """Somebody types `/sc away …`; the window that opens."""
    person = town.person(who)
    person.runs(f"/sc away {typed}".strip())
    return window(town, person, "first_day")


def leaves(town: Town, who: str = BASTIEN, /, **values: object) -> Submission:
    """Somebody fills in the window, and everybody hears of it."""
    person = town.person(who)
    view = goes(town, who, "")
    sent = person.submits(view, {"first_day": "2026-11-19", **values})
    town.deliver()
    return sent


def slack_id(town: Town, who: str) -> str:
    """Somebody's account."""
    return town.person(who).person.id


def tick(town: Town, moment: datetime) -> None:
    """Time moves on, the tick asks twice, the worker sends what is due."""
    town.clock.now = moment
    for _ in range(2):
        returns(town.house.worker_database, town.clock())
    town.deliver()


def directs(town: Town, who: str, fact: str) -> list[Message]:
    """Somebody's direct messages that say this."""
    return [each for each in town.person(who).messages if each.channel.startswith("D") and fact in whole(each)]


def initial(view: View, field: str) -> object:
    """What stands in an input when the window opens."""
    element = next(block["element"] for block in view.blocks if block.get("block_id") == field)
    return element.get("initial_date") or element.get("initial_user")
