"""Who answers for what: nothing is ever without an owner, and never is it the caregiver.

An institution is answered for by its managing director, else its delegates in order, else the facilitator, else the
facilitator's substitute. Nobody answers for an institution without a Slack account to be told in.
"""

from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.problems import Problem, State


def facilitators(community: Community) -> tuple[Person, ...]:
    """The facilitator, then the substitute; those who can be told in Slack."""
    both = (community.facilitator, community.substitute)
    return tuple(each for each in both if each is not None and each.slack_id)


def chain(community: Community, institution: str | None) -> tuple[Person, ...]:
    """Everyone who can answer for an institution, the first first; the facilitators close every chain."""
    if institution is None:
        return facilitators(community)
    return tuple(each for each in community.answering_for(institution) if each.slack_id)


def answering(community: Community, problem: Problem) -> Person | None:
    """Who has this problem in hand: receives its card and owes its answer.

    An author may keep their own director out; then the next in the chain has it. Nobody receives their own report,
    but a managing director, who leads it themselves.
    """
    able = [each for each in chain(community, problem.institution) if not is_kept_out(each, problem)]
    return next((each for each in able if not _only_reports(each, problem)), able[0] if able else None)


def _only_reports(person: Person, problem: Problem) -> bool:
    return person.id == problem.reporter and Role.MANAGING_DIRECTOR not in person.roles


def is_kept_out(person: Person, problem: Problem) -> bool:
    """Whether the author asked that this director, their own, not be told; any, before it is known where they work."""
    return (
        problem.director_kept_out
        and Role.MANAGING_DIRECTOR in person.roles
        and problem.reporter_institution in (None, person.institution)
    )


def directs(person: Person, community: Community, institution: str | None) -> bool:
    """Whether this person acts for this institution: its managing director or a delegate."""
    if institution is None:
        return False
    is_director = Role.MANAGING_DIRECTOR in person.roles and person.institution == institution
    return is_director or any(each.id == person.id for each in community.delegates_of(institution))


def facilitates(person: Person, community: Community) -> bool:
    """Whether this person is the facilitator or the facilitator's substitute."""
    return Role.FACILITATOR in person.roles or person.id == community.settings.facilitator_substitute


def answers_for(person: Person, problem: Problem, community: Community) -> bool:
    """Whether it is this person's turn: their institution has it or owes it, or it waits for their decision."""
    if problem.state is State.ARBITRATION and Role.SUPPORT_COMMITTEE in person.roles:
        return True
    if problem.institution is None and facilitates(person, community):
        return True
    return any(directs(person, community, each) for each in (problem.institution, problem.owes))
