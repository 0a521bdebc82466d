"""Which life each problem has, as cast.yaml says: when it begins, what is said in it, where it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from importlib.resources import files
from typing import Any

import yaml

from sc_bot.playground.stage.past.lives import LIVES, Life

ABOUT_THE_LIFE = frozenset({"problem", "life", "days", "at", "to", "same_as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """One problem's part in the past."""

    problem: str
    life: Life
    days: int
    """Reported so many days before the curtain."""
    at: time | None = None
    """At this hour; None: whenever people write."""
    to: tuple[str, ...] = ()
    """Where it is sent, step by step; where nothing is said, to its owner."""
    same_as: str | None = None
    """The problem under which a duplicate goes on."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What is said, by what is done."""


def read_cast() -> list[Cast]:
    """Everyone's part."""
    rows = yaml.safe_load(files("sc_bot.playground.stage.past").joinpath("cast.yaml").read_bytes())
    return [_cast(row) for row in rows]


def _cast(row: dict[str, Any]) -> Cast:
    return Cast(
        problem=row["problem"],
        life=LIVES[row["life"]],
        days=row["days"],
        at=time.fromisoformat(row["at"]) if "at" in row else None,
        to=tuple(row.get("to", ())),
        same_as=row.get("same_as"),
        words={key: _all(said) for key, said in row.items() if key not in ABOUT_THE_LIFE},
    )


def _all(said: str | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)
