"""Blocks and views that Slack accepts, to be spoilt by the tests."""

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    """A plain text object."""
    return {"type": "plain_text", "text": text}


def option(value: str, text: str = "un choix") -> Json:
    """An option of a menu."""
    return {"text": plain(text), "value": value}


def section(text: str = "Bonjour", **more: object) -> Json:
    """A section."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str = "problem.accept", value: str = "ONC-1", **more: object) -> Json:
    """A button."""
    return {
        "type": "button",
        "action_id": action_id,
        "text": plain("Prendre en charge"),
        "value": value,
        **more,
    }


def actions(*elements: Json, **more: object) -> Json:
    """A row of elements."""
    return {"type": "actions", "elements": list(elements), **more}


def field(block_id: str, element: Json, **more: object) -> Json:
    """An input block; its element's action id is `value`."""
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(block_id),
        "element": {"action_id": "value", **element},
        **more,
    }


def modal(*blocks: Json, **more: object) -> Json:
    """A modal that can be submitted."""
    return {
        "type": "modal",
        "callback_id": "problem.report",
        "title": plain("Signaler"),
        "submit": plain("Envoyer"),
        "blocks": list(blocks) or [section()],
        **more,
    }


def report_form(**more: object) -> Json:
    """A modal with one field of several kinds."""
    return modal(
        field("description", {"type": "plain_text_input", "multiline": True, "max_length": 100}),
        field(
            "institution",
            {
                "type": "static_select",
                "options": [option("HSF"), option("GMF")],
                "initial_option": option("HSF"),
            },
        ),
        field("concerned", {"type": "multi_static_select", "options": [option("A"), option("B")]}, optional=True),
        field("show", {"type": "checkboxes", "options": [option("yes")]}, optional=True),
        field("due", {"type": "datepicker"}, optional=True),
        field("owner", {"type": "users_select"}, optional=True),
        **more,
    )
