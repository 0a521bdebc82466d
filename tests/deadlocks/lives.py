"""A region in which problems get stuck: who reports, promises, waits and looks, through the use cases."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from sc_bot.domain.answers import Answer, Promised, Recorded
from sc_bot.domain.deadlocks import Deadlock, Way
from sc_bot.domain.due import Due
from sc_bot.domain.problems import Closing, Problem, Verdict
from sc_bot.ports import Place
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.changing import Need, NewDate, cancel_commitment, keep_commitment, redate_commitment
from sc_bot.usecases.commitments.making import Promise, make_commitment
from sc_bot.usecases.deadlocks.ending import Ending, end_deadlock
from sc_bot.usecases.deadlocks.finding import look_for_deadlocks
from sc_bot.usecases.deadlocks.perceiving import perceive
from sc_bot.usecases.deadlocks.waiting import block
from sc_bot.usecases.joining.merging import merge_problem
from sc_bot.usecases.participations.answering import accept_contribution
from sc_bot.usecases.participations.inviting import Request, ask_contribution
from sc_bot.usecases.problems.author import verify_problem
from sc_bot.usecases.problems.director import Close, Return, accept_problem, close_problem, return_problem
from sc_bot.usecases.problems.facilitator import assign_lead
from sc_bot.usecases.problems.report import Report, report_problem
from storage.database import StoredDatabase
from tests.house import THURSDAY, region
from tests.stories.looking import rows

WORKSPACE, ZONE = "T0ESTRIE0", "America/Toronto"
LATER = Due(date(2027, 3, 1))
WHY = "Le poste est vacant"


@dataclass
class Lives:
    """What people do, each request its own; `now` is moved by hand."""

    database: StoredDatabase
    url: str
    now: datetime = THURSDAY
    requests: Iterator[int] = field(default_factory=count)

    def asked(self, who: str) -> Asked:
        """A request of somebody of the region."""
        person = region().person(who)
        slack_id = person.slack_id if person and person.slack_id else who
        return Asked(workspace=WORKSPACE, slack_id=slack_id, request=f"stuck-{next(self.requests)}", now=self.now)

    def on(self, day: str, at: time = time(9)) -> "Lives":
        """It is this day in Val-Sauvage."""
        self.now = datetime.combine(date.fromisoformat(day), at, ZoneInfo(ZONE)).astimezone(UTC)
        return self

    def reports(self, text: str = WHY, *, by: str = "CVE-S1", to: str = "HSF", unsolvable: bool = False) -> str:
        """Somebody reports; returns the reference."""
        report = Report(description=text, institution=to, unresolvable=unsolvable)
        answer = report_problem(self.database, self.asked(by), report)
        assert isinstance(answer, Recorded)
        return answer.reference

    def accepts(self, reference: str, by: str = "HSF-MD") -> None:
        """A director leads."""
        accept_problem(self.database, self.asked(by), reference)

    def joins(self, reference: str, institution: str, lead: str = "HSF-MD") -> None:
        """A partner contributes."""
        ask_contribution(self.database, self.asked(lead), reference, Request(institution=institution, what=WHY))
        accept_contribution(self.database, self.asked(f"{institution}-MD"), reference, institution)

    def promises(self, reference: str, by: str = "HSF-MD", *, after: tuple[str, ...] = (), what: str = WHY) -> str:
        """A director promises; returns the reference."""
        promise = Promise(what=what, due=LATER, zone=ZONE, depends_on=after)
        answer = make_commitment(self.database, self.asked(by), reference, promise)
        assert isinstance(answer, Promised)
        return answer.reference

    def waits(self, promise: str, *firsts: str, by: str = "HSF-MD", needs: str = WHY) -> Answer:
        """A promise is blocked until others are kept."""
        return block(self.database, self.asked(by), promise, Need(needs=needs, waits_for=firsts))

    def keeps(self, promise: str, by: str = "HSF-MD") -> Answer:
        """It is done."""
        return keep_commitment(self.database, self.asked(by), promise, "", None)

    def cancels(self, promise: str, by: str = "HSF-MD") -> Answer:
        """It is given up."""
        return cancel_commitment(self.database, self.asked(by), promise, WHY, None)

    def redates(self, promise: str, days: int, by: str = "HSF-MD") -> Answer:
        """Another date."""
        given = NewDate(due=Due(LATER.day + timedelta(days=days)), zone=ZONE, reason=WHY)
        return redate_commitment(self.database, self.asked(by), promise, given)

    def merges(self, reference: str, into: str, by: str = "ADV-1") -> Answer:
        """It goes on under another."""
        return merge_problem(self.database, self.asked(by), reference, into)

    def returns(self, reference: str, to: str, by: str) -> Answer:
        """Sent back."""
        return return_problem(self.database, self.asked(by), reference, Return(reason=WHY, institution=to))

    def assigns(self, reference: str, to: str, by: str = "SC-4") -> Answer:
        """The support committee names who leads."""
        return assign_lead(self.database, self.asked(by), reference, to, WHY, None)

    def closes(self, reference: str, by: str = "HSF-MD", *, still: bool | None = None) -> Answer:
        """Closed as solved."""
        given = Close(closing=Closing.SOLVED, reason=WHY, still_unsolvable=still)
        return close_problem(self.database, self.asked(by), reference, given)

    def says(self, reference: str, verdict: Verdict, by: str = "CVE-S1") -> Answer:
        """The author says whether it changed."""
        return verify_problem(self.database, self.asked(by), reference, verdict)

    def perceives(self, reference: str, by: str) -> Answer:
        """Perceived as unsolvable."""
        return perceive(self.database, self.asked(by), reference)

    def decides(self, reference: str, way: Way, by: str = "SC-4", institution: str | None = None) -> Answer:
        """A decision is recorded."""
        return end_deadlock(
            self.database, self.asked(by), reference, Ending(way=way, words=WHY, institution=institution)
        )

    def looks(self) -> int:
        """The tick."""
        return look_for_deadlocks(self.database, self.now)

    def place(self) -> Place:
        """The community, now."""
        with self.database.reading() as uow:
            return uow.communities.in_workspace(WORKSPACE)[0].at(self.now)

    def problem(self, reference: str) -> Problem:
        """As it stands."""
        with self.database.reading() as uow:
            found = uow.problems.get(WORKSPACE, reference)
        assert found is not None
        return found

    def deadlocks(self, reference: str) -> list[Deadlock]:
        """Every one of a problem, in order."""
        with self.database.reading() as uow:
            return list(uow.deadlocks.of(self.problem(reference).id))

    def signs(self, reference: str) -> list[str]:
        """The signs of the last one."""
        return [each.value for each in self.deadlocks(reference)[-1].signs]

    def told(self, reference: str, kind: str) -> list[list[str]]:
        """The details of each step of a kind in a problem's history."""
        about = self.problem(reference).id
        steps = (each for each in rows(self.url, "events") if each["problem"] == about and each["kind"] == kind)
        return [each["details"] for each in steps]  # type: ignore[misc] # a list of words
