"""Who may say that a problem is perceived as unsolvable, and as what they say so. Perception is data."""

from sc_bot.domain.answerable import directs, facilitates, is_kept_out
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.deadlock_signs import AUTHOR
from sc_bot.domain.permissions import acts_for, contributes, owes_answer
from sc_bot.domain.problems import Problem

FACILITATOR, DIRECTOR, CONTRIBUTOR, PARTNER, COMMITTEE = (
    "facilitator",
    "director",
    "contributor",
    "partner",
    "committee",
)
OFFICES = (AUTHOR, FACILITATOR, DIRECTOR, CONTRIBUTOR, PARTNER, COMMITTEE)


def perceives_as(person: Person, problem: Problem, community: Community) -> str | None:
    """As what; None for somebody whose perception is not asked. An office comes before having written it."""
    if is_kept_out(person, problem) and not facilitates(person, community):
        return AUTHOR if person.id == problem.reporter else None
    if acts_for(person, problem, community) or owes_answer(person, problem, community):
        return DIRECTOR
    if contributes(person, problem, community):
        return CONTRIBUTOR
    if any(directs(person, community, each, problem) for each in problem.participants):
        return PARTNER
    if facilitates(person, community):
        return FACILITATOR
    if Role.SUPPORT_COMMITTEE in person.roles:
        return COMMITTEE
    return AUTHOR if person.id == problem.reporter else None
