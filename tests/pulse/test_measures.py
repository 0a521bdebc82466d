"""The hard measures are what the history says: counted again from the events alone, they are the report's."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random
from statistics import median
from typing import Any

import pytest
from sqlalchemy import select

from sc_bot.calendar import working_calendar
from sc_bot.domain.problems import Closing, Verdict
from sc_bot.domain.pulse import Wave, stretch
from sc_bot.domain.pulse_measures import Measures
from sc_bot.domain.refusals import Refused
from sc_bot.ports import Place
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.participations import answering, inviting
from sc_bot.usecases.problems import author, director, facilitator
from sc_bot.usecases.problems.report import Report, report_problem
from sc_bot.usecases.pulse.measuring import measures_of
from storage.database import StoredDatabase
from storage.tables import events, problems
from tests.databases import empty_database
from tests.house import THURSDAY, WORKER_PATIENCE, region

WORKSPACE = "T0ESTRIE0"
HOMES = [each.id for each in region().institutions]


class Life:
    """Everybody does something now and then; what may not be done is refused."""

    def __init__(self, database: StoredDatabase) -> None:
        self._database, self._chance = database, Random(5)  # noqa: S311 - repeatable
        self._number = 0

    def asked(self, person: str, now: datetime) -> Asked:
        """A request of somebody's."""
        self._number += 1
        known = region().person(person)
        assert known is not None
        return Asked(workspace=WORKSPACE, slack_id=known.slack_id or "", request=f"r{self._number}", now=now)

    def lived(self, steps: int) -> None:
        """Reports, and whatever comes of them, over nine weeks."""
        authors = [each.id for each in region().people if each.slack_id and each.institution]
        for number in range(steps):
            now = THURSDAY + timedelta(hours=number * 24 * 63 / steps)
            if number % 6 == 0:
                home = self._chance.choice(HOMES)
                report = Report(description="La chimio arrive en retard", institution=home)
                report_problem(self._database, self.asked(self._chance.choice(authors), now), report)
            else:
                self._something(f"ONC-{self._chance.randint(1, number // 6 + 1)}", now)

    def _something(self, reference: str, now: datetime) -> None:
        other, database = self._chance.choice(HOMES), self._database
        back = director.Return(reason="Pas nous", institution=other)
        acts: list[Callable[[], object]] = [
            lambda: director.acknowledge_problem(database, self._holder(reference, now), reference),
            lambda: director.accept_problem(database, self._holder(reference, now), reference),
            lambda: director.accept_problem(database, self._holder(reference, now), reference),
            lambda: director.return_problem(database, self._holder(reference, now), reference, back),
            lambda: facilitator.reroute_problem(database, self.asked("ADV-1", now), reference, other, "Plus près"),
            lambda: self._together(reference, other, now),
            lambda: self._together(reference, other, now),
            lambda: self._close(reference, now),
            lambda: author.verify_problem(database, self._author(reference, now), reference, Verdict.NO),
        ]
        try:
            self._chance.choice(acts)()
        except Refused:
            return

    def _together(self, reference: str, other: str, now: datetime) -> None:
        director.accept_problem(self._database, self._holder(reference, now), reference)
        request = inviting.Request(institution=other, what="Lire le résumé")
        inviting.ask_contribution(self._database, self._holder(reference, now), reference, request)
        answering.accept_contribution(self._database, self.asked(f"{other}-MD", now), reference, other)
        self._close(reference, now)

    def _close(self, reference: str, now: datetime) -> object:
        given = director.Close(closing=Closing.SOLVED)
        return director.close_problem(self._database, self._holder(reference, now), reference, given)

    def _row(self, reference: str) -> Any:  # noqa: ANN401 - a row
        with self._database.looking() as connection:
            return connection.execute(select(problems).where(problems.c.reference == reference)).one_or_none()

    def _holder(self, reference: str, now: datetime) -> Asked:
        row = self._row(reference)
        return self.asked(f"{row.institution if row and row.institution else 'HSF'}-MD", now)

    def _author(self, reference: str, now: datetime) -> Asked:
        row = self._row(reference)
        return self.asked(row.reporter if row else "CVE-S1", now)


@pytest.fixture(scope="module")
def lived() -> Iterator[StoredDatabase]:
    """Nine weeks of nine institutions."""
    with empty_database("sqlite", region=True) as url:
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        Life(database).lived(220)
        yield database
        database.close()


def wave(place: Place, since: datetime, until: datetime) -> Wave:
    """A wave whose figures lie between two days."""
    first, last = since.date(), until.date()
    return Wave(
        id=1, workspace=WORKSPACE, community=place.id, day=last, begun_on=last, ends_on=last, since=first,
    )  # fmt: skip


Step = tuple[str, str | None, datetime, str | None, list[str]]
"""What happened, the institution, when, the state after it, details."""


