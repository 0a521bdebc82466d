"""How Slack says no."""

from typing import Any


class ApiError(Exception):
    """An answer `ok: false`, with Slack's own error name."""

    def __init__(self, name: str, *, messages: list[str] | None = None, **more: Any) -> None:
        super().__init__(name)
        self.name = name
        self.more: dict[str, Any] = more
        if messages:
            self.more["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in messages]}


class TooFast(Exception):
    """HTTP 429: come back after so many seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"rate limited for {retry_after} s")
        self.retry_after = retry_after


class CannotDo(Exception):
    """A person tried what Slack's screen does not offer: an absent button, an empty required field."""


class Unfilled(CannotDo):
    """A window was submitted with required fields left empty; `fields` are their block ids."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__(f"required: {', '.join(fields)}")
        self.fields = fields
