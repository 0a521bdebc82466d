"""A workbook's content, read while it is written: page after page of problems, each sheet on its own."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from typing import TypeVar

from sc_bot.domain.community import Language, Person, Role
from sc_bot.domain.events import Happened
from sc_bot.domain.exports import Book, Cover, DateRow, Dossier, Export, ProblemRow, PromiseRow, StepRow, Wanted
from sc_bot.domain.problems import State
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.exporting.deciding import decision_rows, open_questions
from sc_bot.usecases.exporting.joint_changes import joint_rows
from sc_bot.usecases.exporting.lessons import lesson_rows
from sc_bot.usecases.exporting.looking import Looker
from sc_bot.usecases.exporting.meeting import committee_rows
from sc_bot.usecases.exporting.rows import OF_DATES, date_rows, problem_row, promise_rows, step_rows
from sc_bot.usecases.exporting.stuck import deadlock_rows, open_stuck
from sc_bot.usecases.pulse.seeing import entries_of

PAGE = 500  # problems that are read at once
PASSES = 5  # how often they are read: the first sheet, problems, promises, dates, history
WEEKS = 12  # of the trend on the first sheet
AT_FIRST = timedelta(days=42)  # without an earlier workbook, changes are told since about one meeting ago

Row = TypeVar("Row")
_PROMISED = frozenset({TextKind.COMMITMENT})
_FROM_THE_GROUND = frozenset({Happened.MEASURED, Happened.REORGANISED})


def steering(place: Place, language: Language) -> Person:
    """Who reads a workbook that is made on the command line: what the support committee sees, with nobody's name.

    It is handed on to anybody who sits there, so nothing of it is what an author keeps from a director.
    """
    roles = (Role.GENERAL_MANAGER, Role.SUPPORT_COMMITTEE)
    return Person(id="", name="", roles=roles, language=language, timezone=place.community.settings.timezone)


def book_of(
    uow: UnitOfWork,
    place: Place,
    reader: Person,
    export: Export,
    now: datetime,
    *,
    advance: Callable[[int], None] = lambda _problems: None,
) -> Book:
    """Everything that one reader may see of a community; `advance` hears how many problems were read."""
    people = uow.communities.people(place.id, active_only=False)
    homes = {each.id: each.institution for each in people}
    looker = Looker(place, reader, now, homes, {each.id: each.name or each.id for each in people})
    reading = _Reading(uow, looker, advance)
    problems, steps = uow.exports.sizes(place)
    return Book(
        problems=reading.problems,
        promises=reading.promises,
        dates=reading.dates,
        steps=reading.steps,
        deadlocks=partial(deadlock_rows, uow, looker),
        decisions=lambda: chain(decision_rows(uow, looker), committee_rows(uow, looker)),
        joint_changes=partial(joint_rows, uow, looker),
        lessons=partial(lesson_rows, uow, looker),
        cover=partial(reading.cover, export),
        problems_at_most=problems,
        steps_at_most=steps,
        pulse=partial(entries_of, uow, place, reader),
    )


class _Reading:
    """One reader's way through the community."""

    def __init__(self, uow: UnitOfWork, looker: Looker, advance: Callable[[int], None]) -> None:
        self._uow, self._looker, self._advance = uow, looker, advance

    def problems(self) -> Iterator[ProblemRow]:
        kinds = frozenset({TextKind.TITLE, TextKind.DESCRIPTION, TextKind.STATEMENT, TextKind.OBJECTIVE})
        steps, reader = _FROM_THE_GROUND, self._looker.person.slack_id
        wanted = Wanted(texts=kinds, steps=steps, promises=True, card_of=reader)
        rows = (problem_row(self._looker, each) for each in self._all(wanted))
        return (each for each in rows if each is not None)

    def promises(self) -> Iterator[PromiseRow]:
        steps, reader = frozenset({Happened.REORGANISED}), self._looker.person.slack_id
        wanted = Wanted(texts=_PROMISED, steps=steps, promises=True, card_of=reader)
        return self._each(promise_rows, wanted)

    def dates(self) -> Iterator[DateRow]:
        return self._each(date_rows, Wanted(texts=frozenset({TextKind.REASON}), steps=OF_DATES, promises=True))

    def steps(self) -> Iterator[StepRow]:
        kinds = frozenset(TextKind) - {TextKind.ON_BEHALF}
        return self._each(step_rows, Wanted(texts=kinds, steps=frozenset(Happened) - {Happened.TYPED}))

    def cover(self, export: Export) -> Cover:
        looker, since = self._looker, export.since
        counts = self._uow.counts.of(looker.place, since or looker.now - AT_FIRST, looker.now)
        home = looker.person.institution
        return Cover(
            community=looker.place.community.settings.name,
            reader=looker.person.name,
            reader_institution=looker.name(home),
            as_of=looker.now.astimezone(looker.calendar.timezone),
            since=looker.day(since),
            meeting=export.meeting.astimezone(looker.calendar.timezone) if export.meeting else None,
            counts=counts,
            own=counts.of(home) if home else None,
            arbitration=self._in_arbitration(),
            stuck=open_stuck(self._uow, looker),
            freed=self._uow.counts.freed(looker.place),
            decisions=open_questions(self._uow, looker),
            weeks=tuple(self._uow.counts.kept(looker.place, looker.today, WEEKS)),
            names={each.id: each.name for each in looker.place.community.institutions},
        )

    def _in_arbitration(self) -> int:
        """How many problems are before the support committee."""
        known = (each.problem for each in self._all(Wanted()) if self._looker.sees(each.problem).exists)
        return sum(each.state is State.ARBITRATION for each in known)

    def _each(self, rows: Callable[[Looker, Dossier], Iterable[Row]], wanted: Wanted) -> Iterator[Row]:
        for each in self._all(wanted):
            yield from rows(self._looker, each)

    def _all(self, wanted: Wanted) -> Iterator[Dossier]:
        """Every dossier, a page at a time; what was read before is let go."""
        last = 0
        while page := self._uow.exports.dossiers(self._looker.place, wanted, last, PAGE):
            yield from page
            last = page[-1].problem.id
            self._advance(len(page))
