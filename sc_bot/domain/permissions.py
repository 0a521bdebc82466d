"""Who may do what to a problem. Read from the database at every action; nothing in a payload is trusted."""

from collections.abc import Iterable
from enum import StrEnum

from sc_bot.domain.answerable import directs, facilitates, is_kept_out
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.problems import Closing, Problem


class Verb(StrEnum):
    """Everything that can be done to a problem."""

    ACKNOWLEDGE = "acknowledge"
    ACCEPT = "accept"
    RETURN = "return"
    REROUTE = "reroute"
    ASSIGN = "assign"
    ASK = "ask"
    UPDATE = "update"
    CLOSE = "close"
    TITLE = "title"
    HAND_OVER = "hand_over"
    REDACT = "redact"
    RESTRICT = "restrict"
    ADD_DETAILS = "add_details"
    CHANGE_INSTITUTION = "change_institution"
    SHOW_NAME = "show_name"
    WITHDRAW = "withdraw"
    ANSWER = "answer"
    VERIFY = "verify"


_OF_THE_AUTHOR = frozenset(
    {Verb.ADD_DETAILS, Verb.CHANGE_INSTITUTION, Verb.SHOW_NAME, Verb.WITHDRAW, Verb.ANSWER, Verb.VERIFY}
)
OF_THE_DIRECTOR = frozenset(
    {
        Verb.ACKNOWLEDGE,
        Verb.ACCEPT,
        Verb.RETURN,
        Verb.ASK,
        Verb.UPDATE,
        Verb.CLOSE,
        Verb.TITLE,
        Verb.HAND_OVER,
    }
)
# The facilitator triages and words; never promises for an institution.
_OF_THE_OWING = frozenset({Verb.ASK, Verb.UPDATE})  # after a return the answer is still owed
_OF_THE_FACILITATOR = frozenset({Verb.REROUTE, Verb.ASK, Verb.UPDATE, Verb.TITLE, Verb.REDACT, Verb.RESTRICT})
_OF_THE_PRIVACY_OFFICER = frozenset({Verb.REDACT, Verb.RESTRICT})
_FACILITATOR_CLOSES = frozenset({Closing.DUPLICATE, Closing.OUT_OF_MANDATE})


def may(person: Person, verb: Verb, problem: Problem, community: Community) -> bool:
    """Whether this person may do this to this problem, in its present place."""
    if verb in _OF_THE_AUTHOR:
        return person.id == problem.reporter
    if verb is Verb.ASSIGN:
        return Role.SUPPORT_COMMITTEE in person.roles
    return (
        (verb in OF_THE_DIRECTOR and acts_for(person, problem, community))
        or (verb in _OF_THE_OWING and owes_answer(person, problem, community))
        or (verb in _OF_THE_FACILITATOR and facilitates(person, community))
        or (verb in _OF_THE_PRIVACY_OFFICER and Role.PRIVACY_OFFICER in person.roles)
    )


def may_close(person: Person, problem: Problem, community: Community, closing: Closing) -> bool:
    """The director closes; the facilitator only what is a duplicate or outside the mandate."""
    if may(person, Verb.CLOSE, problem, community):
        return True
    return closing in _FACILITATOR_CLOSES and facilitates(person, community)


def had_it(person: Person, community: Community, institutions: Iterable[str | None]) -> bool:
    """Whether this person acts for one of the institutions that had the problem before: their card is old."""
    return any(directs(person, community, each) for each in institutions)


def owes_answer(person: Person, problem: Problem, community: Community) -> bool:
    """Whether this person acts for the institution that still owes the author an answer."""
    return directs(person, community, problem.owes) and not is_kept_out(person, problem)


def acts_for(person: Person, problem: Problem, community: Community) -> bool:
    """Whether this person acts for the institution that has the problem."""
    return directs(person, community, problem.institution) and not is_kept_out(person, problem)
