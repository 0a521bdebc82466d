"""What narrows a list, and what its reader may know of, as conditions on a problem."""

import json
from collections.abc import Iterable, Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, Text, cast, false, or_, select, true

from sc_bot.domain.commitments import STANDING
from sc_bot.domain.problems import UNDECIDED, State
from sc_bot.domain.scope import Scope
from sc_bot.ports import Wanted
from storage.tables import commitments, problems

Condition = ColumnElement[bool]


def narrowed(wanted: Wanted) -> Iterable[Condition]:
    """What narrows the list, and what its reader may know of at all."""
    sought, scope = wanted.sought, wanted.scope
    yield _known(scope)
    if sought.mine:
        yield _theirs(scope)
    if sought.institutions:
        yield _with(sought.institutions, scope)
    if sought.continua:
        yield problems.c.continuum.in_(sought.continua)
    if sought.states:
        yield problems.c.state.in_([each.value for each in sought.states])
    if sought.clients:
        yield readable(scope) & problems.c.noticed_by_clients
    if sought.overdue:
        yield readable(scope) & _overdue(wanted)


def _own(scope: Scope) -> Condition:
    return problems.c.reporter == scope.person


def _known(scope: Scope) -> Condition:
    """Not kept from them by its author; restricted, only to those who have it."""
    told: Condition = true()
    for home in scope.kept_out_of:
        at_home = problems.c.reporter_institution == home if home else problems.c.reporter_institution.is_(None)
        told &= ~(problems.c.director_kept_out & at_home)
    if scope.reads_restricted:
        return told
    theirs = problems.c.institution.in_(scope.directed) | problems.c.owes.in_(scope.directed)
    return told & (~problems.c.restricted | _own(scope) | theirs)


def readable(scope: Scope) -> Condition:
    """Its words, not only its title."""
    if scope.reads_all:
        return true()
    if scope.de_identified:
        return _own(scope)
    parts = _own(scope) | _takes_part(scope.takes_part)
    return parts | problems.c.restricted if scope.reads_restricted else parts


def _takes_part(institutions: Sequence[str]) -> Condition:
    has_it = problems.c.institution.in_(institutions) | problems.c.owes.in_(institutions)
    named = (problems.c.concerned, problems.c.returned_by, problems.c.invited, problems.c.contributors)
    return or_(has_it, *(_names(column, institutions) for column in named))


def _names(column: ColumnElement[object], institutions: Sequence[str]) -> Condition:
    """Whether a list of institutions holds one of these."""
    written = cast(column, Text)
    return or_(false(), *(written.contains(json.dumps(each), autoescape=True) for each in institutions))


def _with(institutions: Sequence[str], scope: Scope) -> Condition:
    """They have it or owe its answer; for those who read it, also: they contribute, or are asked to."""
    has_it = problems.c.institution.in_(institutions) | problems.c.owes.in_(institutions)
    helps = or_(*(_names(column, institutions) for column in (problems.c.invited, problems.c.contributors)))
    if scope.de_identified:
        return has_it & _own(scope)
    return has_it | (helps & readable(scope))


def _theirs(scope: Scope) -> Condition:
    """Their own reports, and what they have to answer."""
    turns = problems.c.institution.in_(scope.turns) | problems.c.owes.in_(scope.turns)
    theirs = _own(scope) | turns | _names(problems.c.invited, scope.directed)
    if scope.triages:
        theirs |= problems.c.institution.is_(None) | problems.c.director_kept_out
    return theirs | (problems.c.state == State.ARBITRATION.value) if scope.arbitrates else theirs


def _overdue(wanted: Wanted) -> Condition:
    """The answer is late, or a promise is: about today its own hour and zone decide, which the caller asks."""
    unanswered = problems.c.state.in_([each.value for each in UNDECIDED]) & (problems.c.answer_by < wanted.day)
    owed = commitments.c.standing.in_([each.value for each in STANDING])
    soon = commitments.c.due_day <= wanted.day + timedelta(days=1)
    promised = select(commitments.c.id).where(commitments.c.problem == problems.c.id, owed, soon).exists()
    return unanswered | promised
