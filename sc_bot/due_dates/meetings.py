"""Days that hang on a committee (R14): *avant le prochain comité directeur*, *at the next support committee*.

The committees, their names and their rhythm are the community's. A committee that nobody configured is no date.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from itertools import islice

from sc_bot.domain.community import Committee, Localised
from sc_bot.domain.meeting_hours import hours_after
from sc_bot.due_dates.clock_changes import with_its_offset
from sc_bot.due_dates.named import Named, Shape, Trouble
from sc_bot.due_dates.plain import plain
from sc_bot.due_dates.reader import Reader
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.words import MONTHS, one_of

SAME_COMMITTEE = (
    frozenset({"comite directeur", "comite de pilotage", "copil", "steering committee", "steerco", "steering"}),
    frozenset({"comite de soutien", "support committee"}),
)
"""Names in use for one committee; one of them in the community file makes the others understood."""
_LONGEST_SEARCH = 60  # meetings ahead; two years hold 52 fortnights
_BEFORE = (
    r"(?:(?:at the|in the|during the|lors de la|lors du|a la|at|au|le|la|les|the|en|de|du|during|a) )?"
    r"(?:(?:prochaine?|next|upcoming|coming) )?"
    r"(?:(?:reunion|rencontre|seance|meeting) (?:du |de la |de |of the |of )?)?"
)
_AFTER = r"(?: (?:meeting|reunion|rencontre))?(?: prochaine?| a venir| qui vient)?"
_ANY = r"comite|committee|rencontre|reunion|meeting|rencontre du comite|reunion de comite|reunion du comite"
_MONTH = one_of(MONTHS)
_MEETING = re.compile(rf"{_BEFORE}(?P<name>.+?){_AFTER}(?: (?:de |d'|du mois de |in |of )?(?P<month>{_MONTH}))?")
_IN_MONTH = re.compile(rf"(?:the )?(?P<month>{_MONTH}) (?P<name>[a-z ]+?)(?: meeting)?")
_GENERIC = re.compile(rf"{_BEFORE}(?:{_ANY}){_AFTER}")


def read_meetings(text: str, reader: Reader) -> Iterator[Named | Trouble]:
    """The next meeting of the committee named, or of each one if none is; an instant."""
    committees = reader.agenda.committees
    if _GENERIC.fullmatch(text):
        sure = len(committees) == 1 and re.search("comit|committee", text)
        doubt = None if sure else Doubt.WHICH_COMMITTEE
        yield from (_meeting(each, reader, doubt=doubt) for each in committees)
        if not committees:
            yield Trouble(Reason.NEEDS_CALENDAR)
        return
    for pattern in (_MEETING, _IN_MONTH):
        if match := pattern.fullmatch(text):
            month = match["month"]
            named = [each for each in committees if match["name"] in _names(each.name)]
            yield from (_meeting(each, reader, month=MONTHS[month] if month else None) for each in named)


@lru_cache(maxsize=256)
def _names(name: Localised) -> frozenset[str]:
    own = frozenset({plain(name.fr), plain(name.en)})
    return own.union(*(group for group in SAME_COMMITTEE if group & own))


def _meeting(
    committee: Committee, reader: Reader, *, month: int | None = None, doubt: Doubt | None = None
) -> Named | Trouble:
    at = next((each for each in _occurrences(committee, reader) if month in {None, each.month}), None)
    return Named(at.date(), Shape.MEETING, at=at, doubt=doubt) if at else Trouble(Reason.NEEDS_CALENDAR)


def _occurrences(committee: Committee, reader: Reader) -> Iterator[datetime]:
    """The meetings still to come; they keep their local hour when the clocks change."""
    zone = reader.agenda.meeting_zone or reader.agenda.calendar.timezone
    for at in islice(hours_after(committee, zone, reader.now, reader.agenda.moved), _LONGEST_SEARCH):
        yield with_its_offset(at, reader.agenda.calendar.timezone)
