"""What a refusal offers instead: words in the person's language that would be accepted."""

from datetime import time, timedelta

from sc_bot.domain.community import Language
from sc_bot.due_dates.answers import Refused
from sc_bot.due_dates.grammar import Grammar
from sc_bot.due_dates.named import Trouble
from sc_bot.due_dates.reasons import Reason

_EXAMPLES: dict[Reason, tuple[str, str]] = {
    Reason.RECURRING: ("vendredi", "Friday"),
    Reason.LOWER_BOUND: ("au plus tard vendredi", "by Friday"),
    Reason.VAGUE: ("dans 10 jours ouvrables", "in 10 working days"),
    Reason.MISSING_HOUR: ("demain midi", "tomorrow noon"),
    Reason.TOO_FAR: ("dans 6 mois", "in 6 months"),
    Reason.PAST: ("demain 14 h", "tomorrow 2 pm"),
}
_USUAL = ("vendredi", "Friday")


def refused(trouble: Trouble, grammar: Grammar) -> Refused:
    """The refusal, with the trouble's own example or the usual one of its reason."""
    if trouble.example:
        return Refused(trouble.reason, trouble.example)
    if trouble.reason is Reason.NEEDS_CALENDAR:
        return Refused(trouble.reason, (grammar.today + timedelta(days=30)).isoformat())
    french, english = _EXAMPLES.get(trouble.reason, _USUAL)
    return Refused(trouble.reason, english if grammar.language is Language.EN else french)


def tomorrow_at(clock: time, grammar: Grammar) -> str:
    """The hour that has passed today, tomorrow; written as the language writes hours."""
    if grammar.language is Language.EN:
        return f"tomorrow at {clock:%H:%M}"
    return f"demain à {clock.hour:02} h{f' {clock.minute:02}' if clock.minute else ''}"
