"""What people do in the stories when they see the same problem: report it again, be offered the first, join it."""

from sc_bot.playground.model import Message
from tests.house import Town
from tests.stories.acting import report, table
from tests.stories.looking import buttons

FIRST, SECOND = "ONC-1", "ONC-2"
LATE = "Le sommaire de congé en oncologie arrive à la clinique trois semaines trop tard @HSF"
AGAIN = "Oncology discharge summaries reach our clinic weeks late @HSF"
ROSALIE, GWEN, NORA = "CVE-S1", "GTV-S1", "PCO-S1"
"""The author; two who see it too, in other institutions."""


def offers_of(town: Town, who: str, said: str = AGAIN) -> Message:
    """Somebody reports what is known already, and is offered the first."""
    person = town.person(who)
    person.runs(f"/problem {said}")
    town.deliver()

    def there() -> list[Message]:
        return [each for each in person.messages if each.ephemeral_to and FIRST in each.text and "?" in each.text]

    assert town.slack.wait_for(lambda: bool(there())), [each.text for each in person.messages]
    return there()[-1]


def joins(town: Town, who: str = GWEN) -> None:
    """The author reports; somebody reports it again, and joins instead."""
    report(town, LATE, by=ROSALIE)
    person = town.person(who)
    offered = offers_of(town, who)
    person.presses(offered, _join(offered))
    town.deliver()


def joins_from_show(town: Town, who: str, reference: str = FIRST) -> None:
    """One tap on what `/sc show` answers."""
    person = town.person(who)
    shown = person.runs(f"/sc show {reference}").message
    assert shown is not None
    person.presses(shown, "problem.join")
    town.deliver()


def joined(town: Town) -> list[tuple[object, object]]:
    """Who sees it too, and from where it may be told."""
    return [(each["person"], each["institution"]) for each in table(town, "joinings") if each["left_at"] is None]


def _join(offered: Message) -> str:
    (action,) = {element for block in offered.blocks for element in _accessory(block)} | set(buttons(offered))
    return action


def _accessory(block: dict[str, object]) -> list[str]:
    accessory = block.get("accessory")
    return [str(accessory["action_id"])] if isinstance(accessory, dict) else []
