"""What the use cases need from the outside, said as protocols; storage and the Slack client fulfil them."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from sc_bot.domain.answers import Answer
from sc_bot.domain.community import Community, Institution, Person
from sc_bot.domain.events import Event, Text, TextKind
from sc_bot.domain.notices import Notice, Posting
from sc_bot.domain.problems import Problem


class NotAvailable(Exception):
    """The database could not be reached in time; nothing was stored, and the same request may be sent again."""


@dataclass(frozen=True, slots=True)
class Place:
    """A community as stored: its configuration and its number, which changes with every change of it."""

    id: int
    workspace: str
    version: int
    community: Community
    channels: Mapping[str, str] = field(default_factory=dict)
    """The Slack id of each channel that the community file names."""

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


class Requests(Protocol):
    """Each request of Slack has its effect once."""

    def begin(self, workspace: str, request: str, now: datetime) -> bool:
        """Take this request; False when it was taken before (a twin under way is waited for)."""
        ...

    def finish(self, workspace: str, request: str, answer: Answer) -> None:
        """Keep the answer for a replay."""
        ...

    def answer(self, workspace: str, request: str) -> Answer | None:
        """The answer that was given; None when the first attempt is unknown."""
        ...


class Communities(Protocol):
    """The communities of a workspace, with their people."""

    def create(self, workspace: str, community: Community, now: datetime) -> Place:
        """Store a community that did not exist; its people are saved one by one."""
        ...

    def get(self, community: int, *, to_change: bool = False) -> Place:
        """One community with those who hold an office in it; `to_change` lets nobody else change it meanwhile."""
        ...

    def in_workspace(self, workspace: str) -> Sequence[Place]:
        """Every active community of a workspace, oldest first."""
        ...

    def workspaces(self) -> Sequence[str]:
        """Every workspace with an active community."""
        ...

    def members(self, workspace: str, slack_id: str) -> Sequence[Member]:
        """The places of one Slack user, active ones only, in one statement when the configuration is known."""
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

    def save_settings(self, place: Place, community: Community, *, actor: str | None, now: datetime) -> None:
        """Change the configuration, people aside; audited."""
        ...


class Problems(Protocol):
    """The problems of a workspace."""

    def add(self, problem: Problem, prefix: str) -> Problem:
        """Store a new problem; gives it its id and its reference."""
        ...

    def get(self, workspace: str, reference: str, *, to_change: bool = False) -> Problem | None:
        """By reference, any case; `to_change` locks it until the unit of work ends."""
        ...

    def by_id(self, problem: int) -> Problem:
        """By id."""
        ...

    def save(self, problem: Problem) -> None:
        """Store the problem as it is now."""
        ...

    def reported_by(self, place: Place, person: str, limit: int) -> Sequence[Problem]:
        """A person's own reports, newest first."""
        ...

    def open_in(self, place: Place, limit: int) -> Sequence[Problem]:
        """Open problems of a community, oldest first."""
        ...

    def give_reports(self, place: Place, giver: str, taker: str) -> None:
        """One person turned out to be another: the reports of the first are the second's."""
        ...

    def duplicates_of(self, problem: Problem) -> Sequence[Problem]:
        """The problems that go on under this one."""
        ...

    def open_at(self, place: Place, institution: str, limit: int) -> Sequence[Problem]:
        """Open problems that an institution has or owes an answer to, oldest first."""
        ...


class History(Protocol):
    """What happened, and the words that were written. Append-only."""

    def add(self, problem: Problem, event: Event) -> int:
        """Append a step; returns its id."""
        ...

    def write(self, problem: Problem, kind: TextKind, body: str, now: datetime) -> int:
        """Keep words; returns their id."""
        ...

    def event(self, event: int) -> Event:
        """One step."""
        ...

    def of(self, problem: int) -> Sequence[Event]:
        """Every step, oldest first."""
        ...

    def last(self, problem: int) -> Event:
        """The newest step."""
        ...

    def texts(self, problem: int) -> Sequence[Text]:
        """All words of a problem, oldest first."""
        ...

    def redact(self, text: int, body: str) -> None:
        """Replace words that identify somebody; the event that says so is the caller's."""
        ...


class Outbox(Protocol):
    """Messages to be sent, stored with the change that causes them."""

    def post(self, workspace: str, problem: int | None, postings: Sequence[Posting]) -> None:
        """Add messages; one whose key exists is already said."""
        ...

    def refresh(self, problem: int, due_at: datetime, *, said: bool = False) -> None:
        """Every surface of this problem is out of date; `said`: and every other message about it."""
        ...

    def find(self, workspace: str, channel: str, ts: str) -> tuple[Notice, int | None] | None:
        """Which message stands there, with its problem: to know what a person answers."""
        ...


