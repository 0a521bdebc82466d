"""Going away and coming back: who covers is told, everybody's cards say so, and one list waits on return."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.absences import Absence, Cover
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.answers import Answer, CameBack, WentAway
from sc_bot.domain.community import Person, Role
from sc_bot.domain.covering import Covered, covers_now, local_day
from sc_bot.domain.refusals import Refused, Why
from sc_bot.due_dates import Agenda
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of_reading, members_now, once
from sc_bot.usecases.standing_in import answers_for, begin, finish, tell_covers


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """An absence as it was filled in: `delegates` are Slack ids in order, each for a continuum or for everything.

    A delegate who was left out holds their place, so that a refusal finds its field.
    """

    first_day: date | None
    last_day: date | None = None
    delegates: tuple[tuple[str | None, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Whose:
    """Somebody whose absence may be set by the one who asks; `place` is as of now."""

    place: Place
    person: Person
    actor: Person

    @property
    def own(self) -> bool:
        """Whether it is about the one who asks."""
        return self.person.id == self.actor.id

    @property
    def known(self) -> tuple[Absence, ...]:
        """Their absences that are not over."""
        return tuple(each for each in self.place.absences if each.person == self.person.id)

    @property
    def covers(self) -> tuple[Covered, ...]:
        """Whom the one who asks covers now; everybody who is covered, for the facilitator."""
        community = self.place.community
        everyone = facilitates(self.actor, community)
        return tuple(each for each in covers_now(community) if everyone or each.cover.id == self.actor.id)

    @property
    def agenda(self) -> Agenda:
        """How this person's words about days are read."""
        community, person = self.place.community, self.person
        calendar = working_calendar(community, person.institution, community.timezone_of(person))
        return Agenda(calendar=calendar, committees=community.committees, moved=community.moved)

    @property
    def can_name_delegates(self) -> bool:
        """The facilitator is covered by the substitute; everyone else by whom they name."""
        return Role.FACILITATOR not in self.person.roles


def about(
    database: Database, asked: Asked, mentioned: tuple[str, ...], *, first_is_whom: bool
) -> tuple[Whose, tuple[str, ...]]:
    """Whose absence is meant by a command: one's own, or for a facilitator, that of whom they name before the dates.

    Raises:
        Refused: NOT_YOURS for who is not in the community yet; UNKNOWN_PERSON for somebody who is not.
    """
    with database.reading() as uow:
        own = _whose(uow, asked, None)
        if first_is_whom and mentioned[0] != asked.slack_id and facilitates(own.actor, own.place.community):
            return _whose(uow, asked, mentioned[0], own.place.id), mentioned[1:]
        return own, mentioned


def of_person(database: Database, asked: Asked, community: int, slack_id: str) -> Whose:
    """Somebody's absence, for the facilitator who looks at them, or one's own.

    Raises:
        Refused: NOT_YOURS; UNKNOWN_PERSON for somebody who takes no part.
    """
    with database.reading() as uow:
        return _whose(uow, asked, slack_id, community)


def own_absence(database: Database, asked: Asked) -> Absence | None:
    """Because of what one is away now, if one is."""
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
        if member is None:
            return None
        return member.place.at(asked.now).community.absence_of(member.person.id)


def set_away(database: Database, asked: Asked, community: int, slack_id: str, leave: Leave) -> Answer:
    """Somebody will be away: replaces what was known for the same days; who covers is told.

    Raises:
        Refused: NOT_YOURS, UNKNOWN_PERSON; ABSENCE_DATES when it ends before it begins, or is over;
            CANNOT_STAND_IN, on the delegate's field.
    """

    def act(uow: UnitOfWork) -> Answer:
        whose = _whose(uow, asked, slack_id, community, to_change=True)
        absence = _absence(uow, whose, leave, local_day(whose.place.community, whose.person, asked.now))
        stored = _store(uow, whose, absence, asked.now)
        after = uow.communities.get(whose.place.id)
        if stored.holds_on(local_day(after.community, whose.person, asked.now)):
            begin(uow, after, stored, asked.now)
        cover = tell_covers(uow, after, stored, asked.now, asked.slack_id)
        return WentAway(
            absence=stored.id,
            person=whose.person.id,
            community=whose.place.id,
            first_day=stored.first_day,
            last_day=stored.last_day,
            covers=tuple(each.id for each in cover),
            own=whose.own,
        )

    return once(database, asked, act)


