"""Due dates as people type them, in French and English; the only package that knows dateparser."""

from sc_bot.domain.due import Due
from sc_bot.due_dates.answers import Ambiguous, Answer, Refused, Understood, to_json
from sc_bot.due_dates.clause import split_due
from sc_bot.due_dates.conventions import Agenda, Conventions
from sc_bot.due_dates.reading import read_due
from sc_bot.due_dates.reasons import DayOff, Doubt, Note, Reason

__all__ = [
    "Agenda",
    "Ambiguous",
    "Answer",
    "Conventions",
    "DayOff",
    "Doubt",
    "Due",
    "Note",
    "Reason",
    "Refused",
    "Understood",
    "read_due",
    "split_due",
    "to_json",
]
