"""What Slack does with the answer to a submitted view."""

from dataclasses import dataclass, field

from sc_bot.playground.bot_link import BotLink, Reply
from sc_bot.playground.errors import ApiError
from sc_bot.playground.host import Host
from sc_bot.playground.model import Payload, View
from sc_bot.playground.screens import close_all, close_top, push_modal, update_view


@dataclass(frozen=True)
class Submission:
    """How a submission ended: errors under fields, another view, or everything closed."""

    reply: Reply
    action: str | None = None
    errors: dict[str, str] = field(default_factory=dict)
    view: View | None = None


def take_response(host: Host, link: BotLink, view: View, reply: Reply) -> Submission:
    """Do what the bot's `response_action` says; without one, close the view."""
    if not reply.acknowledged:
        return Submission(reply)
    try:
        with host.journal.lock:
            return _act(host, view, reply)
    except ApiError as error:
        link.fail(f"view_submission: {error.name} {error.more}")
        return Submission(reply, "refused")
    finally:
        host.journal.changed()


def _act(host: Host, view: View, reply: Reply) -> Submission:
    action, answer = reply.json.get("response_action"), reply.json
    workspace = host.workspace
    match action:
        case None:
            close_top(workspace, view.owner)
            return Submission(reply)
        case "clear":
            close_all(workspace, view.owner)
            return Submission(reply, action)
        case "errors":
            return Submission(reply, action, _field_errors(view, answer))
        case "update":
            return Submission(reply, action, view=update_view(workspace, view, answer.get("view") or {}))
        case "push":
            return Submission(reply, action, view=push_modal(workspace, view.owner, answer.get("view") or {}))
        case _:
            raise ApiError("invalid_response_action", messages=[str(action)])


def _field_errors(view: View, answer: Payload) -> dict[str, str]:
    """Errors stand under input blocks; Slack shows none that names another block."""
    errors = answer.get("errors")
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not errors.keys() <= inputs:
        raise ApiError("invalid_response_errors", messages=[f"errors must name input blocks: {errors}"])
    return {block_id: str(message) for block_id, message in errors.items()}
