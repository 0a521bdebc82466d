"""What each person has read, as Slack's client remembers it."""

from datetime import datetime

from sc_bot.playground.model import Channel, Message
from sc_bot.playground.workspace import Workspace


class Unread:
    """The newest message that each person has seen in each conversation."""

    def __init__(self, workspace: Workspace, read_until: datetime) -> None:
        self._workspace = workspace
        self._everyone = f"{read_until.timestamp():.6f}"
        self._seen: dict[tuple[str, str], str] = {}

    def seen(self, person: str, channel: str) -> str:
        """The name of the newest message that somebody has seen there."""
        return self._seen.get((person, channel), self._everyone)

    def read(self, person: str, channel: str, ts: str) -> None:
        """Somebody has a conversation before their eyes, up to this message."""
        self._seen[person, channel] = max(self.seen(person, channel), ts)

    def count(self, person: str, channel: Channel) -> int:
        """How many messages of others are newer. Neither an edit nor an answer in a thread counts, as in Slack."""
        seen = self.seen(person, channel.id)
        private = [each for each in self._workspace.ephemerals if each.ephemeral_to == person]
        here = [*channel.messages, *(each for each in private if each.channel == channel.id)]
        return sum(self._is_news(each, person, seen) for each in here)

    @staticmethod
    def _is_news(message: Message, person: str, seen: str) -> bool:
        answers = message.thread_ts not in (None, message.ts)
        return message.ts > seen and message.user != person and not message.deleted and not answers
