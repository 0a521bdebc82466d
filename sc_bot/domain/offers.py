"""Which buttons apply: what this person may do to this problem as it is now. Those that no longer apply disappear."""

from sc_bot.domain.answerable import is_kept_out
from sc_bot.domain.community import Community, Person
from sc_bot.domain.joining import can_be_joined
from sc_bot.domain.participations import can_be_asked
from sc_bot.domain.perceiving import perceives_as
from sc_bot.domain.permissions import Verb, may, may_close
from sc_bot.domain.problems import FINISHED, UNDECIDED, Closing, Problem, State, Verdict

_WAITING = frozenset({State.ROUTED, State.RETURNED})
_RETURNABLE = _WAITING | {State.ACKNOWLEDGED}


def offers(person: Person, problem: Problem, community: Community) -> frozenset[Verb]:
    """Everything that this person can do to this problem right now."""
    return frozenset(verb for verb in allowed(person, problem, community) if applies(verb, problem))


def allowed(person: Person, problem: Problem, community: Community) -> frozenset[Verb]:
    """Everything that is this person's to do, whether it still applies or not."""
    verbs = {verb for verb in Verb if may(person, verb, problem, community)}
    if closings(person, problem, community):
        verbs.add(Verb.CLOSE)
    if perceives_as(person, problem, community) is not None:
        verbs.add(Verb.PERCEIVE)
    if not next_delegates(person, problem, community):
        verbs.discard(Verb.HAND_OVER)
    if not community.objectives:
        verbs.discard(Verb.LINK)
    return frozenset(verbs)


def closings(person: Person, problem: Problem, community: Community) -> frozenset[Closing]:
    """The ways in which this person may close it."""
    return frozenset(each for each in Closing if may_close(person, problem, community, each))


def next_delegates(person: Person, problem: Problem, community: Community) -> tuple[Person, ...]:
    """To whom this person can hand it over: the institution's delegates who are there, in order."""
    return tuple(
        each
        for each in community.delegates_of(problem.institution or "")
        if each.slack_id
        and each.id not in (person.id, problem.reporter)
        and not is_kept_out(each, problem)
        and community.absence_of(each.id) is None
    )


def applies(verb: Verb, problem: Problem) -> bool:
    """Whether this still makes sense, whoever asks."""
    match verb:
        case Verb.ACKNOWLEDGE:
            return problem.state in _WAITING and problem.institution is not None
        case Verb.ACCEPT | Verb.RETURN:
            return problem.state in _RETURNABLE and problem.institution is not None
        case Verb.ASK_PARTNER | Verb.CHANGE_TOGETHER:
            return can_be_asked(problem)
        case Verb.JOIN | Verb.MERGE | Verb.SPLIT:
            return can_be_joined(problem)
        case Verb.LEAVE:
            return False  # who joined is known to `usecases.joining` alone
        case Verb.ASK_DECISION | Verb.PROPOSE | Verb.TRY:
            return problem.is_open and not problem.restricted
        case Verb.COMMIT:
            return problem.state is State.ACCEPTED
        case Verb.MEASURE:
            return problem.is_open or _is_verified(problem)
        case Verb.ASSIGN:
            return problem.state is State.ARBITRATION
        case Verb.CONTRIBUTE | Verb.DECLINE:
            return problem.state not in FINISHED and bool(problem.invited)
        case Verb.RESTRICT:
            return not problem.restricted
        case Verb.REDACT | Verb.TITLE | Verb.LINK:
            return True
        case _:
            return _applies_to_its_author(verb, problem)


def _applies_to_its_author(verb: Verb, problem: Problem) -> bool:
    """The same of what its author does; whatever else there is ends with the problem."""
    match verb:
        case Verb.WITHDRAW:
            return problem.state in UNDECIDED
        case Verb.CHANGE_INSTITUTION:
            return problem.state in UNDECIDED and not problem.returned_by
        case Verb.SHOW_NAME:
            return not problem.name_shown and problem.state is not State.WITHDRAWN
        case Verb.VERIFY:
            return problem.state is State.CLOSED and problem.verdict is None
        case Verb.QUOTE:
            return _is_verified(problem)
        case Verb.ESCALATE:
            return problem.state is not State.WITHDRAWN
        case _:
            return problem.state not in FINISHED


def _is_verified(problem: Problem) -> bool:
    """Solved, and its author said that it changed."""
    is_solved = problem.state is State.CLOSED and problem.closing is Closing.SOLVED
    return is_solved and problem.verdict in {Verdict.YES, Verdict.PARTLY}
