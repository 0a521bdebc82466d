"""What must be true of problems and promises, in a page, written without the code that it judges.

An act that somebody may do and that applies changes the model as it says here; any other changes nothing.
"""

from dataclasses import dataclass, field
from datetime import date

AUTHOR, FACILITATOR, COLLEAGUE = "CVE-S1", "ADV-1", "HSF-S1"
DIRECTORS = {"HSF": ("HSF-MD", "SC-1"), "CVE": ("CVE-MD", "SC-2"), "CRP": ("CRP-MD",)}
WORKERS = {"HSF": (*DIRECTORS["HSF"], COLLEAGUE), "CVE": (*DIRECTORS["CVE"], AUTHOR), "CRP": DIRECTORS["CRP"]}
INSTITUTIONS = tuple(DIRECTORS)
COMMITTEE = ("SC-1", "SC-2")
FACILITATORS = (FACILITATOR, "MOD-1")
PEOPLE = (AUTHOR, COLLEAGUE, *FACILITATORS, "HSF-MD", "CVE-MD", "CRP-MD", *COMMITTEE, "EXT-1")
WORK = {each: {home for home, there in WORKERS.items() if each in there} for each in PEOPLE}
"""The institutions where each person works, or which they direct."""
ASKABLE = tuple(each for each in PEOPLE if each != "EXT-1")
"""Who can be asked for something: who only reads aggregates cannot."""
WAITING = ("routed", "returned")
UNDECIDED = (*WAITING, "acknowledged", "arbitration")
OPEN = (*UNDECIDED, "accepted")


@dataclass
class Promise:
    """One promise."""

    institution: str
    owner: str
    due: date
    first_due: date
    offered_to: str | None = None
    needs_of: str | None = None
    standing: str = "open"
    redated: int = 0

    @property
    def is_owed(self) -> bool:
        """Neither kept nor given up."""
        return self.standing in {"open", "blocked"}


@dataclass
class Problem:
    """One problem."""

    reference: str
    institution: str
    owes: str | None
    state: str = "routed"
    was_accepted: bool = False
    returns: int = 0
    reopened: int = 0
    verdict: str | None = None
    promises: list[Promise] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.state in OPEN

    @property
    def owed_promises(self) -> list[int]:
        """The numbers of the promises that are still owed."""
        return [number for number, each in enumerate(self.promises, start=1) if each.is_owed]


def who_may(act: str, problem: Problem, promise: Promise | None = None) -> tuple[str, ...]:
    """Who may do this."""
    if promise is not None and act in {"take", "decline"}:
        return (promise.offered_to,) if promise.offered_to else ()
    if promise is not None and act in {"provide", "cannot"}:
        return (promise.needs_of,) if promise.needs_of else ()
    if promise is not None:
        return (promise.owner, *DIRECTORS[promise.institution])
    of_others = {"reroute": FACILITATORS, "assign": COMMITTEE, "withdraw": (AUTHOR,), "yes": (AUTHOR,), "no": (AUTHOR,)}
    return of_others.get(act, DIRECTORS[problem.institution])


def applies(act: str, problem: Problem, institution: str) -> bool:
    """Whether it can be done to a problem as it is; `institution` is the one that is named, if one is."""
    match act:
        case "acknowledge":
            return problem.state in WAITING
        case "accept":
            return problem.state in {*WAITING, "acknowledged"}
        case "return":
            return problem.state in {*WAITING, "acknowledged"} and institution != problem.institution
        case "reroute":
            return problem.is_open and (institution != problem.institution or problem.state == "arbitration")
        case "assign":
            return problem.state == "arbitration"
        case "promise":
            return problem.state == "accepted"
        case "withdraw":
            return problem.state in UNDECIDED
        case "close":
            return problem.is_open
        case _:
            return problem.state == "closed" and problem.verdict is None


def change(act: str, problem: Problem, institution: str) -> None:
    """What it changes of a problem; a promise made is added by the caller."""
    match act:
        case "acknowledge":
            problem.state = "acknowledged"
        case "accept":
            problem.state, problem.owes, problem.was_accepted = "accepted", problem.institution, True
        case "return":
            problem.returns, problem.owes = problem.returns + 1, problem.institution
            problem.state = "arbitration" if problem.returns >= 2 else "returned"
            problem.institution = problem.institution if problem.returns >= 2 else institution
        case "reroute":
            keeps = problem.returns or problem.was_accepted
            problem.owes = problem.owes if keeps else institution
            problem.state, problem.institution, problem.was_accepted = "routed", institution, False
        case "assign":
            problem.state, problem.institution, problem.owes = "accepted", institution, institution
            problem.was_accepted = True
        case "withdraw" | "close":
            problem.state, problem.owes = {"withdraw": "withdrawn", "close": "closed"}[act], None
            for each in problem.promises:
                each.standing = "cancelled" if each.is_owed else each.standing
                each.offered_to = each.needs_of = None
        case "yes":
            problem.verdict = "yes"
        case "no":
            problem.state, problem.owes = ("accepted" if problem.was_accepted else "routed"), problem.institution
            problem.reopened += 1
        case _:
            pass


def change_promise(act: str, problem: Problem, promise: Promise, *, person: str, due: date) -> bool:
    """What it changes of a promise that is owed; whether it does. `person` is the one who is asked, or who takes it.

    Who takes it over keeps it for the institution that leads, if they work there and not where it was promised.
    """
    if not promise.is_owed or (act == "redate" and due == promise.due):
        return False
    if act == "hand" and person in (promise.owner, promise.offered_to):
        return False
    moves = problem.was_accepted and promise.institution not in WORK[person] and problem.institution in WORK[person]
    if act == "take" and moves:
        promise.institution = problem.institution
    match act:
        case "done" | "cancel":
            promise.standing = {"done": "done", "cancel": "cancelled"}[act]
            promise.offered_to = promise.needs_of = None
        case "on_track" | "provide":
            promise.standing, promise.needs_of = "open", None
        case "block":
            promise.standing, promise.needs_of = "blocked", person
        case "cannot":
            promise.needs_of = None
        case "redate":
            promise.due, promise.redated = due, promise.redated + 1
        case "hand":
            promise.offered_to = person
        case "take":
            promise.owner, promise.offered_to = person, None
        case _:
            promise.offered_to = None
    return True
