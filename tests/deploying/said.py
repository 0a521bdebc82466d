"""What the files of a deployment say: commands, variables, versions."""

import re
import shlex
from pathlib import Path
from typing import Any

import typer
import yaml
from pydantic import BaseModel, ConfigDict, Field
from typer.core import TyperCommand, TyperGroup

from sc_bot.commands.root import app

ROOT = Path(__file__).parent.parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
UNIT = (ROOT / "deploy" / "sc-bot.service").read_text(encoding="utf-8")


def instructions(name: str) -> list[str]:
    """Every instruction of that kind in the Dockerfile, each as one line."""
    lines = DOCKERFILE.replace("\\\n", " ").splitlines()
    return [each.partition(" ")[2].strip() for each in lines if each.startswith(f"{name} ")]


def settings_of(unit: str) -> list[tuple[str, str]]:
    """The lines of a systemd unit, in order; some keys come twice."""
    lines = (each.partition("=") for each in unit.splitlines() if "=" in each and not each.startswith("#"))
    return [(key, value) for key, _, value in lines]


def variables_in(lines: str) -> dict[str, str]:
    """`NAME=value`, one a line, as an environment file has them."""
    return dict(each.split("=", 1) for each in lines.splitlines() if each and not each.startswith("#"))


def is_a_command(words: list[str]) -> bool:
    """Whether `sc-bot` understands these words: its commands, their options, as many arguments as they take."""
    found: Any = typer.main.get_command(app)
    program, *rest = words
    assert Path(program).name == "sc-bot"
    while isinstance(found, TyperGroup):
        found = found.commands.get(rest.pop(0))
    assert isinstance(found, TyperCommand), words
    found.make_parser(found.context_class(found)).parse_args(rest)
    return True


def procfile() -> dict[str, list[str]]:
    """Its processes."""
    lines = (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()
    return {name: shlex.split(command) for name, _, command in (each.partition(": ") for each in lines)}


class _Exactly(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Healthcheck(_Exactly):
    """Of a container."""

    test: list[str] | None = None
    interval: str | None = Field(None, pattern=r"^\d+s$")
    timeout: str | None = Field(None, pattern=r"^\d+s$")
    retries: int | None = None
    disable: bool | None = None


class Condition(_Exactly):
    """What another service must have reached."""

    condition: str = Field(pattern="^(service_started|service_healthy|service_completed_successfully)$")


class Service(_Exactly):
    """What we use of the Compose specification, and nothing else: a slip of the pen is an error."""

    image: str
    build: dict[str, str] | None = None
    env_file: str
    command: list[str] | None = None
    restart: str = Field(pattern="^(no|always|on-failure|unless-stopped)$")
    read_only: bool | None = None
    tmpfs: list[str] | None = None
    cap_drop: list[str] | None = None
    security_opt: list[str] | None = None
    shm_size: str | None = None
    volumes: list[str] = []
    ports: list[str] = []
    healthcheck: Healthcheck | None = None
    depends_on: dict[str, Condition] = {}
    stop_grace_period: str | None = Field(None, pattern=r"^\d+s$")


class Compose(_Exactly):
    """The whole file; `x-…` is Compose's own way to say something once."""

    name: str
    x_bot: dict[str, Any] = Field(alias="x-bot")
    services: dict[str, Service]
    volumes: dict[str, dict[str, str]]


def compose() -> Compose:
    """`deploy/compose.yaml`, checked."""
    return Compose.model_validate(yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8")))


def major(text: str, pattern: str) -> int:
    """The first number after a pattern."""
    found = re.search(pattern + r"(\d+)", text)
    assert found, pattern
    return int(found[1])
