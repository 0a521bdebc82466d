"""`python -m bench`: prints one JSON object a figure. Ratios compare what ran side by side, a request in turn."""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median, quantiles

from bench.circles import circles_among
from bench.client import Client
from bench.digests import managers_against_sql
from bench.due_phrases import read_due_phrases
from bench.exporting import exporting
from bench.finding import find_among
from bench.following import audit_among, claim_among, steps_a_second
from bench.homes import home_times
from bench.hostile import bad_requests
from bench.migrations import migrate_among
from bench.operating import at_rest, two_against_one
from bench.sending import gaps_between, sending
from bench.servers import running, serve_bot, serve_raw
from bench.similar import similar_among
from bench.towns import town
from sc_bot.playground.faults import slow
from tests.similar.quality import measured, pairs

KINDS = ("sqlite", "postgresql")
WARM, TURNS, CLIENTS = 50, 400, 32
AUTHOR = "UHSFS1000"
AIM = {"sqlite": 4.0, "postgresql": 6.0}
SLOW_METHODS = (
    "auth.test",
    "chat.postMessage",
    "chat.update",
    "conversations.open",
    "conversations.history",
    "views.open",
)


def main() -> None:
    """Measure everything, or what is named on the command line."""
    wanted = set(sys.argv[1:]) or {*ON_EACH, *ONCE}
    for kind in KINDS:
        for name, measure in ON_EACH.items():
            if name in wanted:
                measure(kind)
    for name, measure_once in ONCE.items():
        if name in wanted:
            measure_once()


def capture(kind: str) -> None:
    """One report after the other against one raw commit after the other; then 32 at once."""
    with town(kind) as (slack, url), running(serve_bot, url, slack.api_url, "web") as (port, _):
        team = slack.workspace.team_id
        with running(serve_raw, url) as (raw_port, _):
            bot, raw = Client(port, team, AUTHOR), Client(raw_port, team, AUTHOR)
            for _ in range(WARM):
                bot.report(), raw.report()
            turns = [(bot.report(), raw.report()) for _ in range(TURNS)]
        ours, theirs = (median(each) * 1000 for each in zip(*turns, strict=True))
        show("capture_p50_vs_raw_commit", kind, round(ours / theirs, 2), aim=AIM[kind], ms=ours, raw_ms=theirs)
        show("capture_rps_32_clients", kind, round(crowd(port, team)))


