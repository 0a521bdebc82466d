"""Outbox rows that go by e-mail: worded as for Slack, reduced to what an e-mail may hold, handed to the mail server.

A letter is news, once: what is edited in Slack is not sent again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from sc_bot.delivery.redirecting import tell_unreached
from sc_bot.delivery.rendering import content
from sc_bot.domain import common_notices as common
from sc_bot.domain.addresses import mailed, reads_only
from sc_bot.domain.answerable import answering, facilitates, facilitators
from sc_bot.domain.community import Person
from sc_bot.domain.covering import acting
from sc_bot.domain.delivery_decisions import Decision, GiveUp, Sent
from sc_bot.domain.mail_answers import OF_THE_SERVER, NobodyKnows, Taken, decide_mail
from sc_bot.domain.notices import (
    DOCUMENTS,
    AskHome,
    Covering,
    DecisionCard,
    Digest,
    DirectorCard,
    MorningList,
    OfferReport,
    Relieved,
    SorryNote,
    TakenBack,
    ToldToo,
    Unplaced,
    Welcome,
)
from sc_bot.domain.problems import Problem
from sc_bot.domain.unreached import Mail
from sc_bot.domain.visibility import is_confidential
from sc_bot.ports import (
    MAIL,
    Database,
    Delays,
    Deliveries,
    Envelope,
    Letter,
    Mailer,
    Message,
    NotAvailable,
    Place,
    UnitOfWork,
)
from sc_bot.presentation import mails
from sc_bot.presentation.words import Words
from sc_bot.usecases.showing import public_view, reader_of

log = structlog.get_logger()

OF_NO_PROBLEM = (
    Welcome, AskHome, Relieved, Unplaced, OfferReport, SorryNote, Covering, common.PulseInvitation,
    common.CycleReview, common.EndsSoon, common.NoDirector,
    common.ErasureEnded,
)  # fmt: skip
"""What names no problem, or nothing of one but its reference: it may stand in an e-mail as it is."""
DISCREET = (Digest, MorningList, DecisionCard, common.AgendaCard, common.MinutesCard, common.MinutesDraft)
"""What is worded for an e-mail, line by line, by `Discretion`."""


@dataclass(frozen=True, slots=True)
class Postman:
    """Takes what goes by e-mail; without a mailer it says that nothing is set up."""

    database: Database
    deliveries: Deliveries
    mailer: Mailer | None
    delays: Delays

    def take(self, envelope: Envelope, product_now: datetime, real_now: datetime) -> Decision | None:
        """What to do with the row now; None when there is nothing left to say, or it is another worker's by now.

        The facilitator is told of what is given up.
        """
        try:
            decision = self._take(envelope, product_now, real_now)
        except NotAvailable:
            raise
        except Exception:
            log.exception("message_not_worded", outbox=envelope.id)  # it must not hold up the others
            return GiveUp("not_worded")
        if isinstance(decision, GiveUp):
            with self.database.unit_of_work() as uow:
                tell_unreached(uow, envelope, Mail(decision.reason), product_now)
        return decision

    def _take(self, envelope: Envelope, product_now: datetime, real_now: datetime) -> Decision | None:
        if isinstance(envelope.notice, TakenBack):  # a letter cannot be; that it was sent is forgotten
            self.deliveries.drop(envelope)
            return None
        if envelope.ts is not None:
            return Sent(ts=envelope.ts, channel=None)
        if isinstance(envelope.notice, DOCUMENTS):
            return GiveUp(Mail.NO_FILE.value)
        if self.mailer is None:
            return GiveUp(Mail.NOT_SET_UP.value)
        with self.database.reading() as uow:
            letter = letter_of(uow, envelope, product_now, real_now)
        if letter is None:
            self.deliveries.drop(envelope)
            return None
        if not letter.to:
            return GiveUp(Mail.NO_ADDRESS.value)
        return self._send(self.mailer, envelope, letter, real_now)

    def _send(self, mailer: Mailer, envelope: Envelope, letter: Letter, now: datetime) -> Decision | None:
        if not self.deliveries.hold(envelope, now + self.delays.mail_lease):
            return None
        answer = mailer.send(letter)
        again = int(envelope.doubt and isinstance(answer, Taken | NobodyKnows))
        if again:
            self.deliveries.posted_again(envelope)
        if isinstance(answer, OF_THE_SERVER):
            log.warning("mail_server", answer=type(answer).__name__, why=answer.why)
        rest = self.delays.mail_rest if isinstance(answer, OF_THE_SERVER) else self.delays.mail_pace
        self.deliveries.pause(envelope.workspace, MAIL, now + rest)
        doubts = envelope.posted_again + again + 1
        name = mailer.message_id(letter)
        return decide_mail(answer, attempts=envelope.attempts + 1, doubts=doubts, message_id=name)


def letter_of(uow: UnitOfWork, envelope: Envelope, product_now: datetime, real_now: datetime) -> Letter | None:
    """The letter, as its reader may read it now; without an address if none is known. None: nothing is left to say."""
    said = content(uow, envelope, product_now)
    found = addressee(uow, envelope.to, product_now)
    if not isinstance(said, Message) or found is None:
        return None
    place, person = found
    words = Words.of(reader_of(place, person))
    lines = _lines(uow, place, person, envelope, said)
    link = f"https://app.slack.com/client/{envelope.workspace}"
    how = mails.Answering(
        link,
        next(iter(facilitators(place.community)), None),
        place.community.settings.name,
        _stands_in(place, person),
    )
    subject, body = mails.letter(words, lines, how)
    return Letter(
        to=person.email or "",
        subject=subject,
        body=body,
        language=person.reads.value,
        key=envelope.nonce,
        at=real_now,
    )


def _stands_in(place: Place, person: Person) -> Person | None:
    """Who acts in Slack for a director who is not there; nobody where that is the facilitator, who is named anyway."""
    if not reads_only(person):
        return None
    there = acting(place.community, person)
    return there if there is not None and not facilitates(there, place.community) else None


def addressee(uow: UnitOfWork, target: str, now: datetime) -> tuple[Place, Person] | None:
    """Whom an e-mail is for, active or not, and in which community."""
    community, key = mailed(target) or (0, "")
    person = uow.communities.person(community, key) if community else None
    return (uow.communities.get(community).at(now), person) if person is not None else None


def _lines(uow: UnitOfWork, place: Place, person: Person, envelope: Envelope, said: Message) -> list[str]:
    """What of the message may stand in an e-mail."""
    words, lines = Words.of(reader_of(place, person)), mails.lines_of(said)
    if isinstance(envelope.notice, OF_NO_PROBLEM):
        return lines
    if isinstance(envelope.notice, DISCREET):
        return [*lines, "", mails.discreet(words)]
    number = envelope.problem if envelope.problem is not None else getattr(envelope.notice, "problem", None)
    problem = uow.problems.by_id(number) if number is not None else None
    if problem is None:
        return [mails.news(words), mails.kept_back(words)]
    if not any(map(is_confidential, _all_of(uow, envelope, problem))) and not isinstance(envelope.notice, ToldToo):
        return lines
    if person.id == problem.reporter and not problem.restricted:
        return [lines[0], mails.kept_back(words)]  # of their own: the reference and what happened, as on a lock screen
    view = public_view(place.community, problem, reader_of(place, person), ())
    has_it = answering(place.community, problem)
    instead = isinstance(envelope.notice, DirectorCard) and not problem.restricted and has_it not in (None, person)
    told = mails.in_hand(words, replace(view, person=has_it.name)) if has_it and instead else []
    return [mails.reference_and_state(words, view), *told, mails.kept_back(words)]


def _all_of(uow: UnitOfWork, envelope: Envelope, problem: Problem) -> Sequence[Problem]:
    """The problems of which the message may have words: a joint change is about several."""
    if not isinstance(envelope.notice, common.JointCard):
        return [problem]
    return uow.problems.several(uow.joint_changes.by_id(envelope.notice.change).problems)
