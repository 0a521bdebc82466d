"""How much two reports mean in common."""

from math import sqrt

from sc_bot.domain.similar.meanings import Meant

LIKE = 0.47
"""From here on another problem is offered as like one's own (measured: docs/decisions)."""
MOST = 3  # problems that are offered: a telephone's screen
FEW = 4.0
"""What is added to the size of either: two or three words in common are no proof, however short the reports."""


def likeness(one: Meant, other: Meant) -> float:
    """From 0, nothing in common, to about 1, the same: a cosine over meanings: a long report is no magnet."""
    common = sum(weight for each, weight in one.weights.items() if each in other.weights)
    return common / sqrt((one.size + FEW) * (other.size + FEW))
