"""Asking for the workbook, and getting it before each steering committee."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sc_bot.calendar import calendar_of
from sc_bot.domain.answers import Answer, Preparing
from sc_bot.domain.community import Committee, Person, Role
from sc_bot.domain.exports import Export
from sc_bot.domain.meeting_hours import hours_after
from sc_bot.domain.notices import FORMS, Posting, ResearchData, Workbook
from sc_bot.domain.permissions import may_have_research, may_have_workbook
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, member_of, once
from sc_bot.usecases.lists import list_time

WORKING_DAYS_BEFORE = 2


def ask_for_workbook(database: Database, asked: Asked, community: int | None = None, *, form: str = FORMS[0]) -> Answer:
    """Somebody wants it now: it is made by the worker and comes as a file; asked twice in a minute, it comes once.

    The external intervener gets de-identified data instead, in one of the `FORMS`.

    It is a given community's, else of the one from which they ask.

    Raises:
        Refused: NO_WORKBOOK, for those who may not have it.
    """

    def act(uow: UnitOfWork) -> Answer:
        member = member_of(uow, asked) if community is None else member_in(uow, asked, community)
        if member is None:
            raise Refused(Why.NO_WORKBOOK)
        place, person = member.place, member.person
        is_outside = may_have_research(person, place.community)
        if not is_outside and not may_have_workbook(person, place.community):
            raise Refused(Why.NO_WORKBOOK)
        key = f"asked:{place.id}:{person.id}:{asked.now:%Y-%m-%dT%H:%M}{f':{form}' if is_outside else ''}"
        _send(uow, place, person, uow.exports.ask(place, person.id, key, asked.now), form if is_outside else None)
        return Preparing(person=member.person.id, community=member.place.id)

    return once(database, asked, act)


@dataclass(frozen=True, slots=True)
class _Due:
    """A workbook that somebody should have before a meeting."""

    place: Place
    person: Person
    meeting: datetime
    key: str


def send_before_meetings(database: Database, now: datetime) -> int:
    """Send what is due before a committee in which general managers sit; as often as it is asked, once a meeting.

    After an outage it comes late, but not after the meeting has begun.

    Raises:
        NotAvailable: the database did not answer; the next look sends it.
    """
    with database.reading() as uow:
        places = [place for each in uow.communities.workspaces() for place in uow.communities.in_workspace(each)]
        due = [
            each
            for place in places
            if not place.archived
            for each in _due(place, now)
            if not uow.exports.is_asked(place, each.key)
        ]
    for each in due:
        with database.unit_of_work() as uow:
            export = uow.exports.ask(each.place, each.person.id, each.key, now, each.meeting)
            _send(uow, each.place, each.person, export)
    return len(due)


def _send(uow: UnitOfWork, place: Place, person: Person, export: Export | None, form: str | None = None) -> None:
    """The workbook; in a form, de-identified data."""
    if export is not None:
        notice = Workbook(export.id) if form is None else ResearchData(export.id, form)
        key = f"workbook:{export.id}"
        due_at = _not_in_the_night(place, person, export)
        file = Posting(notice=notice, to=person.slack_id or "", key=key, due_at=due_at)
        uow.outbox.post(place.workspace, None, [file])


def _not_in_the_night(place: Place, person: Person, export: Export) -> datetime:
    """At once for who asks; what comes by itself comes as lists do, if that is soon enough for the meeting."""
    if export.meeting is None:
        return export.at
    with_lists = list_time(place.community, person, export.at)
    return with_lists if with_lists < export.meeting else export.at


def _due(place: Place, now: datetime) -> Iterator[_Due]:
    for committee in place.community.committees:
        if Role.GENERAL_MANAGER in committee.member_roles:
            zone = ZoneInfo(place.community.settings.timezone)
            meeting = next(hours_after(committee, zone, now, place.community.moved))
            for person in _members(place, committee):
                if _morning_before(place, person, meeting) <= now:
                    key = f"meeting:{place.id}:{committee.id}:{meeting.date()}:{person.id}"
                    yield _Due(place, person, meeting, key)


def _members(place: Place, committee: Committee) -> list[Person]:
    """Those of its members who may have the workbook and can be told in Slack."""
    roles = {*committee.member_roles}
    sit = (each for each in place.community.people if roles & {*each.roles} and each.slack_id)
    return [each for each in sit if may_have_workbook(each, place.community)]


def _morning_before(place: Place, person: Person, meeting: datetime) -> datetime:
    """Two working days before it, with the list of the day."""
    calendar = calendar_of(place.community, person)
    day = calendar.add_working_days(calendar.local_date(meeting), -WORKING_DAYS_BEFORE)
    return calendar.at(day, place.community.policies.daily_list_at)
