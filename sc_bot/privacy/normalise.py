"""Text as people typed it → text that rules can compare, with the way back to the original.

Accents and invisible characters go; every kind of space, dash, apostrophe and digit becomes the plain one;
runs of white space become one space. Rules then need no variants, and still point at the original characters.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from sc_bot.domain.characters import bare

_REPLACED = {
    **dict.fromkeys("‘’‚‛ʼ´`′＇", "'"),
    **dict.fromkeys("−⁃", "-"),
    "⁄": "/",
    "∕": "/",
    **dict.fromkeys("\u115f\u1160\u3164\uffa0\u2800", " "),  # letters to Unicode, blank to the eye
}
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Mn", "Me"})
_CACHED_CHARACTERS = 4_096  # more than one language uses; bounded because senders choose the characters


@dataclass(frozen=True, slots=True, repr=False)
class Comparable:
    """A text made plain; `lower` and `cased` have the same length. No repr: it holds what a person typed."""

    cased: str
    lower: str
    source: str
    origins: tuple[int, ...]
    """For each plain character, the index in `source` of the character that it came from."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the plain characters from `start` to `end` (at least one) stand in the source."""
        following = self.origins[end] if end < len(self.origins) else len(self.source)
        return self.origins[start], max(following, self.origins[end - 1] + 1)

    def before(self, index: int, width: int) -> str:
        """Up to `width` lower-case characters that end at `index`."""
        return self.lower[max(0, index - width) : index]

    def after(self, index: int, width: int) -> str:
        """Up to `width` lower-case characters from `index` on."""
        return self.lower[index : index + width]


def comparable(text: str) -> Comparable:
    """Make a text plain, in linear time."""
    plain: list[str] = []
    origins: list[int] = []
    previous = ""
    for index, character in enumerate(text):
        for piece in _fold(character):
            if piece == " " == previous:
                continue
            plain.append(piece)
            origins.append(index)
            previous = piece
    cased = "".join(plain)
    return Comparable(cased, _lower(cased), text, tuple(origins))


@lru_cache(maxsize=_CACHED_CHARACTERS)
def _fold(character: str) -> str:
    if character in _REPLACED:
        return _REPLACED[character]
    return "".join(bare(piece, _REPLACED, _INVISIBLE) for piece in unicodedata.normalize("NFKD", character))


def _lower(text: str) -> str:
    """Lower case, one character for one (some capitals have a two-character lower case)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)
