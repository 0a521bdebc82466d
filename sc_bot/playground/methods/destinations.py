"""Where a message goes, or stands: by channel id, channel name or person."""

from sc_bot.playground.errors import ApiError
from sc_bot.playground.methods.registry import Invocation
from sc_bot.playground.model import Channel


def known(call: Invocation, channel_id: str) -> Channel:
    """A conversation by its id, if the bot may know of it."""
    channel = call.host.workspace.channel(channel_id)
    if channel.kind != "public" and call.host.workspace.bot.id not in channel.members:
        raise ApiError("channel_not_found")
    return channel


def destination(call: Invocation, name: str) -> Channel:
    """Where a new message goes."""
    workspace = call.host.workspace
    if name in workspace.people:
        return _direct_message(call, name)
    channel = known(call, name) if name in workspace.channels else workspace.named(name)
    if channel is None or (channel.kind == "private" and workspace.bot.id not in channel.members):
        raise ApiError("channel_not_found")
    if channel.archived or (channel.kind == "im" and _is_gone(call, channel)):
        raise ApiError("is_archived")
    if workspace.bot.id not in channel.members and "chat:write.public" not in call.token.scopes:
        raise ApiError("not_in_channel")
    return channel


def _direct_message(call: Invocation, user_id: str) -> Channel:
    workspace = call.host.workspace
    person = workspace.people[user_id]
    if person.is_bot:
        raise ApiError("cannot_dm_bot")
    foreign = person.team_id != workspace.team_id and not workspace.shares_channel(user_id)
    if person.deactivated or foreign:
        raise ApiError("channel_not_found")
    return workspace.dm_with(user_id)


def _is_gone(call: Invocation, channel: Channel) -> bool:
    return any(call.host.workspace.people[member].deactivated for member in channel.members)
