"""users.info, users.list, users.lookupByEmail."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sc_bot.playground.errors import ApiError
from sc_bot.playground.methods.paging import page
from sc_bot.playground.methods.registry import Invocation, web_method
from sc_bot.playground.model import Payload, Person


def profile(call: Invocation, person: Person) -> Payload:
    """A person as Slack describes them; the e-mail only with its scope, the locale only when asked for."""
    offset = datetime.now(ZoneInfo(person.tz)).utcoffset()
    about: Payload = {"real_name": person.name, "display_name": person.handle, "team": person.team_id}
    if person.email and "users:read.email" in call.token.scopes:
        about["email"] = person.email
    shown: Payload = {
        "id": person.id,
        "team_id": person.team_id,
        "name": person.handle,
        "real_name": person.name,
        "deleted": person.deactivated,
        "profile": about,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": 0,
    }
    if person.deactivated:
        return shown  # Slack leaves out everything else about someone who is gone
    shown |= {
        "tz": person.tz,
        "tz_label": person.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
    }
    shown |= {
        "is_admin": False,
        "is_owner": False,
        "is_restricted": person.guest,
        "is_ultra_restricted": False,
    }
    if person.team_id != call.host.workspace.team_id:
        shown["is_stranger"] = False
    if call.args.get("include_locale"):
        shown["locale"] = person.locale
    return shown


@web_method("users.info", "user!", "include_locale:bool", tier=4, scopes=("users:read",), json_body=False)
def users_info(call: Invocation) -> Payload:
    """Describe one person; someone of another workspace only if a shared channel brings them in sight."""
    workspace = call.host.workspace
    person = workspace.person(call.args["user"])
    if person.team_id != workspace.team_id and not workspace.shares_channel(person.id):
        raise ApiError("user_not_visible")
    return {"user": profile(call, person)}


@web_method(
    "users.list",
    "cursor",
    "include_locale:bool",
    "limit:int",
    "team_id",
    tier=2,
    scopes=("users:read",),
    json_body=False,
)
def users_list(call: Invocation) -> Payload:
    """List the members of the workspace, those who left included."""
    workspace = call.host.workspace
    own = [p for p in workspace.people.values() if p.team_id == workspace.team_id]
    return page("members", [profile(call, person) for person in own], call.args)


@web_method("users.lookupByEmail", "email!", tier=3, scopes=("users:read.email",), json_body=False)
def lookup_by_email(call: Invocation) -> Payload:
    """Find a present member by e-mail; nobody of another workspace."""
    wanted = call.args["email"].casefold()
    own = [each for each in call.host.workspace.people.values() if each.team_id == call.host.workspace.team_id]
    for person in own:
        if person.email and person.email.casefold() == wanted and not person.deactivated:
            return {"user": profile(call, person)}
    raise ApiError("users_not_found")
