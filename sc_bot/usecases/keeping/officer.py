"""The privacy officer in Slack: one person's data, the access log, the register of incidents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sc_bot.domain.accesses import Screen
from sc_bot.domain.answers import Answer, Preparing
from sc_bot.domain.common_answers import ErasureBegun, IncidentRecorded
from sc_bot.domain.community import Role
from sc_bot.domain.incidents import Incident, Notified, Risk
from sc_bot.domain.notices import PersonFile, Posting
from sc_bot.domain.persons import roles_held
from sc_bot.domain.privacy_views import AccessLine, ErasureView, OfficerView
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of_reading, members_now, once
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.keeping.erasing import begin_erasure
from sc_bot.usecases.keeping.person import Target, found
from sc_bot.usecases.pulse.answering import today_in
from sc_bot.usecases.showing import reader_of

LISTED = 40
MOST_REPORTS = 1_000  # that are counted while a window waits


@dataclass(frozen=True, slots=True)
class Said:
    """What the window of an incident holds."""

    day: date | None
    what: str
    kinds: str
    people: str
    risk: str
    measures: str
    notified: tuple[str, ...] = ()
    confirm_reason: str | None = None


def see_privacy(database: Database, asked: Asked) -> OfficerView | None:
    """What somebody may do about privacy; None without a community."""
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
        if member is None:
            return None
        officers = [each for each in uow.communities.people(member.place.id) if Role.PRIVACY_OFFICER in each.roles]
        return OfficerView(
            reader=reader_of(member.place, member.person),
            community=member.place.id,
            months=member.place.community.policies.identities_months,
            officer=officers[0].name if officers else None,
            is_officer=Role.PRIVACY_OFFICER in member.person.roles,
        )


def see_accesses(database: Database, asked: Asked, community: int) -> Sequence[AccessLine]:
    """The access log, the newest first.

    Raises:
        Refused: FOR_OFFICER.
    """
    with database.reading() as uow:
        place = _officer(uow, asked, community).place
        lines = uow.accesses.newest(place, LISTED)
        names = {each.id: each.name for each in uow.communities.people(place.id, active_only=False)}
        return [
            AccessLine(
                at=each.at,
                reader=names.get(each.reader or "", each.reader),
                subject=each.subject,
                screen=each.screen,
            )
            for each in lines
        ]


def see_incidents(database: Database, asked: Asked, community: int) -> Sequence[Incident]:
    """The register of incidents, the newest first.

    Raises:
        Refused: FOR_OFFICER.
    """
    with database.reading() as uow:
        return uow.incidents.all(_officer(uow, asked, community).place)


def officer_in(database: Database, asked: Asked, community: int) -> Member:
    """Who asks, as the privacy officer.

    Raises:
        Refused: FOR_OFFICER.
    """
    with database.reading() as uow:
        return _officer(uow, asked, community)


def ask_for_person(database: Database, asked: Asked, community: int, slack_id: str) -> Answer:
    """One person's data, as a file in the officer's direct message.

    Raises:
        Refused: FOR_OFFICER, UNKNOWN_PERSON.
    """

    def act(uow: UnitOfWork) -> Answer:
        officer = _officer(uow, asked, community)
        person = _known(uow, officer, slack_id)
        uow.accesses.note(officer.place, officer.person.id, person, Screen.EXPORT_IN_SLACK, asked.now)
        posting = Posting(
            notice=PersonFile(officer.place.id, person),
            to=asked.slack_id,
            key=f"person:{asked.request}",
            due_at=asked.now,
        )
        uow.outbox.post(asked.workspace, None, [posting])
        return Preparing(person=officer.person.id, community=officer.place.id)

    return once(database, asked, act)


def see_erasure(database: Database, asked: Asked, community: int, slack_id: str) -> ErasureView:
    """What an erasure would do; it changes nothing.

    Raises:
        Refused: FOR_OFFICER, UNKNOWN_PERSON.
    """
    with database.reading() as uow:
        officer = _officer(uow, asked, community)
        person = _known(uow, officer, slack_id)
        _, meant = found(uow, Target(officer.place.id, person))
        return ErasureView(
            reader=reader_of(officer.place, officer.person),
            community=officer.place.id,
            person=person,
            name=meant.name or person,
            reports=len(uow.problems.reported_by(officer.place, person, MOST_REPORTS)),
            in_office=bool(roles_held(meant, officer.place.community)),
        )


def erase(database: Database, asked: Asked, community: int, person: str, *, confirmed: bool) -> Answer:
    """Have somebody forgotten, as the officer confirmed it: the worker does it, and the officer hears when it is done.

    Raises:
        Refused: FOR_OFFICER; NOT_CONFIRMED; as `begin_erasure`.
    """

    def act(uow: UnitOfWork) -> Answer:
        officer = _officer(uow, asked, community)
        if not confirmed:
            raise Refused(Why.NOT_CONFIRMED, field="confirmed")
        target = Target(officer.place.id, person, officer.person.id)
        begin_erasure(uow, target, asked.now, Screen.ERASE_IN_SLACK)
        return ErasureBegun(community=officer.place.id)

    return once(database, asked, act)


def record_incident(database: Database, asked: Asked, community: int, said: Said) -> Answer:
    """Keep an entry of the register.

    Raises:
        Refused: FOR_OFFICER; empty, too long or identifying words, on their field; NOT_A_COUNT; DAY_AHEAD.
    """
    words = {each: required(getattr(said, each), each) for each in ("what", "kinds", "measures")}
    passed = gate(dict(words), reason=said.confirm_reason)
    if said.people.strip() and not said.people.strip().isdecimal():
        raise Refused(Why.NOT_A_COUNT, field="people")

    def act(uow: UnitOfWork) -> Answer:
        officer = _officer(uow, asked, community)
        today = today_in(officer.place, asked.now)
        if (said.day or today) > today:
            raise Refused(Why.DAY_AHEAD, field="day")
        draft = Incident(
            number=0,
            recorded_at=asked.now,
            recorded_by=officer.person.id,
            day=said.day or today,
            what=words["what"],
            kinds=words["kinds"],
            people=int(said.people.strip()) if said.people.strip() else None,
            risk=Risk(said.risk),
            measures=words["measures"],
            notified=tuple(Notified(each) for each in said.notified),
            confirmed=passed.reason,
        )
        return IncidentRecorded(community=officer.place.id, number=uow.incidents.record(officer.place, draft).number)

    return once(database, asked, act)


def _officer(uow: UnitOfWork, asked: Asked, community: int) -> Member:
    member = next((each for each in members_now(uow, asked) if each.place.id == community), None)
    if member is None or Role.PRIVACY_OFFICER not in member.person.roles:
        raise Refused(Why.FOR_OFFICER)
    return replace(member, place=member.place.at(asked.now))


def _known(uow: UnitOfWork, officer: Member, slack_id: str) -> str:
    known = uow.communities.known(officer.place, slack_id)
    if known is None:
        raise Refused(Why.UNKNOWN_PERSON, field="person")
    return known.person.id
