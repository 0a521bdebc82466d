"""The state of one workspace. Callers hold `journal.lock` while they change it."""

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sc_bot.playground.errors import ApiError
from sc_bot.playground.model import Channel, Kind, Message, Payload, Person, StoredFile, View

Now = Callable[[], datetime]
APP_ID = "A0ESTRIE0"


class Workspace:
    """People, conversations, views and files of one team, and the bot that lives there."""

    def __init__(self, team_id: str, now: Now, domain: str = "estrie-fictive") -> None:
        self.team_id = team_id
        self.domain = domain
        self.enterprise: str | None = None
        """The organisation it belongs to, where that one installed the app."""
        self.now = now
        self.people: dict[str, Person] = {}
        self.channels: dict[str, Channel] = {}
        self.ephemerals: list[Message] = []
        self.modals: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.files: dict[str, StoredFile] = {}
        self.home_enabled = True
        self._last_ts = 0
        self.bot = Person("U0SCBOT00", "sc_bot", "sc_bot", team_id, is_bot=True)
        self.bot_id = "B0SCBOT00"
        self.people[self.bot.id] = self.bot

    def state(self) -> dict[str, Any]:
        """Everything that happened here, without the clock: for `put_back`."""
        return {name: value for name, value in vars(self).items() if name != "now"}

    def put_back(self, state: dict[str, Any]) -> None:
        """Be again as another workspace was."""
        vars(self).update(state)

    def new_id(self, prefix: str) -> str:
        """An id that looks like one of Slack's, and never comes again: a bot knows a submitted view by it."""
        return f"{prefix}0E{secrets.token_hex(5).upper()}"

    def seconds(self) -> float:
        """The workspace's time, in seconds since 1970."""
        return self.now().timestamp()

    def new_ts(self) -> str:
        """A message's time and name, strictly later than any before it."""
        self._last_ts = max(int(self.seconds() * 1_000_000), self._last_ts + 1)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def person(self, user_id: str, error: str = "user_not_found") -> Person:
        """The person with this id."""
        try:
            return self.people[user_id]
        except KeyError:
            raise ApiError(error) from None

    def channel(self, channel_id: str) -> Channel:
        """The conversation with this id."""
        try:
            return self.channels[channel_id]
        except KeyError:
            raise ApiError("channel_not_found") from None

    def named(self, name: str) -> Channel | None:
        """The channel with this name, with or without its `#`."""
        wanted = name.removeprefix("#")
        return next((c for c in self.channels.values() if c.kind != "im" and c.name == wanted), None)

    def add_channel(self, channel_id: str | None, name: str, kind: Kind, members: list[str]) -> Channel:
        """Open a conversation."""
        chosen = channel_id or self.new_id("D" if kind == "im" else "C")
        channel = Channel(chosen, name, kind, members, created=int(self.seconds()))
        self.channels[channel.id] = channel
        return channel

    def existing_dm(self, user_id: str) -> Channel | None:
        """The bot's direct message with someone, if it was ever opened."""
        return next((c for c in self.channels.values() if c.kind == "im" and user_id in c.members), None)

    def dm_with(self, user_id: str) -> Channel:
        """The bot's direct message with someone, opened if need be."""
        return self.existing_dm(user_id) or self.add_channel(None, "directmessage", "im", [user_id, self.bot.id])

    def shares_channel(self, user_id: str) -> bool:
        """Whether a channel shared between workspaces brings someone into the bot's sight."""
        return any(c.shared and user_id in c.members for c in self.channels.values())

    def message(self, channel: Channel, ts: str) -> Message:
        """A message that still stands."""
        found = next((m for m in channel.messages if m.ts == ts and not m.deleted), None)
        if found is None:
            raise ApiError("message_not_found")
        return found

    def view(self, view_id: str | None, external_id: str | None = None) -> View:
        """An open modal or a home, by either of its names."""
        for view in self.open_views():
            if view_id == view.id or (external_id and view.payload.get("external_id") == external_id):
                return view
        raise ApiError("not_found")

    def open_views(self) -> list[View]:
        """Every modal and home that someone could look at."""
        return [*self.homes.values(), *(view for stack in self.modals.values() for view in stack)]

    def new_hash(self) -> str:
        """The fingerprint of one state of a view."""
        return f"{int(self.seconds())}.{secrets.token_hex(4)}"

    def seen_by(self, user_id: str) -> list[Message]:
        """Every message on this person's screen, oldest first."""
        shown = [m for c in self.channels.values() if user_id in c.members for m in c.messages]
        own = [m for m in self.ephemerals if m.ephemeral_to == user_id]
        now = self.seconds()
        standing = [each for each in [*shown, *own] if not each.deleted and each.shown_from <= now]
        return sorted(standing, key=lambda message: message.ts)


def with_block_ids(blocks: list[Payload]) -> list[Payload]:
    """Slack names each block that the app did not name."""
    return [{**block, "block_id": block.get("block_id") or secrets.token_hex(3)} for block in blocks]
