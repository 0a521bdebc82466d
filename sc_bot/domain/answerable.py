"""Who answers for what: nothing is ever without an owner, and never is it the caregiver.

An institution is answered for by its managing director, else its delegates in order, else the facilitator, else the
facilitator's substitute; whoever is away, by those who cover. Nobody answers without a Slack account to be told in.
"""

from dataclasses import replace

from sc_bot.domain.absences import Absence
from sc_bot.domain.addresses import reads_only
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.covering import covers, line
from sc_bot.domain.problems import Problem, State


def facilitators(community: Community) -> tuple[Person, ...]:
    """The facilitator, then the substitute; those who can be told in Slack, and who is away after who is not."""
    both = (community.facilitator, community.substitute)
    return tuple(each for each in line(community, both, None) if each.slack_id)


def chain(community: Community, institution: str | None, continuum: str | None = None) -> tuple[Person, ...]:
    """Everyone who can answer for an institution, the first first; the facilitators close every chain."""
    if institution is None:
        return facilitators(community)
    return tuple(each for each in line(community, community.answering_for(institution), continuum) if each.slack_id)


def answering(community: Community, problem: Problem) -> Person | None:
    """Who has this problem in hand: receives its card and owes its answer. Who covers, while the usual one is away.

    An author may keep their own director out; then the next in the chain has it. Nobody receives their own report,
    but a managing director, who leads it themselves.
    """
    return answering_at(community, problem, problem.institution)


def answering_at(community: Community, problem: Problem, institution: str | None) -> Person | None:
    """Who answers about this problem for one of its institutions, in the same order."""
    able = [each for each in chain(community, institution, problem.continuum) if not is_kept_out(each, problem)]
    return next((each for each in able if not _only_reports(each, problem)), able[0] if able else None)


def reads_along(community: Community, problem: Problem, institution: str | None) -> Person | None:
    """The managing director who is not in Slack: whoever is next in the chain has it, they read it by e-mail."""
    director = community.managing_director_of(institution) if institution else None
    if director is None or not reads_only(director) or is_kept_out(director, problem):
        return None
    return director


def stood_in_for(community: Community, problem: Problem) -> Absence | None:
    """The absence because of which somebody else has this problem in hand."""
    if not community.away:
        return None
    usual, now = answering(replace(community, away=()), problem), answering(community, problem)
    return community.absence_of(usual.id) if usual is not None and now is not None and usual.id != now.id else None


def _only_reports(person: Person, problem: Problem) -> bool:
    return person.id == problem.reporter and Role.MANAGING_DIRECTOR not in person.roles


def is_kept_out(person: Person, problem: Problem) -> bool:
    """Whether the author asked that this director, their own, not be told; any, before it is known where they work."""
    return (
        problem.director_kept_out
        and Role.MANAGING_DIRECTOR in person.roles
        and problem.reporter_institution in (None, person.institution)
    )


def directs(person: Person, community: Community, institution: str | None, problem: Problem | None = None) -> bool:
    """Whether this person acts for this institution: its managing director, a delegate, or who covers one of them.

    Who covers a continuum alone acts for its problems; without a `problem`, for some.
    """
    if institution is None:
        return False
    is_director = Role.MANAGING_DIRECTOR in person.roles and person.institution == institution
    if is_director or any(each.id == person.id for each in community.delegates_of(institution)):
        return True
    return bool(community.away) and person.id in _covering(community, institution, problem)


def _covering(community: Community, institution: str, problem: Problem | None) -> set[str]:
    director = community.managing_director_of(institution)
    usual = {each.id for each in (director, *community.delegates_of(institution)) if each is not None}

    def named(absence: Absence) -> tuple[str, ...]:
        return absence.everyone if problem is None else absence.named_for(problem.continuum)

    return {who.id for each in community.away if each.person in usual for who in covers(community, each, named)}


def facilitates(person: Person, community: Community) -> bool:
    """Whether this person is the facilitator or the facilitator's substitute."""
    return Role.FACILITATOR in person.roles or person.id == community.settings.facilitator_substitute


def answers_for(person: Person, problem: Problem, community: Community) -> bool:
    """Whether it is this person's turn: their institution has it, owes it or is asked, they decide, or they cover."""
    if problem.state is State.ARBITRATION and Role.SUPPORT_COMMITTEE in person.roles:
        return True
    if problem.institution is None and facilitates(person, community):
        return True
    theirs = (problem.institution, problem.owes, *problem.invited)
    if any(directs(person, community, each, problem) for each in theirs):
        return True
    has_it = answering(community, problem)
    return has_it is not None and has_it.id == person.id
