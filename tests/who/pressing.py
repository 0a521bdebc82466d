"""Requests that Slack would sign for anybody: buttons never shown, windows never opened, words under foreign cards."""

import json
from collections.abc import Mapping

from sc_bot.domain.pulse import DIMENSIONS
from sc_bot.playground import payloads
from sc_bot.playground.bot_link import Reply, Sort
from sc_bot.playground.model import Message, Payload, Person, View
from tests.who.world import CARD, ELSEWHERE, WORKSPACE, World

PEOPLE = frozenset({"person", "owner"})
OPTIONS = frozenset(
    {
        "until",
        "rule",
        "institution",
        "closing",
        "readers",
        "line",
        "continuum",
        "severity",
        "way",
        "still",
        "outcome",
        "lead",
        "minutes",
        "access_kind",
        "objective",
        "partner",
        "act",
        "risk",
        *DIMENSIONS,
    }
)
SEVERAL = frozenset(
    {
        "roles",
        "active",
        "stands_in",
        "replaces",
        "show_name",
        "flags",
        "concerned",
        "asked",
        "institutions",
        "continua",
        "present",
        "agreed",
        "confirmed",
        "sure",
    }
)


BEHIND = {"problem.more": "problem.acknowledge", "commitment.more": "followup.on_track", "lesson.more": "lesson.pass"}
"""What is chosen in each menu."""


def send(world: World, column: str, sort: Sort, payload: Payload) -> Reply:
    """Sign and send it, as somebody of the column's workspace."""
    if column == "ows":  # their app is installed there: everything in the payload says so
        payload = json.loads(json.dumps(payload).replace(f'"{WORKSPACE}"', f'"{ELSEWHERE}"'))
    with world.town.slack.host.journal.lock:
        if "view" not in payload:
            world.town.slack.workspace.modals.clear()
            world.town.slack.workspace.homes.clear()
        world.town.slack.workspace.ephemerals.clear()
    return world.town.slack.link.deliver(sort, payload)


def person_of(world: World, slack_id: str) -> Person:
    """The Slack account."""
    return world.town.slack.workspace.people[slack_id]


def button(world: World, slack_id: str, action: str, value: str) -> Payload:
    """A pressed button, or for the menu the option behind which it stands."""
    host, person = world.town.slack.host, person_of(world, slack_id)
    chosen: Payload = {"action_id": action, "block_id": "b", "action_ts": host.workspace.new_ts()}
    if action in BEHIND:
        chosen |= {"type": "overflow", "selected_option": {"value": f"{BEHIND[action]} {value}"}}
    else:
        chosen |= {"type": "button", "value": value}
    return payloads.message_action(host, person, _message(world, slack_id), chosen, {})


def more(world: World, column: str, slack_id: str) -> Payload:
    """The button in the window of a report, which opens first."""
    slack = world.town.slack
    send(world, column, "interactive", button(world, slack_id, "problem.report", "report"))
    assert slack.wait_for(lambda: slack.as_person(slack_id).modal is not None)
    view = slack.as_person(slack_id).modal
    assert view is not None
    chosen: Payload = {"action_id": "problem.report_more", "block_id": "more", "type": "button", "value": "more"}
    return payloads.view_action(slack.host, person_of(world, slack_id), view, chosen)


def window(world: World, slack_id: str, callback: str, context: str, values: Mapping[str, object]) -> Payload:
    """A window that was sent."""
    host, person = world.town.slack.host, person_of(world, slack_id)
    shown = {"type": "modal", "callback_id": callback, "private_metadata": context, "blocks": []}
    forged = host.workspace.new_id("V")
    view = View(forged, slack_id, shown, "1.0", forged)
    state = {name: {"value": _input(name, value)} for name, value in values.items()}
    return payloads.submission(host, person, view, state)


def command(world: World, slack_id: str, name: str, text: str) -> Payload:
    """A slash command, typed in the conversation with the bot."""
    host = world.town.slack.host
    return payloads.command(host, person_of(world, slack_id), host.workspace.dm_with(slack_id), name, text)


def shortcut(world: World, slack_id: str, callback: str) -> Payload:
    """A message shortcut, used on some message."""
    host = world.town.slack.host
    return payloads.shortcut(host, person_of(world, slack_id), callback, _message(world, slack_id))


def event(world: World, slack_id: str, name: str) -> Payload:
    """Words under the problem's card, or Home opened."""
    inner: Payload = {"type": name, "user": slack_id, "event_ts": "1.0"}
    if name == "message":
        inner |= {"channel": CARD[0], "channel_type": "im", "text": "Encore", "ts": "1.1", "thread_ts": CARD[1]}
    else:
        inner |= {"channel": CARD[0], "tab": "home"}
    return payloads.event(world.town.slack.host, inner)


def _message(world: World, slack_id: str) -> Message:
    workspace = world.town.slack.workspace
    return Message(workspace.dm_with(slack_id).id, workspace.new_ts(), workspace.bot.id, "Encore une fois")


def _input(name: str, value: object) -> Payload:
    if name in OPTIONS:
        return {"type": "static_select", "selected_option": {"value": value}}
    if name in SEVERAL and isinstance(value, tuple):
        return {"type": "checkboxes", "selected_options": [{"value": each} for each in value]}
    return {"type": "users_select", "selected_user": value} if name in PEOPLE else {"type": "text", "value": value}
