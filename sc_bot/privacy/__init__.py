"""Patient identifiers: find, explain by kind, redact."""

from sc_bot.privacy.findings import Finding, Inspection, Kind, Verdict, to_json
from sc_bot.privacy.inspection import inspect
from sc_bot.privacy.names import Names, redact_names
from sc_bot.privacy.redaction import redact, redact_words

__all__ = [
    "Finding",
    "Inspection",
    "Kind",
    "Names",
    "Verdict",
    "inspect",
    "redact",
    "redact_names",
    "redact_words",
    "to_json",
]
