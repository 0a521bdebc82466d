"""Where a payload belongs: the workspace of the installation, and that of whoever acts, from what Slack signed."""

import pytest

from handlers.bot import Body
from handlers.origins import home_of, installed_in, team_of

HERE, THERE, APP = "T0HERE", "T0THERE", "A1"
PRESS: Body = {"api_app_id": APP, "team": {"id": THERE}, "user": {"id": "U1", "team_id": THERE}}
EVENT: Body = {"type": "event_callback", "team_id": THERE, "event": {"user": "U1", "team": THERE}}


@pytest.mark.parametrize(
    ("body", "installed", "home"),
    [
        (PRESS | {"message": {"app_id": APP, "team": HERE}}, HERE, THERE),
        (PRESS | {"message": {"app_id": "A2", "team": HERE}}, None, THERE),
        (PRESS | {"message": {"user": "U2", "team": HERE}}, None, THERE),
        (PRESS, None, THERE),
        (PRESS | {"view": {"app_installed_team_id": HERE, "team_id": THERE}}, HERE, THERE),
        (EVENT | {"authorizations": [{"team_id": HERE}]}, HERE, THERE),
        (EVENT | {"authorizations": [{"team_id": None}], "context_team_id": HERE}, HERE, THERE),
        (EVENT, THERE, THERE),
        (EVENT | {"event": {"user": "U1", "user_team": HERE, "team": THERE}}, THERE, HERE),
        (PRESS | {"is_enterprise_install": True}, None, None),
        ({"team_id": HERE, "user_id": "U1", "is_enterprise_install": "false"}, None, None),
    ],
)
def test_where_the_app_is_and_where_whoever_acts_is_from(body: Body, installed: str | None, home: str | None) -> None:
    """The bot's own message, the view and the authorizations say it; somebody else's message says nothing."""
    assert (installed_in(body), home_of(body)) == (installed, home)


def test_an_organisation_wide_installation_may_leave_the_team_out() -> None:
    """Then the user's own is all there is."""
    assert team_of({"team": None, "user": {"id": "U1", "team_id": HERE}}) == HERE
    assert team_of(PRESS) == THERE
