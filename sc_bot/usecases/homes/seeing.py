"""Read a Home: every part with its first lines, or one page of one part; a constant number of statements."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sc_bot.calendar import calendar_of
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Person
from sc_bot.domain.homes import A_PAGE, HomeView, Line, PageOf, Part, Section
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.homes.lines import Lines, general_manager_home
from sc_bot.usecases.homes.scope import parts_of, scope_of
from sc_bot.usecases.lessons.news import tally_for
from sc_bot.usecases.meetings.seeing import next_to_run
from sc_bot.usecases.showing import reader_of

MOST_BLOCKS = 94  # of Slack's hundred, beside what stands in front: community, absence, buttons, lessons, meeting
OF_A_DIGEST = 30  # blocks: its lines with their buttons, and its figures
MOST_DIVIDED = 16  # parts with a line above each
SHOWN = 5  # lines of one part on the front
TWO_BLOCKS = 3  # parts whose lines have a row of buttons of their own

_READ_WHOLE = (Part.PROMISES, Part.JOINT, Part.INSTITUTION, Part.UNREACHABLE, Part.UNSIGNED, Part.CHARTER, Part.HEALTH)
"""Parts that are few by nature: they are read, and then counted."""


def home_of_person(uow: UnitOfWork, place: Place, person: Person, now: datetime, page: PageOf) -> HomeView:
    """A person's Home as of now; `place` is as of now too. A page that is theirs no longer shows the front."""
    scope = scope_of(place, person, now)
    lines = Lines(uow, place, person, now, scope)
    parts = parts_of(place.community, person, scope)
    chosen = page.part if page.part in parts else None
    wanted = [chosen] if chosen else parts
    counts = uow.overview.counts(place, scope, [each for each in wanted if each not in _READ_WHOLE])
    digest = None if chosen else general_manager_home(lines)
    room = MOST_BLOCKS - (OF_A_DIGEST if digest else 0)
    is_tight = len(wanted) > MOST_DIVIDED
    shown = A_PAGE if chosen else shown_of_each(len(wanted), room, heads=1 if is_tight else 2)
    read = _Parts(lines, counts, shown, page.skipped if chosen else 0)
    sections = [read.section(each) for each in wanted]
    return HomeView(
        reader=reader_of(place, person),
        day=calendar_of(place.community, person).local_date(now),
        sections=tuple(each for each in sections if each.count or chosen),
        manages=facilitates(person, place.community),
        community=place.id,
        is_page=chosen is not None,
        is_tight=is_tight,
        digest=digest,
        away=place.community.absence_of(person.id),
        lessons=None if chosen else tally_for(uow, place, person),
        meeting=None if chosen else next_to_run(uow, place, person, now),
    )


def shown_of_each(parts: int, room: int, heads: int) -> int:
    """How many lines of each part fit into a Home: each part has a head and, where there is room, a line above it."""
    return min(SHOWN, (room - heads * parts) // (parts + TWO_BLOCKS))


class _Parts:
    """Reads the lines of each part that has any."""

    def __init__(self, lines: Lines, counts: Mapping[Part, int], shown: int, skipped: int) -> None:
        self._lines, self._counts, self._shown, self._skipped = lines, counts, shown, skipped

    def section(self, part: Part) -> Section:
        """One part, cut to the page."""
        match part:
            case Part.PROMISES:
                owed = self._lines.owed()
                return self._cut(part, len(owed), lambda page: self._lines.promises(owed[page]))
            case Part.JOINT:
                asked = self._lines.joint()
                return self._cut(part, len(asked), lambda page: asked[page])
            case Part.UNREACHABLE:
                people = self._lines.unreachable()
                return self._cut(part, len(people), lambda page: people[page])
            case Part.HEALTH:
                lacking = self._lines.health()
                return self._cut(part, len(lacking), lambda page: lacking[page])
            case Part.UNSIGNED:
                partners = self._lines.unsigned()
                return self._cut(part, len(partners), lambda page: partners[page])
            case Part.CHARTER:
                own = self._lines.charter()
                return self._cut(part, len(own), lambda page: own[page])
            case Part.INSTITUTION:
                glances = self._lines.institutions()
                return self._cut(part, len(glances), lambda page: glances[page])
            case _:
                return self._cut(part, self._counts[part], lambda page: self._some(part, page.start))

    def _cut(self, part: Part, count: int, read: Callable[[slice], Sequence[Line]]) -> Section:
        """The lines of the page; one behind the end is the last one."""
        first = min(self._skipped, (max(count, 1) - 1) // self._shown * self._shown)
        lines = read(slice(first, first + self._shown)) if count else ()
        return Section(part=part, count=count, lines=tuple(lines), skipped=first)

    def _some(self, part: Part, first: int) -> Sequence[Line]:
        place, scope, overview = self._lines.place, self._lines.scope, self._lines.uow.overview
        if part is Part.CONTRIBUTE:
            return self._lines.asked(overview.asked(place, scope, limit=self._shown, skipped=first))
        return self._lines.problems(overview.problems(place, scope, part, limit=self._shown, skipped=first))
