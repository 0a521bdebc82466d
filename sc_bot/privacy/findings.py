"""What an inspection says: a verdict, kinds and places, never the text itself."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What identifies somebody, directly or not."""

    NAM = "nam"
    """Québec health insurance number."""
    SIN = "sin"
    """Social insurance number."""
    MRN = "mrn"
    """Number of a patient's file."""
    DOB = "dob"
    """Date of birth."""
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"
    ROOM = "room"
    ADDRESS = "address"
    POSTAL_CODE = "postal_code"
    NAM_LIKE = "nam_like"
    """Shaped like a NAM, but right after a word such as *projet* or *lot*."""
    SIN_LIKE = "sin_like"
    """Announced as a SIN with a wrong check digit, or a right one after a word such as *facture*."""
    RARE = "rare"
    """The only case of a condition, in a place small enough to know who."""


class Verdict(StrEnum):
    """What becomes of the text."""

    BLOCK = "block"
    """Nothing is stored until the author removes it."""
    WARN = "warn"
    """The author removes it, or confirms with a reason."""
    ALLOW = "allow"


BLOCKING = frozenset({Kind.NAM, Kind.SIN, Kind.MRN, Kind.DOB})


@dataclass(frozen=True, slots=True)
class Finding:
    """One identifying span: `text[start:end]`."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything found in one text, in reading order; holds no part of the text, so it may be logged."""

    findings: tuple[Finding, ...]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Each kind once, in the order of the text."""
        return tuple(dict.fromkeys(finding.kind for finding in self.findings))

    @property
    def verdict(self) -> Verdict:
        """Block if anything found blocks, warn if anything was found, else allow."""
        if not self.findings:
            return Verdict.ALLOW
        return Verdict.WARN if BLOCKING.isdisjoint(self.kinds) else Verdict.BLOCK


def to_json(inspection: Inspection) -> dict[str, str | list[str]]:
    """The shape that `sc-bot privacy check` prints, one object a line."""
    return {"verdict": inspection.verdict.value, "kinds": [kind.value for kind in inspection.kinds]}
