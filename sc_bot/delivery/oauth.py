"""What the app asks Slack for: a token for a code, a new one for an old one, whom an organisation lets it into."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sc_bot.domain.slack_answers import Ok, SlackAnswer, SlackApi

MOST_PAGES = 20  # of a hundred workspaces each; the others become known when they first write


@dataclass(frozen=True, slots=True)
class OAuth:
    """The app itself, which proves who it is by its secret instead of a token."""

    api: SlackApi = field(repr=False)

    def exchange(self, code: str) -> SlackAnswer:
        """A token for the code that Slack gave to the browser; a code works once."""
        return self.api.call("oauth.v2.access", code=code)

    def renew(self, refresh: str) -> SlackAnswer:
        """A new token and what renews it next; what was given for it works no more."""
        return self.api.call("oauth.v2.access", grant_type="refresh_token", refresh_token=refresh)


def workspaces_let_into(api: SlackApi) -> Sequence[str]:
    """The workspaces that an organisation lets the bot into, as far as Slack says them."""
    found: list[str] = []
    cursor: dict[str, str] = {}
    for _ in range(MOST_PAGES):
        answer = api.call("auth.teams.list", limit=100, **cursor)
        if not isinstance(answer, Ok):
            break
        teams, more = answer.data.get("teams"), answer.data.get("response_metadata")
        found += [str(each["id"]) for each in teams] if isinstance(teams, list) else []
        following = more.get("next_cursor") if isinstance(more, dict) else ""
        if not following:
            break
        cursor = {"cursor": str(following)}
    return found
