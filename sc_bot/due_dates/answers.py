"""The three answers to a due date in words: understood, ambiguous, refused. Values only; worded elsewhere."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sc_bot.domain.due import Due
from sc_bot.due_dates.reasons import DayOff, Doubt, Note, Reason


@dataclass(frozen=True, slots=True)
class Understood:
    """One date, with what must be said about it before it is saved."""

    due: Due
    day_off: DayOff | None = None
    next_working_day: date | None = None
    """Offered when the due day is a day off."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Dates to choose from, the earliest first; a single one is to be confirmed."""

    candidates: tuple[Due, ...]
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Refused:
    """No date, why, and words in the person's language that would be accepted."""

    reason: Reason
    example: str


Answer: TypeAlias = Understood | Ambiguous | Refused


def to_json(answer: Answer) -> dict[str, object]:
    """The shape that `sc-bot due` prints; `reason` is a refusal's reason or the doubt."""
    match answer:
        case Understood():
            return {
                **_line("ok", due=str(answer.due)),
                "meaning": "instant" if answer.due.at else "day",
                "warning": answer.day_off and answer.day_off.value,
                "next_working_day": answer.next_working_day and answer.next_working_day.isoformat(),
                "notes": [note.value for note in answer.notes],
            }
        case Ambiguous():
            return _line("ambiguous", candidates=[str(each) for each in answer.candidates], reason=answer.doubt.value)
        case Refused():
            return {**_line("error", reason=answer.reason.value), "example": answer.example}


def _line(
    status: str, *, due: str | None = None, candidates: list[str] | None = None, reason: str | None = None
) -> dict[str, object]:
    return {"status": status, "due": due, "candidates": candidates or [], "reason": reason}
