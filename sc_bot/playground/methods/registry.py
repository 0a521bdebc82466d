"""The Web API methods by name: a decorator writes down what each needs and takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sc_bot.playground.arguments import Argument
from sc_bot.playground.host import Host
from sc_bot.playground.model import Payload
from sc_bot.playground.tokens import Token


@dataclass(frozen=True)
class Invocation:
    """One call, let in: who calls, with which arguments."""

    host: Host
    token: Token
    args: Payload


Run = Callable[[Invocation], Payload]


@dataclass(frozen=True)
class Method:
    """What a method needs (token, scopes), takes (arguments), allows (tier) and does."""

    name: str
    run: Run
    arguments: tuple[Argument, ...]
    scopes: tuple[str, ...]
    tier: int
    json_body: bool
    caller: Literal["bot", "app", "anyone"]


METHODS: dict[str, Method] = {}


def web_method(
    name: str,
    *arguments: str,
    tier: int,
    scopes: tuple[str, ...] = (),
    json_body: bool = True,
    caller: Literal["bot", "app", "anyone"] = "bot",
) -> Callable[[Run], Run]:
    """Register a function under Slack's name; it needs one of `scopes`."""

    def register(run: Run) -> Run:
        accepted = tuple(Argument.parse(spec) for spec in arguments)
        METHODS[name] = Method(name, run, accepted, scopes, tier, json_body, caller)
        return run

    return register
