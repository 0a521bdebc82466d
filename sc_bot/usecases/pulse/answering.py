"""Answering the pulse, once; and the facilitator, who may begin a wave.

What is answered is sealed before it is stored. The request that is remembered, and the answer to it, say only that
something was answered: no value of it stands in a log, in the outbox or in the history.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.answers import Answer
from sc_bot.domain.common_answers import PulseAnswered, PulseBegun
from sc_bot.domain.pulse import DIMENSIONS, STEPS, Dimension, Response, Wave, is_asked, line_at, packed, partners_of
from sc_bot.domain.pulse_views import PulseAsk
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, Place, Sealing, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, member_of, must_be_open, once
from sc_bot.usecases.pulse.turning import about, begin
from sc_bot.usecases.showing import reader_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a window holds. `line` is the partner's, if it was said; a dimension that is absent cannot be said."""

    partner: str
    line: int | None
    steps: Mapping[Dimension, int]


def see_asking(database: Database, asked: Asked, wave: int) -> PulseAsk:
    """What somebody is about to be asked.

    Raises:
        Refused: PULSE_NOT_ASKED, ARCHIVED, PULSE_OVER, PULSE_ANSWERED.
    """
    with database.reading() as uow:
        member, open_ = _asked_by(uow, asked, wave, steady=False)
        return ask_of(uow, member, open_)


def ask_of(uow: UnitOfWork, member: Member, wave: Wave) -> PulseAsk:
    """What one person is asked; they work at an institution."""
    community, home = member.place.community, member.person.institution or ""
    own = community.institution(home)
    if own is None:
        raise Refused(Why.PULSE_NOT_ASKED)
    return PulseAsk(
        reader=reader_of(member.place, member.person),
        wave=wave.id,
        home=own.name,
        partners=partners_of(community, home, uow.pulse.partners(member.place, home)),
        until=wave.ends_on,
    )


def hand_in(database: Database, sealing: Sealing, asked: Asked, wave: int, given: Given) -> Answer:
    """Keep an answer.

    Raises:
        Refused: as above; UNKNOWN_INSTITUTION, no such partner.
    """

    def act(uow: UnitOfWork) -> Answer:
        member, open_ = _asked_by(uow, asked, wave, steady=True)
        sealed = sealing.seal(packed(_response(member, given)), about(open_.id))
        if not uow.pulse.hand_in(open_.id, member.person.id, sealed):
            raise Refused(Why.PULSE_ANSWERED)
        return PulseAnswered(community=member.place.id, until=open_.ends_on)

    return once(database, asked, act)


def begin_wave(database: Database, asked: Asked) -> Answer:
    """The facilitator begins a wave now.

    Raises:
        Refused: FOR_FACILITATOR; ARCHIVED; PULSE_UNDER_WAY.
    """

    def act(uow: UnitOfWork) -> Answer:
        member = member_of(uow, asked)
        if not facilitates(member.person, member.place.community):
            raise Refused(Why.FOR_FACILITATOR)
        must_be_open(member.place)
        wave = begin(uow, member.place, today_in(member.place, asked.now), asked.now)
        if wave is None:
            raise Refused(Why.PULSE_UNDER_WAY)
        return PulseBegun(community=member.place.id, invited=wave.invited, until=wave.ends_on)

    return once(database, asked, act)


def _asked_by(uow: UnitOfWork, asked: Asked, wave: int, *, steady: bool) -> tuple[Member, Wave]:
    open_ = uow.pulse.get(wave, to_answer=steady)
    member = member_in(uow, asked, open_.community, steady=steady) if open_ else None
    if open_ is None or member is None or not is_asked(member.person, member.place.community):
        raise Refused(Why.PULSE_NOT_ASKED)
    must_be_open(member.place)
    answered = uow.pulse.has_answered(wave, member.person.id)
    if not open_.takes_answers(today_in(member.place, asked.now)):
        raise Refused(Why.PULSE_OVER)
    if answered is not False:
        raise Refused(Why.PULSE_ANSWERED if answered else Why.PULSE_NOT_ASKED)
    return member, open_


def _response(member: Member, given: Given) -> Response:
    community, person = member.place.community, member.person
    home, partner = community.institution(person.institution or ""), community.institution(given.partner)
    if home is None or partner is None or partner.id == home.id:
        raise Refused(Why.UNKNOWN_INSTITUTION, field="partner")
    steps = (given.steps.get(each) for each in DIMENSIONS)
    return Response(
        home=home.id,
        partner=partner.id,
        line=line_at(home, person.line),
        partner_line=line_at(partner, given.line),
        steps=tuple(each if each in STEPS else None for each in steps),
    )


def today_in(place: Place, now: datetime) -> date:
    """The community's date."""
    return working_calendar(place.community).local_date(now)
