"""views.open, push, update, publish."""

from sc_bot.playground.errors import ApiError
from sc_bot.playground.methods.registry import Invocation, web_method
from sc_bot.playground.model import Payload, View
from sc_bot.playground.screens import check_view, open_modal, publish_home, push_modal, update_view, view_json
from sc_bot.playground.triggers import Trigger


@web_method("views.open", "view!:object", "trigger_id", "interactivity_pointer", tier=4)
def open_view(call: Invocation) -> Payload:
    """Open a modal for whoever pulled the trigger."""
    _check_modal(call)
    trigger = _exchanged(call)
    return _answer(call, open_modal(call.host.workspace, trigger.user, call.args["view"]))


@web_method("views.push", "view!:object", "trigger_id", "interactivity_pointer", tier=4)
def push_view(call: Invocation) -> Payload:
    """Put a modal on top of the one in which the trigger was pulled."""
    _check_modal(call)
    trigger = _exchanged(call)
    if trigger.view_id is None:
        raise ApiError("not_found")
    return _answer(call, push_modal(call.host.workspace, trigger.user, call.args["view"]))


@web_method("views.update", "view!:object", "view_id", "external_id", "hash", tier=4)
def update(call: Invocation) -> Payload:
    """Change a modal or home that is open."""
    if not (call.args.get("view_id") or call.args.get("external_id")):
        raise ApiError("invalid_arguments", messages=["missing required field: view_id"])
    workspace = call.host.workspace
    view = workspace.view(call.args.get("view_id"), call.args.get("external_id"))
    return _answer(call, update_view(workspace, view, call.args["view"], call.args.get("hash")))


@web_method("views.publish", "view!:object", "user_id!", "hash", "interactivity_pointer", tier=4)
def publish(call: Invocation) -> Payload:
    """Show someone their home tab."""
    view = publish_home(call.host.workspace, call.args["user_id"], call.args["view"], call.args.get("hash"))
    return _answer(call, view)


def _check_modal(call: Invocation) -> None:
    """A view is looked at before its trigger is used up."""
    if call.args["view"].get("type") != "modal":
        raise ApiError("invalid_arguments", messages=["must be of type modal [json-pointer:/view/type]"])
    check_view(call.host.workspace, call.args["view"])


def _exchanged(call: Invocation) -> Trigger:
    name = call.args.get("trigger_id") or call.args.get("interactivity_pointer")
    if not name:
        raise ApiError("invalid_arguments", messages=["missing required field: trigger_id"])
    return call.host.triggers.exchange(name)


def _answer(call: Invocation, view: View) -> Payload:
    return {"view": view_json(call.host.workspace, view)}
