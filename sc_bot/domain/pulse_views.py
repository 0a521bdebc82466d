"""What the pulse shows to one reader, as values. Institutions in alphabetical order: nobody is ranked."""

from dataclasses import dataclass
from datetime import date

from sc_bot.domain.community import Institution, Localised
from sc_bot.domain.pulse import Lines, Wave
from sc_bot.domain.pulse_cells import Cell
from sc_bot.domain.pulse_measures import Measures
from sc_bot.domain.views import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseRow:
    """One group, now and a wave earlier; without `between` and `lines` it is the whole. None: not to be shown."""

    between: tuple[Localised, Localised] | None = None
    lines: Lines | None = None
    cell: Cell | None = None
    before: Cell | None = None
    measures: Measures | None = None
    measures_before: Measures | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseView:
    """The latest results that a reader may see, and what they can do. `asks` is the wave that they may answer now."""

    reader: Reader
    wave: Wave | None = None
    before: Wave | None = None
    whole: PulseRow | None = None
    interfaces: tuple[PulseRow, ...] = ()
    lines: tuple[PulseRow, ...] = ()
    asks: int | None = None
    until: date | None = None
    under_way: bool = False
    sees_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseAsk:
    """What somebody is asked: about which institutions they may speak, until when."""

    reader: Reader
    wave: int
    home: Localised
    partners: tuple[Institution, ...]
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseEntry:
    """One group of one wave, as a row of a workbook; `ends_on` names the wave."""

    ends_on: date
    row: PulseRow
