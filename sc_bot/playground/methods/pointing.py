"""Pointing at a message: chat.getPermalink, reactions.add."""

from sc_bot.playground.errors import ApiError
from sc_bot.playground.methods.destinations import known
from sc_bot.playground.methods.registry import Invocation, web_method
from sc_bot.playground.model import Payload


@web_method("chat.getPermalink", "channel!", "message_ts!", tier=5, json_body=False)
def get_permalink(call: Invocation) -> Payload:
    """Give a link to a message of a conversation that the bot is in."""
    workspace = call.host.workspace
    channel = known(call, call.args["channel"])
    if workspace.bot.id not in channel.members:
        raise ApiError("channel_not_found")
    message = workspace.message(channel, call.args["message_ts"])
    thread = f"?thread_ts={message.thread_ts}&cid={channel.id}" if message.thread_ts else ""
    link = f"https://{workspace.domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}{thread}"
    return {"channel": channel.id, "permalink": link}


@web_method("reactions.add", "channel!", "name!", "timestamp!", tier=3, scopes=("reactions:write",))
def add_reaction(call: Invocation) -> Payload:
    """Put an emoji under a message."""
    workspace = call.host.workspace
    message = workspace.message(known(call, call.args["channel"]), call.args["timestamp"])
    users = message.reactions.setdefault(call.args["name"].strip(":"), [])
    if workspace.bot.id in users:
        raise ApiError("already_reacted")
    users.append(workspace.bot.id)
    return {}
