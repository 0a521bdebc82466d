"""The payloads that Slack sends to an app."""

import html
import re
import secrets

from sc_bot.playground.host import Host
from sc_bot.playground.inputs import state_of
from sc_bot.playground.model import Channel, Entered, Message, Payload, Person, View
from sc_bot.playground.posting import as_json
from sc_bot.playground.screens import view_json
from sc_bot.playground.workspace import APP_ID

VERIFICATION_TOKEN = "legacy-verification-token"  # noqa: S105 - opens nothing but the playground


def escaped(text: str) -> str:
    """Slash text arrives with `&`, `<` and `>` escaped."""
    return html.escape(text, quote=False)


def with_ids(host: Host, text: str) -> str:
    """`should_escape`: the people and channels that are named become ids; other `@words` stay words."""
    people = {person.handle: person for person in host.workspace.people.values()}

    def person(match: re.Match[str]) -> str:
        found = people.get(match[1])
        return f"<@{found.id}|{found.handle}>" if found else match[0]

    def channel(match: re.Match[str]) -> str:
        found = host.workspace.named(match[1])
        return f"<#{found.id}|{found.name}>" if found else match[0]

    return re.sub(r"(?<!\S)#([\w-]+)", channel, re.sub(r"(?<!\S)@([\w.-]+)", person, text))


def command(host: Host, person: Person, channel: Channel, name: str, text: str) -> Payload:
    """The form of a slash command."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": host.workspace.team_id,
        "team_domain": host.workspace.domain,
        "channel_id": channel.id,
        "channel_name": channel.name if channel.kind == "public" else _private_name(channel),
        "user_id": person.id,
        "user_name": person.handle,
        "command": name,
        "text": with_ids(host, escaped(text)),
        "api_app_id": APP_ID,
        **_of_organisation(host),
        "response_url": host.base_url + host.response_urls.issue(person.id, channel.id, None),
        "trigger_id": host.triggers.issue(person.id),
    }


def message_action(host: Host, person: Person, message: Message, chosen: Payload, typed: Entered) -> Payload:
    """`block_actions` of a message. An ephemeral message is not sent along: Slack does not keep it."""
    channel = host.workspace.channel(message.channel)
    ephemeral = message.ephemeral_to is not None
    payload = _interaction(host, "block_actions", person) | {
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": ephemeral,
        },
        "channel": {"id": channel.id, "name": _private_name(channel)},
        "state": {"values": state_of(message.blocks, typed)},
        "response_url": host.base_url + host.response_urls.issue(person.id, channel.id, message),
        "trigger_id": host.triggers.issue(person.id),
        "actions": [chosen],
    }
    if message.thread_ts:
        payload["container"]["thread_ts"] = message.thread_ts
    return payload if ephemeral else payload | {"message": as_json(host.workspace, message)}


def view_action(host: Host, person: Person, view: View, chosen: Payload) -> Payload:
    """`block_actions` of a modal or home: no channel, no response URL."""
    return _interaction(host, "block_actions", person) | {
        "container": {"type": "view", "view_id": view.id},
        "view": view_json(host.workspace, view, state_of(view.blocks, view.typed)),
        "trigger_id": host.triggers.issue(person.id, view.id),
        "actions": [chosen],
    }


def submission(host: Host, person: Person, view: View, state: Payload) -> Payload:
    """`view_submission`."""
    return _interaction(host, "view_submission", person) | {
        "view": view_json(host.workspace, view, state),
        "trigger_id": host.triggers.issue(person.id, view.id),
        "response_urls": [],
    }


def closing(host: Host, person: Person, view: View, *, cleared: bool) -> Payload:
    """`view_closed`."""
    payload = _interaction(host, "view_closed", person)
    return payload | {"view": view_json(host.workspace, view), "is_cleared": cleared}


def shortcut(host: Host, person: Person, callback_id: str, message: Message | None) -> Payload:
    """A message shortcut, or a global one, which has neither message nor response URL."""
    sort = "shortcut" if message is None else "message_action"
    payload = _interaction(host, sort, person) | {
        "callback_id": callback_id,
        "action_ts": host.workspace.new_ts(),
        "trigger_id": host.triggers.issue(person.id),
    }
    if message is None:
        return payload
    channel = host.workspace.channel(message.channel)
    return payload | {
        "channel": {"id": channel.id, "name": _private_name(channel)},
        "message": as_json(host.workspace, message),
        "message_ts": message.ts,
        "response_url": host.base_url + host.response_urls.issue(person.id, channel.id, message),
    }


def suggestion(host: Host, person: Person, place: Message | View, asked: Payload) -> Payload:
    """`block_suggestion`: an external menu (`asked`: its ids and the words typed) wants its options."""
    payload = _interaction(host, "block_suggestion", person) | asked
    if isinstance(place, View):
        container = {"type": "view", "view_id": place.id}
        return payload | {"container": container, "view": view_json(host.workspace, place)}
    container = {"type": "message", "message_ts": place.ts, "channel_id": place.channel}
    return payload | {"container": container, "channel": {"id": place.channel}}


def event(host: Host, inner: Payload) -> Payload:
    """The envelope of an event: `team_id` is that of whoever acts, `authorizations` say where the app is installed."""
    workspace = host.workspace
    person, channel = workspace.people.get(inner.get("user", "")), workspace.channels.get(inner.get("channel", ""))
    team = person.team_id if person else workspace.team_id
    authorization = {
        "enterprise_id": workspace.enterprise,
        "team_id": None if workspace.enterprise else workspace.team_id,
        "user_id": workspace.bot.id,
        "is_bot": True,
        "is_enterprise_install": workspace.enterprise is not None,
    }
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": team,
        "context_team_id": workspace.team_id,
        "api_app_id": APP_ID,
        "event": inner,
        "type": "event_callback",
        "event_id": f"Ev{secrets.token_hex(5).upper()}",
        "event_time": int(workspace.seconds()),
        "authorizations": [authorization],
        "is_ext_shared_channel": (channel is not None and channel.shared) or team != workspace.team_id,
    }


def _interaction(host: Host, sort: str, person: Person) -> Payload:
    """Where an organisation installed the app, no team is named: the person's own one says where they are."""
    org = host.workspace.enterprise
    return {
        "type": sort,
        "token": VERIFICATION_TOKEN,
        "team": None if org else _team_of(host, person),
        "user": {
            "id": person.id,
            "username": person.handle,
            "name": person.handle,
            "team_id": person.team_id,
        },
        "api_app_id": APP_ID,
        "enterprise": {"id": org, "name": org} if org else None,
        "is_enterprise_install": org is not None,
    }


def _of_organisation(host: Host) -> Payload:
    """A form says by a word whether an organisation installed the app."""
    org = host.workspace.enterprise
    return {"is_enterprise_install": "true", "enterprise_id": org} if org else {"is_enterprise_install": "false"}


def _team_of(host: Host, person: Person) -> Payload:
    """The workspace of whoever acts, which is not always the one where the app is installed."""
    is_own = person.team_id == host.workspace.team_id
    return {"id": person.team_id, "domain": host.workspace.domain if is_own else "elsewhere"}


def _private_name(channel: Channel) -> str:
    """Slack hides the names of private conversations from payloads."""
    return {"public": channel.name, "private": "privategroup", "im": "directmessage"}[channel.kind]
