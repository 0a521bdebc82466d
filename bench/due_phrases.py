"""Reads the tables of due dates in words, on one thread, without a database."""

import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sc_bot.calendar import public_holidays
from sc_bot.domain.community import Language
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.due_dates import Agenda, Refused, read_due

TABLES = (Path("tests/due_dates/due_phrases.tsv"), Path("tests/due_dates/more_due_phrases.tsv"))
ZONE = ZoneInfo("America/Toronto")
NOW = datetime(2026, 11, 19, 10, 30, tzinfo=ZONE)
AGENDA = Agenda(WorkingCalendar(ZONE, public_holidays("CA-QC", 2025, 2029)))
LONG, ROUNDS = 40_000, 5


def read_due_phrases() -> tuple[list[float], float]:
    """Milliseconds for each phrase, the best of a few rounds; and for a text as long as Slack would carry."""
    lines = [line.split("\t") for file in TABLES for line in file.read_text(encoding="utf-8").split("\n")[1:] if line]
    phrases = [(phrase, Language(lang) if lang in set(Language) else None) for phrase, lang, *_ in lines]
    _read("15dec2026", Language.EN)  # warm: patterns compiled, dateparser loaded
    rounds = [[_read(*each) for each in phrases] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)], _read("vendredi " * (LONG // 9), Language.FR)


def _read(phrase: str, language: Language | None) -> float:
    began = time.perf_counter()
    answer = read_due(phrase, language=language, now=NOW, agenda=AGENDA)
    milliseconds = (time.perf_counter() - began) * 1000
    assert len(phrase) < LONG // 2 or isinstance(answer, Refused)
    return milliseconds
