"""A post office for the tests: the real tables, the real client, a strict Slack, and both clocks moved by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from sc_bot.delivery.worker import Worker
from sc_bot.domain.answers import Recorded
from sc_bot.domain.community import Community
from sc_bot.domain.notices import Posting, Welcome
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.model import Message
from sc_bot.ports import Delays
from sc_bot.slack import SlackClient
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.community import import_community
from sc_bot.usecases.problems.report import Report, report_problem
from storage.database import StoredDatabase
from storage.deliveries import StoredDeliveries
from storage.tables import outbox
from tests.house import THURSDAY, WORKER_PATIENCE, channel_ids, populate, region

IMPATIENT = 0.2  # seconds after which the client stops waiting for an answer
FANNY, BASTIEN, DELEGATE, FACILITATOR = "UHSFS1000", "UHSFMD000", "USC100000", "UFAC00000"


@dataclass
class Clock:
    """A time that stands still until it is moved."""

    now: datetime

    def __call__(self) -> datetime:
        """What it shows."""
        return self.now

    def forward(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by)


@dataclass
class Office:
    """What a delivery test needs."""

    slack: FakeSlack
    database: StoredDatabase
    worker: Worker
    community: Community
    real: Clock
    product: Clock
    requests: int = 0

    @property
    def workspace(self) -> str:
        """The one workspace."""
        return self.slack.workspace.team_id

    @property
    def deliveries(self) -> StoredDeliveries:
        """The worker's side of the outbox."""
        assert isinstance(self.worker.deliveries, StoredDeliveries)
        return self.worker.deliveries

    def post(self, to: str, *keys: str, due_at: datetime = THURSDAY) -> None:
        """Queue a message a key, all alike but for their key."""
        postings = [Posting(notice=Welcome(), to=to, key=key, due_at=due_at) for key in keys]
        with self.database.unit_of_work() as uow:
            uow.outbox.post(self.workspace, None, postings)

    def asked(self, slack_id: str) -> Asked:
        """A request of somebody's, each time another one."""
        self.requests += 1
        return Asked(workspace=self.workspace, slack_id=slack_id, request=f"r{self.requests}", now=THURSDAY)

    def report(self, text: str = "Le résumé de chimio arrive en retard", *, keep_out: bool = False) -> Recorded:
        """Fanny reports something to the hospital; the first words of the bot are sent at once."""
        report = Report(description=text, institution="HSF", keep_director_out=keep_out)
        answer = report_problem(self.database, self.asked(FANNY), report)
        assert isinstance(answer, Recorded)
        return answer

    def deliver(self) -> int:
        """Let the worker send what is due."""
        return self.worker.drain()

    def after(self, **by: float) -> int:
        """Let real time pass, then let the worker send what is due."""
        self.real.forward(**by)
        return self.deliver()

    def standing(self, slack_id: str) -> list[str]:
        """The keys of the messages that a person or a channel has, oldest first."""
        with self.database.engine.begin() as connection:
            keys = {row.nonce: row.key for row in connection.execute(select(outbox))}
        return [keys.get(nonce_of(each), "?") for each in self.messages(slack_id)]

    def messages(self, slack_id: str) -> list[Message]:
        """What stands in the conversation of a person, or in a channel."""
        own = {slack_id} if slack_id.startswith("C") else {self.slack.workspace.dm_with(slack_id).id}
        return [each for each in self.slack.messages if each.from_bot and each.channel in own]

    def states(self) -> dict[str, str]:
        """The state of each message by its key."""
        with self.database.engine.begin() as connection:
            return {row.key: row.state for row in connection.execute(select(outbox))}

    def change(self, problem: int) -> None:
        """Something of a problem changed, so that its cards are out of date."""
        with self.database.unit_of_work() as uow:
            uow.outbox.refresh(problem, THURSDAY)

    def retire(self, person: str) -> None:
        """Somebody leaves the community."""
        with self.database.unit_of_work() as uow:
            place = uow.communities.in_workspace(self.workspace)[0]
            uow.communities.retire_person(place, person, actor=None, now=THURSDAY)


def nonce_of(message: Message) -> str:
    """The random key in a message's metadata."""
    return str(((message.metadata or {}).get("event_payload") or {}).get("key"))


@contextmanager
def open_office(url: str) -> Iterator[Office]:
    """Open the office: the region is known, its people are in Slack, nothing is queued."""
    community, real, product = region(), Clock(datetime(2026, 11, 22, tzinfo=UTC)), Clock(THURSDAY)
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    with FakeSlack(pace=False) as slack:
        populate(slack, community)
        with database.unit_of_work() as uow:
            import_community(uow, slack.workspace.team_id, community, THURSDAY, channels=channel_ids(slack))
        client = SlackClient(slack.bot_token, slack.api_url, timeout=IMPATIENT)
        delays = Delays()
        worker = Worker(database, StoredDeliveries(database, delays), lambda _: client, delays, product, real_now=real)
        try:
            yield Office(slack, database, worker, community, real, product)
        finally:
            database.close()


def another(worker: Worker, **changes: object) -> Worker:
    """A second worker, with its own ways."""
    return replace(worker, **changes)  # type: ignore[arg-type] # the fields of Worker
