"""A meeting as its members, its moderator and the projector see it; nobody reads what they may not know of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sc_bot.calendar import working_calendar
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Committee, Person
from sc_bot.domain.meeting_views import ItemView, MeetingLine, MeetingView, NotedView
from sc_bot.domain.meetings import (
    Item,
    Kind,
    Meeting,
    Phase,
    fitted,
    in_order,
    may_be_shown,
    may_know,
    may_run,
    open_items,
    others_with,
    reads_words,
    sits,
)
from sc_bot.domain.problems import Problem
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.meetings.planning import upcoming, zone_of
from sc_bot.usecases.reading_lists import brief_view, public_views, titles_of
from sc_bot.usecases.showing import channel_reader, reader_of

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an agenda, read together."""

    of_problems: dict[int, str]
    of_meetings: dict[int, str]

    def of(self, item: Item, text: int | None) -> str | None:
        """A text of an item: of its problem, or of the meeting."""
        if text is None:
            return None
        return (self.of_meetings if item.problem is None else self.of_problems).get(text)


def words_of(uow: UnitOfWork, items: Sequence[Item]) -> Words:
    """The topics and decisions of items; two queries."""
    ids = {is_own: _texts(items, own=is_own) for is_own in (True, False)}
    return Words(dict(uow.history.bodies(ids[False])) if ids[False] else {}, dict(uow.meetings.bodies(ids[True])))


def _texts(items: Sequence[Item], *, own: bool) -> list[int]:
    some = [each for each in items if (each.problem is None) is own]
    return [text for each in some for text in (each.topic, each.decided) if text is not None]


@dataclass(frozen=True, slots=True)
class MeetingReading:
    """Reads meetings of one community, now."""

    uow: UnitOfWork
    place: Place
    committee: Committee
    now: datetime

    def view(self, meeting: Meeting, person: Person | None) -> MeetingView:
        """For one person; without one, for the wall on which it is projected."""
        items = in_order(self.uow.meetings.items(meeting.id)) if meeting.id else ()
        words = person is None or reads_words(person)
        whole = meeting.phase is not Phase.PLANNED
        attending = self.uow.meetings.attending(meeting.id) if meeting.id else ()
        coming = next((each.coming for each in attending if person and each.person == person.id), None)
        there = {each.person: each.present for each in attending if each.present is not None} if whole else {}
        minutes = fitted([each.minutes for each in items], meeting.minutes)
        now_open = next(iter(open_items(items)), None)
        lasts = next((each for item, each in zip(items, minutes, strict=True) if item is now_open), 0)
        community = self.place.community
        return MeetingView(
            reader=reader_of(self.place, person) if person else channel_reader(self.place, None),
            id=meeting.id,
            committee=self.committee.name,
            at=meeting.at.astimezone(zone_of(self.place)),
            minutes=meeting.minutes,
            phase=meeting.phase,
            items=self._items(items, minutes, person),
            is_made=meeting.agenda_at is not None,
            moved=meeting.moved_by is not None,
            day_off=not _works(self.place, meeting.at),
            sits=person is not None and sits(person, self.committee),
            coming=coming,
            may_run=person is not None and may_run(person, community),
            may_flag=person is not None and facilitates(person, community),
            item_ends=meeting.item_since + timedelta(minutes=lasts) if meeting.item_since and now_open else None,
            ended_at=meeting.ended_at,
            present=self._names(there, present=True) if words else (),
            absent=self._names(there, present=False) if words else (),
            words=words,
        )

    def _names(self, there: dict[str, bool], *, present: bool) -> tuple[str, ...]:
        named = (self.uow.communities.person(self.place.id, who) for who, is_in in there.items() if is_in == present)
        return tuple(each.name or each.id for each in named if each is not None)

    def _items(self, items: Sequence[Item], minutes: Sequence[int], person: Person | None) -> tuple[ItemView, ...]:
        about = {each.problem for each in items if each.problem is not None}
        about |= {one for each in items for one in others_with(each)}
        problems = {each.id: each for each in self.uow.problems.several(sorted(about))} if about else {}
        known = {each.id: self._title(each, person, problems) for each in problems.values()}
        words = words_of(self.uow, items)
        return tuple(
            self._item(item, number, given, known, words if person is None or reads_words(person) else Words({}, {}))
            for number, (item, given) in enumerate(zip(items, minutes, strict=True), start=1)
        )

    def _title(self, problem: Problem, person: Person | None, all_: dict[int, Problem]) -> ProblemView | None:
        """What lists show of a problem; None for who may not know of it."""
        titles = titles_of(self.uow, list(all_.values()))
        own = [each for each in titles if each.problem == problem.id]
        if person is None:
            return public_views(self.place, [problem], self._wall(), own)[0] if may_be_shown(problem) else None
        if not may_know(person, problem, self.place.community):
            return None
        return brief_view(self.place, problem, person, own[-1].body if own else None)

    def _wall(self) -> Person:
        settings = self.place.community.settings
        return Person(id="", name="", roles=(), language=settings.language, timezone=settings.timezone)

    def _item(
        self, item: Item, number: int, minutes: int, known: dict[int, ProblemView | None], words: Words
    ) -> ItemView:
        problem = known.get(item.problem) if item.problem is not None else None
        hidden = item.problem is not None and problem is None
        also = [view.reference for each in others_with(item) if (view := known.get(each)) is not None]
        return ItemView(
            id=item.id,
            number=number,
            kind=item.kind,
            problem=problem,
            topic=None if hidden else words.of(item, item.topic),
            minutes=minutes,
            facilitated=item.facilitated,
            outcome=item.outcome,
            decided=None if hidden else words.of(item, item.decided),
            promises=() if hidden else tuple(self._noted(each) for each in item.promises),
            hidden=hidden,
            also=() if hidden else tuple(also),
            reference=item.about if item.kind is Kind.LESSON and item.problem is None else "",
        )

    def _noted(self, commitment: int) -> NotedView:
        noted = self.uow.commitments.by_id(commitment)
        owner = self.uow.communities.person(self.place.id, noted.owner)
        return NotedView(
            reference=noted.reference,
            what=self.uow.history.bodies([noted.what]).get(noted.what, ""),
            owner=(owner.name or owner.id) if owner else noted.owner,
            due=noted.due,
            zone=noted.zone,
            standing=noted.standing,
        )


