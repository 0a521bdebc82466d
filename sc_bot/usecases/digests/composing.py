"""The first screen of a digest, for one reader or for many: what they share is read once."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property

from sc_bot.calendar import calendar_of
from sc_bot.domain.access import Access, access_of
from sc_bot.domain.answerable import directs, facilitates
from sc_bot.domain.charter import Signature, unsigned
from sc_bot.domain.community import Community, Institution, Person
from sc_bot.domain.counts import CommunityCounts
from sc_bot.domain.deadlocks import Stage, may_know
from sc_bot.domain.digest_views import DigestView, Solved
from sc_bot.domain.digests import ONE_WEEK, Kind, day_of, digest_of, kinds_of
from sc_bot.domain.events import Happened
from sc_bot.domain.lesson_lines import LessonNews
from sc_bot.domain.problems import Problem, Verdict
from sc_bot.domain.texts import Text, TextKind
from sc_bot.domain.views import MorningView
from sc_bot.domain.visibility import sight
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.deadlocks.seeing import open_deadlocks
from sc_bot.usecases.decisions.seeing import OpenDecisions
from sc_bot.usecases.digests.sending import counts_now
from sc_bot.usecases.followups.morning import morning_of
from sc_bot.usecases.lessons.news import LessonsNews
from sc_bot.usecases.meetings.seeing import ComingMeetings
from sc_bot.usecases.reading_lists import public_views, titles_of
from sc_bot.usecases.showing import reader_of

LOOKED_AT = 20  # solved problems among which the one to tell of is found


class Composer:
    """Composes the digests of one community and one week.

    Args:
        uow: reads only.
        place: the community, as of now.
        week: the Monday of the week.
        now: the product's time.
        live: count now, for somebody who asks in between; else as it was when the week's first digest was sent.
    """

    def __init__(self, uow: UnitOfWork, place: Place, week: date, now: datetime, *, live: bool = False) -> None:
        self._uow, self._place, self._week, self._now, self._live = uow, place, week, now, live
        self._quotes: dict[int, str] = {}

    @cached_property
    def counts(self) -> CommunityCounts:
        """What is counted."""
        kept = () if self._live else self._uow.counts.kept(self._place, self._week, 1)
        standing = next((counts for week, counts in kept if week == self._week), None)
        return standing or counts_now(self._uow, self._place, self._week, self._now)

    def first_screen(self, person: Person, *, late: bool = False) -> DigestView:
        """What one person reads first; with the list of the morning on the digest's own day."""
        community, counts = self._place.community, self.counts
        home = self.home_of(person)
        calendar = calendar_of(community, person)
        day = day_of(self._week, digest_of(community, person), calendar)
        is_its_day = calendar.local_date(self._now) == day
        return DigestView(
            reader=reader_of(self._place, person),
            community=self._place.id,
            week=self._week,
            day=calendar.local_date(self._now) if self._live else day,
            kinds=kinds_of(person),
            institution=home.name if home else None,
            own=counts.of(home.id) if home else None,
            whole=counts.whole,
            unassigned=counts.of(None).open,
            since=counts.since,
            until=counts.until,
            decisions=tuple(self._asked.of(person, counts.until)) if Kind.MANAGER in kinds_of(person) else (),
            raised=self._raised_for(person) if Kind.MANAGER in kinds_of(person) else (),
            solved=self._told_of(person),
            morning=self._morning(person) if is_its_day or self._live else None,
            meetings=self._meetings.of(person),
            late=late,
            lessons=self.lessons_for(person),
            to_sign=self._is_to_sign(person),
        )

    def _is_to_sign(self, person: Person) -> bool:
        """Whether the charter is new, and not signed by them."""
        made_at, signatures = self._charter
        is_new = made_at is not None and self._now - made_at <= ONE_WEEK
        return is_new and bool(unsigned(person, self._place.community, signatures))

    @cached_property
    def _charter(self) -> tuple[datetime | None, Sequence[Signature]]:
        """When the charter's present version was made, and who has signed it."""
        charter = self._uow.charters.current(self._place)
        if charter is None:
            return None, ()
        return charter.made_at, self._uow.charters.signatures(self._place, charter.number)

    def _morning(self, person: Person) -> MorningView | None:
        """The list of the day; not even looked for where nothing can be asked."""
        community = self._place.community
        only_manages = kinds_of(person) == (Kind.MANAGER,) and not _answers(person, community)
        may_be_asked = not only_manages or person.id in self._owing or community.away
        return morning_of(self._uow, self._place, person, self._now) if may_be_asked else None

    def lessons_for(self, person: Person) -> LessonNews:
        """What is new about lessons."""
        return self._lessons.of(person)

    @cached_property
    def _lessons(self) -> LessonsNews:
        return LessonsNews(self._uow, self._place, self.counts.since)

    @cached_property
    def _meetings(self) -> ComingMeetings:
        """What meets soon, read once for all of them."""
        return ComingMeetings(self._uow, self._place, self._now)

    @cached_property
    def _asked(self) -> OpenDecisions:
        """What general managers are asked to decide, read once for all of them."""
        return OpenDecisions(self._uow, self._place, self._now)

    def _raised_for(self, person: Person) -> tuple[str, ...]:
        """What is stuck before the general managers, as far as this one may know of it."""
        community = self._place.community
        return tuple(each.reference for each in self._raised if may_know(person, each, community))

    @cached_property
    def _raised(self) -> list[Problem]:
        found = open_deadlocks(self._uow, self._place, Stage.STEERING)
        about = {each.id: each for each in self._uow.problems.several([one.problem for one in found])} if found else {}
        return [about[each.problem] for each in found]

    def home_of(self, person: Person) -> Institution | None:
        """The institution whose figures are this reader's own."""
        return self._place.community.institution(person.institution) if person.institution else None

    def solved(self, person: Person, limit: int) -> tuple[Solved, ...]:
        """What was solved, what nobody believed in first; as far as this reader may know of it."""
        community = self._place.community
        seen = [each for each in self._solved if sight(person, each, community).exists][:limit]
        views = public_views(self._place, seen, person, self._titles)
        return tuple(
            Solved(
                problem=view,
                first_unsolvable=problem.unresolvable,
                quote=self._quotes.get(problem.id),
                access=self._access.get(problem.id),
            )
            for problem, view in zip(seen, views, strict=True)
        )

    def _told_of(self, person: Person) -> Solved | None:
        return next(iter(self.solved(person, 1)), None)

    @cached_property
    def _solved(self) -> list[Problem]:
        found = self._uow.problems.solved_between(self._place, self.counts.since, self.counts.until, LOOKED_AT)
        texts = self._uow.history.some_texts([each.id for each in found], TextKind.QUOTE)
        self._quotes.update({each.problem: each.body for each in texts})
        return sorted(found, key=self._worth)

    def _worth(self, problem: Problem) -> tuple[bool, bool, bool]:
        """What is told of first: what nobody believed in, then what is told in its author's words."""
        return not problem.unresolvable, problem.id not in self._quotes, problem.verdict is not Verdict.YES

    @cached_property
    def _access(self) -> dict[int, Access]:
        """What was measured before and since."""
        found = self._uow.history.some_steps([each.id for each in self._solved], Happened.MEASURED)
        known = {each.problem: access_of(step for step in found if step.problem == each.problem) for each in found}
        return {problem: each for problem, each in known.items() if each is not None and each.is_compared}

    @cached_property
    def _titles(self) -> Sequence[Text]:
        return titles_of(self._uow, self._solved)

    @cached_property
    def _owing(self) -> frozenset[str]:
        return self._uow.commitments.owing(self._place)


def _answers(person: Person, community: Community) -> bool:
    """Whether what is reported may come to them, beside their roles: as a delegate, or for the facilitator."""
    return facilitates(person, community) or any(directs(person, community, each.id) for each in community.institutions)
