"""The fictional region as the tables take it: Thursday 2026-11-19, 10:30, its committees and holidays."""

from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Language
from sc_bot.due_dates import Agenda, Answer, read_due
from sc_bot.org_file import read_community

ZONE = ZoneInfo("America/Toronto")
NOW = datetime(2026, 11, 19, 10, 30, tzinfo=ZONE)


@cache
def agenda() -> Agenda:
    """The region's."""
    community = read_community(files("sc_bot.playground.region").joinpath("estrie.org.yaml").read_bytes())
    return Agenda(working_calendar(community), community.committees)


def ask(phrase: str, language: str | None = "fr", *, now: datetime = NOW, of: Agenda | None = None) -> Answer:
    """What the phrase means to somebody of the region; `mixed` and `any` are no language."""
    known = Language(language) if language in {"fr", "en"} else None
    return read_due(phrase, language=known, now=now, agenda=of or agenda())
