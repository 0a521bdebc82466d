"""`python -m bench`: prints one JSON object a figure. Ratios compare what ran side by side, a request in turn."""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median, quantiles

from bench.client import Client
from bench.hostile import bad_requests
from bench.servers import running, serve_bot, serve_raw
from bench.towns import town
from sc_bot.playground.faults import slow

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
    wanted = set(sys.argv[1:]) or {"capture", "acks", "hostile"}
    for kind in KINDS:
        if "capture" in wanted:
            capture(kind)
        if "acks" in wanted:
            acks(kind)
    if "hostile" in wanted:
        hostile()


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


def hostile() -> None:
    """Ten thousand requests that are not Slack's."""
    with town("sqlite") as (slack, url), running(serve_bot, url, slack.api_url, "web") as (port, pid):
        found = bad_requests(port, pid, 10_000)
    show("bad_requests", "sqlite", 10_000, **found)


def show(figure: str, database: str, value: float, **more: object) -> None:
    """Print one figure."""
    rounded = {name: round(each, 2) if isinstance(each, float) else each for name, each in more.items()}
    print(json.dumps({"figure": figure, "database": database, "value": value, **rounded}), flush=True)


if __name__ == "__main__":
    main()