def counted_again(database: StoredDatabase, place: Place, one: Wave) -> tuple[Measures, ...]:
    """From the rows of two tables, figure by figure: no code is shared with what is checked but the calendar's."""
    since, until = stretch(place.community, one)
    calendar, found = working_calendar(place.community), defaultdict[tuple[str, ...], dict[str, list[int]]](dict)
    with database.looking() as connection:
        rows = connection.execute(select(problems).where(problems.c.state != "withdrawn")).all()
        whole = connection.execute(select(events).order_by(events.c.id)).all()
    for row in rows:
        steps: list[Step] = [
            (each.kind, each.institution, each.at, each.to_state, each.details)
            for each in whole
            if each.problem == row.id
        ]
        for name, pair, number in figures(row.reporter_institution, steps, since, until):
            if None not in pair and len({*pair}) > 1:
                found[tuple(sorted(map(str, pair)))].setdefault(name, []).append(number)
        waits = [(pair, start, end) for pair, start, end in waited(row.reporter_institution, steps, since, until)]
        for pair, start, end in waits:
            if None not in pair and len({*pair}) > 1:
                days = calendar.working_days_between(calendar.local_date(start), calendar.local_date(end))
                found[tuple(sorted(map(str, pair)))].setdefault("waits", []).append(days)
    return tuple(_measures(pair, found[pair]) for pair in sorted(found))


def _measures(pair: tuple[str, ...], own: dict[str, list[int]]) -> Measures:
    waits = own.get("waits", [])
    return Measures(
        between=(pair[0], pair[1]), answered=len(waits), days=float(median(waits)) if waits else None,
        returns=len(own.get("returns", [])), accepted=len(own.get("accepted", [])),
        right_first=sum(own.get("accepted", [])), joint=len(own.get("joint", [])),
    )  # fmt: skip


def holders(steps: list[Step]) -> list[str | None]:
    """Who had it before each step."""
    now: str | None = None
    before = []
    for kind, institution, _, state, _ in steps:
        before.append(now)
        if kind in {"reported", "rerouted", "assigned", "returned"}:
            now = None if state == "arbitration" else institution
    return [*before, now]


Pair = tuple[str | None, str | None]


def figures(origin: str | None, steps: list[Step], since: datetime, until: datetime) -> Iterator[tuple[str, Pair, int]]:
    """Returns, first acceptances (1: at the first place), and what was solved together and stayed so."""
    had = holders(steps)
    kinds = [each[0] for each in steps]
    for number, (kind, _, at, _, _) in enumerate(steps):
        if kind == "returned" and since <= at < until:
            yield "returns", (origin, had[number]), 1
    if "accepted" in kinds:
        first = kinds.index("accepted")
        if since <= steps[first][2] < until:
            yield "accepted", (origin, had[first]), int(not {"returned", "rerouted", "assigned"} & {*kinds[:first]})
    ends = [number for number, each in enumerate(steps) if each[0] in {"closed", "reopened"}]
    if (
        ends
        and kinds[ends[-1]] == "closed"
        and steps[ends[-1]][4][0] == "solved"
        and since <= steps[ends[-1]][2] < until
    ):
        for helper in {each[1] for each in steps if each[0] == "contributing"}:
            yield "joint", (had[-1], helper), 1


def waited(
    origin: str | None, steps: list[Step], since: datetime, until: datetime
) -> Iterator[tuple[Pair, datetime, datetime]]:
    """From each time that it was sent somewhere to the first thing said there."""
    had = holders(steps)
    for number, (kind, _, sent, _, _) in enumerate(steps):
        if kind not in {"reported", "rerouted", "returned"} or had[number + 1] is None:
            continue
        for later in range(number + 1, len(steps)):
            if steps[later][0] in {"reported", "rerouted", "assigned"}:
                break
            if steps[later][0] in {"acknowledged", "accepted", "returned"}:
                if since <= steps[later][2] < until:
                    yield (origin, had[later]), sent, steps[later][2]
                break


@pytest.mark.parametrize(("first", "last"), [(0, 63), (10, 30), (40, 50)])
def test_what_is_reported_is_what_the_events_say(lived: StoredDatabase, first: int, last: int) -> None:
    """In the whole time and in parts of it, pair by pair; there is something of everything to be counted."""
    with lived.reading() as uow:
        place = uow.communities.in_workspace(WORKSPACE)[0]
        one = wave(place, THURSDAY + timedelta(days=first), THURSDAY + timedelta(days=last))
        reported = measures_of(uow, place, one)
    assert reported == counted_again(lived, place, one)
    names = ("answered", "returns", "accepted", "right_first", "joint")
    assert all(sum(getattr(each, name) for each in reported) for name in names) or last - first < 63
