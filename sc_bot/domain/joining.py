"""Moi aussi: somebody sees the same problem, and goes on with it instead of reporting it again.

Who joined is nobody's to know, as the author is: only the institutions from which it is seen are shown, and not those
of teams so small that they would name somebody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.problems import OPEN, UNDECIDED, Problem, State, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """One person who sees a problem too, as it stands now; `left_at`: until then.

    `institution` is from where it is seen, if that may be told. `verdict` is what they said of its last closing.
    """

    workspace: str
    community: int
    problem: int
    person: str
    institution: str | None
    at: datetime
    left_at: datetime | None = None
    verdict: Verdict | None = None
    verdict_at: datetime | None = None
    id: int = 0


def may_join(person: Person, problem: Problem) -> bool:
    """Whether it can be theirs too: whoever knows of it but its author, and who only reads figures."""
    return person.id != problem.reporter and set(person.roles) != {Role.EXTERNAL_INTERVENER}


def can_be_joined(problem: Problem) -> bool:
    """Whether it is the time: it is open, and not kept to a few."""
    return problem.state in OPEN and not problem.restricted


def join(
    problem: Problem, person: Person, seen_from: str | None, before: Joined | None, now: datetime
) -> Joined | None:
    """They see it too; None when they have said so already."""
    if before is not None and before.left_at is None:
        return None
    fresh = Joined(
        workspace=problem.workspace,
        community=problem.community,
        problem=problem.id,
        person=person.id,
        institution=seen_from,
        at=now,
    )
    return fresh if before is None else replace(fresh, id=before.id)


def leave(joined: Joined | None, now: datetime) -> Joined | None:
    """They hear nothing more of it; None when they did not."""
    return None if joined is None or joined.left_at is not None else replace(joined, left_at=now)


def say(joined: Joined | None, problem: Problem, verdict: Verdict, now: datetime) -> Joined | None:
    """Whether it changed for them, once a closing; None when it is not asked."""
    if joined is None or not is_asked(joined, problem):
        return None
    return replace(joined, verdict=verdict, verdict_at=now)


def is_asked(joined: Joined, problem: Problem) -> bool:
    """Whether they may still say what its closing changed for them."""
    if joined.left_at is not None or problem.state is not State.CLOSED or problem.closed_at is None:
        return False
    return joined.verdict_at is None or joined.verdict_at < problem.closed_at


def seen_from(person: Person, community: Community) -> str | None:
    """The institution to tell, if that does not name the person."""
    home = community.institution(person.institution) if person.institution else None
    if home is None or (home.staff is not None and home.staff < community.policies.small_group):
        return None
    return home.id


def also_seen_by(joined: Iterable[Joined], problem: Problem) -> tuple[str, ...]:
    """The other institutions from which it is seen, in the order in which they said so."""
    here = (each.institution for each in joined if each.left_at is None and each.institution)
    return tuple(each for each in dict.fromkeys(here) if each != problem.institution)


def can_merge(problem: Problem, into: Problem) -> bool:
    """Whether one may go on under the other: both open, of one community, neither kept to a few."""
    return (
        problem.id != into.id
        and problem.community == into.community
        and problem.state in OPEN
        and into.state in OPEN
        and not problem.restricted
        and not into.restricted
    )


def is_fresh(problem: Problem) -> bool:
    """Whether nobody has acted on it yet: its author may still let it go on under another."""
    return problem.state in UNDECIDED and problem.acknowledged_at is None and not problem.returned_by


def with_merged(into: Problem, problem: Problem) -> Problem:
    """The one that goes on: where the other was, and who helped there, is concerned by it; it is perceived as both."""
    named = (problem.institution, *problem.concerned, *problem.contributors)
    there = {into.institution, *into.concerned}
    more = tuple(each for each in dict.fromkeys(named) if each is not None and each not in there)
    unresolvable = into.unresolvable or problem.unresolvable
    return replace(into, concerned=(*into.concerned, *more), unresolvable=unresolvable)