def back_early(database: Database, asked: Asked, absence: int) -> Answer:
    """They are back, or do not go: the absence ends now, and the list of what happened meanwhile follows.

    Raises:
        Refused: NOT_YOURS, also for what does not exist.
    """

    def act(uow: UnitOfWork) -> Answer:
        known = uow.absences.get(absence)
        if known is None:
            raise Refused(Why.NOT_YOURS)
        person = uow.communities.person(known.community, known.person)
        whose = _whose(uow, asked, (person.slack_id if person else None) or "?", known.community, to_change=True)
        current = next((each for each in whose.known if each.id == absence), None)
        if current is not None:
            finish(uow, whose.place, current, asked.now, actor=whose.actor.id)
        return CameBack(
            person=whose.person.id,
            community=whose.place.id,
            own=whose.own,
            was_away=known.first_day <= local_day(whose.place.community, whose.person, asked.now),
            listed=bool(answers_for(whose.place.community, whose.person)),
        )

    return once(database, asked, act)


def _whose(
    uow: UnitOfWork, asked: Asked, slack_id: str | None, community: int | None = None, *, to_change: bool = False
) -> Whose:
    for member in members_now(uow, asked):
        if community not in (None, member.place.id):
            continue
        own = slack_id in (None, asked.slack_id)
        if own or facilitates(member.person, member.place.community):
            place = uow.communities.get(member.place.id, to_change=to_change).at(asked.now)
            return Whose(place, member.person if own else _known(uow, place, slack_id or ""), member.person)
    raise Refused(Why.NOT_YOURS)


def _known(uow: UnitOfWork, place: Place, slack_id: str) -> Person:
    known = uow.communities.known(place, slack_id)
    if known is None or not known.active:
        raise Refused(Why.UNKNOWN_PERSON)
    return known.person


def _absence(uow: UnitOfWork, whose: Whose, leave: Leave, today: date) -> Absence:
    if leave.first_day is None:
        raise Refused(Why.ABSENCE_DATES, field="first_day")
    if leave.last_day is not None and leave.last_day < max(leave.first_day, today):
        raise Refused(Why.ABSENCE_DATES, field="last_day")
    named = leave.delegates if whose.can_name_delegates else ()
    covers = tuple(
        _cover(uow, whose, slack_id, continuum, number)
        for number, (slack_id, continuum) in enumerate(named, 1)
        if slack_id is not None
    )
    return Absence(person=whose.person.id, first_day=leave.first_day, last_day=leave.last_day, covers=covers)


def _cover(uow: UnitOfWork, whose: Whose, slack_id: str, continuum: str | None, number: int) -> Cover:
    """Anybody of the community may stand in, but for who only reads aggregates and who stands in anyway."""
    known = uow.communities.known(whose.place, slack_id)
    barred = {Role.EXTERNAL_INTERVENER, Role.FACILITATOR}
    if known is None or not known.active or known.person.id == whose.person.id or barred & set(known.person.roles):
        raise Refused(Why.CANNOT_STAND_IN, field=f"delegate_{number}")
    if continuum is not None and whose.place.community.continuum(continuum) is None:
        raise Refused(Why.UNKNOWN_CONTINUUM, field=f"continuum_{number}")
    return Cover(known.person.id, continuum)


def _store(uow: UnitOfWork, whose: Whose, absence: Absence, now: datetime) -> Absence:
    """One that went on in the same days is replaced; its list goes on from its first day."""
    replaced: Sequence[Absence] = [each for each in whose.known if each.meets(absence)]
    begun = [each for each in replaced if each.begun]
    for each in replaced:
        uow.absences.end(whose.place, each.id, actor=whose.actor.id, now=now)
    first = min([absence.first_day, *(each.first_day for each in begun)])
    return uow.absences.add(whose.place, replace(absence, first_day=first), actor=whose.actor.id, now=now)
