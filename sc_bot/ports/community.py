"""Communities and their people, as the use cases need them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from sc_bot.domain.absences import Absence
from sc_bot.domain.community import Community, Institution, Person
from sc_bot.domain.covering import as_of
from sc_bot.domain.cycles import Archive
from sc_bot.domain.learning import Learned


@dataclass(frozen=True, slots=True)
class Place:
    """A community as stored: its configuration and its number, which changes with every change of it."""

    id: int
    workspace: str
    version: int
    community: Community
    channels: Mapping[str, str] = field(default_factory=dict)
    """The Slack id of each channel that the community file names."""
    absences: tuple[Absence, ...] = ()
    """Every absence that is known and not over, those to come too."""
    learned: Learned = Learned()  # noqa: RUF009 - a frozen value
    """What routing learned from corrections."""
    archived: Archive | None = None
    """Since when it is only read, if it is."""

    def at(self, now: datetime) -> "Place":
        """The place as of this moment: whoever is away now is covered, in everything that asks who answers."""
        community = as_of(self.community, self.absences, now)
        return self if community is self.community else replace(self, community=community)

    def institution_of_channel(self, channel: str | None) -> Institution | None:
        """The institution whose channel this is, by Slack id."""
        named = (each for each in self.community.institutions if each.channel)
        return next((each for each in named if channel and self.channels.get(each.channel or "") == channel), None)


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a community. `is_new`: seen for the first time, nobody has said where they work."""

    place: Place
    person: Person
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A person as stored. `placed`: somebody has said where they work."""

    person: Person
    active: bool
    placed: bool


class Communities(Protocol):
    """The communities of a workspace, with their people."""

    def create(self, workspace: str, community: Community, now: datetime) -> Place:
        """Store a community that did not exist; its people are saved one by one."""
        ...

    def get(self, community: int, *, to_change: bool = False) -> Place:
        """One community with those who hold an office in it; `to_change` lets nobody else change it meanwhile."""
        ...

    def in_workspace(self, workspace: str, *, steady: bool = False) -> Sequence[Place]:
        """Every active community of a workspace, oldest first; `steady`: none changes until this unit of work ends."""
        ...

    def workspaces(self) -> Sequence[str]:
        """Every workspace with an active community."""
        ...

    def members(self, workspace: str, slack_id: str, *, steady: bool = False) -> Sequence[Member]:
        """The places of one Slack user, active ones only, in one statement when the configuration is known.

        The one that they chose is the first, then those that are not archived, the oldest first. Of the target of an
        e-mail (`domain.addresses`): the one person whom it names.

        `steady`: the community does not change until this unit of work ends, so that what is decided by it still holds.
        """
        ...

    def workspace_for(self, team: str, slack_id: str) -> str:
        """The workspace that a request is for which tells of whoever acts only, a member of `team`.

        It is `team` if it has a community; else the only one that has one, or the only one that knows this user.
        """
        ...

    def choose(self, workspace: str, slack_id: str, community: int, now: datetime) -> None:
        """From now on this is where they are, when nothing else says which of their communities is meant."""
        ...

    def people(self, community: int, *, active_only: bool = True) -> Sequence[Person]:
        """Everyone of a community, in the order of its file."""
        ...

    def person(self, community: int, person: str) -> Person | None:
        """One person, active or not."""
        ...

    def welcome(self, place: Place, person: Person, now: datetime) -> None:
        """Add a newcomer who wrote to the bot."""
        ...

    def save_person(
        self, place: Place, person: Person, *, actor: str | None, now: datetime, position: int | None = None
    ) -> None:
        """Add or change a person; audited, and the community gets a new version."""
        ...

    def keep_habits(self, place: Place, person: Person, now: datetime) -> None:
        """Keep what a person chose for themselves (`Person.habits`); audited, and the community gets a new version."""
        ...

    def retire_person(self, place: Place, person: str, *, actor: str | None, now: datetime) -> None:
        """Deactivate a person; what they did stays."""
        ...

    def known(self, place: Place, slack_id: str) -> Known | None:
        """A Slack user in this community, active or not."""
        ...

    def learn_person(self, place: Place, person: Person) -> None:
        """Keep what Slack tells of somebody; no decision, so not audited."""
        ...

    def order_people(self, place: Place, order: Sequence[str]) -> None:
        """Keep people in this order."""
        ...

    def to_look_up(self, before: datetime, limit: int) -> Sequence[tuple[str, str]]:
        """Active people, as workspace and Slack id, whom nobody has asked Slack about since `before`."""
        ...

    def looked_up(self, workspace: str, slack_id: str, now: datetime) -> None:
        """Slack was asked about this user."""
        ...

    def file_of(self, place: Place) -> Community | None:
        """What the community file said when it was last read; None when it never was."""
        ...

    def keep_file(self, place: Place, community: Community) -> None:
        """Remember what the community file says."""
        ...

    def save_channels(self, place: Place, channels: Mapping[str, str]) -> None:
        """Remember the Slack ids of the community's channels."""
        ...

    def audit(
        self,
        place: Place,
        actor: str | None,
        subject: str,
        change: tuple[dict[str, Any] | None, dict[str, Any] | None],
        now: datetime,
    ) -> None:
        """Keep what was changed about the community, from what to what."""
        ...

    def save_settings(self, place: Place, community: Community, *, actor: str | None, now: datetime) -> None:
        """Change the configuration, people aside; audited."""
        ...
