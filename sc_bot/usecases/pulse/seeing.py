"""What the pulse shows to one reader: what was published, nothing before a wave is over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sc_bot.calendar import working_calendar
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Localised, Person, Role
from sc_bot.domain.pulse import Wave, is_asked, reminder_day
from sc_bot.domain.pulse_cells import Cell, Grouping
from sc_bot.domain.pulse_measures import Measures
from sc_bot.domain.pulse_views import PulseEntry, PulseRow, PulseView
from sc_bot.ports import Database, Place, Results, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of_reading
from sc_bot.usecases.showing import reader_of

NEWS = timedelta(days=14)
"""As long after a wave has ended, digests tell of it."""
MOST_WAVES = 20  # in a workbook: five years
_SEE_ALL = frozenset({Role.GENERAL_MANAGER, Role.SUPPORT_COMMITTEE, Role.EXTERNAL_INTERVENER, Role.MODERATOR})


def see_pulse(database: Database, asked: Asked) -> PulseView | None:
    """The latest results that somebody may see, and whether they are asked now; None without a community."""
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
        return pulse_of(uow, member.place, member.person, asked.now) if member else None


def pulse_of(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> PulseView:
    """For one reader."""
    today, last = working_calendar(place.community).local_date(now), uow.pulse.last(place)
    under_way = last is not None and last.takes_answers(today)
    asks = last.id if last and under_way and _may_answer(uow, place, person, last) else None
    view = results_of(uow, place, person)
    return PulseView(
        reader=view.reader,
        wave=view.wave,
        before=view.before,
        whole=view.whole,
        interfaces=view.interfaces,
        lines=view.lines,
        asks=asks,
        until=last.ends_on if last and under_way else None,
        under_way=under_way,
        sees_all=view.sees_all,
    )


def results_of(uow: UnitOfWork, place: Place, person: Person) -> PulseView:
    """What was published last, beside the time before."""
    reader, sees_all = reader_of(place, person), sees_every_interface(place, person)
    waves = uow.pulse.ended(place, 2)
    if not waves:
        return PulseView(reader=reader, sees_all=sees_all)
    found = [uow.pulse.results(each.id) for each in waves]
    both = _Both(place, found[0], found[1] if len(found) > 1 else Results())
    home = None if sees_all else person.institution or ""
    return PulseView(
        reader=reader,
        wave=waves[0],
        before=waves[1] if len(waves) > 1 else None,
        whole=both.row(Grouping.WHOLE, ("", "")),
        interfaces=tuple(sorted(both.interfaces(home), key=lambda row: _in_order(row, reader.language))),
        lines=tuple(both.row(Grouping.LINES, key) for key in both.keys(Grouping.LINES)),
        sees_all=sees_all,
    )


def sees_every_interface(place: Place, person: Person) -> bool:
    """Those who look at the community as a whole; anybody else sees the interfaces of their own institution."""
    return bool(_SEE_ALL & {*person.roles}) or facilitates(person, place.community)


def pulse_news(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> PulseView | None:
    """For a digest: what a wave showed that ended lately."""
    waves = uow.pulse.ended(place, 1)
    is_new = (
        waves and waves[0].ended_on and waves[0].ended_on > working_calendar(place.community).local_date(now) - NEWS
    )
    return results_of(uow, place, person) if is_new else None


def reminder_of(uow: UnitOfWork, place: Place, person: Person, day: date) -> int | None:
    """The wave of which somebody's list reminds them on that day, if it does."""
    last = uow.pulse.last(place)
    if last is None or last.ended_on is not None or day != reminder_day(last, working_calendar(place.community)):
        return None
    return last.id if _may_answer(uow, place, person, last) else None


def _may_answer(uow: UnitOfWork, place: Place, person: Person, wave: Wave) -> bool:
    able = place.archived is None and is_asked(person, place.community)
    return able and uow.pulse.has_answered(wave.id, person.id) is False


@dataclass(frozen=True, slots=True)
class _Both:
    """Two waves' results, side by side."""

    place: Place
    now: Results
    before: Results

    def interfaces(self, home: str | None) -> Iterator[PulseRow]:
        """Every interface of which something is known; those of one institution, if one is given."""
        pairs = dict.fromkeys([*self.keys(Grouping.INTERFACE), *(each.between for each in self.now.measures)])
        return (self.row(Grouping.INTERFACE, each) for each in pairs if home is None or home in each)

    def keys(self, grouping: Grouping) -> list[tuple[str, str]]:
        """The groups of which something was published, now or before, in one order."""
        both = [*self.now.cells, *self.before.cells]
        return sorted({each.key for each in both if each.grouping is grouping})

    def row(self, grouping: Grouping, key: tuple[str, str]) -> PulseRow:
        """One group."""
        return PulseRow(
            between=(self._name(key[0]), self._name(key[1])) if grouping is Grouping.INTERFACE else None,
            lines=(int(key[0]), int(key[1])) if grouping is Grouping.LINES else None,
            cell=_cell(self.now.cells, grouping, key),
            before=_cell(self.before.cells, grouping, key),
            measures=_measures(self.now.measures, key) if grouping is Grouping.INTERFACE else None,
            measures_before=_measures(self.before.measures, key) if grouping is Grouping.INTERFACE else None,
        )

    def _name(self, institution: str) -> Localised:
        known = self.place.community.institution(institution)
        return known.name if known else Localised(institution, institution)


def _cell(cells: Sequence[Cell], grouping: Grouping, key: tuple[str, str]) -> Cell | None:
    return next((each for each in cells if each.grouping is grouping and each.key == key), None)


def _measures(found: Sequence[Measures], key: tuple[str, str]) -> Measures | None:
    return next((each for each in found if each.between == key), None)


def _in_order(row: PulseRow, language: str) -> list[str]:
    return [each.in_(language).casefold() for each in row.between or ()]


def entries_of(uow: UnitOfWork, place: Place, person: Person) -> Iterator[PulseEntry]:
    """Every wave that is over, the newest first, group by group, as far as a reader may see."""
    home = None if sees_every_interface(place, person) else person.institution or ""
    language = reader_of(place, person).language
    for wave in uow.pulse.ended(place, MOST_WAVES):
        one = _Both(place, uow.pulse.results(wave.id), Results())
        rows = [one.row(Grouping.WHOLE, ("", "")), *(one.row(Grouping.LINES, key) for key in one.keys(Grouping.LINES))]
        rows += sorted(one.interfaces(home), key=lambda row: _in_order(row, language))
        yield from (PulseEntry(ends_on=wave.ends_on, row=each) for each in rows)
