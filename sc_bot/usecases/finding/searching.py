"""A search by words: what holds them all, the closest first; where little does, words that look like them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from sc_bot.domain.problems import Problem
from sc_bot.domain.searching import sought_words, start_of
from sc_bot.domain.visibility import Sight
from sc_bot.ports import Place, Term, UnitOfWork, Wanted

BEST = 50  # problems in an answer: whoever wants more says more
_SCANNED = 100  # of those that hold the words, the newest
_FEW = 3  # with fewer, what was typed may have a slip in it
_SHORTEST = 4  # letters of a word that may be short for another
_SLIP = 2  # letters at the beginning that are taken to be right
_ALIKE = 75.0  # of 100: "resmué" and "résumé"
_VOCABULARY = 20_000
_EXACT, _FORM, _SHARED = 100.0, 95.0, 85.0

Looks = Callable[[Problem], Sight | None]
"""What the reader may see of a problem; None for what does not belong in their list."""


def search(uow: UnitOfWork, place: Place, wanted: Wanted, looks: Looks) -> list[Problem]:
    """The problems that hold the words where this reader may read them, the closest first, then the newest."""
    sought = sought_words(wanted.sought.words)
    found = _holding(uow, place, wanted, [Term(start_of(each)) for each in sought])
    if len(found) < _FEW:
        near = [Term(start_of(each), _near(uow, place, each)) for each in sought]
        found |= _holding(uow, place, wanted, near)
    words = uow.finding.words_of(tuple(found))
    close = {
        each.id: closeness(sought, _readable(words[each.id], seen)) for each in found.values() if (seen := looks(each))
    }
    best = sorted((each for each in close if close[each] >= _ALIKE), key=lambda each: (-close[each], -each))
    return [found[each] for each in best[:BEST]]


def _holding(uow: UnitOfWork, place: Place, wanted: Wanted, terms: Sequence[Term]) -> dict[int, Problem]:
    return {each.id: each for each in uow.finding.holding(place, wanted, terms, _SCANNED)}


def _near(uow: UnitOfWork, place: Place, stem: str) -> tuple[str, ...]:
    """Words that were written and look like this one."""
    written = uow.finding.vocabulary(place, stem[:_SLIP], _VOCABULARY)
    alike = [word for word, *_ in process.extract(stem, written, scorer=fuzz.ratio, score_cutoff=_ALIKE)]
    return (*alike, *(each for each in written if _is_short_for(each, stem)))


def _is_short_for(word: str, stem: str) -> bool:
    """*chimio*, where somebody looks for *chimiothérapie*."""
    return len(word) >= _SHORTEST and stem.startswith(word)


def _readable(words: Mapping[str, bool], seen: Sight) -> tuple[str, ...]:
    """The words that this reader may find it by: of its title, or all; none for whom it is de-identified."""
    return tuple(word for word, in_title in words.items() if (in_title and seen.lead) or seen.text)


def closeness(sought: Iterable[str], words: Sequence[str]) -> float:
    """How well some words answer a question, from 0 to 100: the mean over its words of the best that answers each."""
    each = [_best(stem, words) for stem in sought]
    return sum(each) / len(each) if each else 0.0


def _best(stem: str, words: Sequence[str]) -> float:
    if stem in words:
        return _EXACT
    if any(word.startswith(stem) for word in words):
        return _FORM
    if any(word.startswith(start_of(stem)) or _is_short_for(word, stem) for word in words):
        return _SHARED
    return max((score for _, score, _ in process.extract(stem, words, scorer=fuzz.ratio, limit=1)), default=0.0)
