"""Numbers in letters, cardinal and ordinal, in both languages."""

from collections.abc import Mapping

from sc_bot.due_dates.words import numbered, one_of

_TEN = 10
_UNITS = numbered(
    "un one",
    "deux two",
    "trois three",
    "quatre four",
    "cinq five",
    "six",
    "sept seven",
    "huit eight",
    "neuf nine",
    "dix ten",
    "onze eleven",
    "douze twelve",
    "treize thirteen",
    "quatorze fourteen",
    "quinze fifteen",
    "seize sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    first=1,
)
_TENS = {
    **dict.fromkeys(("vingt", "twenty"), 20),
    **dict.fromkeys(("trente", "thirty"), 30),
    **dict.fromkeys(("quarante", "forty"), 40),
    **dict.fromkeys(("cinquante", "fifty"), 50),
    **dict.fromkeys(("soixante", "sixty"), 60),
    "ninety": 90,
}
_OTHERS = {"une": 1, "a": 1, "an": 1, "quatre vingt dix": 90, "cent": 100, "a hundred": 100}
_TEEN = {"dix sept": 17, "dix huit": 18, "dix neuf": 19}


def _numbers() -> dict[str, int]:
    """From one to some sixty, and a few round ones; more is written in digits."""
    below_ten = {word: value for word, value in _UNITS.items() if value < _TEN}
    numbers = {**_UNITS, **_OTHERS, **_TEEN, **_TENS}
    for ten, value in _TENS.items():
        numbers |= {f"{ten} {unit}": value + more for unit, more in below_ten.items()}
        numbers |= {f"{ten} et un": value + 1, f"{ten} et une": value + 1}
    return numbers


NUMBERS: Mapping[str, int] = _numbers()
_SMALL = one_of(word for word, value in _UNITS.items() if value < _TEN)
NUMBER_WORDS = f"(?:{one_of(_TENS)})(?: et une?| (?:{_SMALL}))?|{one_of([*_OTHERS, *_TEEN, *_UNITS])}"
"""A pattern of every number in letters, made of fewer words than there are numbers."""
_ORDINALS = numbered(
    "first premier premiere 1er 1re 1st",
    "second deuxieme seconde 2e 2eme 2nd",
    "third troisieme 3e 3eme 3rd",
    "fourth quatrieme 4e 4eme 4th",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    first=1,
)
ORDINALS: Mapping[str, int] = {
    **_ORDINALS,
    **{f"twenty {word}": 20 + value for word, value in _ORDINALS.items() if value < _TEN},
    "thirtieth": 30,
    "thirty first": 31,
}
LAST = -1
_WEEKS_OF_A_MONTH = 4
WHICH: Mapping[str, int] = {
    **{word: value for word, value in ORDINALS.items() if value <= _WEEKS_OF_A_MONTH},
    **dict.fromkeys(("dernier", "derniere", "last"), LAST),
}
