"""What it costs to operate: memory at rest, seconds to the first answer, and what a second web process brings."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from sqlalchemy import text

from bench.client import Client
from bench.servers import SECRET, TOKEN, running, serve_bot
from bench.towns import town
from storage.engine import open_engine
from tests.house import WORKER_PATIENCE

REPORTS, CLIENTS, TURNS = 40, 8, 3
REST_SECONDS = 5.0


def at_rest(kind: str) -> tuple[float, float]:
    """Megabytes of `sc-bot run` at rest, and the seconds from its start until it is ready."""
    with town(kind) as (slack, url), _started(url, slack.api_url) as (process, port):
        began = time.perf_counter()
        while not _is_ready(port):
            time.sleep(0.01)
        seconds = time.perf_counter() - began
        time.sleep(REST_SECONDS)
        return _megabytes(process.pid), seconds


def two_against_one(kind: str) -> tuple[float, float]:
    """Reports a second: of two web processes, and of one, with the same clients, in turn; the median of each.

    The database knows how much it holds, as where autovacuum runs: on this server it may be off.
    """
    with town(kind) as (slack, url), ExitStack() as parts:
        team = slack.workspace.team_id
        ports = [parts.enter_context(running(serve_bot, url, slack.api_url, "web"))[0] for _ in range(2)]
        pool = parts.enter_context(ProcessPoolExecutor(CLIENTS, mp_context=get_context("spawn")))
        _rate(pool, ports, team)  # both are warm, all clients are there
        one, two = [], []
        for _ in range(TURNS):
            _analyse(url)
            one.append(_rate(pool, ports[:1], team))
            two.append(_rate(pool, ports, team))
    return median(two), median(one)


def _analyse(url: str) -> None:
    engine = open_engine(url, patience=WORKER_PATIENCE)
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()


def _rate(pool: ProcessPoolExecutor, ports: Sequence[int], team: str) -> float:
    began = time.perf_counter()
    list(pool.map(_report_often, [(ports[each % len(ports)], team, each) for each in range(CLIENTS)]))
    return CLIENTS * REPORTS / (time.perf_counter() - began)


def _report_often(given: tuple[int, str, int]) -> None:
    port, team, _ = given
    client = Client(port, team, "UHSFS1000")
    for _ in range(REPORTS):
        client.report()
    client.close()


@contextmanager
def _started(url: str, api_url: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    environment = {
        **os.environ, "DATABASE_URL": url, "SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": api_url, "PORT": str(port),
    }  # fmt: skip
    command = [sys.executable, "-m", "sc_bot", "run"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    try:
        yield process, port
    finally:
        process.terminate()
        process.wait(30)


def _is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()


def _megabytes(process: int) -> float:
    """Resident memory, as Linux counts it."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ValueError("no such line")
