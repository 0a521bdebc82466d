"""auth.test, api.test, team.info, bots.info, apps.connections.open."""

from sc_bot.playground.errors import ApiError
from sc_bot.playground.methods.registry import Invocation, web_method
from sc_bot.playground.model import Payload
from sc_bot.playground.workspace import APP_ID


@web_method("api.test", "error", "foo", tier=4, caller="anyone")
def api_test(call: Invocation) -> Payload:
    """Say that Slack is there."""
    if "error" in call.args:
        raise ApiError(call.args["error"], args=call.args)
    return {"args": call.args} if call.args else {}


@web_method("auth.test", tier=5)
def auth_test(call: Invocation) -> Payload:
    """Tell the bot who it is."""
    workspace = call.host.workspace
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.domain,
        "user": workspace.bot.handle,
        "team_id": workspace.team_id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.bot_id,
        "app_id": APP_ID,
        "is_enterprise_install": call.token.enterprise is not None and call.token.team is None,
    }


@web_method("team.info", "team", "domain", tier=3, scopes=("team:read",))
def team_info(call: Invocation) -> Payload:
    """Describe the workspace."""
    workspace = call.host.workspace
    if call.args.get("team", workspace.team_id) != workspace.team_id:
        raise ApiError("team_not_found")
    return {"team": {"id": workspace.team_id, "name": workspace.domain, "domain": workspace.domain}}


@web_method("bots.info", "bot", "team_id", tier=3, scopes=("users:read",), json_body=False)
def bots_info(call: Invocation) -> Payload:
    """Describe the bot."""
    workspace = call.host.workspace
    if call.args.get("bot", workspace.bot_id) != workspace.bot_id:
        raise ApiError("bot_not_found")
    bot = {"id": workspace.bot_id, "deleted": False, "name": workspace.bot.name, "app_id": APP_ID}
    return {"bot": {**bot, "user_id": workspace.bot.id}}


@web_method("apps.connections.open", tier=3, caller="app", scopes=("connections:write",))
def open_connection(call: Invocation) -> Payload:
    """Give a WebSocket address for Socket Mode."""
    return {"url": f"{call.host.socket_url}/link/?ticket={call.host.new_ticket()}&app_id={APP_ID}"}
