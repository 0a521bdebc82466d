"""Whether a promise names something that one can see happen (the seed: "concrete things to be changed").

A vague one is questioned, never refused: its author knows better than a list of words.
"""

import re
import unicodedata

_VAGUE = re.compile(
    r"^(?:on va |nous allons |i will |we will |to |de )?"
    r"(?:mieux |better |further )?"
    r"(?:ameliorer|optimiser|favoriser|renforcer|sensibiliser|encourager|travailler sur|reflechir|regarder|voir a|"
    r"se pencher|discuter|assurer un suivi|faire le suivi|suivre|communiquer|collaborer|poursuivre les|"
    r"improve|optimi[sz]e|foster|enhance|strengthen|raise awareness|encourage|work on|think about|look into|look at|"
    r"see to|discuss|follow up|communicate|collaborate|explore|continue to)\b"
)
MOST_WORDS = 12
"""A longer text names something, whatever its first word."""


def is_vague(text: str) -> bool:
    """Whether it begins as wishes do, and says no more: "améliorer la communication"."""
    bare = unicodedata.normalize("NFD", text.casefold().strip())
    bare = "".join(each for each in bare if not unicodedata.combining(each)).replace("’", "'")
    return len(bare.split()) <= MOST_WORDS and _VAGUE.match(bare) is not None
