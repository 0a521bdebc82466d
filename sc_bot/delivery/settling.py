"""Does what an answer asks for: the message is sent, waits, is in doubt, is given up, goes to somebody else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from sc_bot.delivery import calling
from sc_bot.delivery.redirecting import Unreached, who_else
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
from sc_bot.domain.notices import TakenBack, in_place_of
from sc_bot.domain.slack_answers import SlackAnswer
from sc_bot.ports import Database, Delays, Deliveries, Envelope

SHOWN_TWICE = (calling.POST, calling.LOOK, calling.SHARE)
"""Calls after which, as long as the outcome is unknown, the message is in doubt; the others may be repeated."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Settling:
    """Obeys decisions; several workers may, each about what it has leased."""

    database: Database
    deliveries: Deliveries
    delays: Delays
    product_now: Callable[[], datetime]
    real_now: Callable[[], datetime]
    has_mail: bool
    """Whether somebody whom Slack does not reach can be written to."""

    def settle(self, envelope: Envelope, method: str, answer: SlackAnswer) -> None:
        """Decide about an answer, then obey."""
        decision = decide(answer, attempts=envelope.attempts + 1, is_post=method in SHOWN_TWICE)
        self.obey(envelope, method, decision)

    def obey(self, envelope: Envelope, method: str, decision: Decision) -> None:
        """Do it: to the message, to its conversation, to the method, to the workspace."""
        now = self.real_now()
        match decision:
            case Sent(ts=ts, channel=channel):
                where = channel or envelope.channel or envelope.to
                self.deliveries.sent(envelope, where, ts or envelope.ts or "", now, now + self.delays.pace)
            case RetryAt(wait=wait, scope=scope):
                until = now + timedelta(seconds=wait)
                rests = self._rest(envelope.workspace, method, scope, until)
                again = now if rests else until
                counts = scope is not Scope.METHOD  # "too many requests" says nothing about this one
                self.deliveries.later(envelope, again, doubt=envelope.doubt, reason="try_again", is_attempt=counts)
            case Doubt(why=why):
                self.deliveries.later(envelope, now + self.delays.doubt, doubt=True, reason=why)
            case GiveUp(reason=reason):
                log.error("message_given_up", outbox=envelope.id, reason=reason)
                self.give_up(envelope, reason)
            case StopWorkspace(reason=reason):
                log.error("workspace_stopped", workspace=envelope.workspace, reason=reason)
                self.deliveries.stop(envelope.workspace, reason)
                self.deliveries.later(envelope, now, doubt=envelope.doubt, reason=reason)
            case NewSurface():
                self.deliveries.post_anew(envelope)
            case Redirect(reason=reason):
                self._redirect(envelope, reason)

    def give_up(self, envelope: Envelope, reason: str) -> None:
        """A dead letter; whoever waits for it is told."""
        instead = in_place_of(envelope.notice, reason)
        if instead is None:
            self.deliveries.give_up(envelope, reason)
        else:
            self.deliveries.replace(envelope, instead)

    def _rest(self, workspace: str, method: str, scope: Scope, until: datetime) -> bool:
        """Rest what Slack wants rested; True if that is more than this conversation."""
        if scope is Scope.METHOD:
            self.deliveries.pause(workspace, method, until)
        elif scope is Scope.WORKSPACE:
            self.deliveries.pause(workspace, calling.EVERYTHING, until)
        return scope in (Scope.METHOD, Scope.WORKSPACE)

    def _redirect(self, envelope: Envelope, reason: str) -> None:
        if isinstance(envelope.notice, TakenBack):  # nobody else gets what is taken back
            self.deliveries.give_up(envelope, reason)
            return
        with self.database.unit_of_work() as uow:
            case = Unreached(envelope, reason, has_mail=self.has_mail, now=self.product_now())
            other = who_else(uow, case)
        if other is None:
            self.deliveries.give_up(envelope, reason)
        else:
            self.deliveries.redirect(envelope, other, reason)
