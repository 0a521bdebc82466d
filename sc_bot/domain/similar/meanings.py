"""From the words of a text to what they mean: the same for *congé* and *discharge*, *rendez-vous* and *appointment*."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sc_bot.domain.community import Community
from sc_bot.domain.routing.institutions import names_of
from sc_bot.domain.searching import stems
from sc_bot.domain.similar.field_words import COMMON, ORDINARY, PEOPLE, TOPICS, TROUBLES

WEIGHTS = ((TOPICS, 3.0), (COMMON, 2.0), (TROUBLES, 1.5), (PEOPLE, 1.0), (ORDINARY, 0.2))
"""What a report is about weighs more than what goes wrong, that more than who is named, and that more than the rest."""
OF_THE_COMMUNITY, OTHER, LITTLE = 1.0, 1.5, 0.3
AGAINST = 0.6
"""What a word unknown to the vocabulary weighs where it is missing: in the other language it is never there."""
_ROOT, _SHORTEST = 6, 4
_ENDINGS = ("ees", "ent", "ing", "ee", "es", "er", "ez", "ed", "e")


@lru_cache(maxsize=20_000)
def root(stem: str) -> str:
    """What the forms of a word share in both languages: *évaluer*, *évaluation* and *evaluated*; coarse on purpose."""
    for ending in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST:
            stem = stem.removesuffix(ending)
            break
    return stem[:_ROOT]


@dataclass(frozen=True, slots=True)
class Expression:
    """One way to say something: all these roots, in any order; `words` are its stems, to be looked for."""

    meaning: str
    weight: float
    roots: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a text means, each meaning with its weight; `size` is what it is compared by."""

    weights: Mapping[str, float]
    size: float


class Meanings:
    """What words mean in one community: the field's vocabulary, its own keywords and the names of its institutions."""

    def __init__(self, expressions: Iterable[Expression], beside: "Meanings | None" = None) -> None:
        self._beside = beside
        self._by_root: dict[str, list[Expression]] = {}
        self._by_meaning: dict[str, list[Expression]] = {}
        for each in expressions:
            self._by_meaning.setdefault(each.meaning, []).append(each)
            for one in each.roots:
                self._by_root.setdefault(one, []).append(each)

    def of(self, said: Iterable[str]) -> Meant:
        """What these stems mean; a word that the vocabulary does not know means itself."""
        roots = {root(each) for each in said}
        known: dict[str, float] = {}
        others: dict[str, float] = {}
        for one in roots:
            meant = [each for each in self.using(one) if each.roots <= roots]
            known |= {each.meaning: max(known.get(each.meaning, 0.0), each.weight) for each in meant}
            if not meant:
                others[one] = OTHER if len(one) >= _SHORTEST else LITTLE
        return Meant(known | others, sum(known.values()) + AGAINST * sum(others.values()))

    def said_as(self, meaning: str) -> Iterator[str]:
        """The words by which a meaning is said in either language; of a word that means itself, none."""
        for each in self._by_meaning.get(meaning, ()):
            yield from each.words
        if self._beside is not None:
            yield from self._beside.said_as(meaning)

    def using(self, one: str) -> Iterator[Expression]:
        """The expressions that a root is a part of."""
        yield from self._by_root.get(one, ())
        if self._beside is not None:
            yield from self._beside.using(one)


def meanings_of(community: Community) -> Meanings:
    """What words mean in this community."""
    return Meanings(_of_a_community(community), beside=_of_the_field())


@cache
def _of_the_field() -> Meanings:
    """The same for every community: read once."""
    return Meanings(each for table, weight in WEIGHTS for each in _read(table, weight))


def _read(table: str, weight: float) -> Iterator[Expression]:
    for line in filter(None, table.splitlines()):
        said = [each.strip() for each in line.replace("=", ",").split(",")]
        yield from _expressions(f"={said[0]}", weight, tuple(said))


def _of_a_community(community: Community) -> Iterator[Expression]:
    for continuum in community.continua:
        yield from _expressions(f"@{continuum.id}", OF_THE_COMMUNITY, tuple(continuum.keywords.all))
    for institution in community.institutions:
        yield from _expressions(f"@{institution.id}", OF_THE_COMMUNITY, tuple(names_of(institution)))


@lru_cache(maxsize=2_000)
def _expressions(meaning: str, weight: float, said: tuple[str, ...]) -> tuple[Expression, ...]:
    """A community is read anew with each report; what its keywords and names mean changes with its file only."""
    every = (tuple(stems(each)) for each in said)
    return tuple(Expression(meaning, weight, frozenset(map(root, words)), words) for words in every if words)
