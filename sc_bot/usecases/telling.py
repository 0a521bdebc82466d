"""Who is told what: the messages that a step of a problem's history causes."""

from dataclasses import dataclass
from datetime import datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.addresses import address_of, is_told
from sc_bot.domain.answerable import answering, answering_at, directs, facilitators, reads_along
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.habits import after_own_quiet, quiet_hours_of
from sc_bot.domain.notices import (
    ArbitrationCard,
    AuthorCard,
    ContributorCard,
    DirectorCard,
    Headline,
    Notice,
    Posting,
    Told,
    TriageCard,
)
from sc_bot.domain.problems import Problem, Severity, State
from sc_bot.domain.visibility import in_channel, sight
from sc_bot.ports import Place


@dataclass(frozen=True, slots=True)
class Telling:
    """Collects the postings about one step; nobody is told of their own act."""

    place: Place
    problem: Problem
    event: int
    actor: str
    """The Slack id of who acts."""
    now: datetime

    @property
    def community(self) -> Community:
        """The problem's community."""
        return self.place.community

    def cards(self) -> list[Posting]:
        """The cards that the problem's present place asks for; those that exist are edited in place."""
        if self.problem.state is State.ARBITRATION:
            return [*(self._arbitration() or self._triage()), *self.headline()]
        if self.problem.institution is None:
            return self._triage()
        urgent = self._triage() if self.problem.severity is Severity.RISK_OF_HARM else []
        return [
            *self.director(),
            *self._read_along("director", DirectorCard(self.problem.id)),
            *urgent,
            *self.headline(),
        ]

    def director(self) -> list[Posting]:
        """The card of whoever answers now; outside their hours it waits for their morning."""
        person = answering(self.community, self.problem)
        if person is None:
            return []
        institution = self.problem.institution
        if not directs(person, self.community, institution, self.problem) and person in facilitators(self.community):
            return self._triage()
        return [self.card_of(person)]

    def _read_along(self, kind: str, notice: DirectorCard | ContributorCard) -> list[Posting]:
        """A director who is not in Slack reads by e-mail what whoever stands in has in hand."""
        about = notice.institution if isinstance(notice, ContributorCard) else self.problem.institution
        director = reads_along(self.community, self.problem, about)
        if director is None:
            return []
        key = f"{kind}:{self.problem.id}:{self.event}:{director.id}"
        to = address_of(self.place.id, director)
        return [Posting(notice=notice, to=to, key=key, due_at=self.due(director))]

    def card_of(self, person: Person) -> Posting:
        """The card of somebody who acts for the institution."""
        return self._surface(DirectorCard(self.problem.id), person, "director", self.due(person))

    def contributor(self, institution: str) -> list[Posting]:
        """The card of whoever answers for an institution that is asked to contribute, or does."""
        person = answering_at(self.community, self.problem, institution)
        if person is None:
            return []
        notice, kind = ContributorCard(self.problem.id, institution), f"contributor:{institution}"
        return [self._surface(notice, person, kind, self.due(person)), *self._read_along(kind, notice)]

    def headline(self) -> list[Posting]:
        """One line in the institution's channel; none if the problem is restricted, or its director reads it there."""
        institution = self.community.institution(self.problem.institution or "")
        channel = self.place.channels.get(institution.channel or "") if institution else None
        if institution is None or channel is None or not in_channel(self.problem, institution.id):
            return []
        notice = Headline(self.problem.id, institution.id)
        key = f"headline:{self.problem.id}:{institution.id}"
        person = answering(self.community, self.problem)
        due_at = self.due(person) if person else self.now  # not before them; nor does its hour give the author away
        return [Posting(notice=notice, to=channel, key=key, due_at=due_at, surface=True)]

    def author_card(self, address: str) -> Posting:
        """The author's own card, at once."""
        key = f"author:{self.problem.id}"
        return Posting(notice=AuthorCard(self.problem.id), to=address, key=key, due_at=self.now, surface=True)

    def told(self, *people: Person | None, author: Person | None = None, asks: bool = False) -> list[Posting]:
        """A new message about this step, to each of these people.

        Args:
            people: those who work on it.
            author: its author, where the step is for them.
            asks: the author's message holds buttons, which disappear when they no longer apply.
        """
        readers = {address_of(self.place.id, each) for each in people if each is not None}
        writer = address_of(self.place.id, author) if author is not None else ""
        return [
            Posting(
                notice=Told(self.problem.id, self.event),
                to=address,
                key=f"told:{self.event}:{address}",
                due_at=self.now,
                surface=asks and address == writer,
            )
            for address in sorted(filter(None, {*readers, writer}))
            if address != self.actor
        ]

    def due(self, person: Person) -> datetime:
        """At once for a risk of harm or in working hours; else with the next morning's list."""
        if self.problem.severity is Severity.RISK_OF_HARM:
            return self.now
        return reading_time(self.community, person, self.now)

    def _triage(self) -> list[Posting]:
        return [
            self._surface(TriageCard(self.problem.id), each, "triage", self.due(each)) for each in self._facilitator()
        ]

    def _facilitator(self) -> tuple[Person, ...]:
        """The facilitator, or the substitute if it is the facilitator who reported it."""
        heads = facilitators(self.community)
        return tuple(each for each in heads if each.id != self.problem.reporter)[:1] or heads[:1]

    def _arbitration(self) -> list[Posting]:
        """The support committee's cards; none where nobody of it may see the problem and act in Slack."""
        members = [each for each in self.community.having(Role.SUPPORT_COMMITTEE) if is_told(each)]
        seeing = [each for each in members if sight(each, self.problem, self.community).text]
        if not any(each.slack_id for each in seeing):
            return []
        return [self._surface(ArbitrationCard(self.problem.id), each, "arbitration", self.due(each)) for each in seeing]

    def _surface(self, notice: Notice, person: Person, kind: str, due_at: datetime) -> Posting:
        address = address_of(self.place.id, person)
        key = f"{kind}:{self.problem.id}:{self.event}:{address}"
        return Posting(notice=notice, to=address, key=key, due_at=due_at, surface=True)


def reading_time(community: Community, person: Person, now: datetime) -> datetime:
    """When a person reads what is filed now: at once in their working hours, else with their next morning list.

    Quiet hours of their own that reach past the list's hour are waited for.
    """
    calendar, quiet = calendar_of(community, person), quiet_hours_of(community, person)
    today, list_at = calendar.local_date(now), community.policies.daily_list_at
    works_today = calendar.is_working_day(today)
    if works_today and not calendar.in_quiet_hours(now, quiet.start, quiet.end):
        return now
    ends = after_own_quiet(person, calendar, now)
    if works_today and calendar.at(today, list_at) <= now < ends and calendar.local_date(ends) == today:
        return ends
    return after_own_quiet(person, calendar, calendar.next_morning_list(now, list_at))
