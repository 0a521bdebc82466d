"""PostgreSQL servers of our own, for what nobody may do to a server that others use: kill it, fail over from it."""

import getpass
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = '{folder}'
port = {port}
max_connections = 200
shared_buffers = 32MB
wal_level = replica
hot_standby = on
autovacuum_naptime = 5s
"""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One server, its data in a folder of its own."""

    data: Path
    port: int

    def start(self) -> None:
        """Start it, and wait until it answers."""
        _run("pg_ctl", "start", "-w", "-D", self.data, "-l", self.data.parent / f"{self.data.name}.log")

    def restart_at_once(self) -> None:
        """As after a crash: no connection is told, no buffer is written."""
        _run("pg_ctl", "restart", "-w", "-m", "immediate", "-D", self.data, "-l", "/dev/null")

    def stop_at_once(self) -> None:
        """As when its host is gone."""
        _run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", self.data)

    def promote(self) -> None:
        """The standby takes over."""
        _run("pg_ctl", "promote", "-w", "-D", self.data)

    def say(self, *statements: str) -> None:
        """Tell it something, as its administrator."""
        for each in statements:
            _run("psql", "-h", "127.0.0.1", "-p", str(self.port), "-d", "postgres", "-q", "-c", each)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A new server, empty."""
    with _folder() as folder:
        one = Cluster(folder / "one", _free_port())
        _run("initdb", "-D", one.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        _configure(one)
        yield from _running(one)


@contextmanager
def with_standby() -> Iterator[tuple[Cluster, Cluster]]:
    """A server and its standby: no commit is acknowledged before both have it."""
    with cluster() as primary:
        standby = Cluster(primary.data.parent / "two", _free_port())
        here = ("-h", "127.0.0.1", "-p", str(primary.port), "-U", "postgres")
        _run("pg_basebackup", *here, "-D", standby.data, "-R", "-X", "stream", "--no-sync")
        _configure(standby)
        standby.start()
        primary.say("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
        try:
            yield primary, standby
        finally:
            standby.stop_at_once()


def address(*clusters: Cluster) -> str:
    """The address of one of these: whichever may be written."""
    hosts = "&".join(f"host=127.0.0.1:{each.port}" for each in clusters)
    return f"postgresql+psycopg://postgres@/postgres?{hosts}&target_session_attrs=read-write"


def _running(one: Cluster) -> Iterator[Cluster]:
    one.start()
    try:
        yield one
    finally:
        if (one.data / "postmaster.pid").exists():
            one.stop_at_once()


def _configure(one: Cluster) -> None:
    with (one.data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(SETTINGS.format(folder=one.data.parent, port=one.port))


@contextmanager
def _folder() -> Iterator[Path]:
    """Where the server's own user may write: it refuses to be root."""
    with TemporaryDirectory(prefix="sc_bot_cluster_") as name:
        if _is_root():
            shutil.chown(name, "postgres", "postgres")
        yield Path(name)


def _is_root() -> bool:
    return getpass.getuser() == "root"


def _run(program: str, *arguments: str | Path) -> None:
    command = [str(_binaries() / program), *map(str, arguments)]
    who = ["runuser", "-u", "postgres", "--"] if _is_root() else []
    done = subprocess.run(  # noqa: S603 - our own arguments
        [*who, *command], cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()


def _binaries() -> Path:
    """Where the server's programs are; Debian keeps them away from the path."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: float(each.parent.name))
    found = shutil.which("pg_ctl")
    return known[-1] if known else Path(found or "/usr/bin/pg_ctl").parent


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
