"""The same Home, found slowly: each problem looked at by itself, by the rules of the domain alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sc_bot.calendar import working_calendar
from sc_bot.domain.answerable import answering_at, directs
from sc_bot.domain.community import Community, Person
from sc_bot.domain.events import BY_THE_BOT, Happened
from sc_bot.domain.homes import Glance, Part
from sc_bot.domain.participations import Taking
from sc_bot.domain.problems import UNDECIDED, Problem, State
from sc_bot.domain.tryouts import Trying
from sc_bot.domain.visibility import sight
from tests.homes.anything import Everything
from tests.house import THURSDAY


@dataclass(frozen=True)
class Slowly:
    """One reader, and everything that there is."""

    community: Community
    person: Person
    everything: Everything

    def part(self, part: Part) -> list[str]:
        """The references of the problems of one part, oldest first."""
        if part is Part.CONTRIBUTE:
            return self._asked()
        return [each.reference for each in self._known() if _PARTS[part](self, each)]

    def glance(self, institution: str) -> Glance:
        """One institution in figures."""
        here = [each for each in self._known() if each.is_open and each.institution == institution]
        known = {each.id for each in self._known()}
        owed = [
            each
            for each in self.everything.commitments
            if each.institution == institution and each.is_owed and each.problem in known
        ]
        waits = sum(each.state in UNDECIDED for each in here)
        return Glance(
            institution=institution,
            to_answer=waits,
            in_hand=len(here) - waits,
            promised=len(owed),
            late=sum(each.is_late(THURSDAY) for each in owed),
        )

    def charged(self, problem: Problem, institution: str | None) -> bool:
        """Whether the reader acts for this institution about this problem."""
        return directs(self.person, self.community, institution, problem)

    def unowned(self, problem: Problem) -> bool:
        """Whether nobody of an institution has it, or can be told of it."""
        if problem.state not in UNDECIDED - {State.ARBITRATION}:
            return False
        at = problem.institution
        has_it = answering_at(self.community, problem, at)
        return at is None or has_it is None or not directs(has_it, self.community, at, problem)

    def silent(self, problem: Problem) -> bool:
        """Whether nobody gave a sign of life for as long as goes stale."""
        calendar, days = working_calendar(self.community), self.community.policies.stale_working_days
        first = calendar.add_working_days(calendar.local_date(THURSDAY), -days)
        told = [each for each in self.everything.events if each.problem == problem.id and each.kind not in BY_THE_BOT]
        return problem.is_open and max(calendar.local_date(each.at) for each in told) < first

    def promised(self, problem: Problem) -> bool:
        """Whether anything is promised and not done."""
        return any(each.problem == problem.id and each.is_owed for each in self.everything.commitments)

    def confirmed(self, problem: Problem) -> bool:
        """Whether somebody said that what looked identifying is not."""
        kind = Happened.CONFIRMED_NOT_IDENTIFYING
        return any(each.problem == problem.id and each.kind is kind for each in self.everything.events)

    def tried(self, problem: Problem) -> bool:
        """Whether a solution has a next step."""
        own = [each for each in self.everything.tried if each.problem == problem.id]
        ours = {Trying.PROPOSED, Trying.RUNNING, Trying.ENDED}
        return problem.is_open and not problem.restricted and any(each.standing in ours for each in own)

    def _known(self) -> list[Problem]:
        return [each for each in self.everything.problems if sight(self.person, each, self.community).exists]

    def _asked(self) -> list[str]:
        known = {each.id: each for each in self._known() if each.is_open}
        waiting = [each for each in self.everything.participations if each.standing is Taking.ASKED]
        mine = [
            known[each.problem]
            for each in waiting
            if each.problem in known and self.charged(known[each.problem], each.institution)
        ]
        return [each.reference for each in mine]


TODAY = THURSDAY.date()  # in Val-Sauvage too
_PARTS: Mapping[Part, Callable[[Slowly, Problem], bool]] = {
    Part.ACKNOWLEDGE: lambda by, each: (
        each.state in {State.ROUTED, State.RETURNED} and by.charged(each, each.institution)
    ),
    Part.ACCEPT: lambda by, each: each.state is State.ACKNOWLEDGED and by.charged(each, each.institution),
    Part.TRY: lambda by, each: by.tried(each) and by.charged(each, each.institution),
    Part.ARBITRATE: lambda _, each: each.state is State.ARBITRATION,
    Part.UNOWNED: lambda by, each: by.unowned(each),
    Part.UNACKNOWLEDGED: lambda by, each: (
        each.state is State.ROUTED and each.answer_by < TODAY and not by.unowned(each)
    ),
    Part.UNPROMISED: lambda by, each: each.state is State.ACCEPTED and not by.promised(each),
    Part.QUIET: lambda by, each: by.silent(each),
    Part.DISPUTED: lambda _, each: each.state in {State.RETURNED, State.ARBITRATION},
    Part.STUCK: lambda by, each: each.is_open and each.id in by.everything.stuck,
    Part.CONFIRMED: lambda by, each: each.is_open and by.confirmed(each),
    Part.RESTRICTED: lambda _, each: each.is_open and each.restricted,
    Part.MINE: lambda by, each: each.reporter == by.person.id,
}
