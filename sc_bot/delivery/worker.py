"""The worker: claims a destination, words its first message, sends it, and does what the answer asks for.

What it claims is leased, so a worker that dies lets go. A post whose outcome nobody knows is looked up in its
conversation, by the random key in its metadata, before it is sent again: in direct messages nothing is said twice.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import structlog

from sc_bot.delivery.redirecting import who_else
from sc_bot.delivery.rendering import content
from sc_bot.domain.delivery_decisions import (
    Decision,
    Doubt,
    GiveUp,
    NewSurface,
    Redirect,
    RetryAt,
    Scope,
    Sent,
    StopWorkspace,
    decide,
)
from sc_bot.domain.slack_answers import Failed, Ok, SlackAnswer, SlackApi
from sc_bot.ports import Database, Delays, Deliveries, Envelope, Message, NotAvailable

EVENT_TYPE = "sc_bot_message"
LOOKED_AT = 100  # messages of a conversation that are searched for a doubtful one

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
    looks_up: bool = True
    """Off only to show, in a test, what looking up is for."""
    name: str = ""

    def drain(self) -> int:
        """Send everything that can be sent now; returns how many messages were handled."""
        handled = 0
        while self.step():
            handled += 1
        return handled

    def step(self) -> bool:
        """Handle one message; False when nothing is due."""
        envelope = self.deliveries.claim(self.name or _anybody(), self.real_now(), self.product_now())
        if envelope is None:
            return False
        self._handle(envelope)
        return True

    def run(self, stop: threading.Event, wake: threading.Event) -> None:
        """Look when woken by a commit, and every half second."""
        while not stop.is_set():
            try:
                self.drain()
            except NotAvailable:
                log.warning("database_not_available", worker=self.name)
            except Exception:
                log.exception("worker_failed", worker=self.name)  # the next look goes on; the lease lets go
            wake.wait(self.delays.look.total_seconds())
            wake.clear()

    def _handle(self, envelope: Envelope) -> None:
        api = self.slack(envelope.workspace)
        if api is None:
            self.deliveries.stop(envelope.workspace, "no_token")
            self._again(envelope, 0.0, reason="no_token")
            return
        paused = self.deliveries.paused_until(envelope.workspace, _method(envelope))
        if paused is not None and paused > self.real_now():
            self.deliveries.later(envelope, paused, doubt=envelope.doubt, reason="rate_limited")
            return
        if envelope.doubt and envelope.ts is None and self._resolved(api, envelope):
            return
        message = self._worded(envelope)
        if message is not None:
            answer = self._send(api, envelope, message)
            if answer is not None:
                self._obey(envelope, decide(answer, attempts=envelope.attempts + 1, is_post=envelope.ts is None))

    def _worded(self, envelope: Envelope) -> Message | None:
        try:
            with self.database.reading() as uow:
                message = content(uow, envelope)
        except NotAvailable:
            raise
        except Exception:
            log.exception("message_not_worded", outbox=envelope.id, kind=type(envelope.notice).__name__)
            self.deliveries.give_up(envelope, "not_worded")
            return None
        if message is None:
            self.deliveries.drop(envelope)
        return message

    def _send(self, api: SlackApi, envelope: Envelope, message: Message) -> SlackAnswer | None:
        body: dict[str, object] = {"text": message.text, "blocks": message.blocks}
        if envelope.ts is not None and envelope.channel is not None:
            return api.call("chat.update", channel=envelope.channel, ts=envelope.ts, **body)
        channel = self._conversation(api, envelope)
        if channel is None:
            return None
        key = {"event_type": EVENT_TYPE, "event_payload": {"key": envelope.nonce}}
        quiet = {"unfurl_links": False, "unfurl_media": False}
        return api.call("chat.postMessage", channel=channel, metadata=key, **quiet, **body)

    def _conversation(self, api: SlackApi, envelope: Envelope) -> str | None:
        """The channel to post to; a direct message is opened first, so that it can be looked up later."""
        if envelope.channel is not None:
            return envelope.channel
        if not is_person(envelope.to):
            return envelope.to
        answer = api.call("conversations.open", users=envelope.to)
        if not isinstance(answer, Ok):
            self._obey(envelope, decide(answer, attempts=envelope.attempts + 1, is_post=False))
            return None
        channel = answer.data["channel"]
        opened = str(channel["id"]) if isinstance(channel, dict) else str(channel)
        self.deliveries.opened(envelope, opened)
        return opened

    def _resolved(self, api: SlackApi, envelope: Envelope) -> bool:
        """Look whether a doubtful post landed; True when the envelope is dealt with.

        Channel history is not ours to read (no such scope), so a doubtful headline is simply posted again.
        """
        if not self.looks_up or not is_person(envelope.to) or envelope.channel is None:
            return False
        answer = api.call("conversations.history", channel=envelope.channel, limit=LOOKED_AT, include_all_metadata=True)
        if not isinstance(answer, Ok):
            self._after_failed_look(envelope, answer)
            return True
        ts = _find(answer, envelope.nonce)
        if ts is not None:
            self._obey(envelope, Sent(ts, envelope.channel))
        return ts is not None

    def _after_failed_look(self, envelope: Envelope, answer: SlackAnswer) -> None:
        decision = decide(answer, attempts=envelope.attempts + 1, is_post=False)
        if isinstance(decision, RetryAt | StopWorkspace) or isinstance(answer, Failed):
            wait = decision.wait if isinstance(decision, RetryAt) else self.delays.doubt.total_seconds()
            if isinstance(decision, StopWorkspace):
                self.deliveries.stop(envelope.workspace, decision.reason)
            self._again(envelope, wait, reason="look_up_failed", doubt=True)
            return
        self._obey(envelope, decision)

    def _obey(self, envelope: Envelope, decision: Decision) -> None:
        match decision:
            case Sent(ts=ts, channel=channel):
                now = self.real_now()
                where = channel or envelope.channel or envelope.to
                self.deliveries.sent(envelope, where, ts or envelope.ts or "", now, now + self.delays.pace)
            case RetryAt(wait=wait, scope=scope):
                if scope is Scope.METHOD:
                    until = self.real_now() + timedelta(seconds=wait)
                    self.deliveries.pause(envelope.workspace, _method(envelope), until)
                self._again(envelope, wait, reason="try_again")
            case Doubt(why=why):
                self._again(envelope, self.delays.doubt.total_seconds(), reason=why, doubt=True)
            case GiveUp(reason=reason):
                log.error("message_given_up", outbox=envelope.id, reason=reason)
                self.deliveries.give_up(envelope, reason)
            case StopWorkspace(reason=reason):
                self.deliveries.stop(envelope.workspace, reason)
                self._again(envelope, 0.0, reason=reason)
            case NewSurface():
                self.deliveries.post_anew(envelope)
            case Redirect(reason=reason):
                self._redirect(envelope, reason)

    def _redirect(self, envelope: Envelope, reason: str) -> None:
        with self.database.unit_of_work() as uow:
            other = who_else(uow, envelope, reason, self.product_now())
        if other is None:
            self.deliveries.give_up(envelope, reason)
        else:
            self.deliveries.redirect(envelope, other, reason)

    def _again(self, envelope: Envelope, wait: float, *, reason: str, doubt: bool = False) -> None:
        until = self.real_now() + timedelta(seconds=wait)
        self.deliveries.later(envelope, until, doubt=doubt, reason=reason)


def is_person(target: str) -> bool:
    """Whether a destination is a person, by the first letter of Slack's ids."""
    return target[:1] in ("U", "W")


def _method(envelope: Envelope) -> str:
    return "chat.postMessage" if envelope.ts is None else "chat.update"


def _find(answer: Ok, nonce: str) -> str | None:
    messages = answer.data.get("messages")
    for each in messages if isinstance(messages, list) else []:
        payload = (each.get("metadata") or {}).get("event_payload") or {}
        if payload.get("key") == nonce:
            return str(each["ts"])
    return None


def _anybody() -> str:
    return uuid4().hex
