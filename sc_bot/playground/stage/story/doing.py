"""What people do in the story, through their own screens."""

import json

from sc_bot.playground.errors import CannotDo
from sc_bot.playground.inputs import elements_of
from sc_bot.playground.model import Message, View
from sc_bot.playground.screen import Screen
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.seeing import about


def types(person: Screen, line: str) -> None:
    """Type a command; an answer that is no ack is a failure."""
    reply = person.runs(line).reply
    if not reply.acknowledged:
        raise CannotDo(f"{line.split(maxsplit=1)[0]}: {reply.error}")


def presses(person: Screen, reference: str, action: str) -> None:
    """Press a button of a card, or choose it in the card's menu."""
    card = newest_with(person, reference, action)
    if f'"{action}"' in json.dumps(card.blocks):
        person.presses(card, action)
    else:
        person.chooses(card, "problem.more", f"{action} {reference}")


def fills(stage: Stage, person: Screen, values: dict[str, object]) -> None:
    """Fill the window that opens, and submit it."""
    ended = person.submits(window_of(stage, person), values)
    if ended.errors:
        raise CannotDo(str(ended.errors))


def presses_of_promise(person: Screen, reference: str, action: str) -> None:
    """Press a button about the first promise of a problem, where it stands last."""
    promise = f"{reference}.1"
    person.presses(_newest_of_promise(person, promise, f'"{action}"'), action, promise)


def chooses_of_promise(person: Screen, reference: str, action: str, number: int = 1) -> None:
    """Choose it in the menu of a promise of a problem, the first unless its number is given, where it stands last."""
    promise = f"{reference}.{number}"
    chosen = f"{action} {promise}"
    where = _newest_of_promise(person, promise, chosen)
    block = next(str(each["block_id"]) for each in where.blocks if f'"{chosen}"' in json.dumps(each))
    person.chooses(where, "commitment.more", chosen, block=block)


def _newest_of_promise(person: Screen, promise: str, offered: str) -> Message:
    for each in reversed(about(person, promise.partition(".")[0])):
        said = json.dumps(each.blocks)
        if offered in said and f'{promise}"' in said:
            return each
    raise CannotDo(f"{person.person.name} has no message about {promise} that offers {offered}")


def window_with(stage: Stage, person: Screen, field: str) -> None:
    """Wait for the window that asks for this; the bot opens it just after its answer."""
    if not stage.slack.wait_for(lambda: person.modal is not None and f'"{field}"' in json.dumps(person.modal.blocks)):
        raise CannotDo(f"no window with {field} opened for {person.person.name}")


def shows(person: Screen, line: str) -> Message:
    """Type a command, and look at what it answers."""
    shown = person.runs(line).message
    if shown is None:
        raise CannotDo(f"{line} showed nothing to {person.person.name}")
    return shown


def presses_there(person: Screen, shown: Message, action: str) -> None:
    """Press a button of this message, or choose it in its menu."""
    for block in shown.blocks:
        for each in elements_of(block):
            if each["action_id"] == action:
                person.presses(shown, action)
                return
            chosen = [option["value"] for option in each.get("options", [])]
            found = next((one for one in chosen if one.partition(" ")[0] == action), None)
            if found is not None:
                person.chooses(shown, each["action_id"], found, block=block["block_id"])
                return
    raise CannotDo(f"{person.person.name} is not offered {action}")


def puts_away(person: Screen) -> None:
    """Close the window that says how it ended, if it is still open."""
    if person.modal is not None:
        person.closes(person.modal, everything=True)


def window_of(stage: Stage, person: Screen) -> View:
    """The window that is open; the bot opens it just after its answer."""
    stage.slack.wait_for(lambda: person.modal is not None)
    if person.modal is None:
        raise CannotDo(f"no window opened for {person.person.name}")
    return person.modal


def newest_with(person: Screen, reference: str, action: str) -> Message:
    """The newest direct message about a problem that offers an action."""
    for each in reversed(about(person, reference)):
        offered = json.dumps(each.blocks)
        if f'"{action}"' in offered or f'"{action} {reference}"' in offered:
            return each
    raise CannotDo(f"{person.person.name} has no message about {reference} that offers {action}")
