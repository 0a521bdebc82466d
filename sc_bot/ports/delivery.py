"""The outbox, seen from the use cases and from the worker."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import BinaryIO, Protocol

from sc_bot.domain.notices import Notice, Posting


class Outbox(Protocol):
    """Messages to be sent, stored with the change that causes them."""

    def post(self, workspace: str, problem: int | None, postings: Sequence[Posting]) -> None:
        """Add messages; one whose key exists is already said."""
        ...

    def is_said(self, workspace: str, key: str) -> bool:
        """Whether a message of this key no longer waits: what is added to it now is not in it."""
        ...

    def keys_behind(self, workspace: str, to: str, number: int, now: datetime) -> Sequence[str]:
        """The keys of the messages that wait behind this one for the same reader, and are due."""
        ...

    def refresh(self, problem: int, due_at: datetime, *, said: bool = False) -> None:
        """Every surface of this problem is out of date; `said`: and every other message that may hold its words."""
        ...

    def show_anew(self, workspace: str, key: str, due_at: datetime) -> None:
        """The surface of this key is out of date, if it stands or waits."""
        ...

    def show_all_anew(self, workspace: str, beginning: str, due_at: datetime, to: str | None = None) -> None:
        """The surfaces of no problem whose keys begin so are out of date, as `show_anew`; `to`: those of one reader."""
        ...

    def show_agendas_anew(self, problem: int, due_at: datetime) -> None:
        """What stands of meetings on whose agenda a problem is, until their minutes are approved, is out of date."""
        ...

    def unseen(self, workspace: str, problem: int, to: str) -> bool:
        """Whether a message about this problem still waits to be posted to somebody."""
        ...

    def card_of(self, workspace: str, problem: int, to: str) -> tuple[str, str] | None:
        """Where somebody's newest card of a problem stands, as channel and ts."""
        ...

    def find(self, workspace: str, channel: str, ts: str) -> tuple[Notice, int | None] | None:
        """Which message stands there, with its problem: to know what a person answers."""
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
    file: str | None = None
    """Slack's id of the file that an earlier attempt may have shared: a file carries no metadata, this is its key."""
    posted_again: int = 0
    """How often it was sent once more without anybody knowing whether it had arrived."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: blocks for the eye, and the same facts as text for screen readers and lock screens."""

    text: str
    blocks: list[dict[str, object]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that is sent, and the words that stand above it.

    `content` is open at its beginning, `length` bytes long, and gone when it is closed. `alt` describes a picture; only
    a picture: with it Slack takes any other file and shows it nowhere.
    """

    name: str
    title: str
    comment: str
    content: BinaryIO
    length: int
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delays:
    """Real time, in one value: tests pass short ones."""

    lease: timedelta = timedelta(minutes=1)
    """A worker that dies in the middle of a post lets go of its destination after this."""
    file_lease: timedelta = timedelta(minutes=10)
    """The same for a file: a workbook of a big community takes a while to write and to send."""
    doubt: timedelta = timedelta(minutes=1)
    """How long to wait before looking whether a doubtful message landed."""
    pace: timedelta = timedelta(seconds=1)
    """Slack allows about one message a second a channel; changes of a card in that time are shown together."""
    mail_lease: timedelta = timedelta(minutes=2)
    """The same for an e-mail: a slow server may take ten seconds for each of its answers."""
    mail_pace: timedelta = timedelta(seconds=1)
    """One e-mail a second a workspace: no server takes the bot for a flood."""
    mail_rest: timedelta = timedelta(minutes=1)
    """How long every e-mail waits when the mail server does not answer, or does not let us in."""
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
    due_at: datetime


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

    def hold(self, envelope: Envelope, until: datetime) -> bool:
        """Keep the destination for longer; False when it is another worker's by now."""
        ...

    def uploaded(self, envelope: Envelope, file: str) -> None:
        """Slack has the bytes of a file under this id; said before it is shared, so that it can be found afterwards."""
        ...

    def replace(self, envelope: Envelope, notice: Notice) -> None:
        """Something else is said in its place, next."""
        ...

    def sent(self, envelope: Envelope, channel: str, ts: str, now: datetime, wait_until: datetime) -> None:
        """It stands in Slack; the destination is free again."""
        ...

    def posted_again(self, envelope: Envelope) -> None:
        """Count a message that may stand in Slack already and cannot be looked up."""
        ...

    def later(
        self, envelope: Envelope, wait_until: datetime, *, doubt: bool, reason: str, is_attempt: bool = True
    ) -> None:
        """Try again; order is kept, the whole destination waits. `is_attempt`: it says something about the message."""
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

    def stuck(self, limit: int = 100, workspace: str | None = None) -> Sequence[Stuck]:
        """Dead letters, of one workspace or of all; the newest first."""
        ...

    def try_again(self, workspace: str | None = None) -> int:
        """Queue every dead letter again: for whoever mended what kept them; returns how many."""
        ...

    def counts(self) -> dict[str, int]:
        """How many messages are in each state."""
        ...
