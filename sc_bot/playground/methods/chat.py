"""chat.*: posting, editing, deleting."""

from sc_bot.playground.errors import ApiError
from sc_bot.playground.methods.destinations import destination, known
from sc_bot.playground.methods.registry import Invocation, web_method
from sc_bot.playground.model import Channel, Payload
from sc_bot.playground.posting import as_json, bot_message, check_content, check_metadata, edit

LONGEST = 40_000  # longer text is cut
LONGEST_EDIT = 4_000
LONGEST_MARKDOWN = 12_000
CONTENT = (
    "text",
    "blocks:list",
    "attachments:list",
    "markdown_text",
    "metadata:object",
    "as_user:bool",
    "link_names:bool",
    "parse",
)
LOOKS = (
    "thread_ts",
    "reply_broadcast:bool",
    "mrkdwn:bool",
    "unfurl_links:bool",
    "unfurl_media:bool",
    "icon_emoji",
    "icon_url",
    "username",
)


@web_method("chat.postMessage", "channel!", *CONTENT, *LOOKS, tier=5, scopes=("chat:write",))
def post_message(call: Invocation) -> Payload:
    """Post into a channel (id or name), or to a person (id), which opens their direct message."""
    workspace = call.host.workspace
    content = _content(call)
    channel = destination(call, call.args["channel"])
    _check_thread(channel, content)
    call.host.pace.post(channel.id)
    warnings = {}
    if len(content.get("text") or "") > LONGEST:
        content["text"] = content["text"][:LONGEST]
        warnings = {"warning": "message_truncated", "response_metadata": {"warnings": ["message_truncated"]}}
    message = bot_message(workspace, channel, content)
    channel.messages.append(message)
    return {"channel": channel.id, "ts": message.ts, "message": as_json(workspace, message), **warnings}


@web_method(
    "chat.update",
    "channel!",
    "ts!",
    *CONTENT,
    "reply_broadcast:bool",
    "file_ids:list",
    tier=3,
    scopes=("chat:write",),
)
def update_message(call: Invocation) -> Payload:
    """Edit one of the bot's own messages; a direct message is named by its D id, never by the person."""
    workspace = call.host.workspace
    channel = known(call, call.args["channel"])
    message = workspace.message(channel, call.args["ts"])
    if not message.from_bot:
        raise ApiError("cant_update_message")
    if channel.archived:
        raise ApiError("is_inactive")
    content = _content(call)
    if len(content.get("text") or "") > LONGEST_EDIT:
        raise ApiError("msg_too_long")
    if _is_rich(message.blocks) and content.get("blocks") and not _is_rich(content["blocks"]):
        raise ApiError("block_mismatch")
    edit(workspace, message, content)
    shown = as_json(workspace, message)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


@web_method("chat.delete", "channel!", "ts!", "as_user:bool", tier=3, scopes=("chat:write",))
def delete_message(call: Invocation) -> Payload:
    """Delete one of the bot's own messages."""
    channel = known(call, call.args["channel"])
    message = call.host.workspace.message(channel, call.args["ts"])
    if not message.from_bot:
        raise ApiError("cant_delete_message")
    message.deleted = True
    message.text, message.blocks, message.files = "", [], []
    return {"channel": channel.id, "ts": message.ts}


@web_method(
    "chat.postEphemeral",
    "channel!",
    "user!",
    "thread_ts",
    "icon_emoji",
    "icon_url",
    "username",
    *CONTENT,
    tier=4,
    scopes=("chat:write",),
)
def post_ephemeral(call: Invocation) -> Payload:
    """Show a message to one member of a channel."""
    workspace = call.host.workspace
    content = _content(call)
    channel = destination(call, call.args["channel"])
    if len(content.get("text") or "") > LONGEST:
        raise ApiError("msg_too_long")
    if call.args["user"] not in channel.members:
        raise ApiError("user_not_in_channel")
    message = bot_message(workspace, channel, content)
    message.ephemeral_to = call.args["user"]
    workspace.ephemerals.append(message)
    return {"message_ts": message.ts}


def _content(call: Invocation) -> Payload:
    """What the message shall say, checked."""
    content: Payload = {
        name: call.args[name] for name in ("text", "blocks", "attachments", "metadata") if name in call.args
    }
    markdown = call.args.get("markdown_text")
    if markdown is not None:
        if content.get("text") or content.get("blocks"):
            raise ApiError("markdown_text_conflict")
        if len(markdown) > LONGEST_MARKDOWN:
            raise ApiError("msg_too_long")
        content["text"] = markdown
    check_content(content)
    check_metadata(content.get("metadata"))
    return content | ({"thread_ts": call.args["thread_ts"]} if call.args.get("thread_ts") else {})


def _check_thread(channel: Channel, content: Payload) -> None:
    """A reply to nothing is refused; a reply to a deleted parent too."""
    parent = content.get("thread_ts")
    if parent and not any(m.ts == parent and not m.deleted for m in channel.messages):
        raise ApiError("thread_not_found")


def _is_rich(blocks: list[Payload]) -> bool:
    return any(block["type"] == "rich_text" for block in blocks)
