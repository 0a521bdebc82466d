"""Finding configured phrases (aliases, keywords) in a text: whole words, accents optional, plurals tolerated.

A phrase of one word in capitals (ER, SAD, CVE) is an acronym: it is found when written in capitals, so that
*er* and *sad* stay ordinary words. A phrase's leading article does not count: *l'hôpital* is found in
*d'hôpital*, and *Les Passerelles* in *des Passerelles*.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sc_bot.domain.words import Word, words

ARTICLES = frozenset({"l", "le", "la", "les", "the"})


@dataclass(frozen=True, slots=True)
class Found:
    """What is found at one place, words `start` to `end` (excluded): every configured phrase that reads so.

    The first phrase is the closest to what is written.
    """

    phrases: tuple[str, ...]
    start: int
    end: int


class PhraseBook:
    """The phrases to look for, indexed so that a text is read once, whatever their number."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._acronyms: dict[str, list[str]] = {}
        self._phrases: dict[tuple[str, ...], list[str]] = {}
        self._lengths: dict[str, set[int]] = {}  # of the phrases that begin with a stem
        for phrase in dict.fromkeys(phrases):
            if is_acronym(phrase):
                self._acronyms.setdefault(phrase, []).append(phrase)
            elif key := _key(phrase):
                self._phrases.setdefault(key, []).append(phrase)
                self._lengths.setdefault(key[0], set()).add(len(key))

    def find(self, text: Sequence[Word]) -> tuple[Found, ...]:
        """Return the phrases in a text in order, the longest at each place, without overlaps."""
        found: list[Found] = []
        position = 0
        while position < len(text):
            hit = self.at(text, position)
            found += [hit] if hit else []
            position = hit.end if hit else position + 1
        return tuple(found)

    def at(self, text: Sequence[Word], start: int, *, any_case: bool = False) -> Found | None:
        """Return the longest phrase that starts at a word; `any_case` finds acronyms in small letters too."""
        word = text[start]
        for length in sorted(self._lengths.get(word.stem, ()), reverse=True):
            written = text[start : start + length]
            if phrases := self._phrases.get(tuple(each.stem for each in written)):
                return Found(_closest_first(phrases, written), start, start + len(written))
        capitals = word.written.upper() if any_case else word.written.removesuffix("s")
        acronyms = self._acronyms.get(capitals)
        return Found(tuple(acronyms), start, start + 1) if acronyms else None


def is_acronym(phrase: str) -> bool:
    """Whether a configured phrase is one word in capitals."""
    return phrase.isupper() and len(_read(phrase)) == 1


@lru_cache(maxsize=4096)
def _read(phrase: str) -> tuple[Word, ...]:
    """Return the words of a configured phrase; kept, for the same phrases are looked for in every text."""
    return words(phrase)


def _key(phrase: str) -> tuple[str, ...]:
    """Return the stems of a configured phrase without its leading article."""
    stems = tuple(word.stem for word in _read(phrase))
    return stems[1:] if len(stems) > 1 and stems[0] in ARTICLES else stems


def _closest_first(phrases: Sequence[str], written: Sequence[Word]) -> tuple[str, ...]:
    """Order the phrases of one key: what is written word for word comes before its plural or translation."""
    spelled = [word.plain for word in written]
    return tuple(sorted(phrases, key=lambda phrase: [word.plain for word in _read(phrase)] != spelled))
