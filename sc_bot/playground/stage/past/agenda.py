"""Everything that happens before the curtain rises, in order; the same each time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sc_bot.domain.permissions import Verb
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.playground.stage.past.casting import Cast
from sc_bot.playground.stage.past.hours import Hours
from sc_bot.playground.stage.past.steps import Part, Step

SEED = 1929
SENDS = frozenset({Verb.RETURN, Verb.REROUTE, Verb.ASSIGN, Verb.CHANGE_INSTITUTION})


@dataclass(frozen=True, slots=True)
class Planned:
    """One act: its hour, its problem, and the step; None is the report itself.

    `words` and `to` are what the cast says for this act, if it says anything.
    """

    at: datetime
    cast: Cast
    step: Step | None = None
    words: str | None = None
    to: str | None = None

    def __str__(self) -> str:
        return f"{self.cast.problem}, {self.step.verb.value if self.step else 'report'}"


def agenda(cast: Sequence[Cast], calendar: WorkingCalendar, until: datetime) -> list[Planned]:
    """Every act of every life up to `until`; what would come later is left out."""
    acts = [act for each in cast for act in _life(each, calendar, until) if act.at <= until]
    return sorted(acts, key=lambda act: act.at)  # of one life's acts at one minute, the first stays first


def _life(cast: Cast, calendar: WorkingCalendar, until: datetime) -> Iterator[Planned]:
    """One problem's acts; its own draws, so that another problem moves none of them."""
    hours = Hours(calendar, Random(f"{SEED} {cast.problem}"))  # noqa: S311 - a story, no secret
    at = hours.report(calendar.local_date(until) - timedelta(days=cast.days), cast.at)
    yield Planned(at, cast)
    said, sent = _sayings(cast.words), iter(cast.to)
    for step in cast.life:
        at = hours.author(at, step.days) if step.part is Part.AUTHOR else hours.office(at, step.days)
        words = next(said.get(step.verb.value, iter(())), None)
        yield Planned(at, cast, step, words, next(sent, None) if step.verb in SENDS else None)


def _sayings(words: Mapping[str, tuple[str, ...]]) -> dict[str, Iterator[str]]:
    return {verb: iter(said) for verb, said in words.items()}
