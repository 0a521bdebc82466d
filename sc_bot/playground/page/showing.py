"""What one person's screen shows, as JSON for the page: places, messages, home, the window on top."""

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.model import Channel, Message, Payload, Person, View
from sc_bot.playground.page.backstage import Unknown
from sc_bot.playground.page.unread import Unread
from sc_bot.playground.workspace import Workspace

HOME = "home"
DIRECT = "dm"
SHOWN = 100  # messages of one conversation; older ones are a number
MOST = 5_000


class Showing:
    """Looks at the workspace as somebody."""

    def __init__(self, slack: FakeSlack, unread: Unread) -> None:
        self._slack, self._unread = slack, unread

    def screen(self, asked: Payload) -> Payload:
        """A person's screen, with one place open (`home`, `dm` or a conversation's id), or one thread of it."""
        with self._slack.host.journal.lock:
            person = self._person(str(asked.get("person")))
            place = str(asked.get("place") or HOME)
            shown: Payload = {"person": person.id, "places": self._places(person), "modal": self._modal(person)}
            if place == HOME:
                home = self._slack.workspace.homes.get(person.id)
                return shown | {"place": HOME, "home": home and view_as_json(home)}
            channel = self._slack.workspace.dm_with(person.id) if place == DIRECT else self._channel(person, place)
            return shown | self._conversation(person, channel, asked)

    def read(self, asked: Payload) -> Payload:
        """Somebody has read a conversation, up to a message."""
        with self._slack.host.journal.lock:
            person = self._person(str(asked.get("person")))
            channel = self._channel(person, str(asked.get("place")))
            before = self._unread.count(person.id, channel)
            if any(each.ts == asked.get("ts") for each in (*channel.messages, *self._slack.workspace.ephemerals)):
                self._unread.read(person.id, channel.id, str(asked["ts"]))
        if before:
            self._slack.host.journal.changed()
        return {}

    def _person(self, slack_id: str) -> Person:
        found = self._slack.workspace.people.get(slack_id)
        if found is None or found.is_bot:
            raise Unknown(f"nobody here is {slack_id}")
        return found

    def _channel(self, person: Person, channel_id: str) -> Channel:
        channel = self._slack.workspace.channels.get(channel_id)
        if channel is None or person.id not in channel.members:
            raise Unknown(f"{person.name} is not in {channel_id}")
        return channel

    def _places(self, person: Person) -> list[Payload]:
        workspace = self._slack.workspace
        workspace.dm_with(person.id)
        mine = [each for each in workspace.channels.values() if person.id in each.members]
        return [
            {"id": each.id, "kind": each.kind, "name": each.name, "unread": self._unread.count(person.id, each)}
            for each in sorted(mine, key=lambda each: (each.kind == "im", each.name))
        ]

    def _modal(self, person: Person) -> Payload | None:
        stack = self._slack.workspace.modals.get(person.id)
        return view_as_json(stack[-1]) | {"depth": len(stack)} if stack else None

    def _conversation(self, person: Person, channel: Channel, asked: Payload) -> Payload:
        thread, most = asked.get("thread"), max(1, min(int(asked.get("most") or SHOWN), MOST))
        own = [each for each in self._slack.workspace.ephemerals if each.ephemeral_to == person.id]
        here = [*channel.messages, *(each for each in own if each.channel == channel.id)]
        standing = sorted((each for each in here if not each.deleted), key=lambda each: each.ts)
        chosen = [each for each in standing if _belongs(each, thread)]
        return {
            "place": channel.id,
            "thread": thread,
            "seen": self._unread.seen(person.id, channel.id),
            "older": max(0, len(chosen) - most),
            "messages": [self._message(each, standing) for each in chosen[-most:]],
        }

    def _message(self, message: Message, standing: list[Message]) -> Payload:
        replies = [each for each in standing if each.thread_ts == message.ts and each.ts != message.ts]
        return {
            "channel": message.channel,
            "ts": message.ts,
            "user": message.user,
            "from_bot": message.from_bot,
            "text": message.text,
            "blocks": message.blocks,
            "files": [file_as_json(self._slack.workspace, each["id"]) for each in message.files],
            "edited": message.edited,
            "ephemeral": message.ephemeral_to is not None,
            "replies": len(replies),
            "reactions": message.reactions,
        }


def _belongs(message: Message, thread: object) -> bool:
    """A thread shows its first message and the answers; a conversation shows what is in no thread."""
    if thread:
        return thread in (message.ts, message.thread_ts)
    return message.thread_ts in (None, message.ts)


def view_as_json(view: View) -> Payload:
    """A modal or a home; what its owner has entered so far stands in `typed`."""
    typed: Payload = {}
    for (block_id, action_id), value in view.typed.items():
        typed.setdefault(block_id, {})[action_id] = value
    return {"id": view.id, "hash": view.hash, "typed": typed, **view.payload}


def file_as_json(workspace: Workspace, file_id: str) -> Payload:
    """A file of a message: its name, and where the page finds its bytes."""
    file = workspace.files[file_id]
    return {"id": file.id, "name": file.name, "title": file.title or file.name, "size": file.length}
