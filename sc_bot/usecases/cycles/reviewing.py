"""A cycle review: its figures, and that it was held."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.answers import Answer
from sc_bot.domain.common_answers import ReviewHeld
from sc_bot.domain.community import Person, Role
from sc_bot.domain.community_views import CycleView
from sc_bot.domain.cycles import Review, cycle_begun
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, must_be_open, once
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.showing import reader_of


def begun_at(place: Place, number: int) -> datetime:
    """The instant at which a cycle began."""
    settings = place.community.settings
    day = cycle_begun(settings, place.community.policies.cycle_months, number)
    return datetime.combine(day, time(0), ZoneInfo(settings.timezone))


def cycle_of(uow: UnitOfWork, place: Place, person: Person, review: Review) -> CycleView:
    """The figures of the cycle that a review is about, until it was asked for."""
    managers = {each.id for each in place.community.having(Role.GENERAL_MANAGER)}
    answers = [both for who, both in uow.health.answers(place, review.since).items() if who in managers]
    counted = uow.counts.of(place, review.since, review.asked_at)
    return CycleView(
        reader=reader_of(place, person),
        community=place.id,
        number=review.number,
        begun=review.since.astimezone(ZoneInfo(place.community.settings.timezone)).date(),
        day=review.day,
        tally=counted.whole,
        asked=sum(asked for asked, _ in answers),
        answered=sum(answered for _, answered in answers),
        stuck=counted.deadlocks,
        held=review.held_at is not None,
    )


def head_of(uow: UnitOfWork, asked: Asked, community: int) -> Member:
    """Who asks, as the facilitator of a community.

    Raises:
        Refused: FOR_FACILITATOR.
    """
    member = member_in(uow, asked, community)
    if member is None or not facilitates(member.person, member.place.community):
        raise Refused(Why.FOR_FACILITATOR)
    return member


def see_review(database: Database, asked: Asked, community: int, number: int) -> CycleView:
    """A cycle's figures, for the facilitator who holds its review.

    Raises:
        Refused: FOR_FACILITATOR; OLD_WINDOW, there is none.
    """
    with database.reading() as uow:
        member = head_of(uow, asked, community)
        review = uow.cycles.review(member.place, number)
        if review is None:
            raise Refused(Why.OLD_WINDOW)
        return cycle_of(uow, member.place, member.person, review)


def hold_review(
    database: Database, asked: Asked, about: tuple[int, int], summary: str, confirm: str | None = None
) -> Answer:
    """Keep that the review of a community's cycle (its number) was held, and what came of it. The first stands.

    Raises:
        Refused: nothing is said, or it is identifying; FOR_FACILITATOR; ARCHIVED; OLD_WINDOW, there is none or it
            was held.
    """
    words = required(summary, "summary")
    passed = gate({"summary": words}, reason=confirm)
    community, number = about

    def act(uow: UnitOfWork) -> Answer:
        member = head_of(uow, asked, community)
        must_be_open(member.place)
        review = uow.cycles.review(member.place, number, to_change=True)
        if review is None or review.held_at is not None:
            raise Refused(Why.OLD_WINDOW, field="summary")
        held = replace(review, held_at=asked.now, held_by=member.person.id, summary=words)
        uow.cycles.hold(member.place, held)
        keep_confirmed(uow, member, f"review {number}", passed, asked.now)
        return ReviewHeld(community=community, number=number)

    return once(database, asked, act)


def keep_confirmed(uow: UnitOfWork, member: Member, subject: str, passed: Passed, now: datetime) -> None:
    """Whoever wrote it said that what looked identifying is not: which kinds, and why."""
    if passed.confirmed:
        change = (None, {"confirmed": list(passed.confirmed), "reason": passed.reason})
        uow.communities.audit(member.place, member.person.id, subject, change, now)
