"""The pulse on every screen: asked, reminded, thanked for, begun, shown whole and in part."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sc_bot.domain.common_answers import PulseAnswered, PulseBegun
from sc_bot.domain.pulse import Wave
from sc_bot.domain.pulse_cells import HIGHEST, LOWEST, Cell, Grouping
from sc_bot.domain.pulse_measures import Measures
from sc_bot.domain.pulse_views import PulseAsk, PulseRow, PulseView
from sc_bot.ports import Message
from sc_bot.presentation import pulse
from sc_bot.presentation.blocks import message
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.windows.pulse import pulse_window
from tests.presentation.samples import GROUP, HOSPITAL, region, view, words

LAST = date(2026, 12, 15)
MEANS = (3.0, 3.4, LOWEST, HIGHEST, None, 2.8, 4.0)
WAVE = Wave(
    id=1, workspace="T1", community=1, day=date(2026, 12, 1), begun_on=date(2026, 12, 1), ends_on=LAST,
    since=date(2026, 9, 1), ended_on=LAST,
)  # fmt: skip


def cell(grouping: Grouping, people: int | None = 10) -> Cell:
    """What was published of a group."""
    return Cell(grouping=grouping, people=people, means=MEANS)


def row(grouping: Grouping, **changes: object) -> PulseRow:
    """One group with a time before."""
    between = (HOSPITAL, GROUP) if grouping is Grouping.INTERFACE else None
    figures = Measures(
        between=("A", "B"), answered=3, days=1.5, returns=1, accepted=3, right_first=2, joint=1
    )  # fmt: skip
    usual = PulseRow(
        between=between,
        lines=(1, 2) if grouping is Grouping.LINES else None,
        cell=cell(grouping),
        before=cell(grouping),
        measures=figures if between else None,
        measures_before=replace(figures, days=None) if between else None,
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def pulse_view(language: str, **changes: object) -> PulseView:
    """The latest results as somebody sees them."""
    shown, hidden = row(Grouping.INTERFACE), row(Grouping.INTERFACE, cell=None, before=None, measures_before=None)
    usual = PulseView(
        reader=view(language).reader,
        wave=WAVE,
        before=WAVE,
        whole=row(Grouping.WHOLE),
        interfaces=(shown, hidden),
        lines=(row(Grouping.LINES),),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # as above


def ask(language: str) -> PulseAsk:
    """What somebody is asked."""
    partners = region().institutions
    return PulseAsk(reader=view(language).reader, wave=1, home=HOSPITAL, partners=partners, until=LAST)


def pulse_messages(language: str) -> Iterator[tuple[str, Message]]:
    """Everything that is said about the pulse."""
    to = words(language)
    yield "pulse invitation", pulse.invitation(ask(language))
    line, blocks = pulse.reminder(to, 1)
    yield "pulse, reminded", message([line], blocks)
    yield "pulse thanks", pulse.thanks(to, PulseAnswered(community=1, until=LAST))
    for invited in (1, 40):
        yield f"pulse begun, {invited}", pulse.begun(to, PulseBegun(community=1, invited=invited, until=LAST))
    for name, each in _views(language):
        yield f"pulse, {name}", pulse.latest(each)
        yield f"pulse, {name}, all", pulse.everything(each)
        yield f"pulse, {name}, digest", message(pulse.in_digest(to, each, 3), [])


def _views(language: str) -> Iterator[tuple[str, PulseView]]:
    yield "none yet", pulse_view(language, wave=None, before=None, whole=None, interfaces=(), lines=())
    yield "asked now", pulse_view(language, asks=2, until=LAST, under_way=True)
    yield "under way", pulse_view(language, until=LAST, under_way=True, sees_all=True)
    yield "one interface", pulse_view(language, interfaces=(row(Grouping.INTERFACE, before=None),))
    yield "one of all", pulse_view(language, interfaces=(row(Grouping.INTERFACE),), sees_all=True)
    yield "too few", pulse_view(language, whole=row(Grouping.WHOLE, cell=cell(Grouping.WHOLE, None)), lines=())
    yield "nobody", pulse_view(language, whole=row(Grouping.WHOLE, cell=None), lines=())


def pulse_windows(language: str) -> Iterator[tuple[str, WindowJson]]:
    """The seven questions."""
    yield "pulse, the questions", pulse_window(ask(language))
