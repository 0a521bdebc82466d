"""What a workspace is made of: people, conversations, messages, views, files."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Literal

Payload = dict[str, Any]
Entered = dict[tuple[str, str], object]  # by block id and action id
Kind = Literal["public", "private", "im"]


@dataclass
class Person:
    """A member of the workspace, or a visitor of another one."""

    id: str
    name: str
    handle: str
    team_id: str
    locale: str = "fr-CA"
    tz: str = "America/Toronto"
    email: str | None = None
    guest: bool = False
    deactivated: bool = False
    is_bot: bool = False


@dataclass
class Message:
    """A message as it stands now; `ephemeral_to` names the only person who sees it."""

    channel: str
    ts: str
    user: str
    text: str = ""
    blocks: list[Payload] = field(default_factory=list)
    attachments: list[Payload] = field(default_factory=list)
    files: list[Payload] = field(default_factory=list)
    metadata: Payload | None = None
    thread_ts: str | None = None
    from_bot: bool = False
    edited: int = 0
    edited_ts: str | None = None
    deleted: bool = False
    shown_from: float = 0.0  # in seconds since 1970: files are shared a little later
    ephemeral_to: str | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    typed: dict[str, Entered] = field(default_factory=dict)  # what each person entered in its fields

    def snapshot(self) -> "Message":
        """The message as a screen shows it now, whatever is edited afterwards."""
        return deepcopy(self)


@dataclass
class Channel:
    """A public or private channel, or a direct message."""

    id: str
    name: str
    kind: Kind
    members: list[str] = field(default_factory=list)
    shared: bool = False
    pending: bool = False  # another organisation was invited and has not accepted yet
    archived: bool = False
    created: int = 0
    messages: list[Message] = field(default_factory=list)


@dataclass
class View:
    """A modal or a home tab, as it stands now."""

    id: str
    owner: str
    payload: Payload
    hash: str
    root_id: str
    previous_id: str | None = None
    closed: bool = False
    typed: Entered = field(default_factory=dict)  # what its owner entered

    @property
    def blocks(self) -> list[Payload]:
        """The blocks on the screen."""
        blocks: list[Payload] = self.payload["blocks"]
        return blocks

    @property
    def callback_id(self) -> str:
        """The name that the app gave to this view."""
        return str(self.payload.get("callback_id", ""))


@dataclass
class StoredFile:
    """A file on its way: announced, uploaded, completed, shared."""

    id: str
    name: str
    length: int
    content: bytes | None = None
    title: str | None = None
    alt: str | None = None
    completed: bool = False
    shared_at: float | None = None
    channel: str | None = None
    share_ts: str | None = None
