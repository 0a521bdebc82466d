"""How one reader looks at a whole community: their days, their language's names, what they may see of each problem."""

from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlencode

from sc_bot.calendar import calendar_of
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Localised, Person
from sc_bot.domain.exports import Dossier
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import NOTHING, Sight, sight
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.ports import Place


@dataclass(frozen=True, slots=True)
class Looker:
    """Somebody who reads everything that they may see, at one moment."""

    place: Place
    person: Person
    """Without an id: nobody known, whoever is handed what was made on the command line."""
    now: datetime
    homes: dict[str, str | None]
    """The institution of each person of the community, those who left too."""
    names: dict[str, str]
    calendar: WorkingCalendar = field(init=False)
    today: date = field(init=False)
    _waits: dict[date, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "calendar", calendar_of(self.place.community, self.person))
        object.__setattr__(self, "today", self.calendar.local_date(self.now))

    def sees(self, problem: Problem) -> Sight:
        """What they may see of one problem. What is handed on holds nothing that a director is kept out of."""
        if problem.director_kept_out and not self.person.id:
            return NOTHING
        return sight(self.person, problem, self.place.community)

    def day(self, instant: datetime | None) -> date | None:
        """The date that their calendar showed."""
        return None if instant is None else self.calendar.local_date(instant)

    def working_days(self, since: datetime) -> int:
        """Working days from a moment until today; each first day is counted once."""
        first = self.calendar.local_date(since)
        if first not in self._waits:
            self._waits[first] = self.calendar.working_days_between(first, self.today)
        return self._waits[first]

    def name(self, institution: str | None) -> Localised | None:
        """An institution's name, if there is one."""
        return None if institution is None else self.named(institution)

    def named(self, institution: str) -> Localised:
        """An institution's name; its id when it takes part no longer."""
        known = self.place.community.institution(institution)
        return known.name if known else Localised(institution, institution)

    def person_beside(self, institution: str, person: str) -> str | None:
        """A name beside a promise: for those of the same institution, and for the facilitator."""
        if institution != self.person.institution and not facilitates(self.person, self.place.community):
            return None
        return self.names.get(person)

    def link(self, dossier: Dossier) -> str | None:
        """Where the reader's own card stands in Slack; the conversation opens even if the message is gone."""
        if dossier.card is None:
            return None
        channel, ts = dossier.card
        where = {"team": self.place.workspace, "channel": channel, "message_ts": ts}
        return f"https://slack.com/app_redirect?{urlencode(where)}"
