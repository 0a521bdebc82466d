"""From a problem's dossier to the rows that one reader may see of it."""

from collections.abc import Iterator

from sc_bot.domain.access import access_of
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.due import due_from
from sc_bot.domain.events import BY_SOMEBODY, BY_THE_BOT, NEAR_THE_AUTHOR, Event, Happened
from sc_bot.domain.exports import DateRow, Dossier, ProblemRow, PromiseRow, StepRow
from sc_bot.domain.reorganising import NOTHING_SAID, at_closing, of_promise
from sc_bot.domain.views import StepView
from sc_bot.domain.visibility import Sight
from sc_bot.usecases.exporting.looking import Looker

OF_DATES = frozenset({Happened.COMMITTED, Happened.REDATED})


def problem_row(looker: Looker, dossier: Dossier) -> ProblemRow | None:
    """The problem's line; None for those who may not know of it."""
    seen = looker.sees(dossier.problem)
    if not seen.exists:
        return None
    problem, community = dossier.problem, looker.place.community
    continuum = community.continuum(problem.continuum) if problem.continuum else None
    objective = community.objective(dossier.objective) if dossier.objective else None
    owed = [each for each in dossier.promises if each.is_owed]
    helping = problem.contributors if seen.text else ()
    partners = [each for each in (*problem.concerned, *helping) if each != problem.institution]
    return ProblemRow(
        reference=problem.reference,
        link=looker.link(dossier),
        state=problem.state,
        title=dossier.title,
        continuum=continuum.name if continuum else None,
        institution=looker.name(problem.institution) if seen.lead else None,
        partners=tuple(n for each in dict.fromkeys(partners) if (n := looker.name(each))) if seen.lead else (),
        description=dossier.description if seen.text else None,
        severity=problem.severity,
        reported_on=looker.day(problem.reported_at) if seen.origin else None,
        answer_by=problem.answer_by,
        accepted_on=looker.day(problem.accepted_at) if seen.text else None,
        closed_on=looker.day(problem.closed_at) if seen.text else None,
        closing=problem.closing,
        verdict=problem.verdict if seen.text else None,
        returns=len(problem.returned_by) if seen.text else None,
        reopened=problem.reopened if seen.text else None,
        promised=len(owed) if seen.text else None,
        late=sum(each.is_late(looker.now) for each in owed) if seen.text else None,
        next_due=min((each.due.day for each in owed), default=None) if seen.text else None,
        working_days=looker.working_days(problem.reported_at) if seen.origin and problem.is_open else None,
        noticed_by_clients=problem.noticed_by_clients and seen.text,
        restricted=problem.restricted,
        access=access_of(dossier.steps) if seen.text else None,
        reorganised=at_closing(dossier.steps) if seen.text else NOTHING_SAID,
        objective=objective.name if objective else None,
        statement=dossier.statement if seen.text else None,
    )


def promise_rows(looker: Looker, dossier: Dossier) -> Iterator[PromiseRow]:
    """Its promises, for those who read its words."""
    if looker.sees(dossier.problem).text:
        yield from (_promise(looker, dossier, each) for each in dossier.promises)


def _promise(looker: Looker, dossier: Dossier, promise: Commitment) -> PromiseRow:
    late = promise.is_late(looker.now)
    since = looker.calendar.working_days_between(promise.due.day, looker.today) if late else 0
    return PromiseRow(
        reference=promise.reference,
        problem=dossier.problem.reference,
        link=looker.link(dossier),
        institution=looker.named(promise.institution),
        person=looker.person_beside(promise.institution, promise.owner),
        what=dossier.texts.get(promise.what),
        standing=promise.standing,
        made_on=looker.calendar.local_date(promise.made_at),
        first_due=promise.first_due,
        due=promise.due,
        redated=promise.redated,
        is_late=late,
        working_days_late=max(0, since),
        blocked_on=looker.day(promise.blocked_at),
        ended_on=looker.day(promise.ended_at),
        sort=of_promise(dossier.steps, promise.number),
    )


def date_rows(looker: Looker, dossier: Dossier) -> Iterator[DateRow]:
    """Every date that its promises had, each with its reason."""
    if not looker.sees(dossier.problem).text:
        return
    by_number = {str(each.number): each for each in dossier.promises}
    counted = dict.fromkeys(by_number, 0)
    for step in dossier.steps:
        promise = by_number.get(step.details[0])
        if promise is not None:
            counted[step.details[0]] += 1
            yield _date(looker, dossier, promise, step, counted[step.details[0]])


def _date(looker: Looker, dossier: Dossier, promise: Commitment, step: Event, number: int) -> DateRow:
    return DateRow(
        promise=promise.reference,
        institution=looker.named(promise.institution),
        number=number,
        due=due_from(step.details[-1]),
        said_on=looker.calendar.local_date(step.at),
        reason=dossier.texts.get(step.text or 0) if step.kind is Happened.REDATED else None,
    )


def step_rows(looker: Looker, dossier: Dossier) -> Iterator[StepRow]:
    """Its history, for those who read its words; nobody is named, and an author's hour only where it names nobody."""
    seen = looker.sees(dossier.problem)
    if not seen.text:
        return
    for step in dossier.steps:
        if seen.internal or not step.internal:
            yield _step(looker, dossier, step, seen)


def _step(looker: Looker, dossier: Dossier, step: Event, seen: Sight) -> StepRow:
    unnamed = step.actor is None and step.kind not in BY_THE_BOT | BY_SOMEBODY
    is_hidden = unnamed or step.kind in NEAR_THE_AUTHOR or (step.kind in BY_SOMEBODY and step.actor is None)
    may_be_told = (seen.origin and (step.kind not in BY_SOMEBODY or step.institution)) or not is_hidden
    at = step.at.astimezone(looker.calendar.timezone) if may_be_told else None
    view = StepView(
        id=step.id,
        kind=step.kind,
        at=step.at if at else None,
        by=None,
        by_author=step.is_by_author,
        institution=looker.name(step.institution),
        text=dossier.texts.get(step.text or 0),
        details=step.details,
        internal=step.internal,
    )
    home = looker.homes.get(step.actor) if step.actor else None
    return StepRow(reference=dossier.problem.reference, at=at, step=view, by=looker.name(home))
