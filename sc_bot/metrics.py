"""The figures in Prometheus' text format. Workers have no port, so all is read from the database at scrape."""

from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from sc_bot.domain.figures import Figures


def as_prometheus(figures: Figures | None) -> str:
    """Write the figures; None when the database could not be asked."""
    registry = CollectorRegistry()
    registry.register(_Scrape(figures))
    return generate_latest(registry).decode()


class _Scrape(Collector):
    """One scrape; nothing is kept between two."""

    def __init__(self, figures: Figures | None) -> None:
        self._figures = figures

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Each family of figures."""
        reachable = "Whether the database answered (1) or not (0)."
        yield GaugeMetricFamily("sc_bot_database_reachable", reachable, value=self._figures is not None)
        if self._figures is not None:
            yield from _said(self._figures)
            yield from _owed(self._figures)


def _said(figures: Figures) -> Iterator[GaugeMetricFamily]:
    """What is to be said, and what problems wait."""
    yield _family(
        "sc_bot_outbox_messages", "Messages of the outbox by state.", ("state",),
        (((state,), number) for state, number in figures.messages.items()),
    )  # fmt: skip
    yield GaugeMetricFamily(
        "sc_bot_outbox_oldest_waiting_seconds",
        "How long the oldest message that is due has waited.",
        value=figures.oldest_waiting.total_seconds(),
    )
    yield _family(
        "sc_bot_dead_letters", "Messages given up, by reason.", ("reason",),
        (((reason,), number) for reason, number in figures.dead_letters.items()),
    )  # fmt: skip
    yield GaugeMetricFamily(
        "sc_bot_posted_again",
        "Channel headlines posted again because the first outcome stayed unknown.",
        value=figures.posted_again,
    )
    yield _family(
        "sc_bot_stopped_workspaces", "Workspaces to which nothing is sent, and why.", ("workspace", "reason"),
        (((workspace, reason), 1) for workspace, reason in figures.stopped.items()),
    )  # fmt: skip
    yield _family(
        "sc_bot_tokens_not_renewed", "Workspaces whose token could not be renewed, and why.", ("workspace", "reason"),
        (((workspace, reason), 1) for workspace, reason in figures.not_renewed.items()),
    )  # fmt: skip
    yield _family(
        "sc_bot_open_problems", "Open problems by workspace and state.", ("workspace", "state"),
        figures.open_problems.items(),
    )  # fmt: skip


def _owed(figures: Figures) -> Iterator[GaugeMetricFamily]:
    """What is owed, and whether it is followed up."""
    yield _family(
        "sc_bot_open_commitments", "Promises still owed, by workspace and standing.", ("workspace", "standing"),
        figures.open_commitments.items(),
    )  # fmt: skip
    yield GaugeMetricFamily(
        "sc_bot_without_next_step",
        "Open problems and promises that nobody follows up; mended within a minute.",
        value=figures.without_next_step,
    )
    yield GaugeMetricFamily(
        "sc_bot_followups_oldest_waiting_seconds",
        "How long the oldest step of following up has waited to be taken.",
        value=figures.steps_waiting.total_seconds(),
    )
    yield GaugeMetricFamily(
        "sc_bot_reassigned_commitments",
        "Promises whose owner had left, given to who answers for the institution.",
        value=figures.reassigned,
    )


def _family(
    name: str, what: str, labels: tuple[str, ...], values: Iterable[tuple[tuple[str, ...], int]]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, what, labels=labels)
    for label, number in values:
        family.add_metric(label, number)
    return family
