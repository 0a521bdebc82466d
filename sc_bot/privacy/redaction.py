"""The text without what identifies somebody."""

from sc_bot.privacy.findings import Finding, Inspection
from sc_bot.privacy.inspection import inspect

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


def _replace(text: str, findings: tuple[Finding, ...], mark: str) -> str:
    pieces: list[str] = []
    position = 0
    for finding in findings:
        pieces += [text[position : finding.start], mark]
        position = finding.end
    return "".join([*pieces, text[position:]])
