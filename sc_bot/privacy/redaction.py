"""The text without what identifies somebody."""

import re
from collections.abc import Sequence

from sc_bot.privacy.findings import Finding, Inspection
from sc_bot.privacy.inspection import inspect
from sc_bot.privacy.normalise import comparable

_MARKS = {"fr": "[retiré]", "en": "[removed]"}


def redact(text: str, inspection: Inspection | None = None, *, language: str = "fr") -> str:
    """Replace every identifying span by a mark, until nothing is found; redacting again changes nothing.

    Args:
        text: what was typed.
        inspection: of this very text, if the caller has it already.
        language: of the mark; anything but English gives French.
    """
    mark = _MARKS.get(language, _MARKS["fr"])
    found = inspection or inspect(text)
    # One mark can bring the next number nearer to the word that gives it away. This ends: a span holds
    # a digit, a capital, an @ or a telling word, and a mark holds none of them.
    while found.findings:
        text = _replace(text, found.findings, mark)
        found = inspect(text)
    return text


def redact_words(text: str, words: str, *, language: str = "fr") -> str:
    """Replace words that somebody named, however they are written: case, accents, apostrophes, spaces, hidden marks."""
    plain, named = comparable(text), comparable(words).lower.strip()
    if not named:
        return text
    spans = [plain.span(*match.span()) for match in re.finditer(re.escape(named), plain.lower)]
    return without_spans(text, spans, language)


def _replace(text: str, findings: tuple[Finding, ...], mark: str) -> str:
    return _replace_spans(text, [(finding.start, finding.end) for finding in findings], mark)


def without_spans(text: str, spans: Sequence[tuple[int, int]], language: str) -> str:
    """Replace what stands at these places, in order and apart from each other, by the mark of a language."""
    return _replace_spans(text, spans, _MARKS.get(language, _MARKS["fr"]))


def _replace_spans(text: str, spans: Sequence[tuple[int, int]], mark: str) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += [text[position:start], mark]
        position = end
    return "".join([*pieces, text[position:]])
