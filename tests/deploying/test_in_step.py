"""Dockerfile, compose file, systemd unit and Procfile name what exists: files, commands, variables, paths."""

import fnmatch
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import pytest

from sc_bot.doctor.database import about_sqlite
from sc_bot.doctor.findings import Level
from sc_bot.running import STOPPING_SECONDS
from sc_bot.settings import Settings
from sc_bot.web.front_door import front_door
from sc_bot.web.requests import SlackReply
from sc_bot.web.server import serve
from tests.deploying.said import (
    DOCKERFILE,
    ROOT,
    UNIT,
    compose,
    instructions,
    is_a_command,
    major,
    procfile,
    settings_of,
    variables_in,
)

OURS = {name.upper() for name in Settings.model_fields}
EXAMPLE = variables_in((ROOT / "deploy" / "env.example").read_text(encoding="utf-8"))


def test_every_process_of_the_procfile_is_a_command() -> None:
    """And there is one for each role on several hosts."""
    assert all(is_a_command(each) for each in procfile().values())
    assert procfile().keys() == {"release", "web", "worker"}


def test_the_image_copies_what_exists_and_what_is_not_ignored() -> None:
    """What is built is what is in the wheel."""
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {each[1:] for each in ignore if each.startswith("!")}
    copied = {word for each in instructions("COPY") if "--from" not in each for word in each.split()[:-1]}
    assert copied == let_in
    assert all((ROOT / each).exists() for each in copied)
    packages = re.search(r'packages = \["sc_bot", "handlers", "storage"\]', (ROOT / "pyproject.toml").read_text())
    assert packages, "the wheel holds other packages now: copy them"
    assert any(fnmatch.fnmatch("sc_bot.db", each.removeprefix("**/")) for each in ignore)


def test_the_image_is_pinned_and_runs_without_rights() -> None:
    """A full version of Python, that of the locks; the lock with its hashes; a user of its own at the end."""
    python = re.search(r"^ARG PYTHON=3\.11\.\d+-slim-\w+$", DOCKERFILE, re.MULTILINE)
    assert python
    assert {each.split()[0] for each in instructions("FROM")} == {"python:${PYTHON}"}
    assert "--require-hashes" in DOCKERFILE
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.search(r"^USER sc_bot$", last, re.MULTILINE)
    assert "useradd" in last.partition("\nUSER ")[0]


def test_the_image_has_a_sqlite_that_the_doctor_finds_sound() -> None:
    """From a file whose checksum is known; the build itself fails with another one."""
    number = major(DOCKERFILE, r"ARG SQLITE=")
    version = f"{number // 1_000_000}.{number // 10_000 % 100}.{number // 100 % 100}"
    assert about_sqlite(version).level is Level.WELL
    assert re.search(r"^ARG SQLITE_SHA256=[0-9a-f]{64}$", DOCKERFILE, re.MULTILINE)
    assert "--checksum=sha256:${SQLITE_SHA256}" in DOCKERFILE
    assert "assert sqlite3.sqlite_version_info >= (3, 51, 3)" in DOCKERFILE


def test_variables_are_those_that_the_program_reads() -> None:
    """In the image, the unit and the example; others are PostgreSQL's, Python's and pip's own."""
    image = set(re.findall(r"\b([A-Z_]+)=", " ".join(instructions("ENV"))))
    unit = {each.split("=")[0] for key, value in settings_of(UNIT) if key == "Environment" for each in value.split()}
    theirs = re.compile("PATH|PYTHONUNBUFFERED|PIP_.*|POSTGRES_(USER|PASSWORD|DB)")
    assert {each for each in image | unit | EXAMPLE.keys() if not theirs.fullmatch(each)} <= OURS


def test_the_image_starts_a_command_and_asks_whether_it_lives() -> None:
    """The question is the image's own words, put to the real front door."""
    assert is_a_command(json.loads(instructions("CMD")[-1]))
    with door() as port:
        assert asks(port) == 0
        assert asks(port, http_proxy="http://127.0.0.1:9") == 0, "a proxy for Slack is none for the question"
    assert asks(port) != 0, "nobody is there any more"


@contextmanager
def door() -> Iterator[int]:
    """A web server that is alive; whether it is ready is another question."""
    application = front_door(
        lambda _: SlackReply(200, "", ()), signing_secret="s", ready=lambda: (False, "not yet"), metrics=str
    )
    with closing(serve(application, "127.0.0.1", 0)) as server:
        server.start()
        yield server.port


