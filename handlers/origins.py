"""Where a payload belongs: the workspace in which the app is installed, and that of whoever acts.

In a channel shared between workspaces (Slack Connect) they differ: `team` is then the workspace of whoever acts, and
the installation is said by the view, by the authorizations of an event, or by the bot's own message; all of it signed.
"""

from typing import Any

Body = dict[str, Any]


def installed_in(body: Body) -> str | None:
    """The workspace where the app is installed; None where only whoever acts is told of."""
    view, message = body.get("view") or {}, body.get("message") or {}
    installed = str(view.get("app_installed_team_id") or "")
    if installed and not installed.startswith("E"):  # an organisation's installation serves many
        return installed
    if body.get("type") == "event_callback":
        first: Body = next(iter(body.get("authorizations") or ()), {})
        return str(first.get("team_id") or body.get("context_team_id") or team_of(body))
    is_own = message.get("app_id") is not None and message.get("app_id") == body.get("api_app_id")
    return str(message["team"]) if is_own and message.get("team") else None


def team_of(body: Body) -> str:
    """The workspace that the payload names: of whoever acts; an organisation's installation leaves `team` empty."""
    parts = [(body.get(name), key) for name, key in (("team", "id"), ("user", "team_id"), ("view", "team_id"))]
    team, *others = (part.get(key) if isinstance(part, dict) else None for part, key in parts)
    return str(team or body.get("team_id") or next(filter(None, others), None))


def home_of(body: Body) -> str | None:
    """The workspace of whoever acts, if the payload says it; within one organisation nobody is from elsewhere."""
    if body.get("is_enterprise_install") in (True, "true"):
        return None
    event, user = body.get("event") or {}, body.get("user") or {}
    said = user.get("team_id") or event.get("user_team") or event.get("source_team") or event.get("team")
    return str(said) if said else None
