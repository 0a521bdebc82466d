"""The conditions of each part of a Home: they say in SQL what `sight` and `directs` say of one problem."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

from sc_bot.domain.commitments import STANDING
from sc_bot.domain.events import BY_SOMEBODY, BY_THE_BOT, Happened
from sc_bot.domain.homes import Alone, Charge, Part, Scope
from sc_bot.domain.participations import Taking
from sc_bot.domain.problems import OPEN, UNDECIDED, State
from sc_bot.domain.tryouts import UNDER_WAY
from sc_bot.ports import Place
from storage.tables import commitments, deadlocks, events, participations, problems, tryouts

Condition = ColumnElement[bool]

OWED = commitments.c.standing.in_([each.value for each in STANDING])


def may_know_of(scope: Scope) -> Condition:
    """The problems that exist for the reader, as `sight` has it."""
    if scope.sees_everything:
        return true()
    here = or_(problems.c.reporter_institution.is_(None), problems.c.reporter_institution == scope.works_at)
    kept_out = and_(problems.c.director_kept_out, here) if scope.is_director else false()
    if scope.sees_restricted:
        return ~kept_out
    theirs = or_(_charged(scope, problems.c.institution), _charged(scope, problems.c.owes))
    return and_(~kept_out, or_(~problems.c.restricted, problems.c.reporter == scope.person, theirs))


def _charged(scope: Scope, institution: ColumnElement[str | None]) -> Condition:
    return or_(false(), *(_in_charge(each, institution) for each in scope.charges))


def _in_charge(charge: Charge, institution: ColumnElement[str | None]) -> Condition:
    there = institution == charge.institution
    if charge.continua is None:
        return there
    named = problems.c.continuum.in_([each for each in charge.continua if each is not None])
    return and_(there, or_(named, problems.c.continuum.is_(None)) if None in charge.continua else named)


def of_place(place: Place) -> Condition:
    """The problems of one community."""
    return problems.c.community == place.id


def is_in(states: frozenset[State]) -> Condition:
    """The problems in one of these states."""
    return problems.c.state.in_([each.value for each in sorted(states)])


def asked_of(place: Place, scope: Scope, query: Select[Any]) -> Select[Any]:
    """What the reader's institutions are asked to contribute and have not answered."""
    mine = _charged(scope, participations.c.institution) & (participations.c.standing == Taking.ASKED.value)
    here = participations.c.community == place.id
    joined = query.select_from(participations).join(problems, problems.c.id == participations.c.problem)
    return joined.where(here, mine, is_in(OPEN), may_know_of(scope))


def _of_the_reader(*states: State) -> Callable[[Scope], Condition]:
    return lambda scope: is_in(frozenset(states)) & _charged(scope, problems.c.institution)


def _unowned(scope: Scope) -> Condition:
    """Without an institution, or of one of which nobody who may see it can be told."""
    alone = [_is_alone(each) for each in scope.left_alone]
    return and_(is_in(UNDECIDED - {State.ARBITRATION}), or_(problems.c.institution.is_(None), *alone))


def _is_alone(each: Alone) -> Condition:
    there = _in_charge(Charge(each.institution, each.continua), problems.c.institution)
    kept_out = and_(problems.c.director_kept_out, problems.c.reporter_institution.is_not_distinct_from(each.author_at))
    own = true() if each.reporter is None else problems.c.reporter == each.reporter
    return and_(there, kept_out if each.kept_out else true(), own)


def _unacknowledged(scope: Scope) -> Condition:
    return and_(is_in(frozenset({State.ROUTED})), problems.c.answer_by < scope.today, ~_unowned(scope))


def _unpromised(_scope: Scope) -> Condition:
    owed = select(commitments.c.id).where(commitments.c.problem == problems.c.id, OWED)
    return is_in(frozenset({State.ACCEPTED})) & ~owed.correlate(problems).exists()


def _quiet(scope: Scope) -> Condition:
    lately = (events.c.problem == problems.c.id) & (events.c.at >= scope.quiet_since)
    by_somebody = events.c.kind.not_in([each.value for each in sorted(BY_THE_BOT | BY_SOMEBODY)])
    news = select(events.c.id).where(lately, by_somebody).correlate(problems).exists()
    return is_in(OPEN) & (problems.c.reported_at < scope.quiet_since) & ~news


def _confirmed(_scope: Scope) -> Condition:
    said = select(events.c.problem).where(
        events.c.community == problems.c.community, events.c.kind == Happened.CONFIRMED_NOT_IDENTIFYING.value
    )
    return is_in(OPEN) & problems.c.id.in_(said)


def _stuck(_scope: Scope) -> Condition:
    waiting = select(deadlocks.c.id).where(deadlocks.c.problem == problems.c.id, deadlocks.c.ended_at.is_(None))
    return is_in(OPEN) & waiting.correlate(problems).exists()


def _tried(scope: Scope) -> Condition:
    going_on = tryouts.c.standing.in_([each.value for each in sorted(UNDER_WAY)])
    found = select(tryouts.c.id).where(tryouts.c.problem == problems.c.id, going_on).correlate(problems).exists()
    return is_in(OPEN) & _charged(scope, problems.c.institution) & ~problems.c.restricted & found


PARTS: Mapping[Part, Callable[[Scope], Condition]] = {
    Part.ACKNOWLEDGE: _of_the_reader(State.ROUTED, State.RETURNED),
    Part.ACCEPT: _of_the_reader(State.ACKNOWLEDGED),
    Part.TRY: _tried,
    Part.ARBITRATE: lambda _: is_in(frozenset({State.ARBITRATION})),
    Part.UNOWNED: _unowned,
    Part.UNACKNOWLEDGED: _unacknowledged,
    Part.UNPROMISED: _unpromised,
    Part.QUIET: _quiet,
    Part.DISPUTED: lambda _: is_in(frozenset({State.RETURNED, State.ARBITRATION})),
    Part.STUCK: _stuck,
    Part.CONFIRMED: _confirmed,
    Part.RESTRICTED: lambda _: is_in(OPEN) & problems.c.restricted,
    Part.MINE: lambda scope: problems.c.reporter == scope.person,
}
