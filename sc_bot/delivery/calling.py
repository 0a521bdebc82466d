"""What the worker says to Slack, and how it finds again what it may have said."""

from typing import Final

from sc_bot.domain.slack_answers import Ok, SlackAnswer, SlackApi
from sc_bot.ports import EVERY_METHOD, Document, Envelope, Message

POST: Final = "chat.postMessage"
EDIT: Final = "chat.update"
REMOVE: Final = "chat.delete"
OPEN: Final = "conversations.open"
LOOK: Final = "conversations.history"
ASK: Final = "auth.test"
PUBLISH: Final = "views.publish"
FORGET_FILE: Final = "files.delete"
ANNOUNCE: Final = "files.getUploadURLExternal"
UPLOAD: Final = "files.upload"
SHARE: Final = "files.completeUploadExternal"
DESCRIBE: Final = "conversations.info"

EVERYTHING: Final = EVERY_METHOD

EVENT_TYPE = "sc_bot_message"
LOOKED_AT = 100  # messages of a conversation that are searched for a doubtful one


def post(api: SlackApi, envelope: Envelope, channel: str, message: Message) -> SlackAnswer:
    """Post a message with its random key, by which it can be found."""
    key = {"event_type": EVENT_TYPE, "event_payload": {"key": envelope.nonce}}
    quiet = {"unfurl_links": False, "unfurl_media": False}
    return api.call(POST, channel=channel, text=message.text, blocks=message.blocks, metadata=key, **quiet)


def edit(api: SlackApi, envelope: Envelope, message: Message) -> SlackAnswer:
    """Show the newest version of what stands there; its key stays."""
    return api.call(EDIT, channel=envelope.channel, ts=envelope.ts, text=message.text, blocks=message.blocks)


def remove(api: SlackApi, envelope: Envelope) -> SlackAnswer:
    """Take away what its reader may not see any more."""
    return api.call(REMOVE, channel=envelope.channel, ts=envelope.ts)


def forget_file(api: SlackApi, file: str) -> SlackAnswer:
    """Delete a file, wherever it is shown."""
    return api.call(FORGET_FILE, file=file)


def open_conversation(api: SlackApi, person: str) -> SlackAnswer:
    """Open the bot's direct message with a person."""
    return api.call(OPEN, users=person)


def look(api: SlackApi, channel: str) -> SlackAnswer:
    """Read the newest messages of a direct message, with their keys."""
    return api.call(LOOK, channel=channel, limit=LOOKED_AT, include_all_metadata=True)


def announce(api: SlackApi, document: Document) -> SlackAnswer:
    """The first of a file's three steps: where its bytes go, and the id that it will have."""
    described = {"alt_txt": document.alt} if document.alt else {}
    return api.call(ANNOUNCE, filename=document.name, length=document.length, **described)


def share(api: SlackApi, file: str, channel: str, document: Document) -> SlackAnswer:
    """The third: show it in the conversation. Slack does so a little later, and does not say where it stands."""
    named = [{"id": file, "title": document.title}]
    return api.call(SHARE, files=named, channel_id=channel, initial_comment=document.comment)


def describe(api: SlackApi, channel: str) -> SlackAnswer:
    """What a channel is: for whether outsiders read it."""
    return api.call(DESCRIBE, channel=channel)


def opened_channel(answer: Ok) -> str:
    """The conversation that was opened."""
    channel = answer.data["channel"]
    return str(channel["id"]) if isinstance(channel, dict) else str(channel)


def found(answer: Ok, envelope: Envelope) -> str | None:
    """Where the message with this key, or with this file, stands, if it does."""
    messages = answer.data.get("messages")
    for each in messages if isinstance(messages, list) else []:
        payload = (each.get("metadata") or {}).get("event_payload") or {}
        files = [file.get("id") for file in each.get("files") or []]
        if payload.get("key") == envelope.nonce or (envelope.file and envelope.file in files):
            return str(each["ts"])
    return None


def is_person(target: str) -> bool:
    """Whether a destination is a person, by the first letter of Slack's ids."""
    return target[:1] in ("U", "W")
