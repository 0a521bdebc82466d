"""Due dates as people type them: words → one date, candidates to choose from, or a refusal with its reason."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sc_bot.domain.community import Language
from sc_bot.due_dates.answers import Answer
from sc_bot.due_dates.bounds import bounds_of
from sc_bot.due_dates.conventions import Agenda
from sc_bot.due_dates.courtesy import without_courtesy
from sc_bot.due_dates.deadlines import Reading, deadlines
from sc_bot.due_dates.examples import refused
from sc_bot.due_dates.grammar import Grammar
from sc_bot.due_dates.hostile import refused_unread
from sc_bot.due_dates.moments import moments_of
from sc_bot.due_dates.named import Moment, Trouble
from sc_bot.due_dates.plain import plain
from sc_bot.due_dates.reasons import Doubt, Reason
from sc_bot.due_dates.refusals import why_unread
from sc_bot.due_dates.several import several
from sc_bot.due_dates.spelled_out import spelled_out
from sc_bot.due_dates.variants import variants
from sc_bot.due_dates.verdict import judged

Outcomes = list[Reading | Trouble]
MOST_WORDS = 24  # the longest honest phrase of the tests has 12; the work grows with the square


def read_due(phrase: str, *, language: Language | None, now: datetime, agenda: Agenda) -> Answer:
    """Say when a promise is due, in somebody's words; never raises, whatever the words.

    Every rule that reads the whole phrase counts. When they disagree, or when people do, the answer is ambiguous:
    a date is given only if nothing else can be meant, and it is neither past nor beyond the horizon.

    Args:
        phrase: as typed, in French, English or both.
        language: in which words that exist in both are read (*mar.*), and examples are given; None: unknown.
        now: an aware instant; what the words are relative to.
        agenda: the working days and zone of the person, the committees of the community, the conventions.
    """
    grammar = Grammar(now.astimezone(agenda.calendar.timezone), agenda, language)
    reason = refused_unread(phrase)
    if reason:
        return refused(Trouble(reason), grammar)
    text = plain(phrase)
    if len(text.split(" ")) > MOST_WORDS:
        return refused(Trouble(Reason.TOO_LONG), grammar)
    outcomes = [each for variant in variants(text, language) for each in _read(variant, grammar)]
    return judged(outcomes, grammar) if outcomes else refused(Trouble(why_unread(text)), grammar)


def _read(text: str, grammar: Grammar) -> Outcomes:
    """Every outcome of a phrase: of one date, else of several, else of one that is spelled out oddly."""
    found: Outcomes = []
    for read in (_one, _several, _spelled_out):
        found += read(text, grammar)
        if any(isinstance(each, Reading) or each.reason is Reason.IMPOSSIBLE for each in found):
            break
    return found


def _several(text: str, grammar: Grammar) -> Iterator[Reading | Trouble]:
    return several(text, lambda part: list(_one(part, grammar)))


def _one(text: str, grammar: Grammar) -> Iterator[Reading | Trouble]:
    text, hedged = without_courtesy(text)
    for bound, bounded in bounds_of(text):
        rest, more = without_courtesy(bounded)
        for moment in moments_of(rest, grammar):
            if isinstance(moment, Trouble):
                yield moment
                continue
            for each in deadlines(bound, moment, grammar):
                yield _doubted(each) if hedged or more else each


def _doubted(outcome: Reading | Trouble) -> Reading | Trouble:
    return replace(outcome, doubt=Doubt.APPROXIMATE) if isinstance(outcome, Reading) else outcome


def _spelled_out(text: str, grammar: Grammar) -> Iterator[Reading | Trouble]:
    languages = (grammar.language,) if grammar.language else tuple(Language)
    text, hedged = without_courtesy(text)
    for bound, bounded in bounds_of(text):
        for named in spelled_out(bounded, grammar, languages):
            found = [named] if isinstance(named, Trouble) else deadlines(bound, Moment(named), grammar)
            yield from (_doubted(each) if hedged else each for each in found)
