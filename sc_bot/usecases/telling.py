"""Who is told what: the messages that a step of a problem's history causes."""

from dataclasses import dataclass
from datetime import datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.answerable import answering, facilitators, is_kept_out
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.notices import (
    ArbitrationCard,
    AuthorCard,
    DirectorCard,
    Headline,
    Notice,
    Posting,
    Told,
    TriageCard,
)
from sc_bot.domain.problems import Problem, Severity, State
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
            return [*self._arbitration(), *self.headline()]
        if self.problem.institution is None:
            return self._triage()
        urgent = self._triage() if self.problem.severity is Severity.RISK_OF_HARM else []
        return [*self.director(), *urgent, *self.headline()]

    def director(self) -> list[Posting]:
        """The card of whoever answers now; outside their hours it waits for their morning."""
        person = answering(self.community, self.problem)
        if person is None:
            return []
        if Role.MANAGING_DIRECTOR not in person.roles and person in facilitators(self.community):
            return self._triage()
        return [self._surface(DirectorCard(self.problem.id), person, "director", self.due(person))]

    def headline(self) -> list[Posting]:
        """One line in the institution's channel; a restricted problem has none."""
        institution = self.community.institution(self.problem.institution or "")
        channel = self.place.channels.get(institution.channel or "") if institution else None
        if institution is None or channel is None or self.problem.restricted:
            return []
        notice = Headline(self.problem.id, institution.id)
        key = f"headline:{self.problem.id}:{institution.id}"
        return [Posting(notice=notice, to=channel, key=key, due_at=self.now, surface=True)]

    def author_card(self, slack_id: str) -> Posting:
        """The author's own card, at once."""
        key = f"author:{self.problem.id}"
        return Posting(notice=AuthorCard(self.problem.id), to=slack_id, key=key, due_at=self.now, surface=True)

    def told(self, *people: Person | None) -> list[Posting]:
        """A new message about this step, to each of these people."""
        readers = {each.slack_id: each for each in people if each is not None and each.slack_id}
        return [
            Posting(
                notice=Told(self.problem.id, self.event),
                to=slack_id,
                key=f"told:{self.event}:{slack_id}",
                due_at=self.now,
            )
            for slack_id in readers
            if slack_id and slack_id != self.actor
        ]

    def due(self, person: Person) -> datetime:
        """At once for a risk of harm or in working hours; else with the next morning's list."""
        if self.problem.severity is Severity.RISK_OF_HARM:
            return self.now
        return reading_time(self.community, person, self.now)

    def _triage(self) -> list[Posting]:
        return [
            self._surface(TriageCard(self.problem.id), each, "triage", self.due(each))
            for each in facilitators(self.community)[:1]
        ]

    def _arbitration(self) -> list[Posting]:
        members = self.community.having(Role.SUPPORT_COMMITTEE)
        return [
            self._surface(ArbitrationCard(self.problem.id), each, "arbitration", self.due(each))
            for each in members
            if each.slack_id and not is_kept_out(each, self.problem)
        ]

    def _surface(self, notice: Notice, person: Person, kind: str, due_at: datetime) -> Posting:
        key = f"{kind}:{self.problem.id}:{self.event}:{person.slack_id}"
        return Posting(notice=notice, to=person.slack_id or "", key=key, due_at=due_at, surface=True)


def reading_time(community: Community, person: Person, now: datetime) -> datetime:
    """When a person reads what is filed now: at once in their working hours, else with their next morning list."""
    calendar = working_calendar(community, institution_id=person.institution, timezone=community.timezone_of(person))
    quiet = community.policies.quiet_hours
    if calendar.is_working_day(calendar.local_date(now)) and not calendar.in_quiet_hours(now, quiet.start, quiet.end):
        return now
    return calendar.next_morning_list(now, community.policies.daily_list_at)
