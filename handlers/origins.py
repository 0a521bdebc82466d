"""Where a payload belongs: the workspace in which the app is installed, and that of whoever acts.

In a channel shared between workspaces (Slack Connect) they differ: `team` is then the workspace of whoever acts, and
the installation is said by the view, by the authorizations of an event, or by the bot's own message; all of it signed.
"""

from typing import Any

Body = dict[str, Any]


def installed_in(body: Body) -> str | None:
    """The workspace where the app is installed; None where only whoever acts is told of."""
    view, message = body.get("view") or {}, body.get("message") or {}
    if view.get("app_installed_team_id"):
        return str(view["app_installed_team_id"])
    if body.get("type") == "event_callback":
        first: Body = next(iter(body.get("authorizations") or ()), {})
        return str(first.get("team_id") or body.get("context_team_id") or body["team_id"])
    is_own = message.get("app_id") is not None and message.get("app_id") == body.get("api_app_id")
    return str(message["team"]) if is_own and message.get("team") else None


def team_of(body: Body) -> str:
    """The workspace that the payload names: of whoever acts."""
    team = body.get("team")
    return str(team["id"] if isinstance(team, dict) else body.get("team_id") or (body.get("user") or {}).get("team_id"))


def home_of(body: Body) -> str | None:
    """The workspace of whoever acts, if the payload says it; within one organisation nobody is from elsewhere."""
    if body.get("is_enterprise_install") in (True, "true"):
        return None
    event, user = body.get("event") or {}, body.get("user") or {}
    said = user.get("team_id") or event.get("user_team") or event.get("source_team") or event.get("team")
    return str(said) if said else None
