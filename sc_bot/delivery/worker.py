"""The worker: claims a destination, words its first message, sends it, and does what the answer asks for.

What it claims is leased, so a worker that dies lets go. A post whose outcome nobody knows is looked up in its
conversation, by the random key in its metadata, before it is sent again: in direct messages nothing is said twice.
Each line may be the last of this process; what is stored at that moment is always enough for the next one.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

import structlog

from sc_bot.delivery import calling, filing, taking_back
from sc_bot.delivery.homes import republish
from sc_bot.delivery.mailing import Postman
from sc_bot.delivery.outsiders import outsiders_read
from sc_bot.delivery.rendering import content
from sc_bot.delivery.settling import Settling
from sc_bot.domain.accesses import Screen
from sc_bot.domain.addresses import mailed
from sc_bot.domain.beats import SENDING, Heard, Went, nobody_listens
from sc_bot.domain.delivery_decisions import (
    GiveUp,
    Redirect,
    Sent,
    StopWorkspace,
)
from sc_bot.domain.notices import DOCUMENTS, HomeTab
from sc_bot.domain.slack_answers import Ok, SlackApi
from sc_bot.ports import (
    MAIL,
    Database,
    Delays,
    Deliveries,
    Document,
    Envelope,
    Mailer,
    Message,
    NotAvailable,
)

log = structlog.get_logger()
Clock = Callable[[], datetime]


def real_time() -> datetime:
    """Leases, doubts and pace stay on real time, whatever the product's clock shows."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Worker:
    """Sends what is due. Several may run, in one process or many."""

    database: Database
    deliveries: Deliveries
    slack: Callable[[str], SlackApi | None]
    delays: Delays
    product_now: Clock
    real_now: Clock = real_time
    mailer: Mailer | None = None
    """Takes what Slack cannot deliver; None: no mail server is set."""
    looks_up: bool = True
    """Off only to show, in a test, what looking up is for."""

    @property
    def _settling(self) -> Settling:
        has_mail = self.mailer is not None
        return Settling(self.database, self.deliveries, self.delays, self.product_now, self.real_now, has_mail)

    def run(self, stop: threading.Event, wake: threading.Event, heard: Heard = nobody_listens) -> None:
        """Look when woken by a commit, and every half second; `heard` is told after each look how it went."""
        revive_at = self.real_now()
        while not stop.is_set():
            went: Went = "failed"
            try:
                if self.real_now() >= revive_at:
                    revive_at = self.real_now() + self.delays.revive
                    self.revive()
                while not stop.is_set() and self.step():
                    heard(SENDING, "well")
                went = "well"
            except NotAvailable:
                log.warning("database_not_available")
            except Exception:
                log.exception("worker_failed")  # the next look goes on; the lease lets go
            heard(SENDING, went)
            wake.wait(self.delays.look.total_seconds())
            wake.clear()

    def drain(self) -> int:
        """Send everything that can be sent now; returns how many messages were handled."""
        handled = 0
        while self.step():
            handled += 1
        return handled

    def step(self) -> bool:
        """Handle one message; False when nothing is due."""
        now = self.real_now()
        envelope = self.deliveries.claim(uuid4().hex, now, self.product_now())
        if envelope is None:
            return False
        self._handle(envelope, now + self.delays.lease)
        return True

    def revive(self) -> None:
        """Ask whether the token of each stopped workspace works again; if it does, its messages go on."""
        for workspace in self.deliveries.stopped():
            api = self.slack(workspace)
            if api is not None and isinstance(api.call(calling.ASK), Ok):
                log.info("workspace_resumed", workspace=workspace)
                self.deliveries.resume(workspace)

    def _handle(self, envelope: Envelope, lease_ends: datetime) -> None:
        if mailed(envelope.to) is not None:
            self._mail(envelope)
            return
        api = self.slack(envelope.workspace)
        if api is None:
            self._settling.obey(envelope, calling.POST, StopWorkspace("no_token"))
            return
        if isinstance(envelope.notice, HomeTab):
            self._publish(api, envelope, envelope.notice)
            return
        if envelope.doubt and self._is_settled(api, envelope):
            return
        if self._is_kept_out(api, envelope):
            return
        if isinstance(envelope.notice, DOCUMENTS):
            lease_ends = self.real_now() + self.delays.file_lease
            if not self.deliveries.hold(envelope, lease_ends):
                return
        try:
            message = self._worded(envelope)
        except NotAvailable:
            raise
        except Exception:
            log.exception("message_not_worded", outbox=envelope.id)  # it must not hold up the others
            self._settling.give_up(envelope, "not_worded")
            return
        if isinstance(message, Document):
            with message.content:
                self._file(api, envelope, message, lease_ends)
        elif message is None:
            self._unsay(api, envelope)
        elif envelope.ts is not None:
            self._settling.settle(envelope, calling.EDIT, calling.edit(api, envelope, message))
        else:
            self._post(api, envelope, message, lease_ends)

    def _mail(self, envelope: Envelope) -> None:
        """By e-mail, without asking Slack for anything."""
        postman = Postman(self.database, self.deliveries, self.mailer, self.delays)
        decision = postman.take(envelope, self.product_now(), self.real_now())
        if decision is not None:
            self._settling.obey(envelope, MAIL, decision)

    def _is_kept_out(self, api: SlackApi, envelope: Envelope) -> bool:
        """What outsiders would read is taken away, or goes elsewhere; True when nothing more is to be done for now."""
        answer = outsiders_read(self.database, api, envelope)
        if isinstance(answer, Redirect):
            if envelope.ts is not None:
                self._unsay(api, envelope)
            else:
                self._settling.obey(envelope, calling.DESCRIBE, answer)
        elif answer is not None:
            self._settling.settle(envelope, calling.DESCRIBE, answer)
        return answer is not None

    def _publish(self, api: SlackApi, envelope: Envelope, notice: HomeTab) -> None:
        """A Home shows the newest version; it may be published twice, so nothing about it is ever in doubt."""
        answer = republish(self.database, api, envelope.workspace, notice.person, self.product_now())
        if answer is None:
            self.deliveries.drop(envelope)
        else:
            self._settling.settle(envelope, calling.PUBLISH, answer)

    def _worded(self, envelope: Envelope) -> Message | Document | None:
        """A file may take long to read, and shows one moment."""
        reading = self.database.whole if isinstance(envelope.notice, DOCUMENTS) else self.database.reading
        with reading() as uow:
            uow.accesses.screen = Screen.MESSAGE
            return content(uow, envelope, self.product_now())

    def _unsay(self, api: SlackApi, envelope: Envelope) -> None:
        """Nothing is left to say to this reader; what stands there is not theirs to read any more."""
        for method, answer in taking_back.take_back(api, envelope):
            if not taking_back.is_gone(answer):
                self._settling.settle(envelope, method, answer)
                return
        self.deliveries.drop(envelope)

    def _post(self, api: SlackApi, envelope: Envelope, message: Message, lease_ends: datetime) -> None:
        channel = self._conversation(api, envelope)
        if channel is not None and self.real_now() < lease_ends:  # else it is another worker's by now
            self._settling.settle(envelope, calling.POST, calling.post(api, envelope, channel, message))

    def _file(self, api: SlackApi, envelope: Envelope, document: Document, lease_ends: datetime) -> None:
        """Send a file; where Slack takes none, something is said in its place."""
        channel = self._conversation(api, envelope)
        if channel is None:
            return

        def uploaded(file: str) -> bool:
            self.deliveries.uploaded(envelope, file)
            return self.real_now() < lease_ends  # else it is another worker's by now

        step = filing.send(api, channel, document, uploaded) if self.real_now() < lease_ends else None
        if step is None:
            return
        method, answer = step
        why = filing.refusal(answer)
        if why is None:
            self._settling.settle(replace(envelope, channel=channel), method, answer)
        else:
            self._settling.obey(envelope, method, GiveUp(why))

    def _conversation(self, api: SlackApi, envelope: Envelope) -> str | None:
        """The channel to post to; a direct message is opened first, so that it can be looked up later."""
        if envelope.channel is not None:
            return envelope.channel
        if not calling.is_person(envelope.to):
            return envelope.to
        answer = calling.open_conversation(api, envelope.to)
        if not isinstance(answer, Ok):
            self._settling.settle(envelope, calling.OPEN, answer)
            return None
        opened = calling.opened_channel(answer)
        self.deliveries.opened(envelope, opened)
        return opened

    def _is_settled(self, api: SlackApi, envelope: Envelope) -> bool:
        """Look whether a doubtful post landed; True when there is nothing more to do for now.

        Channel history is not ours to read (no such scope), so a doubtful headline is posted again, and counted.
        """
        if not calling.is_person(envelope.to) or not self.looks_up:
            self.deliveries.posted_again(envelope)
            return False
        if envelope.channel is None:
            return False  # never opened, so never posted
        answer = calling.look(api, envelope.channel)
        if not isinstance(answer, Ok):
            self._settling.settle(envelope, calling.LOOK, answer)
            return True
        ts = calling.found(answer, envelope)
        if ts is not None:
            self._settling.obey(envelope, calling.LOOK, Sent(ts, envelope.channel))
        return ts is not None
