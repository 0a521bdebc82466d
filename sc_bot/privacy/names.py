"""The text without somebody's name: whole words only, however they are written, and nobody else's name."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sc_bot.privacy.normalise import Comparable, comparable
from sc_bot.privacy.redaction import without_spans

_NO_LETTERS = re.compile("[^a-z]+")
_WORDS = """
ange archer ash baker banker barber barre beau bell berger bishop black blanc bois bon bond book boucher
boulanger bourgeois brook brown brun burns bush butcher cadet camp carter champagne chance chapman charpentier
chase chasse chevalier church clerk coach comte cook cooper cote court couture cross dale day dean doyen drew
duc duke field fields fisher flood flowers fontaine ford forest foret forget fort fox friend frost gagne glass
gold good grant gray green gros hall hand hardy head hill hills holiday home hope house hunt hunter jour journal
juste king knight lake lamb land lane law lean little long lord love loyal loyer maison maitre major march
marchand marche marsh mason masse may mercier mercy merle messager meunier miller mineur moine moon mount
mountain neveu noble noel noir nord normand nurse page paille paquet pare parent park parks patient penny petit
piper plante poirier pont pool poste potter power price prince prior prudent quick rayon reader rice rich
riviere roche rock roi root rose roux royal rush sage saint salmon sauvage savage sergent shepherd short silver
singer small smith snow spring steel stone street strong summer summers swan sweet tailor temple thorn tour
tremble vaillant vallee vert vigneron ville violette walker wall ward waters weaver west white wild winter wise
wolf wood woods young
"""
ALSO_WORDS = frozenset(_WORDS.split())
"""Family names that are words too, as `comparable` makes them: in small letters they are left, they name nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How somebody is named. `sure`: without doubt; `family`: by itself; `others`: people with that name in theirs."""

    sure: Sequence[str]
    family: str = ""
    others: Sequence[str] = ()


def redact_names(text: str, names: Names, *, language: str = "fr") -> str:
    """Replace somebody's name, however it is written: case, accents, apostrophes, spaces, hidden marks.

    A name inside another word is none. The family name by itself goes too, but not where it is part of somebody else's
    name, and if it is an ordinary word only with a capital.
    """
    if not _may_hold(text, (*names.sure, names.family)):
        return text
    plain = comparable(text)
    taken = [span for each in names.sure for span in _whole(plain, each)]
    kept = [span for each in names.others for span in _whole(plain, each)]
    alone = [span for span in _whole(plain, names.family) if _is_name(plain, span)]
    taken += [span for span in alone if not _meets(span, kept)]
    spans = [plain.span(*each) for each in _apart(taken)]
    return without_spans(text, spans, language) if spans else text


def _may_hold(text: str, names: Iterable[str]) -> bool:
    """Whether a closer look is worth it: it takes twenty times as long, and an erasure reads all that was written."""
    there = letters(text)
    return any(not (sought := _letters_of(each)) or sought in there for each in names if each)


def letters(text: str) -> str:
    """The Latin letters of a text as `comparable` reads them, and nothing else."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKD", text).lower())


@lru_cache(maxsize=64)
def _letters_of(name: str) -> str:
    return letters(name)


def _whole(plain: Comparable, words: str) -> list[tuple[int, int]]:
    """Where these words stand, not as a part of longer ones; an underscore is Slack's, not a letter."""
    named = comparable(words).lower.strip()
    if not named or named not in plain.lower:
        return []
    return [each.span() for each in re.finditer(rf"(?<![^\W_]){re.escape(named)}(?![^\W_])", plain.lower)]


def _is_name(plain: Comparable, span: tuple[int, int]) -> bool:
    return plain.lower[slice(*span)] not in ALSO_WORDS or plain.cased[span[0]].isupper()


def _meets(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same in order; what overlaps is one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