def _works(place: Place, at: datetime) -> bool:
    calendar = working_calendar(place.community)
    return calendar.is_working_day(calendar.local_date(at))


def reading_of(uow: UnitOfWork, place: Place, meeting: Meeting, now: datetime) -> MeetingReading | None:
    """What reads this meeting; None when its committee is no longer in the community file."""
    committee = place.community.committee(meeting.committee)
    return MeetingReading(uow, place, committee, now) if committee else None


def line_of(uow: UnitOfWork, place: Place, committee: Committee, meeting: Meeting) -> MeetingLine:
    """A meeting as one line."""
    items = len(uow.meetings.items(meeting.id)) if meeting.agenda_at is not None else None
    return MeetingLine(meeting.id, committee.name, meeting.at.astimezone(zone_of(place)), meeting.phase, items)


def next_to_run(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> MeetingLine | None:
    """The next meeting that somebody leads, for their Home."""
    if not may_run(person, place.community):
        return None
    both = [(each, upcoming(uow, place, each, now)) for each in place.community.committees]
    known = [(committee, meeting) for committee, meeting in both if meeting is not None and meeting.id]
    first = min(known, key=lambda each: each[1].at, default=None)
    return line_of(uow, place, *first) if first else None


class ComingMeetings:
    """The meetings of the week that follows, read once for every digest of a community."""

    def __init__(self, uow: UnitOfWork, place: Place, now: datetime) -> None:
        soon = (each for each in uow.meetings.coming(place, now) if each.at <= now + A_WEEK)
        both = ((place.community.committee(each.committee), each) for each in soon if each.phase is Phase.PLANNED)
        self._lines = [(committee, line_of(uow, place, committee, each)) for committee, each in both if committee]

    def of(self, person: Person) -> tuple[MeetingLine, ...]:
        """Those of the committees on which somebody sits."""
        return tuple(line for committee, line in self._lines if sits(person, committee))
