"""Charts: where a picture says it faster. Drawn on a light ground of their own, so that dark mode changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from sc_bot.presentation.words import Words

GROUND, INK, GRID = "#ffffff", "#1d1c1d", "#dddddd"
INCHES, DOTS = (8.0, 4.2), 150  # 1,200 × 630 dots: sharp on a telephone, and as wide as Slack shows it


@dataclass(frozen=True, slots=True)
class Week:
    """One point of the trend."""

    day: date
    open: int
    overdue: int
    solved: int


def alt_text(words: Words, weeks: Sequence[Week]) -> str:
    """The same in words, for those who do not see it."""
    first, last = weeks[0], weeks[-1]
    return words.t(
        "From {start} to {end}: open {open_first} then {open_last}; overdue {late_first} then {late_last}; solved in all {solved}.",
        start=words.day(first.day),
        end=words.day(last.day),
        open_first=words.number(first.open),
        open_last=words.number(last.open),
        late_first=words.number(first.overdue),
        late_last=words.number(last.overdue),
        solved=words.number(sum(each.solved for each in weeks)),
    )


def trend(words: Words, weeks: Sequence[Week]) -> bytes:
    """Open, overdue and solved problems, week by week, as a PNG; the same weeks give the same bytes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - half a second, where it is drawn alone
    from matplotlib.figure import Figure  # noqa: PLC0415 - as above
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - as above

    figure = Figure(figsize=INCHES, dpi=DOTS, facecolor=GROUND, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    places = list(range(len(weeks)))
    axes.bar(places, [each.solved for each in weeks], width=0.55, color="#7fb8a4", label=words.t("solved in the week"))
    axes.plot(places, [each.open for each in weeks], color="#1f4e79", linewidth=2.5, marker="o", label=words.t("open"))
    overdue = [each.overdue for each in weeks]
    axes.plot(places, overdue, color="#b0522a", linewidth=2.5, linestyle="--", marker="s", label=words.t("overdue"))
    axes.set_xticks(places, [words.short_date(each.day) for each in weeks], color=INK)
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.tick_params(colors=INK, length=0, labelsize=11)
    axes.grid(axis="y", color=GRID)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    figure.legend(loc="outside upper left", ncols=3, frameon=False, labelcolor=INK, fontsize=12)
    drawn = BytesIO()
    figure.savefig(drawn, format="png", metadata={"Software": None})  # without the version that drew it
    return drawn.getvalue()
