"""The rest of a digest: read when somebody asks for it, part by part, each a few lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Localised, Person
from sc_bot.domain.counts import CommunityCounts, Tally, Wait
from sc_bot.domain.digest_views import RestView, WaitView
from sc_bot.domain.digests import ONE_WEEK, Kind, kinds_of
from sc_bot.domain.due import Due
from sc_bot.domain.problems import Problem
from sc_bot.domain.views import CommitmentView, ProblemView
from sc_bot.domain.visibility import sight
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.deadlocks.seeing import seen_deadlocks
from sc_bot.usecases.digests.composing import Composer
from sc_bot.usecases.joint_reading import LookingOn, joint_changes_of
from sc_bot.usecases.lessons.news import across
from sc_bot.usecases.promises import Looking
from sc_bot.usecases.pulse.seeing import pulse_news
from sc_bot.usecases.reading_lists import public_views, titles_of
from sc_bot.usecases.showing import reader_of

LINES = 5  # of each part
LOOKED_AT = 50  # of each part, among which the reader may know of the lines that are shown


def rest_of(uow: UnitOfWork, place: Place, person: Person, week: date, now: datetime) -> RestView:
    """What lies behind the first screen of a week's digest, for one reader."""
    composer = Composer(uow, place, week, now)
    home = composer.home_of(person)
    reading = _Reading(uow, place, person, home.id if home else None, now)
    counts, before = composer.counts, _week_before(uow, place, week)
    waits = reading.waits()
    decides = bool({Kind.MANAGER, Kind.COMMITTEE, Kind.FACILITATOR} & {*kinds_of(person)})
    return RestView(
        reader=reader_of(place, person),
        institution=home.name if home else None,
        until=counts.until,
        now=_tally(counts, reading.home),
        before=_tally(before, reading.home) if before else None,
        before_on=calendar_of(place.community, person).local_date(before.until) if before else None,
        oldest=reading.oldest(),
        late=reading.promises(uow.commitments.late_in(place, reading.home, now, LOOKED_AT)),
        redated=reading.promises(uow.commitments.redated_in(place, reading.home, counts.since, LOOKED_AT)),
        kept=reading.promises(uow.commitments.kept_in(place, reading.home, counts.since, LOOKED_AT)),
        they_wait=tuple(view for wait, view in waits if wait.waited_for == reading.home)[:LINES],
        we_wait=tuple(view for wait, view in waits if wait.waiting == reading.home)[:LINES],
        solved=composer.solved(person, LINES),
        tried=reading.tried(),
        freed=uow.counts.freed(place),
        joint=LookingOn(uow, place, person, now).lines(joint_changes_of(uow, place), LINES),
        lessons=composer.lessons_for(person),
        across=across(uow, place, person),
        deadlocks=seen_deadlocks(uow, place, person, now, limit=LINES) if decides else (),
        stuck=counts.deadlocks if decides else None,
        pulse=pulse_news(uow, place, person, now),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads the parts for one reader; `home` None: the whole community."""

    uow: UnitOfWork
    place: Place
    person: Person
    home: str | None
    now: datetime

    def oldest(self) -> tuple[ProblemView, ...]:
        """The oldest open problems."""
        problems = self.uow.problems
        found = problems.open_in(self.place, LOOKED_AT)
        if self.home is not None:
            found = problems.open_at(self.place, self.home, LOOKED_AT)
        return tuple(self._views(self._seen(found)[:LINES]))

    def promises(self, found: Sequence[Commitment]) -> tuple[CommitmentView, ...]:
        """Promises, as the reader may read them."""
        looking = Looking(self.uow, self.place, self.person, self.now)
        problems = {each.id: each for each in self._seen(self._problems([each.problem for each in found]))}
        shown = [each for each in found if each.problem in problems][:LINES]
        return tuple(looking.at(problems[each.problem], each) for each in shown)

    def tried(self) -> tuple[tuple[ProblemView, Due], ...]:
        """What is tried, the first to end first."""
        running = self.uow.tryouts.running_in(self.place, LOOKED_AT)
        seen = self._seen(self._problems([each.problem for each in running]))
        views = {problem.id: view for problem, view in zip(seen, self._views(seen), strict=True)}
        known = [(views[each.problem], each.until) for each in running if each.problem in views]
        return tuple((view, until) for view, until in known[:LINES] if until is not None)

    def waits(self) -> list[tuple[Wait, WaitView]]:
        """What is waited for, from both sides."""
        if self.home is None:
            return []
        waits = self.uow.counts.waits(self.place, self.home, self.now, LOOKED_AT)
        seen = self._seen(self._problems([each.problem for each in waits]))
        views = {problem.id: view for problem, view in zip(seen, self._views(seen), strict=True)}
        return [(each, self._wait(each, views[each.problem])) for each in waits if each.problem in views]

    def _wait(self, wait: Wait, problem: ProblemView) -> WaitView:
        return WaitView(
            reference=f"{wait.reference}.{wait.number}" if wait.number else wait.reference,
            problem=problem,
            kind=wait.kind,
            waiting=self._name(wait.waiting),
            waited_for=self._name(wait.waited_for),
        )

    def _views(self, problems: Sequence[Problem]) -> list[ProblemView]:
        return public_views(self.place, problems, self.person, titles_of(self.uow, problems))

    def _name(self, institution: str) -> Localised:
        known = self.place.community.institution(institution)
        return known.name if known else Localised(institution, institution)

    def _problems(self, ids: Sequence[int]) -> Sequence[Problem]:
        return self.uow.problems.several(sorted(set(ids)))

    def _seen(self, problems: Sequence[Problem]) -> list[Problem]:
        return [each for each in problems if sight(self.person, each, self.place.community).exists]


def _week_before(uow: UnitOfWork, place: Place, week: date) -> CommunityCounts | None:
    return next((counts for _, counts in uow.counts.kept(place, week - ONE_WEEK, 1)), None)


def _tally(counts: CommunityCounts, home: str | None) -> Tally:
    return counts.of(home) if home else counts.whole
