"""What people do in the stories: report, press, fill in, and let the worker deliver."""

import json

from sc_bot.domain.problems import State
from sc_bot.playground.inputs import elements_of
from sc_bot.playground.model import Message
from sc_bot.playground.screen import Screen
from sc_bot.presentation import vocabulary
from sc_bot.presentation.words import Words
from tests.house import Town
from tests.stories.looking import ABOUT_CHEMO, buttons, rows, window

REFERENCE = "ONC-1"


def report(town: Town, text: str = ABOUT_CHEMO, *, by: str = "CVE-S1") -> None:
    """Somebody reports; everybody concerned has their card."""
    town.person(by).runs(f"/problem {text}")
    town.deliver()


def cards(person: Screen, reference: str = REFERENCE) -> list[Message]:
    """The direct messages about a problem, oldest first; what a command showed is not among them."""
    own = [each for each in person.messages if each.channel.startswith("D") and each.ephemeral_to is None]
    return [each for each in own if reference in each.text]


def offered(message: Message) -> set[str]:
    """Every action that a message offers, those of its menu included."""
    elements = [element for block in message.blocks for element in elements_of(block)]
    options = [option["value"].split()[0] for each in elements for option in each.get("options", [])]
    return {*buttons(message), *options}


def card_with(person: Screen, action: str, reference: str = REFERENCE) -> Message:
    """The newest card that offers this."""
    return next(each for each in reversed(cards(person, reference)) if action in offered(each))


def press(town: Town, who: str, action: str, reference: str = REFERENCE) -> None:
    """Press a button where it stands, or choose it in the menu."""
    person = town.person(who)
    card = card_with(person, action, reference)
    press_on(person, card, action, reference)


def press_on(person: Screen, card: Message, action: str, reference: str = REFERENCE) -> None:
    """Press a button of this message, or choose it in its menu."""
    if action in buttons(card):
        person.presses(card, action)
    else:
        person.chooses(card, "problem.more", f"{action} {reference}")


def does(town: Town, who: str, action: str, reference: str = REFERENCE, /, **values: object) -> None:
    """Press it, fill in the window that opens, and let everybody hear of it."""
    press(town, who, action, reference)
    if values:
        person = town.person(who)
        person.submits(window(town, person, next(iter(values))), values)
    town.deliver()


def does_from_show(town: Town, who: str, action: str, reference: str = REFERENCE, /, **values: object) -> None:
    """The same, from what `/sc show` answers: what finds no place on a card stands there."""
    person = town.person(who)
    press_on(person, show(town, who, reference), action)
    if values:
        person.submits(window(town, person, next(iter(values))), values)
    town.deliver()


def news(town: Town, who: str, reference: str = REFERENCE) -> int:
    """How many direct messages about a problem somebody has."""
    return len(cards(town.person(who), reference))


def in_channel(town: Town, name: str, reference: str = REFERENCE) -> list[Message]:
    """What stands in an institution's channel about a problem."""
    channel = town.slack.workspace.named(name)
    assert channel is not None
    return [each for each in channel.messages if reference in each.text and not each.deleted]


def told_privately(town: Town, who: str, fact: str) -> str:
    """Wait for the private answer to a press; returns its words."""
    person = town.person(who)

    def answers() -> list[str]:
        return [each.text for each in person.messages if each.ephemeral_to and fact in each.text]

    assert town.slack.wait_for(lambda: bool(answers())), [each.text for each in person.messages]
    return answers()[-1]


def show(town: Town, who: str, reference: str = REFERENCE) -> Message:
    """What `/sc show` answers."""
    shown = town.person(who).runs(f"/sc show {reference}").message
    assert shown is not None
    return shown


def seen(town: Town, who: str, reference: str = REFERENCE) -> str:
    """What somebody reads of a problem, whole."""
    blocks = show(town, who, reference).blocks
    return "\n".join(str(block["text"]["text"]) for block in blocks if "text" in block)


def read_aloud(message: Message) -> list[str]:
    """The words that a message shows, its buttons aside."""
    shown = [block["text"]["text"] for block in message.blocks if "text" in block]
    small = [each["text"] for block in message.blocks if block["type"] == "context" for each in block["elements"]]
    return [*shown, *small]


def whole(message: Message) -> str:
    """Everything that a message holds."""
    return f"{message.text}\n{json.dumps(message.blocks, ensure_ascii=False)}"


def state(name: State) -> str:
    """A state as a French reader has it."""
    return vocabulary.state(Words("fr"), name)


def table(town: Town, name: str) -> list[dict[str, object]]:
    """Every row of one table, oldest first."""
    return rows(town.house.settings.database_url, name)
