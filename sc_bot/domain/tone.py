"""Whether words look for somebody at fault. Only ever a hint: whoever writes knows better than a list of words."""

import re
import unicodedata

_BLAME = re.compile(
    r"\b(?:(?:par |c'est |est |a cause de |pas )?(?:la |leur |sa |notre |votre )?faute (?:de|du|des|d'|a|aux?)\b"
    r"|(?:c'est|est) (?:de )?(?:la|leur|sa|votre) faute\b|les? fautifs?\b|blam\w+|incompeten\w+|negligen\w+"
    r"|je-m'en-fout\w*|at fault\b|(?:their|his|her|your) (?:own )?fault\b|fault of\b)"
)


def blames(*texts: str | None) -> bool:
    """Whether one of these texts says so, in either language: "faute de", "la faute à", "blame", "fault"."""
    return any(_BLAME.search(_bare(each)) for each in texts if each)


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold()).replace("’", "'")
    return "".join(each for each in decomposed if not unicodedata.combining(each))
