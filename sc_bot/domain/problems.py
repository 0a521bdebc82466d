"""A problem: what the frontline reports, and where it stands.

A problem always has somebody who owes the answer (`owes`): the institution that received it; after a return, the one
that returned it, until another accepts. With no institution, the facilitator has it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum


class State(StrEnum):
    """Where a problem stands (domain, section 2)."""

    REPORTED = "reported"
    """No institution yet: the facilitator finds one."""
    ROUTED = "routed"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    ARBITRATION = "arbitration"
    """Returned twice: the support committee decides who leads."""
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


UNDECIDED = frozenset({State.REPORTED, State.ROUTED, State.ACKNOWLEDGED, State.RETURNED, State.ARBITRATION})
OPEN = UNDECIDED | {State.ACCEPTED}
FINISHED = frozenset({State.CLOSED, State.WITHDRAWN})


class Severity(IntEnum):
    """How much it hurts, from a nuisance to a risk of harm."""

    NUISANCE = 1
    DELAY = 2
    CARE_AFFECTED = 3
    RISK_OF_HARM = 4


class Closing(StrEnum):
    """Why a problem is closed."""

    SOLVED = "solved"
    NOT_SOLVABLE = "not_solvable"
    DUPLICATE = "duplicate"
    OUT_OF_MANDATE = "out_of_mandate"


class Verdict(StrEnum):
    """Did it change for those who live it?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Because:
    """Why an institution received a problem: how it was found, and the word that did it."""

    kind: str
    matched: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem as it stands now; what happened before is in its events.

    Institutions, continua and people are the ids of the community file. Instants are aware and in UTC;
    `answer_by` is a day in the community's zone. `invited` are asked to contribute, `contributors` do. `id` and
    `version` belong to storage.
    """

    id: int
    workspace: str
    community: int
    reference: str
    state: State
    continuum: str | None
    institution: str | None
    owes: str | None
    because: Because
    severity: Severity
    reporter: str
    reporter_institution: str | None
    line: int | None
    name_shown: bool
    reported_at: datetime
    answer_by: date
    concerned: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    noticed_by_clients: bool = False
    unresolvable: bool = False
    restricted: bool = False
    director_kept_out: bool = False
    returned_by: tuple[str, ...] = ()
    reopened: int = 0
    acknowledged_at: datetime | None = None
    accepted_at: datetime | None = None
    closed_at: datetime | None = None
    closing: Closing | None = None
    duplicate_of: str | None = None
    verdict: Verdict | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether somebody still owes something."""
        return self.state in OPEN

    @property
    def lead(self) -> str | None:
        """The institution that accepted to lead the search for a solution."""
        return self.institution if self.accepted_at is not None else None

    @property
    def participants(self) -> frozenset[str]:
        """The institutions that take part: addressed, owing, named, having returned it, asked to help, helping."""
        named = {self.institution, self.owes, *self.concerned, *self.returned_by, *self.invited, *self.contributors}
        return frozenset(i for i in named if i is not None)
