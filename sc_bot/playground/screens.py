"""Modals and homes: what is on whose screen, and how a view may change."""

from sc_bot.playground.block_kit.surfaces import findings_in_home, findings_in_modal, is_too_large
from sc_bot.playground.errors import ApiError
from sc_bot.playground.model import Payload, View
from sc_bot.playground.workspace import APP_ID, Workspace, with_block_ids

DEEPEST = 3  # views in one modal stack


def check_view(workspace: Workspace, payload: Payload, *, instead_of: View | None = None) -> None:
    """Refuse what Slack refuses in a view; `instead_of` is the view that it replaces."""
    if is_too_large(payload):
        raise ApiError("view_too_large")
    findings = findings_in_home(payload) if payload.get("type") == "home" else findings_in_modal(payload)
    if findings:
        raise ApiError("invalid_arguments", messages=findings)
    external = payload.get("external_id")
    taken = [v for v in workspace.open_views() if external and v.payload.get("external_id") == external]
    if any(view is not instead_of for view in taken):
        raise ApiError("duplicate_external_id")


def open_modal(workspace: Workspace, user_id: str, payload: Payload) -> View:
    """Put a modal on someone's screen, in place of any other."""
    check_view(workspace, payload)
    view = _new_view(workspace, user_id, payload)
    close_all(workspace, user_id)
    workspace.modals[user_id] = [view]
    return view


def push_modal(workspace: Workspace, user_id: str, payload: Payload) -> View:
    """Put a modal on top of the one that someone is looking at."""
    stack = workspace.modals.get(user_id) or []
    if not stack:
        raise ApiError("not_found")
    if len(stack) >= DEEPEST:
        raise ApiError("push_limit_reached")
    check_view(workspace, payload)
    view = _new_view(workspace, user_id, payload)
    view.root_id, view.previous_id = stack[0].id, stack[-1].id
    stack.append(view)
    return view


def update_view(workspace: Workspace, view: View, payload: Payload, seen_hash: str | None = None) -> View:
    """Replace what a view shows, unless it changed since the caller saw it."""
    if seen_hash is not None and seen_hash != view.hash:
        raise ApiError("hash_conflict")
    if payload.get("type") != view.payload["type"]:
        raise ApiError("invalid_arguments", messages=["view type cannot change [json-pointer:/view/type]"])
    check_view(workspace, payload, instead_of=view)
    view.payload = {**payload, "blocks": with_block_ids(payload["blocks"])}
    view.hash = workspace.new_hash()
    return view


def publish_home(workspace: Workspace, user_id: str, payload: Payload, seen_hash: str | None = None) -> View:
    """Show someone their home tab."""
    if not workspace.home_enabled:
        raise ApiError("not_enabled")
    workspace.person(user_id)
    if payload.get("type") != "home":
        raise ApiError("invalid_arguments", messages=["must be of type home [json-pointer:/view/type]"])
    shown = workspace.homes.get(user_id)
    if shown is not None:
        return update_view(workspace, shown, payload, seen_hash)
    check_view(workspace, payload)
    workspace.homes[user_id] = _new_view(workspace, user_id, payload)
    return workspace.homes[user_id]


def close_top(workspace: Workspace, user_id: str) -> None:
    """Close the view on top; the one below it shows again."""
    stack = workspace.modals.get(user_id) or []
    if stack:
        stack.pop().closed = True


def close_all(workspace: Workspace, user_id: str) -> None:
    """Close a whole stack of modals."""
    for view in workspace.modals.pop(user_id, []):
        view.closed = True


def view_json(workspace: Workspace, view: View, values: Payload | None = None) -> Payload:
    """A view as Slack's answers and payloads show it."""
    optional = {"close": None, "submit": None, "callback_id": "", "external_id": "", "private_metadata": ""}
    return {
        "id": view.id,
        "team_id": workspace.team_id,
        **optional,
        "clear_on_close": False,
        "notify_on_close": False,
        **view.payload,
        "state": {"values": values or {}},
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id,
        "app_id": APP_ID,
        "app_installed_team_id": workspace.enterprise or workspace.team_id,
        "bot_id": workspace.bot_id,
    }


def _new_view(workspace: Workspace, user_id: str, payload: Payload) -> View:
    shown = {**payload, "blocks": with_block_ids(payload["blocks"])}
    name = workspace.new_id("V")
    return View(name, user_id, shown, workspace.new_hash(), name)
