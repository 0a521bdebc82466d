"""Whether two reports tell of the same problem: what they mean in common, in either language."""

from sc_bot.domain.similar.likeness import LIKE, MOST, likeness
from sc_bot.domain.similar.meanings import Meanings, Meant, meanings_of

__all__ = ["LIKE", "MOST", "Meanings", "Meant", "likeness", "meanings_of"]
