"""One line that holds a promise and its date: the last clause after a marker is the date."""

import re

_MARKER = re.compile(
    r"(?<!\w)(?:d['’]ici(?: à| au)?|avant|au plus tard|jusqu['’](?:au?|en)|pour le|pour (?=\w+di\b)|"
    r"by|before|until|till|no later than|at the latest)(?!\w)",
    re.IGNORECASE,
)


def split_due(text: str) -> tuple[str, str]:
    """What is promised, and the words that say when: from the last marker on. No marker, no date.

    The marker stays with the date: "avant vendredi" and "vendredi" are two days.
    """
    found = list(_MARKER.finditer(text))
    if not found or not text[: found[-1].start()].strip():
        return text.strip(), ""
    at = found[-1].start()
    return text[:at].strip(" ,;:–-"), text[at:].strip()
