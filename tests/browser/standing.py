"""What the drawing tests put before somebody's eyes."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import Locator, expect

from sc_bot.playground.model import Message, Payload
from sc_bot.playground.workspace import with_block_ids
from tests.browser.conftest import TRIAGE, Bare
from tests.playground.samples import Json, plain

A_BATCH = 84  # messages drawn at once: three batches for all of them
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVQImWN4+fIlw8uXLxlevnzJAAA5dgeBy7tFBAAAAABJRU5ErkJggg=="
)
BOLD = {"type": "text", "text": "gras", "style": {"bold": True, "italic": True}}
CONFIRM: Json = {
    "title": plain("Vraiment?"),
    "text": {"type": "mrkdwn", "text": "C'est *définitif*."},
    "confirm": plain("Oui"),
    "deny": plain("Non"),
    "style": "danger",
}


def stands(bare: Bare, channel: str, blocks: Sequence[Mapping[str, Any]], text: str = "x") -> str:
    """Put a message there without asking Slack's checker; returns its name."""
    workspace = bare.slack.workspace
    named = with_block_ids([dict(each) for each in blocks])
    message = Message(channel, workspace.new_ts(), workspace.bot.id, text, named, from_bot=True)
    workspace.channels[channel].messages.append(message)
    return message.ts


def labels_of(blocks: Sequence[Mapping[str, Any]]) -> list[str]:
    """The labels of every button."""
    elements = [each for block in blocks for each in [*block.get("elements", []), block.get("accessory")] if each]
    return [each["text"]["text"] for each in elements if each["type"] == "button"]


def uploaded(bare: Bare, name: str, content: bytes, *, shared: bool = True) -> str:
    """The id of a file, shared in the channel or kept for a picture."""
    answer = bare.web.files_upload_v2(filename=name, content=content, title=name, channel=TRIAGE if shared else None)
    return str(answer["files"][0]["id"])


def is_seen(picture: Locator) -> None:
    """The picture has arrived, and has its size."""
    expect(picture).to_be_visible()
    picture.evaluate("(image) => image.decode()")
    assert picture.evaluate("(image) => image.naturalWidth") == 2


def without_marks(action: Payload) -> Payload:
    """An action without what Slack makes up for each."""
    return {name: value for name, value in action.items() if name not in {"action_ts", "block_id"}}
