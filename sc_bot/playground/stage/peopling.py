"""The workspace of a community, peopled from its file, and what appears there."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from itertools import chain

from sc_bot.domain.answerable import facilitators
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.meetings import members as who_sits
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.inputs import elements_of
from sc_bot.playground.model import Message, Payload


def populate(slack: FakeSlack, community: Community) -> None:
    """Put a community's people into the workspace, and its channels, with those whom they concern and the bot."""
    known = [each for each in community.people if each.slack_id]
    for person in known:
        locale = "fr-CA" if person.language == "fr" else "en-CA"
        slack.add_person(person.slack_id or "", person.name, locale=locale, tz=community.timezone_of(person))
    for name, members in sorted(_channels(community).items()):
        here = [each.slack_id or "" for each in known if each in members]
        slack.add_channel(name, channel_id=channel_id(name), members=[*here, slack.bot.id])


def _channels(community: Community) -> dict[str, list[Person]]:
    """Who is in which channel: an institution's people in its own, the facilitator in each, all where lessons go."""
    heads, settings = list(facilitators(community)), community.settings
    rooms = {
        each.channel: [*(p for p in community.people if p.institution == each.id), *heads]
        for each in community.institutions
        if each.channel
    }
    rooms |= {each.channel: [*who_sits(community, each), *heads] for each in community.committees if each.channel}
    if settings.triage_channel:
        rooms[settings.triage_channel] = [*heads, *community.having(Role.SUPPORT_COMMITTEE)]
    if settings.lessons_channel:
        rooms[settings.lessons_channel] = list(community.people)
    return rooms


def channel_id(name: str) -> str:
    """The same each time, whatever other channels there are: a kept database knows its channels by their ids."""
    return f"C0{sha256(name.encode()).hexdigest()[:9].upper()}"


def channel_ids(slack: FakeSlack) -> dict[str, str]:
    """The id of each channel by its name, as a community file writes it."""
    return {f"#{each.name}": each.id for each in slack.workspace.channels.values() if each.kind != "im"}


@dataclass(frozen=True)
class Appeared:
    """A message that is new on somebody's screen, or that has changed.

    `where` is a person's or a channel's name; `reader` is that person's Slack id, empty for a channel.
    """

    message: Message
    where: str
    reader: str
    language: str
    is_new: bool
    is_private: bool

    @property
    def lines(self) -> list[str]:
        """What the eye reads; a hidden author's card shows more than its notification says."""
        return [line for block in self.message.blocks for line in _lines(block)] or [self.message.text]

    @property
    def labels(self) -> list[str]:
        """What can be pressed, as its reader sees it."""
        return [label for block in self.message.blocks for each in elements_of(block) for label in _labels(each)]


class Watcher:
    """Notices what the bot posts and edits."""

    def __init__(self, slack: FakeSlack) -> None:
        self._slack = slack
        self._seen: dict[tuple[str, str, str | None], int] = {}

    def look(self) -> Iterator[Appeared]:
        """What appeared since the last look, oldest first."""
        with self._slack.host.journal.lock:
            standing = chain(self._slack.messages, self._slack.workspace.ephemerals)
            posted = [each.snapshot() for each in standing if each.from_bot or each.ephemeral_to]
        for message in sorted(posted, key=lambda each: each.edited_ts or each.ts):
            key = (message.channel, message.ts, message.ephemeral_to)
            before, self._seen[key] = self._seen.get(key), message.edited
            if before != message.edited:
                yield self._appeared(message, is_new=before is None)

    def _appeared(self, message: Message, *, is_new: bool) -> Appeared:
        workspace = self._slack.workspace
        channel = workspace.channels[message.channel]
        reader = message.ephemeral_to or next((each for each in channel.members if each != workspace.bot.id), None)
        if channel.kind != "im" and message.ephemeral_to is None:
            return Appeared(message, f"#{channel.name}", "", "", is_new, is_private=False)
        person = workspace.people[reader or ""]
        language = "français" if person.locale.startswith("fr") else "English"
        private = message.ephemeral_to is not None
        return Appeared(message, person.name, person.id, language, is_new, is_private=private)


def _lines(block: Payload) -> list[str]:
    texts = [block["text"]] if block["type"] == "section" else block["elements"] if block["type"] == "context" else []
    return [unescape(each["text"]).replace("*", "") if each["type"] == "mrkdwn" else each["text"] for each in texts]


def _labels(element: Payload) -> list[str]:
    if element["type"] == "overflow":
        return [f"⋯ {option['text']['text']}" for option in element["options"]]
    return [element["text"]["text"]] if isinstance(element.get("text"), dict) else []