def asks(port: int, **more: str) -> int:
    """The exit code of the image's health check."""
    program, *words = json.loads(instructions("HEALTHCHECK")[0].partition("CMD ")[2])
    assert program == "python"
    environment = {"PORT": str(port), **more}
    return subprocess.run([sys.executable, *words], env=environment, capture_output=True, check=False).returncode  # noqa: S603 - the image's words


def test_the_compose_file_is_one_and_names_what_exists() -> None:
    """Every key is known, every volume declared, every command a command; web and worker wait for the schema."""
    said = compose()
    ours = {name: each for name, each in said.services.items() if each.image == "sc_bot"}
    assert ours.keys() == {"release", "web", "worker"}
    assert all(is_a_command(each.command or []) for each in ours.values())
    named = {each.partition(":")[0] for one in said.services.values() for each in one.volumes}
    assert named == said.volumes.keys()
    assert all((ROOT / "deploy" / (each.build or {})["context"] / "Dockerfile").exists() for each in ours.values())
    for name in ("web", "worker"):
        assert ours[name].depends_on["release"].condition == "service_completed_successfully"
    assert "worker" in ours["web"].depends_on, "workers change first: docs/upgrade.md"
    assert all(each.depends_on.keys() <= said.services.keys() for each in said.services.values())


def test_only_what_has_a_port_is_asked_whether_it_lives() -> None:
    """A worker and the release step have none; the image's own question would find them dead."""
    checks = {name: each.healthcheck for name, each in compose().services.items()}
    assert {name for name, each in checks.items() if each is not None and each.disable} == {"release", "worker"}
    assert checks["web"] is None
    assert checks["database"] is not None


def test_our_containers_may_do_little() -> None:
    """No rights, no new ones, nothing to write but their volumes; the port is this machine's alone."""
    for each in (one for one in compose().services.values() if one.image == "sc_bot"):
        assert each.read_only
        uid = major(DOCKERFILE, "useradd .*--uid ")
        assert each.tmpfs == ["/tmp", f"/data:uid={uid},mode=0700"], "the image's volume would stay behind, nameless"  # noqa: S108 - in a container
        assert each.cap_drop == ["ALL"]
        assert each.security_opt == ["no-new-privileges:true"]
        assert all(port.startswith("127.0.0.1:") for port in each.ports)


def test_the_example_of_the_environment_fits_together() -> None:
    """One user, one password, one database; the host is the service; nothing secret is in it."""
    address = urlsplit(EXAMPLE["DATABASE_URL"])
    theirs = (EXAMPLE["POSTGRES_USER"], EXAMPLE["POSTGRES_PASSWORD"], f"/{EXAMPLE['POSTGRES_DB']}")
    assert (address.username, address.password, address.path) == theirs
    assert address.hostname in compose().services
    assert address.password == "CHANGE_ME"
    assert "/deploy/env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_tools_of_the_image_are_not_older_than_the_server() -> None:
    """Else `sc-bot db backup` refuses."""
    assert major(DOCKERFILE, "postgresql-client-") >= major(compose().services["database"].image, "postgres:")


def test_processes_get_the_time_to_end_in_order() -> None:
    """Longer than the bot itself waits for what is under way."""
    web, worker = (compose().services[each].stop_grace_period for each in ("web", "worker"))
    unit = dict(settings_of(UNIT))["TimeoutStopSec"]
    page = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    alone = major(page, r"docker run .* --stop-timeout ")
    assert min(int(str(each).removesuffix("s")) for each in (web, worker, unit, alone)) > STOPPING_SECONDS


def test_the_unit_starts_a_command_and_is_fenced_in() -> None:
    """Its secrets come from a file; what it writes is one folder."""
    said = settings_of(UNIT)
    unit = dict(said)
    assert is_a_command(unit["ExecStart"].split())
    assert unit["EnvironmentFile"] == "/etc/sc_bot/env"
    assert "/var/lib/" + unit["StateDirectory"] == unit["WorkingDirectory"]
    assert f"sqlite:///{unit['WorkingDirectory']}/sc_bot.db" in unit["Environment"]
    fence = {"NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "DynamicUser": "yes"}
    assert fence.items() <= unit.items()
    assert unit["CapabilityBoundingSet"] == ""


@pytest.mark.parametrize(
    "name", ["Dockerfile", "deploy/compose.yaml", "deploy/env.example", "deploy/sc-bot.service", "Procfile"]
)
def test_each_is_explained(name: str) -> None:
    """In the page about running it."""
    assert f"({'../' + name})" in (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
