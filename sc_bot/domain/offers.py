"""Which buttons apply: what this person may do to this problem as it is now. Those that no longer apply disappear."""

from sc_bot.domain.answerable import is_kept_out
from sc_bot.domain.community import Community, Person
from sc_bot.domain.permissions import Verb, may, may_close
from sc_bot.domain.problems import FINISHED, UNDECIDED, Closing, Problem, State

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
    if not next_delegates(person, problem, community):
        verbs.discard(Verb.HAND_OVER)
    return frozenset(verbs)


def closings(person: Person, problem: Problem, community: Community) -> frozenset[Closing]:
    """The ways in which this person may close it."""
    return frozenset(each for each in Closing if may_close(person, problem, community, each))


def next_delegates(person: Person, problem: Problem, community: Community) -> tuple[Person, ...]:
    """To whom this person can hand it over: the institution's delegates who can be told, in order."""
    return tuple(
        each
        for each in community.delegates_of(problem.institution or "")
        if each.slack_id and each.id not in (person.id, problem.reporter) and not is_kept_out(each, problem)
    )


def applies(verb: Verb, problem: Problem) -> bool:
    """Whether this still makes sense, whoever asks."""
    match verb:
        case Verb.ACKNOWLEDGE:
            return problem.state in _WAITING and problem.institution is not None
        case Verb.ACCEPT | Verb.RETURN:
            return problem.state in _RETURNABLE and problem.institution is not None
        case Verb.ASSIGN:
            return problem.state is State.ARBITRATION
        case Verb.WITHDRAW:
            return problem.state in UNDECIDED
        case Verb.CHANGE_INSTITUTION:
            return problem.state in UNDECIDED and not problem.returned_by
        case Verb.SHOW_NAME:
            return not problem.name_shown and problem.state is not State.WITHDRAWN
        case Verb.VERIFY:
            return problem.state is State.CLOSED and problem.verdict is None
        case Verb.RESTRICT:
            return not problem.restricted
        case Verb.REDACT | Verb.TITLE:
            return True
        case _:
            return problem.state not in FINISHED
