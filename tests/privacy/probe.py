"""One line of a table: what somebody typed, what becomes of it, and because of which kinds."""

from typing import TypeAlias

from sc_bot.privacy import Kind, Verdict

Probe: TypeAlias = tuple[str, Verdict, list[Kind]]