class UnitOfWork(Protocol):
    """One transaction: leaving commits, raising rolls back. No network inside."""

    @property
    def requests(self) -> Requests:
        """Requests seen."""
        ...

    @property
    def communities(self) -> Communities:
        """Communities."""
        ...

    @property
    def problems(self) -> Problems:
        """Problems."""
        ...

    @property
    def history(self) -> History:
        """History."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Outbox."""
        ...


class Database(Protocol):
    """Opens units of work."""

    def unit_of_work(self) -> AbstractContextManager[UnitOfWork]:
        """For a change. Raises NotAvailable when the database does not answer in time."""
        ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """For what only reads."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One outbox row, claimed for sending.

    `ts` and `channel` are set once it stands in Slack. `nonce` is the random key in the message's metadata.
    `doubt` says that an earlier attempt may have landed. `holder` is the worker that claimed it; what another one
    says about it later is not heard.
    """

    id: int
    workspace: str
    to: str
    channel: str | None
    notice: Notice
    problem: int | None
    surface: bool
    ts: str | None
    nonce: str
    wanted: int
    attempts: int
    doubt: bool
    holder: str


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: blocks for the eye, and the same facts as text for screen readers and lock screens."""

    text: str
    blocks: list[dict[str, object]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delays:
    """Real time, in one value: tests pass short ones."""

    lease: timedelta = timedelta(minutes=1)
    """A worker that dies in the middle of a post lets go of its destination after this."""
    doubt: timedelta = timedelta(minutes=1)
    """How long to wait before looking whether a doubtful message landed."""
    pace: timedelta = timedelta(seconds=1)
    """Slack allows about one message a second a channel; changes of a card in that time are shown together."""
    look: timedelta = timedelta(milliseconds=500)
    """How often the worker looks by itself."""
    revive: timedelta = timedelta(minutes=1)
    """How often a workspace whose token did not work is asked whether it works again."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """A message that cannot be delivered, and why."""

    workspace: str
    to: str
    kind: str
    reason: str


EVERY_METHOD = "*"


class Deliveries(Protocol):
    """The worker's side of the outbox. Each call is a transaction of its own; times are real time."""

    def claim(self, holder: str, now: datetime, product_now: datetime) -> Envelope | None:
        """Lease one destination with something due; returns its first message, marked as being sent.

        What a worker left in the middle of a post comes back as a doubt, no sooner than `Delays.doubt` after its lease.
        """
        ...

    def opened(self, envelope: Envelope, channel: str) -> None:
        """The direct message channel of this destination is known."""
        ...

    def sent(self, envelope: Envelope, channel: str, ts: str, now: datetime, wait_until: datetime) -> None:
        """It stands in Slack; the destination is free again."""
        ...

    def posted_again(self, envelope: Envelope) -> None:
        """Count a message that may stand in Slack already and cannot be looked up."""
        ...

    def later(self, envelope: Envelope, wait_until: datetime, *, doubt: bool, reason: str) -> None:
        """Try again; order is kept, the whole destination waits."""
        ...

    def give_up(self, envelope: Envelope, reason: str) -> None:
        """A dead letter, kept and shown to the doctor."""
        ...

    def drop(self, envelope: Envelope) -> None:
        """Nothing is left to say."""
        ...

    def post_anew(self, envelope: Envelope) -> None:
        """What stood in Slack is gone: post it again."""
        ...

    def redirect(self, envelope: Envelope, to: str, reason: str) -> None:
        """The recipient cannot be reached: somebody else gets it."""
        ...

    def pause(self, workspace: str, method: str, until: datetime) -> None:
        """This method, or every one (`EVERY_METHOD`), rests in this workspace."""
        ...

    def stop(self, workspace: str, reason: str) -> None:
        """The token does not work: nothing is sent, nothing is lost."""
        ...

    def resume(self, workspace: str) -> None:
        """The token works again."""
        ...

    def stopped(self) -> dict[str, str]:
        """Workspaces whose sending is stopped, and why."""
        ...

    def stuck(self, limit: int = 100) -> Sequence[Stuck]:
        """Dead letters."""
        ...

    def counts(self) -> dict[str, int]:
        """How many messages are in each state."""
        ...
