"""References of what hangs on a problem: the problem's own, a mark that says what it is, and a number."""

from enum import StrEnum


class Mark(StrEnum):
    """What stands between a problem's reference and the number: `ONC-42.1` is a promise, `ONC-42+1` a joint change."""

    PROMISE = "."
    DECISION = "/"
    JOINT_CHANGE = "+"
    TRYOUT = "?"


_FIGURES = 6  # a longer number is nobody's


def numbered(problem: str, mark: Mark, number: int) -> str:
    """Put a reference together."""
    return f"{problem}{mark.value}{number}"


def split_reference(reference: str, mark: Mark) -> tuple[str, int] | None:
    """The problem's reference and the number; None for anything that does not have this mark."""
    problem, _, number = reference.strip().upper().rpartition(mark.value)
    is_number = number.isascii() and number.isdecimal() and len(number) <= _FIGURES
    return (problem, int(number)) if problem and is_number else None


def in_name(reference: str, person: str) -> str:
    """What a button carries with which somebody answers in another's name."""
    return f"{reference} {person}"


def whose_of(reference: str) -> tuple[str, str]:
    """The reference, and in whose name it is answered; empty for one's own."""
    plain, _, person = reference.strip().partition(" ")
    return plain, person.strip()


def problem_of(reference: str) -> str:
    """The reference of the problem on which something hangs; a problem's own is itself."""
    return next((found[0] for mark in Mark if (found := split_reference(reference, mark))), reference)
