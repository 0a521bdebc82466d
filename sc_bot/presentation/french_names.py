"""The names of institutions inside a French sentence: their article, and what *de* and *à* make of it.

Only the first word of a name is looked at. A name that begins with a word not listed here stands as it is.
"""

from sc_bot.domain.words import plain

_MASCULINE = frozenset(
    {
        "bureau",
        "cabinet",
        "carrefour",
        "centre",
        "chsld",
        "chu",
        "chum",
        "chus",
        "cisss",
        "ciusss",
        "clsc",
        "comite",
        "conseil",
        "departement",
        "foyer",
        "gmf",
        "groupe",
        "laboratoire",
        "pavillon",
        "point",
        "programme",
        "regroupement",
        "reseau",
        "service",
    }
)
_FEMININE = frozenset(
    {
        "clinique",
        "communaute",
        "cooperative",
        "direction",
        "fondation",
        "maison",
        "pharmacie",
        "residence",
        "ressource",
        "table",
    }
)
_ELIDED = frozenset(
    {"association", "equipe", "hopital", "hospice", "hotel", "institut", "organisme", "unite", "urgence"}
)
_LE, _DE, _A = "le", "de", "à"
_BEFORE = {
    _LE: {"m": "le ", "f": "la ", "e": "l'", "": ""},
    _DE: {"m": "du ", "f": "de la ", "e": "de l'", "": "de "},
    _A: {"m": "au ", "f": "à la ", "e": "à l'", "": "à "},
}


def with_article(name: str, little: str) -> str:
    """The name after *le*, *de* or *à*: le CLSC, de la Maison, à l'Hôpital.

    Raises:
        ValueError: `little` is another word.
    """
    if little not in _BEFORE:
        raise ValueError(f"no such article: {little}")
    return f"{_BEFORE[little][_gender(name)]}{name}"


def _gender(name: str) -> str:
    first = plain(name).replace("'", " ").partition(" ")[0]
    if first in _MASCULINE:
        return "m"
    if first in _FEMININE:
        return "f"
    return "e" if first in _ELIDED else ""
