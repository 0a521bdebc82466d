"""The queries that count: each groups what everybody of a community may know of, by institution."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, String, Subquery, and_, case, cast, distinct, func, literal, select, text, union_all
from sqlalchemy.sql.elements import ColumnElement

from sc_bot.domain.commitments import STANDING, Standing
from sc_bot.domain.counts import Waiting
from sc_bot.domain.events import Happened
from sc_bot.domain.participations import Taking
from sc_bot.domain.problems import OPEN, UNDECIDED, Closing, State, Verdict
from sc_bot.ports import Place
from storage.tables import commitments, deadlocks, dependencies, events, participations, people, problems
from storage.tables.problems import HIDDEN

_OPEN = problems.c.state.in_([each.value for each in OPEN])
_UNDECIDED = problems.c.state.in_([each.value for each in UNDECIDED])
_OWED = commitments.c.standing.in_([each.value for each in STANDING])
_ENDED = commitments.c.standing.in_([each.value for each in Standing if each not in STANDING])
_MERGED = problems.c.duplicate_of.is_not(None) & (
    select(events.c.id)
    .where(events.c.problem == problems.c.id, events.c.kind == Happened.MERGED.value)
    .correlate(problems)
    .exists()
)
"""It goes on under another problem, which is perceived as it was."""
_VERIFYING = (Happened.VERIFIED, Happened.JOINT_VERIFIED)
"""An author says that it changed: of their problem, or of their institution's part in a joint change."""
OF_STEP = (commitments.c.problem == events.c.problem) & (
    cast(commitments.c.number, String) == events.c.details[0].as_string()
)
"""The promise that a step is about: its number is the first of the step's details."""


