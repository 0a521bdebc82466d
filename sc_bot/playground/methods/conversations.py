"""conversations.open, create, join, invite."""

import re

from sc_bot.playground.errors import ApiError
from sc_bot.playground.methods.describing import described
from sc_bot.playground.methods.registry import Invocation, web_method
from sc_bot.playground.model import Channel, Kind, Payload

LONGEST_NAME = 80
OPENING = ("im:write", "mpim:write", "channels:manage", "groups:write")


@web_method(
    "conversations.open",
    "channel",
    "users:names",
    "return_im:bool",
    "prevent_creation:bool",
    tier=3,
    scopes=OPENING,
)
def open_conversation(call: Invocation) -> Payload:
    """Open the bot's direct message with one person."""
    workspace = call.host.workspace
    if call.args.get("channel"):
        channel = workspace.channel(call.args["channel"])
        return {"no_op": True, "already_open": True, "channel": _opened(call, channel)}
    users = call.args.get("users") or []
    if not users:
        raise ApiError("users_list_not_supplied")
    if len(users) > 1:
        raise ApiError("method_not_supported_for_channel_type")  # this workspace has no group messages
    call.token.needs("im:write")
    _check_reachable(call, users[0])
    already = {"no_op": True, "already_open": True} if workspace.existing_dm(users[0]) else {}
    return {**already, "channel": _opened(call, workspace.dm_with(users[0]))}


def _check_reachable(call: Invocation, user_id: str) -> None:
    workspace = call.host.workspace
    person = workspace.person(user_id)
    if person.is_bot:
        raise ApiError("cannot_dm_bot")
    if person.deactivated:
        raise ApiError("user_disabled")
    if person.team_id != workspace.team_id and not workspace.shares_channel(user_id):
        raise ApiError("invalid_user_combination")


def _opened(call: Invocation, channel: Channel) -> Payload:
    return described(call, channel) if call.args.get("return_im") else {"id": channel.id}


@web_method(
    "conversations.create",
    "name!",
    "is_private:bool",
    "team_id",
    tier=2,
    scopes=("channels:manage", "groups:write"),
)
def create_conversation(call: Invocation) -> Payload:
    """Create a channel with the bot in it."""
    workspace, name = call.host.workspace, call.args["name"]
    call.token.needs("groups:write" if call.args.get("is_private") else "channels:manage")
    if len(name) > LONGEST_NAME:
        raise ApiError("invalid_name_maxlength")
    if not re.fullmatch(r"[\w-]+", name) or name != name.lower():
        raise ApiError("invalid_name_specials")
    if workspace.named(name):
        raise ApiError("name_taken")
    kind: Kind = "private" if call.args.get("is_private") else "public"
    return {"channel": described(call, workspace.add_channel(None, name, kind, [workspace.bot.id]))}


@web_method("conversations.join", "channel!", tier=3, scopes=("channels:join",))
def join_conversation(call: Invocation) -> Payload:
    """Enter a public channel."""
    workspace = call.host.workspace
    channel = workspace.channel(call.args["channel"])
    if channel.kind == "im":
        raise ApiError("method_not_supported_for_channel_type")
    if channel.kind == "private":
        raise ApiError("channel_not_found")
    if channel.archived:
        raise ApiError("is_archived")
    if workspace.bot.id in channel.members:
        warning = "already_in_channel"
        return {
            "channel": described(call, channel),
            "warning": warning,
            "response_metadata": {"warnings": [warning]},
        }
    channel.members.append(workspace.bot.id)
    return {"channel": described(call, channel)}


@web_method(
    "conversations.invite",
    "channel!",
    "users!:names",
    "force:bool",
    tier=3,
    scopes=("channels:manage", "groups:write", "channels:write.invites", "groups:write.invites"),
)
def invite(call: Invocation) -> Payload:
    """Bring people into a channel that the bot is in."""
    workspace = call.host.workspace
    channel = workspace.channel(call.args["channel"])
    if channel.kind == "im":
        raise ApiError("method_not_supported_for_channel_type")
    if workspace.bot.id not in channel.members:
        raise ApiError("not_in_channel" if channel.kind == "public" else "channel_not_found")
    if channel.archived:
        raise ApiError("is_archived")
    people = [workspace.person(user_id) for user_id in call.args["users"]]
    if any(person.id == workspace.bot.id for person in people):
        raise ApiError("cant_invite_self")
    if any(person.deactivated for person in people):
        raise ApiError("cant_invite")
    if all(person.id in channel.members for person in people):
        raise ApiError("already_in_channel")
    channel.members.extend(person.id for person in people if person.id not in channel.members)
    return {"channel": described(call, channel)}
