"""Words as people type them, and the plain form by which they are compared.

The plain form ignores what a hurried writer leaves out or a phone puts in: case, accents, ligatures, curly
apostrophes and no-break spaces. All of it takes time in proportion to the text's length, whatever it holds.
"""

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

_TYPOGRAPHY = str.maketrans(dict.fromkeys("‘’ʼ′＇`´", "'") | {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "＠": "@"})
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")  # an accent may be a character of its own
_SHORTEST_PLURAL = 4  # "bas", "ans" and "sus" end in s by nature


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: as written, plain, and as in its plural; and what stands before it."""

    written: str
    plain: str
    stem: str
    gap: str


def plain(text: str) -> str:
    """Return the text without case, accents, ligatures and typographic variants; spaces collapse to one."""
    return " ".join(_bare(text.translate(_TYPOGRAPHY)).casefold().split())


def words(text: str) -> tuple[Word, ...]:
    """Split a text into words at all that is neither letter nor digit, hyphens and apostrophes included."""
    tidy, found, end = text.translate(_TYPOGRAPHY), [], 0
    for match in _WORD.finditer(tidy):
        bare = plain(match[0])
        found.append(Word(match[0], bare, stem(bare), tidy[end : match.start()]))
        end = match.end()
    return tuple(found)


def stem(plain_word: str) -> str:
    """Return what a plain word and its simple plural share: final s or x dropped, *-ie* and *-y* made one.

    It is coarse on purpose: *pharmacie, pharmacies, pharmacy* agree; *hôpital* and *hôpitaux* do not.
    """
    if len(plain_word) < _SHORTEST_PLURAL:
        return plain_word
    singular = plain_word[:-1] if plain_word[-1] in "sx" else plain_word
    if singular.endswith("ie"):
        return singular[:-1]
    return singular[:-1] + "i" if singular.endswith("y") else singular


def _bare(text: str) -> str:
    """Drop accents, one character at a time: reordering the stacked accents of a whole text is quadratic."""
    if text.isascii():
        return text
    return "".join(part for each in text for part in normalize("NFKD", each) if not combining(part))