class Stretch:
    """The queries about one community and one stretch of time."""

    def __init__(self, place: Place, since: datetime, now: datetime) -> None:
        self._community, self._since, self._now = place.id, since, now
        self._today = now.astimezone(ZoneInfo(place.community.settings.timezone)).date()
        hidden = select(problems.c.id).where(problems.c.community == place.id, text(f"({HIDDEN})"))
        self._here = (problems.c.community == place.id) & problems.c.id.not_in(hidden)
        self._hidden = hidden
        self._promised_here = (commitments.c.community == place.id) & commitments.c.problem.not_in(hidden)

    def problems(self) -> Select[Any]:
        """Problems by where they were met and who has them."""
        closed = (problems.c.state == State.CLOSED.value) & self._during(problems.c.closed_at)
        solved = problems.c.closing == Closing.SOLVED.value
        promised = select(commitments.c.id).where(
            commitments.c.problem == problems.c.id,
            commitments.c.standing.not_in([Standing.CANCELLED.value, Standing.OFFERED.value]),
        )
        return (
            select(
                problems.c.reporter_institution.label("origin"),
                problems.c.institution.label("institution"),
                _number(_OPEN, "open"),
                _number(_UNDECIDED, "undecided"),
                _number(_UNDECIDED & (problems.c.answer_by < self._today), "answers_late"),
                _number((problems.c.state == State.ACCEPTED.value) & ~promised.exists(), "unpromised"),
                _number(self._during(problems.c.reported_at), "reported"),
                _number(closed & solved, "solved"),
                _number(closed & ~solved, "unsolved"),
            )
            .where(self._here, _OPEN | (problems.c.closed_at > self._since))
            .group_by(problems.c.reporter_institution, problems.c.institution)
        )

    def authors(self) -> Select[Any]:
        """How many people of each institution reported."""
        people_ = func.count(distinct(problems.c.reporter)).label("authors")
        home = problems.c.reporter_institution
        lately = self._here & self._during(problems.c.reported_at)
        return select(home.label("institution"), people_).where(lately).group_by(home)

    def promises(self) -> Select[Any]:
        """Promises by the institution that promised."""
        ended = self._during(commitments.c.ended_at)
        return (
            select(
                commitments.c.institution,
                _number(_OWED, "promised"),
                _number(_OWED & (commitments.c.ends_at <= self._now), "late"),
                _number((commitments.c.standing == Standing.DONE.value) & ended, "kept"),
                _number((commitments.c.standing == Standing.CANCELLED.value) & ended, "cancelled"),
            )
            .where(self._promised_here, _OWED | (_ENDED & ended))
            .group_by(commitments.c.institution)
        )

    def redated(self) -> Select[Any]:
        """Promises that got another date."""
        number = func.count(distinct(commitments.c.id)).label("redated")
        return (
            select(commitments.c.institution, number)
            .select_from(events)
            .join(problems, problems.c.id == events.c.problem)
            .join(commitments, OF_STEP)
            .where(self._here, *self._steps(Happened.REDATED))
            .group_by(commitments.c.institution)
        )

    def reopened(self) -> Select[Any]:
        """Problems that were opened again."""
        number = func.count(distinct(problems.c.id)).label("reopened")
        return (
            select(problems.c.institution, number)
            .select_from(events)
            .join(problems, problems.c.id == events.c.problem)
            .where(self._here, *self._steps(Happened.REOPENED))
            .group_by(problems.c.institution)
        )

    def deadlocks(self) -> Select[Any]:
        """Every deadlock that was found."""
        columns = (deadlocks.c.found_at, deadlocks.c.ended_at, deadlocks.c.way, deadlocks.c.stage)
        joined = select(*columns).join(problems, problems.c.id == deadlocks.c.problem)
        return joined.where(deadlocks.c.community == self._community, self._here, deadlocks.c.found_at <= self._now)

    def perceived(self) -> Select[Any]:
        """What was perceived as unsolvable: when first, and when its author said that it changed."""
        yes = (problems.c.closing == Closing.SOLVED.value) & (problems.c.verdict == Verdict.YES.value)
        return select(
            problems.c.reported_at,
            (yes & (problems.c.state == State.CLOSED.value)).label("is_solved"),
            self._moment(func.min(events.c.at), Happened.PERCEIVED).label("first_at"),
            self._moment(func.max(events.c.at), *_VERIFYING).label("verified_at"),
        ).where(self._here, problems.c.unresolvable, problems.c.reported_at <= self._now, ~_MERGED)

    def _moment(self, which: Any, *kinds: Happened) -> Any:  # noqa: ANN401 - SQLAlchemy's aggregate and scalar select
        known = events.c.kind.in_([each.value for each in kinds]) & (events.c.at <= self._now)
        steps = (events.c.problem == problems.c.id) & known
        return select(which).where(steps).correlate(problems).scalar_subquery()

    def waits(self) -> Select[Any]:
        """Who waits for whom, and for how many things."""
        each = self._waiting()
        pair = (each.c.waiting, each.c.waited_for)
        return select(*pair, func.count().label("number")).where(_apart(each)).group_by(*pair)

    def waits_of(self, institution: str, limit: int) -> Select[Any]:
        """What one institution waits for, and what is waited for from it, one by one."""
        each = self._waiting()
        its_own = (each.c.waiting == institution) | (each.c.waited_for == institution)
        return select(each).where(_apart(each), its_own).order_by(each.c.problem, each.c.reference).limit(limit)

    def _waiting(self) -> Subquery:
        """For a person's help, for a promise, for an answer whether one contributes."""
        return union_all(self._needs(), self._depends(), self._asked()).subquery()

    def _needs(self) -> Select[Any]:
        needed = (people.c.community == commitments.c.community) & (people.c.key == commitments.c.needs_of)
        return (
            select(*_promise(Waiting.NEED), people.c.institution.label("waited_for"))
            .join(problems, problems.c.id == commitments.c.problem)
            .join(people, needed)
            .where(self._promised_here, _OWED, commitments.c.needs_of.is_not(None))
        )

    def _depends(self) -> Select[Any]:
        """Not for a promise of a problem that not everybody may know of: its institution would be told."""
        first = commitments.alias("first")
        return (
            select(*_promise(Waiting.PROMISE), first.c.institution.label("waited_for"))
            .join(dependencies, dependencies.c.commitment == commitments.c.id)
            .join(first, first.c.id == dependencies.c.waits_for)
            .join(problems, problems.c.id == commitments.c.problem)
            .where(self._promised_here, first.c.problem.not_in(self._hidden))
            .where(_OWED, first.c.standing.in_([each.value for each in STANDING]))
        )

    def _asked(self) -> Select[Any]:
        kind, number = literal(Waiting.ANSWER.value).label("kind"), literal(0).label("number")
        return (
            select(
                problems.c.id.label("problem"),
                problems.c.reference,
                number,
                kind,
                problems.c.institution.label("waiting"),
                participations.c.institution.label("waited_for"),
            )
            .join(problems, problems.c.id == participations.c.problem)
            .where(self._here, _OPEN, participations.c.standing == Taking.ASKED.value)
        )

    def _during(self, moment: ColumnElement[Any]) -> ColumnElement[bool]:
        return and_(moment > self._since, moment <= self._now)

    def _steps(self, kind: Happened) -> tuple[ColumnElement[bool], ...]:
        return events.c.community == self._community, events.c.kind == kind.value, self._during(events.c.at)


def _promise(kind: Waiting) -> tuple[ColumnElement[Any], ...]:
    """The columns of a promise that waits."""
    return (
        problems.c.id.label("problem"),
        problems.c.reference,
        commitments.c.number,
        literal(kind.value).label("kind"),
        commitments.c.institution.label("waiting"),
    )


def _apart(each: Subquery) -> ColumnElement[bool]:
    """Whoever waits for themselves waits for nobody."""
    return each.c.waiting != each.c.waited_for


def _number(condition: ColumnElement[bool], name: str) -> ColumnElement[int]:
    """How many rows fulfil it."""
    return func.sum(case((condition, 1), else_=0)).label(name)
