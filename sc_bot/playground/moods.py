"""Slack's moods: a whole Slack that misbehaves in one way until it is told to behave."""

from collections.abc import Mapping
from typing import Literal

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.faults import EVERY, Fault, lost_after_effect, rate_limited, server_error, slow

Mood = Literal["well", "busy", "slow", "down", "lost"]

POSTING = ("chat.postMessage", "chat.update", "chat.delete")
MESSAGES = (*POSTING, "conversations.open", "conversations.history")
SEED = 1  # the same bad day each time

BAD: dict[Mood, tuple[tuple[str, ...], Mapping[Fault, float]]] = {
    "busy": (POSTING, {rate_limited(3): 0.7}),
    "slow": ((EVERY,), {slow(2.0): 1.0}),
    "down": (MESSAGES, {server_error(503): 1.0}),
    "lost": (("chat.postMessage",), {lost_after_effect(): 0.6}),
}
"""Which methods go wrong, and how often. Windows still open while Slack takes no messages."""


def put_into(slack: FakeSlack, mood: Mood) -> None:
    """Misbehave like this from now on; `well` ends it."""
    slack.behave()
    methods, chances = BAD.get(mood, ((), {}))
    for method in methods:
        slack.misbehave_by_chance(method, SEED, chances)
    slack.mood = mood
    slack.host.journal.changed()