def crowd(port: int, team: str) -> float:
    """Reports a second of 32 clients that wait for nothing but their answer."""

    def client(_: int) -> int:
        mine = Client(port, team, AUTHOR)
        return len([mine.report() for _ in range(TURNS // 8)])

    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        done = sum(pool.map(client, range(CLIENTS)))
    return done / (time.perf_counter() - began)


def acks(kind: str) -> None:
    """How long reports wait for their answer while every call to Slack takes ten seconds."""
    with town(kind) as (slack, url):
        for method in SLOW_METHODS:
            slack.misbehave_by_chance(method, 0, {slow(10.0): 1.0})
        with running(serve_bot, url, slack.api_url, "run") as (port, _):
            mine = Client(port, slack.workspace.team_id, AUTHOR)
            taken = [mine.report() * 1000 for _ in range(TURNS)]
        called = len(slack.calls)
    assert called, "the worker never called Slack"
    show("ack_p99_ms_while_slack_sleeps_10s", kind, round(quantiles(taken, n=100)[98], 1), slowest_ms=max(taken))


def similar(kind: str) -> None:
    """What is like a report, among a hundred thousand problems; and how good the offers are."""
    taken = similar_among(kind, 100_000)
    show("similar_100k_p50_ms", kind, round(median(taken), 1), aim=25, p95_ms=quantiles(taken, n=20)[18])
    if kind == "sqlite":
        found = measured(pairs())
        show("similar_recall_at_5_within", kind, found.within, aim=0.8, across=found.across)
        show("similar_false_offers", kind, found.false, aim=0.1, offers=found.offers)


def hostile() -> None:
    """Ten thousand requests that are not Slack's."""
    with town("sqlite") as (slack, url), running(serve_bot, url, slack.api_url, "web") as (port, pid):
        found = bad_requests(port, pid, 10_000)
    show("bad_requests", "sqlite", 10_000, **found)


def following(kind: str) -> None:
    """How long it takes to find a hundred due steps among very many; and how many are taken a second."""
    few, many = (claim_among(kind, count) for count in (10_000, 1_000_000))
    show("due_scan_1m_vs_10k", kind, round(many / few, 2), aim=1.5, ms_among_1m=many, ms_among_10k=few)
    show("audit_ms_among_20k_promises", kind, round(audit_among(kind, 20_000), 1))
    show("followups_per_s", kind, round(steps_a_second(kind)))


def digests(kind: str) -> None:
    """Two hundred managers' digests among very many problems."""
    ours, theirs = managers_against_sql(kind, 100_000)
    show("digest_200_managers_vs_raw_sql", kind, round(ours / theirs, 2), aim=2.0, s=ours, raw_s=theirs)


def homes(kind: str) -> None:
    """How long the slowest Home takes to be read and worded, and each role's own, among 100,000 problems."""
    found = home_times(kind)
    show("home_p99_ms", kind, round(max(found.values()), 1), **found)


def finding(kind: str) -> None:
    """How long it takes to find something among a hundred thousand problems: by words, with a slip, by filters."""
    found = find_among(kind, 100_000)
    value = round(median(found["search"]), 1)
    more = {"p99_ms": quantiles(found["search"], n=100)[98], "slip_ms": median(found["slip"])}
    show("search_100k_p50_ms", kind, value, aim=25, **more, list_ms=median(found["list"]))


def circles(kind: str) -> None:
    """Processor time to find forty circles among ten thousand promises; and what passes with reading what waits."""
    searched, read, found = circles_among(kind, 10_000)
    show("circles_10k_ms", kind, round(searched, 1), aim=50, with_reading_ms=read, circles=found)


def deliveries(kind: str) -> None:
    """The outbox against a loop of Slack's client: at a Slack that takes no time, and at one that takes a usual one."""
    ours, raw = sending(kind, 0.0)
    far, its_raw = sending(kind, 0.05)
    show(
        "delivery_vs_raw_sdk",
        kind,
        round(far / its_raw, 2),
        aim=0.8,
        at_no_latency=ours / raw,
        per_s=far,
        near_per_s=ours,
    )
    show("delivery_shortest_gap_s", kind, round(gaps_between(kind, 6), 2), aim=1.0)


def operating(kind: str) -> None:
    """Memory, start, and what a second web process brings."""
    megabytes, seconds = at_rest(kind)
    show("idle_memory_mb", kind, round(megabytes, 1))
    show("cold_start_s", kind, round(seconds, 2))
    two, one = two_against_one(kind)
    show("web_rps_two_processes_vs_one", kind, round(two / one, 2), two_per_s=two, one_per_s=one, cores=os.cpu_count())


def migrations(kind: str) -> None:
    """Every migration, up and down, with a hundred thousand problems; while one goes on, nobody writes."""
    up, down = migrate_among(kind, 100_000)
    slowest = max(up, key=lambda each: up[each])
    more = {
        "slowest": slowest,
        "slowest_s": up[slowest],
        "all_down_s": sum(down.values()),
        "slowest_down_s": max(down.values()),
    }
    show("migrations_100k_s", kind, round(sum(up.values()), 1), versions=len(up), **more)


def due() -> None:
    """How long a due date in words takes to read: the phrases of the tests, and one of 40,000 characters."""
    milliseconds, long = read_due_phrases()
    value = round(quantiles(milliseconds, n=100)[98], 2)
    show("due_parse_p99_ms", "none", value, median_ms=median(milliseconds), forty_thousand_characters_ms=long)


def export() -> None:
    """A workbook of 100,000 rows and 20 columns against the same cells by openpyxl's write-only mode."""
    ours, theirs, megabytes = exporting()
    value = round(ours / theirs, 2)
    show("export_100k_vs_openpyxl_write_only", "none", value, aim=0.3, s=ours, openpyxl_s=theirs, peak_mb=megabytes)


def show(figure: str, database: str, value: float, **more: object) -> None:
    """Print one figure."""
    rounded = {name: round(each, 2) if isinstance(each, float) else each for name, each in more.items()}
    print(json.dumps({"figure": figure, "database": database, "value": value, **rounded}), flush=True)


ON_EACH = {
    "capture": capture, "acks": acks, "following": following, "digests": digests, "homes": homes, "finding": finding,
    "similar": similar, "circles": circles, "sending": deliveries, "operating": operating, "migrations": migrations,
}  # fmt: skip
"""What is measured on each database."""
ONCE = {"hostile": hostile, "due": due, "export": export}


if __name__ == "__main__":
    main()
