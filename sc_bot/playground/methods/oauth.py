"""oauth.v2.access, auth.revoke, auth.teams.list."""

from sc_bot.playground.errors import ApiError
from sc_bot.playground.methods.registry import Invocation, web_method
from sc_bot.playground.model import Payload


@web_method(
    "oauth.v2.access",
    "client_id",
    "client_secret",
    "code",
    "grant_type",
    "redirect_uri",
    "refresh_token",
    tier=5,
    json_body=False,
    caller="anyone",
)
def oauth_access(call: Invocation) -> Payload:
    """Give a token for a code, or a new one for what renews it."""
    return call.host.oauth.access(call.args)


@web_method("auth.revoke", "test:bool", tier=3, json_body=False)
def auth_revoke(call: Invocation) -> Payload:
    """End the token with which this is asked; `test` only says what would be."""
    if call.args.get("test"):
        return {"revoked": False}
    call.token.refusal = "token_revoked"
    return {"revoked": True}


@web_method("auth.teams.list", "cursor", "limit:int", tier=2, json_body=False)
def auth_teams_list(call: Invocation) -> Payload:
    """The workspaces of an organisation that let the app in; of a workspace's token, itself."""
    if call.token.enterprise is None or call.token.team is not None:
        return {"teams": [_described(call, call.host.workspace.team_id)]}
    served = [
        each.workspace.team_id
        for each in call.host.teams.values()
        if each.workspace.enterprise == call.token.enterprise
    ]
    if not served:
        raise ApiError("team_access_not_granted")
    return {"teams": [_described(call, each) for each in served], "response_metadata": {"next_cursor": ""}}


def _described(call: Invocation, team_id: str) -> Payload:
    return {"id": team_id, "name": call.host.teams[team_id].workspace.domain}
