"""Who may do what to a problem. Read from the database at every action; nothing in a payload is trusted."""

from collections.abc import Iterable
from enum import StrEnum

from sc_bot.domain.answerable import directs, facilitates, is_kept_out
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.joining import may_join
from sc_bot.domain.problems import Closing, Problem


class Verb(StrEnum):
    """Everything that can be done to a problem."""

    ACKNOWLEDGE = "acknowledge"
    ACCEPT = "accept"
    COMMIT = "commit"
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
    ASK_PARTNER = "ask_partner"
    CONTRIBUTE = "contribute"
    DECLINE = "decline"
    ESCALATE = "escalate"
    QUOTE = "quote"
    ASK_DECISION = "ask_decision"
    MEASURE = "measure"
    """How hard it is to get care."""
    PROPOSE = "propose"
    """A solution, to be tried."""
    TRY = "try"
    """What becomes of a solution that is proposed."""
    REWORD = "reword"
    AGREE_WORDING = "agree_wording"
    LINK = "link"
    """To a strategic objective."""
    CHANGE_TOGETHER = "change_together"
    """Begin a joint change."""
    PERCEIVE = "perceive"
    """As unsolvable; `domain.perceiving` says who may."""
    END_DEADLOCK = "end_deadlock"
    """By a decision; `domain.deadlocks` says who may."""
    JOIN = "join"
    LEAVE = "leave"
    MERGE = "merge"
    SPLIT = "split"


_OF_THE_AUTHOR = frozenset(
    {
        Verb.ADD_DETAILS,
        Verb.CHANGE_INSTITUTION,
        Verb.SHOW_NAME,
        Verb.WITHDRAW,
        Verb.ANSWER,
        Verb.VERIFY,
        Verb.ESCALATE,
        Verb.QUOTE,
    }
)
OF_THE_DIRECTOR = frozenset(
    {
        Verb.ACKNOWLEDGE,
        Verb.ACCEPT,
        Verb.COMMIT,
        Verb.RETURN,
        Verb.ASK,
        Verb.UPDATE,
        Verb.CLOSE,
        Verb.TITLE,
        Verb.HAND_OVER,
        Verb.ASK_PARTNER,
        Verb.TRY,
        Verb.LINK,
    }
)
# The facilitator triages and words; never promises for an institution.
_OF_THE_OWING = frozenset({Verb.ASK, Verb.UPDATE})  # after a return the answer is still owed
_OF_THE_FACILITATOR = frozenset(
    {
        Verb.REROUTE,
        Verb.ASK,
        Verb.UPDATE,
        Verb.TITLE,
        Verb.REDACT,
        Verb.RESTRICT,
        Verb.ASK_PARTNER,
        Verb.LINK,
        Verb.MERGE,
        Verb.SPLIT,
    }
)
_OF_BOTH = frozenset({Verb.MEASURE, Verb.REWORD, Verb.AGREE_WORDING})  # the author, and who has it
_OF_WHO_SEES_IT_TOO = frozenset({Verb.JOIN, Verb.LEAVE})
_OF_THE_INVITED = frozenset({Verb.CONTRIBUTE, Verb.DECLINE})
_OF_THE_PRIVACY_OFFICER = frozenset({Verb.REDACT, Verb.RESTRICT})
_FACILITATOR_CLOSES = frozenset({Closing.DUPLICATE, Closing.OUT_OF_MANDATE})


def may(person: Person, verb: Verb, problem: Problem, community: Community) -> bool:
    """Whether this person may do this to this problem, in its present place."""
    if verb in _OF_THE_AUTHOR:
        return person.id == problem.reporter
    if verb in _OF_WHO_SEES_IT_TOO:
        return may_join(person, problem)
    if verb is Verb.ASSIGN:
        return Role.SUPPORT_COMMITTEE in person.roles
    if verb is Verb.ASK_DECISION:
        return _may_ask_decision(person, problem, community)
    if verb is Verb.PROPOSE:
        return _may_propose(person, problem)
    if verb in _OF_BOTH:
        return person.id == problem.reporter or acts_for(person, problem, community)
    if verb is Verb.CHANGE_TOGETHER:
        return may_steer(person, problem, community)
    return (
        (verb in OF_THE_DIRECTOR and acts_for(person, problem, community))
        or (verb is Verb.COMMIT and contributes(person, problem, community))
        or (verb in _OF_THE_INVITED and is_invited(person, problem, community))
        or (verb in _OF_THE_OWING and owes_answer(person, problem, community))
        or (verb in _OF_THE_FACILITATOR and facilitates(person, community))
        or (verb in _OF_THE_PRIVACY_OFFICER and Role.PRIVACY_OFFICER in person.roles)
    )


def _may_propose(person: Person, problem: Problem) -> bool:
    """The author, and everybody of an institution that takes part: those who live it know what might help."""
    takes_part = person.institution in problem.participants and not is_kept_out(person, problem)
    return person.id == problem.reporter or takes_part


def _may_ask_decision(person: Person, problem: Problem, community: Community) -> bool:
    """The facilitator, the support committee, or who acts for an institution that leads, owes or contributes."""
    directing = (acts_for, owes_answer, contributes)
    is_neutral = facilitates(person, community) or Role.SUPPORT_COMMITTEE in person.roles
    return is_neutral or any(each(person, problem, community) for each in directing)


def may_steer(person: Person, problem: Problem, community: Community) -> bool:
    """Whether this person may begin a joint change of this problem: its director, the committee, the facilitator."""
    is_neutral = facilitates(person, community) or Role.SUPPORT_COMMITTEE in person.roles
    return is_neutral or acts_for(person, problem, community)


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
    return directs(person, community, problem.owes, problem) and not is_kept_out(person, problem)


def contributes(person: Person, problem: Problem, community: Community) -> bool:
    """Whether this person acts for an institution that contributes."""
    return _directs_one(person, problem.contributors, problem, community) and not is_kept_out(person, problem)


def is_invited(person: Person, problem: Problem, community: Community) -> bool:
    """Whether this person acts for an institution that is asked to contribute."""
    return _directs_one(person, problem.invited, problem, community) and not is_kept_out(person, problem)


def _directs_one(person: Person, institutions: Iterable[str], problem: Problem, community: Community) -> bool:
    return any(directs(person, community, each, problem) for each in institutions)


def may_have_workbook(person: Person, community: Community) -> bool:
    """General managers, the support committee, whoever facilitates, and whoever acts for an institution.

    Each gets what they may see. A workbook is more than the external intervener may: `may_have_research`.
    """
    if {Role.GENERAL_MANAGER, Role.SUPPORT_COMMITTEE} & {*person.roles} or facilitates(person, community):
        return True
    return any(directs(person, community, each.id) for each in community.institutions)


def may_have_research(person: Person, community: Community) -> bool:
    """The external intervener: figures and de-identified records, where somebody else has the workbook."""
    return Role.EXTERNAL_INTERVENER in person.roles and not may_have_workbook(person, community)


def acts_for(person: Person, problem: Problem, community: Community) -> bool:
    """Whether this person acts for the institution that has the problem."""
    return directs(person, community, problem.institution, problem) and not is_kept_out(person, problem)
