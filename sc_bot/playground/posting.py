"""Putting messages into conversations: the checks and effects shared by posts, edits and response URLs."""

import json
from typing import Any

from sc_bot.playground.block_kit.surfaces import findings_in_message, has_too_many_tables
from sc_bot.playground.errors import ApiError
from sc_bot.playground.model import Channel, Message, Payload
from sc_bot.playground.workspace import APP_ID, Workspace, with_block_ids

ATTACHMENTS = 100
METADATA_BYTES = 16_000


def check_content(content: Payload) -> None:
    """Refuse what Slack refuses in a message's text, blocks and attachments."""
    blocks, attachments = content.get("blocks") or [], content.get("attachments") or []
    if not (content.get("text") or blocks or attachments):
        raise ApiError("no_text")
    check_blocks(blocks)
    if len(attachments) > ATTACHMENTS:
        raise ApiError("too_many_attachments")
    for attachment in attachments:
        check_blocks(attachment.get("blocks") or [])


def check_blocks(blocks: list[Any]) -> None:
    """Refuse invalid blocks, with every reason."""
    findings = findings_in_message(blocks)
    if findings:
        raise ApiError("invalid_blocks", messages=findings, errors=findings)
    if has_too_many_tables(blocks):
        raise ApiError("invalid_attachments", messages=["only_one_table_allowed"])


def check_metadata(metadata: Payload | None) -> None:
    """Refuse metadata without a type or a payload, or too much of it."""
    if not metadata:
        return
    if not isinstance(metadata.get("event_type"), str) or not isinstance(metadata.get("event_payload"), dict):
        raise ApiError("invalid_metadata_format")
    if metadata.keys() - {"event_type", "event_payload"}:
        raise ApiError("invalid_metadata_format")
    if len(json.dumps(metadata).encode()) > METADATA_BYTES:
        raise ApiError("metadata_too_large")


def write_into(message: Message, content: Payload) -> None:
    """Replace what `content` speaks of; what it does not mention is kept."""
    if content.get("text") is not None:
        message.text = content["text"]
    if content.get("blocks") is not None:
        message.blocks = with_block_ids(content["blocks"])
    if content.get("attachments") is not None:
        message.attachments = content["attachments"]
    if content.get("metadata") is not None:
        message.metadata = content["metadata"] or None


def edit(workspace: Workspace, message: Message, content: Payload) -> None:
    """Edit a message in place."""
    write_into(message, content)
    message.edited += 1
    message.edited_ts = workspace.new_ts()


def bot_message(workspace: Workspace, channel: Channel, content: Payload) -> Message:
    """A message of the bot, not yet shown anywhere."""
    message = Message(
        channel.id,
        workspace.new_ts(),
        workspace.bot.id,
        thread_ts=content.get("thread_ts"),
        from_bot=True,
    )
    write_into(message, content)
    return message


def as_json(workspace: Workspace, message: Message, *, with_metadata: bool = False) -> Payload:
    """A message as Slack's answers and payloads show it."""
    shown: Payload = {"type": "message", "user": message.user, "ts": message.ts, "text": message.text}
    writer = workspace.people.get(message.user)
    if writer is not None:
        shown["team"] = writer.team_id
    if message.from_bot:
        shown |= {"bot_id": workspace.bot_id, "app_id": APP_ID, "team": workspace.team_id}
    for name in ("blocks", "attachments", "files", "thread_ts"):
        if getattr(message, name):
            shown[name] = getattr(message, name)
    if message.edited_ts:
        shown["edited"] = {"user": message.user, "ts": message.edited_ts}
    if message.reactions:
        shown["reactions"] = [
            {"name": name, "users": users, "count": len(users)} for name, users in message.reactions.items()
        ]
    if with_metadata and message.metadata:
        shown["metadata"] = message.metadata
    return shown
