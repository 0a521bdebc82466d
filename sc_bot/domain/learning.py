"""Routing learns from corrections: where problems with a term ended, once somebody had sent them elsewhere.

What is learned is counted from history: a term of our vocabulary, or a word that several problems hold; no text is
kept. It is one more reason among the others, and explained like them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sc_bot.domain.community import Community
from sc_bot.domain.routing.reasons import Candidate, Reason, ReasonKind
from sc_bot.domain.searching import stems
from sc_bot.domain.similar import Meanings, meanings_of

FEWEST = 3  # problems that hold a word, before it is learned: a rare one could tell who it is
_TELLING = 1.5  # a meaning that weighs less is in every report
_VOTES, _SHARE = 1.2, 0.6
"""So many votes, so much of all that are given: two terms that were seen often, or three seen once, that agree."""


@dataclass(frozen=True, slots=True)
class Learned:
    """By term and institution: how many corrected problems with the term ended there."""

    ended: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Corrected:
    """One problem that was sent elsewhere and accepted there; `common` are those of its words that several hold."""

    institution: str
    words: frozenset[str]
    common: frozenset[str]


def learn(corrected: Iterable[Corrected], community: Community) -> Learned:
    """Count where corrected problems ended, by their terms; the places that take part no longer are forgotten."""
    meanings = meanings_of(community)
    ended: dict[str, Counter[str]] = {}
    for each in corrected:
        if community.institution(each.institution) is not None:
            for term in _kept(meanings, each):
                ended.setdefault(term, Counter())[each.institution] += 1
    return Learned({term: dict(counted) for term, counted in ended.items()})


def suggested(text: str, learned: Learned, community: Community) -> Candidate | None:
    """The institution where problems like this one ended, if what was learned agrees."""
    if not learned.ended:
        return None
    known = [each for each in _terms(meanings_of(community), stems(text)) if each in learned.ended]
    votes = _votes([learned.ended[each] for each in known])
    first = max(votes, key=lambda each: (votes[each], each), default=None)
    if first is None or community.institution(first) is None:
        return None
    if votes[first] < max(_VOTES, _SHARE * sum(votes.values())):
        return None
    agreeing = [each for each in known if first in learned.ended[each]]
    ours = tuple(each.removeprefix("=") for each in agreeing if each.startswith("="))
    return Candidate(first, Reason(ReasonKind.LEARNED, ours))


def _votes(counts: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """Each term has one vote, divided among the places where its problems ended; a term seen once has half a vote."""
    votes: dict[str, float] = {}
    for ended in counts:
        for institution, problems in ended.items():
            votes[institution] = votes.get(institution, 0.0) + problems / (sum(ended.values()) + 1)
    return votes


def _kept(meanings: Meanings, corrected: Corrected) -> set[str]:
    """The terms that may be kept: of our own vocabulary, or words that several problems hold."""
    ours = {each for each in _terms(meanings, corrected.words) if each.startswith("=")}
    return ours.union(_terms(meanings, corrected.common))


def _terms(meanings: Meanings, words: Iterable[str]) -> list[str]:
    """What a text is about: no names of places, no words that every report has."""
    weights = meanings.of(words).weights
    return sorted(each for each, weight in weights.items() if weight >= _TELLING and not each.startswith("@"))
