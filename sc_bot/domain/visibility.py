"""Who sees what of a problem (design, "Who sees what")."""

from dataclasses import dataclass, replace

from sc_bot.domain.answerable import directs, facilitates, is_kept_out
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What one reader may see of one problem."""

    exists: bool
    """Reference and state."""
    lead: bool
    """Which institution has it, and the neutral title."""
    text: bool
    """The words of the report, and the history."""
    internal: bool
    """Steps that are not shown to the author."""
    author: bool
    """The author's name."""
    on_behalf: bool
    """For whom the author wrote: never more than the author and the facilitator."""
    origin: bool
    """The author's institution and line, and the hour."""


_DE_IDENTIFIED = Sight(exists=True, lead=False, text=False, internal=False, author=False, on_behalf=False, origin=False)
NOTHING = replace(_DE_IDENTIFIED, exists=False)


def sight(reader: Person, problem: Problem, community: Community) -> Sight:
    """What this reader may see; a problem that they may not know of is answered as if it did not exist."""
    facilitator = facilitates(reader, community)
    author = reader.id == problem.reporter
    inside = facilitator or _takes_part(reader, problem, community)
    if is_kept_out(reader, problem) and not facilitator:
        return NOTHING
    if problem.restricted and not (author or facilitator or _may_see_restricted(reader, problem, community)):
        return NOTHING
    if set(reader.roles) == {Role.EXTERNAL_INTERVENER} and not author:
        return _DE_IDENTIFIED
    return Sight(
        exists=True,
        lead=True,
        text=inside or author,
        internal=inside and not (author and not facilitator),
        author=facilitator or author or (inside and problem.name_shown),
        on_behalf=facilitator or author,
        origin=facilitator or author or (inside and not _in_small_team(problem, community)),
    )


def is_confidential(problem: Problem) -> bool:
    """Whether its words stay where they are: it is restricted, or its author has not shown their name."""
    return problem.restricted or not problem.name_shown


def day_is_told(reader: Person, problem: Problem, community: Community) -> bool:
    """Whether this reader may know on which day it was reported: of a small team, that would name somebody."""
    seen = sight(reader, problem, community)
    return seen.origin or (seen.lead and not _in_small_team(problem, community))


def in_channel(problem: Problem, institution: str) -> bool:
    """Whether an institution's channel may name it: not to a director whom the author keeps out, who reads it there."""
    kept_out = problem.director_kept_out and problem.reporter_institution in (None, institution)
    return not problem.restricted and not kept_out


def _takes_part(reader: Person, problem: Problem, community: Community) -> bool:
    if Role.SUPPORT_COMMITTEE in reader.roles:
        return True
    if problem.restricted and Role.PRIVACY_OFFICER in reader.roles:
        return True
    return reader.institution in problem.participants or any(
        directs(reader, community, each, problem) for each in problem.participants
    )


def _may_see_restricted(reader: Person, problem: Problem, community: Community) -> bool:
    """Its directors: of the institution that has it, and of the one that still owes the answer."""
    return Role.PRIVACY_OFFICER in reader.roles or any(
        directs(reader, community, each, problem) for each in (problem.institution, problem.owes)
    )


def _in_small_team(problem: Problem, community: Community) -> bool:
    """In teams under five, who, where and when would name the author."""
    home = community.institution(problem.reporter_institution) if problem.reporter_institution else None
    return home is not None and home.staff is not None and home.staff < community.policies.small_group
