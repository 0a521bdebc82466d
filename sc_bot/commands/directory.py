"""What Slack's own directory tells a command: which workspace a token is for, the ids of channels and of people."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sc_bot.app import slack_of
from sc_bot.commands.saying import stop
from sc_bot.delivery.outsiders import is_shared
from sc_bot.domain.slack_answers import Failed, Ok, RateLimited, SlackAnswer, SlackApi
from sc_bot.ports import Database
from sc_bot.settings import Settings
from sc_bot.slack import SlackClient

PAGE = 200  # channels; Slack recommends no more
PATIENT = 10  # times that a call is made again when Slack asks for a pause


class Directory:
    """The directory of the workspace that the token belongs to."""

    def __init__(self, api: SlackApi, sleep: Callable[[float], None] = time.sleep) -> None:
        self._api = api
        self._sleep = sleep

    def workspace(self) -> str:
        """The id of the workspace; the command ends when Slack does not accept the token."""
        answer = self._ask("auth.test")
        team = answer.text("team_id") if isinstance(answer, Ok) else None
        return team or stop(f"Slack does not say which workspace SLACK_BOT_TOKEN is for ({_why(answer)}).")

    def channels(self, names: Iterable[str]) -> dict[str, str]:
        """The id of each of these channels that the bot can see; a channel may be given by its id already."""
        wanted = set(names)
        found = {each: each for each in wanted if not each.startswith("#")}
        for kind in ("public_channel", "private_channel"):
            for channel in self._pages(kind):
                name = f"#{channel.get('name')}"
                if name in wanted:
                    found[name] = str(channel["id"])
        return found

    def shared(self, names: Iterable[str]) -> list[str]:
        """Those of these channels, by name or id, that people of another organisation read."""
        wanted = set(names)
        kinds = ("public_channel", "private_channel")
        known = ((each, {f"#{each.get('name')}", str(each["id"])}) for kind in kinds for each in self._pages(kind))
        return sorted(name for channel, called in known if is_shared(channel) for name in called & wanted)

    def people(self, emails: Iterable[str]) -> dict[str, str]:
        """The Slack id of each e-mail that a member has."""
        found = {}
        for email in emails:
            answer = self._ask("users.lookupByEmail", email=email)
            user = answer.data.get("user") if isinstance(answer, Ok) else None
            if isinstance(user, Mapping):
                found[email] = str(user["id"])
        return found

    def _pages(self, kind: str) -> Iterator[Mapping[str, Any]]:
        """Every channel of a kind; none when the token may not list it."""
        cursor: dict[str, str] = {}
        while True:
            answer = self._ask("conversations.list", types=kind, exclude_archived=True, limit=PAGE, **cursor)
            if not isinstance(answer, Ok):
                return
            channels, more = answer.data.get("channels"), answer.data.get("response_metadata")
            yield from channels if isinstance(channels, list) else []
            following = more.get("next_cursor") if isinstance(more, Mapping) else ""
            if not following:
                return
            cursor = {"cursor": str(following)}

    def _ask(self, method: str, **arguments: object) -> SlackAnswer:
        answer = self._api.call(method, **arguments)
        for _ in range(PATIENT):
            if not isinstance(answer, RateLimited):
                break
            self._sleep(answer.retry_after)
            answer = self._api.call(method, **arguments)
        return answer


def directory_of(settings: Settings) -> Directory | None:
    """The directory that the environment's token opens; None without a token."""
    token = settings.slack_bot_token
    return Directory(SlackClient(token.get_secret_value(), settings.slack_api_url)) if token else None


def directory_in(settings: Settings, database: Database, workspace: str) -> Directory | None:
    """The directory of one of several workspaces; None where the bot is not installed."""
    api = slack_of(settings, database)(workspace)
    return Directory(api) if api else None


def _why(answer: SlackAnswer) -> str:
    return answer.error if isinstance(answer, Failed) else "no answer"
