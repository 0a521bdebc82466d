"""The figures in Prometheus' text format. Workers have no port, so all is read from the database at scrape."""

from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from sc_bot.domain.beats import Watch
from sc_bot.domain.figures import Figures


def as_prometheus(figures: Figures | None, watch: Watch | None = None) -> str:
    """Write the figures, and who works; None when the database could not be asked."""
    registry = CollectorRegistry()
    registry.register(_Scrape(figures, watch))
    return generate_latest(registry).decode()


class _Scrape(Collector):
    """One scrape; nothing is kept between two."""

    def __init__(self, figures: Figures | None, watch: Watch | None) -> None:
        self._figures = figures
        self._watch = watch

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Each family of figures."""
        reachable = "Whether the database answered (1) or not (0)."
        yield GaugeMetricFamily("sc_bot_database_reachable", reachable, value=self._figures is not None)
        if self._figures is not None:
            yield from _said(self._figures)
            yield from _owed(self._figures)
            yield from _lively(self._figures)
        if self._watch is not None:
            yield from _working(self._watch)


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
        (((workspace, reason), 1) for workspace, reason in figures.broken.items()),
    )  # fmt: skip
    yield _family(
        "sc_bot_removed_workspaces", "Workspaces that removed the bot; their data waits for its end.", ("workspace",),
        (((workspace,), 1) for workspace in figures.stopped if workspace in figures.removed),
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
        "Open problems and promises that nobody follows up; mended within five minutes.",
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


def _lively(figures: Figures) -> Iterator[GaugeMetricFamily]:
    """How fast messages leave, and whether anybody writes."""
    if figures.taken_to_send is not None:
        middle, slow = figures.taken_to_send
        taken = GaugeMetricFamily(
            "sc_bot_delivery_seconds",
            "How long the newest messages took from their moment to Slack.",
            labels=("quantile",),
        )
        taken.add_metric(("0.5",), middle.total_seconds())
        taken.add_metric(("0.95",), slow.total_seconds())
        yield taken
    if figures.since_request is not None:
        what = "How long ago somebody last did something in Slack that was stored."
        yield GaugeMetricFamily("sc_bot_last_request_age_seconds", what, value=figures.since_request.total_seconds())


def _working(watch: Watch) -> Iterator[GaugeMetricFamily]:
    """Who works by itself, and how it goes."""
    yield GaugeMetricFamily(
        "sc_bot_processes", "Processes that send, alive within three minutes.", value=watch.processes
    )
    yield _family(
        "sc_bot_last_success_age_seconds", "How long ago each part last ended well, in whichever process.", ("part",),
        (((part,), since.total_seconds()) for part, since in watch.since_success.items()),
    )  # fmt: skip
    yield _family(
        "sc_bot_failures_in_a_row", "How often each part failed since it last ended well.", ("part",),
        (((part,), number) for part, number in watch.failures.items()),
    )  # fmt: skip
    yield _family(
        "sc_bot_resting_seconds", "For how long Slack wants no call, by workspace and method.", ("workspace", "method"),
        ((both, left.total_seconds()) for both, left in watch.resting.items()),
    )  # fmt: skip


def _family(
    name: str, what: str, labels: tuple[str, ...], values: Iterable[tuple[tuple[str, ...], float]]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, what, labels=labels)
    for label, number in values:
        family.add_metric(label, number)
    return family
