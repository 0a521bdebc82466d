"""What is true in the story, as people see it on their screens."""

import json
import re

from sc_bot.playground.model import Message
from sc_bot.playground.screen import Screen
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.steps import Memory
from storage.tracing import lesson_trace, read_trace

WAITING = {"queued", "sending", "doubt"}
_REFERENCE = re.compile(r"\b[A-Z]{2,4}-\d+\b")


def reported(stage: Stage, memory: Memory, name: str, who: str) -> bool:
    """Whether somebody reported something since the step began; remembers its reference under `name`."""
    for each in reversed(direct(stage.person(who))):
        found = _REFERENCE.search(each.text)
        if found and float(each.ts) >= memory.since and _is_own_card(each):
            memory.references[name] = found[0]
            return True
    return False


def _is_own_card(message: Message) -> bool:
    offered = json.dumps(message.blocks)
    return any(f'"problem.{verb}' in offered for verb in ("withdraw", "show_name", "add_details"))


def direct(person: Screen) -> list[Message]:
    """The bot's direct messages to somebody, oldest first."""
    return [each for each in person.messages if each.channel.startswith("D") and each.from_bot]


def about(person: Screen, reference: str) -> list[Message]:
    """The bot's direct messages about one problem, oldest first."""
    named = re.compile(rf"\b{re.escape(reference)}\b")
    return [each for each in direct(person) if named.search(each.text)]


def offers(person: Screen, reference: str, action: str) -> bool:
    """Whether somebody can do this about a problem now, by button or menu."""
    shown = [json.dumps(each.blocks) for each in about(person, reference)]
    return any(f'"{action}"' in each or f'"{action} {reference}"' in each for each in shown)


def told(person: Screen, memory: Memory, reference: str) -> int:
    """How many new messages about a problem somebody got since the step began."""
    return sum(float(each.ts) >= memory.since and each.ephemeral_to is None for each in about(person, reference))


def answered(person: Screen, memory: Memory) -> list[str]:
    """What the bot answered to somebody alone since the step began."""
    return [each.text for each in direct(person) if each.ephemeral_to and float(each.ts) >= memory.since]


def in_channel(stage: Stage, channel: str, reference: str, *, without: str) -> bool:
    """Whether a channel shows a problem, and nowhere these words."""
    place = stage.slack.workspace.named(channel)
    texts = [each.text for each in place.messages] if place else []
    return any(reference in text for text in texts) and not any(without in text for text in texts)


def typed(stage: Stage, memory: Memory, who: str, words: str) -> bool:
    """Whether somebody typed a command with these words since the step began."""
    by = stage.person(who).person.id
    commands = [each.payload for each in stage.slack.sent[memory.sent :] if each.sort == "slash_commands"]
    return any(words in each["text"] and each["user_id"] == by for each in commands)


def happened(stage: Stage, memory: Memory, reference: str, *kinds: str) -> bool:
    """Whether one of these steps is in the history of a problem since the present step began."""
    return times(stage, memory, reference, *kinds) > 0


def times(stage: Stage, memory: Memory, reference: str, *kinds: str) -> int:
    """How often one of these steps is in the history of a problem since the present step began."""
    trace = read_trace(stage.house.worker_database, stage.slack.workspace.team_id, after=memory.event)
    return sum(each.reference == reference and each.kind in kinds for each in trace.events)


def became(stage: Stage, memory: Memory, reference: str, state: str) -> bool:
    """Whether a problem came into this state since the present step began."""
    trace = read_trace(stage.house.worker_database, stage.slack.workspace.team_id, after=memory.event)
    return any(each.reference == reference and each.to_state == state for each in trace.events)


def learned(stage: Stage, reference: str, did: str) -> str | None:
    """The lesson of a problem with which this was done; None if it was not."""
    trace = lesson_trace(stage.house.worker_database, stage.slack.workspace.team_id, reference)
    return next((lesson for lesson, done in trace if done == did), None)


def waits(stage: Stage, who: str, kind: str) -> bool:
    """Whether a message of a kind waits to be sent to somebody."""
    trace = read_trace(stage.house.worker_database, stage.slack.workspace.team_id, after=0)
    to = stage.person(who).person.id
    return any(each.to == to and each.kind == kind and each.state in WAITING for each in trace.messages)


def said_twice(person: Screen) -> bool:
    """Whether a direct message stands twice: each has a key of its own in its metadata."""
    keys = [json.dumps(each.metadata) for each in direct(person) if each.metadata]
    return len(keys) != len(set(keys))
