"""What the worker says to Slack, and how it finds again what it may have said."""

from typing import Final

from sc_bot.domain.slack_answers import Ok, SlackAnswer, SlackApi
from sc_bot.ports import Envelope, Message

POST: Final = "chat.postMessage"
EDIT: Final = "chat.update"
REMOVE: Final = "chat.delete"
OPEN: Final = "conversations.open"
LOOK: Final = "conversations.history"
ASK: Final = "auth.test"

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


def open_conversation(api: SlackApi, person: str) -> SlackAnswer:
    """Open the bot's direct message with a person."""
    return api.call(OPEN, users=person)


def look(api: SlackApi, channel: str) -> SlackAnswer:
    """Read the newest messages of a direct message, with their keys."""
    return api.call(LOOK, channel=channel, limit=LOOKED_AT, include_all_metadata=True)


def opened_channel(answer: Ok) -> str:
    """The conversation that was opened."""
    channel = answer.data["channel"]
    return str(channel["id"]) if isinstance(channel, dict) else str(channel)


def found(answer: Ok, nonce: str) -> str | None:
    """Where the message with this key stands, if it does."""
    messages = answer.data.get("messages")
    for each in messages if isinstance(messages, list) else []:
        payload = (each.get("metadata") or {}).get("event_payload") or {}
        if payload.get("key") == nonce:
            return str(each["ts"])
    return None


def is_person(target: str) -> bool:
    """Whether a destination is a person, by the first letter of Slack's ids."""
    return target[:1] in ("U", "W")
