"""A conversation as Slack's answers describe it."""

from sc_bot.playground.methods.registry import Invocation
from sc_bot.playground.model import Channel, Payload


def described(call: Invocation, channel: Channel) -> Payload:
    """The shape of `channel` in an answer; a direct message has another one."""
    workspace = call.host.workspace
    shown: Payload = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.archived,
        "is_im": channel.kind == "im",
        "is_org_shared": False,
        "context_team_id": workspace.team_id,
    }
    if channel.kind == "im":
        other = next(member for member in channel.members if member != workspace.bot.id)
        return {
            **shown,
            "user": other,
            "is_user_deleted": workspace.people[other].deactivated,
            "is_open": True,
            "priority": 0,
        }
    return {
        **shown,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_mpim": False,
        "is_private": channel.kind == "private",
        "is_general": False,
        "is_shared": channel.shared,
        "is_ext_shared": channel.shared,
        "is_pending_ext_shared": channel.pending,
        "pending_shared": ["T0PENDING"] if channel.pending else [],
        "is_member": workspace.bot.id in channel.members,
        "creator": workspace.bot.id,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
        "num_members": len(channel.members),
    }
