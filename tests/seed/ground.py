"""A community on a database alone: people act through the use cases, without Slack, so that a proof costs little."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from itertools import count
from typing import Any

from sc_bot.domain.answers import Answer, Recorded
from sc_bot.domain.exports import Export
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Database, Place
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.composing import tables_of
from sc_bot.presentation.workbook.flat import write_csv
from sc_bot.presentation.workbook.tables import Table
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.exporting.reading import book_of
from sc_bot.usecases.problems.director import accept_problem
from sc_bot.usecases.problems.report import Report, report_problem
from sc_bot.usecases.problems.seeing import see_problem
from storage.database import StoredDatabase
from tests.house import THURSDAY, WORKER_PATIENCE, region

WORKSPACE = "T0ESTRIE0"
ROSALIE, BASTIEN, ODILE, FANNY, FACILITATOR = "CVE-S1", "HSF-MD", "HSF-DG", "HSF-S2", "ADV-1"
"""A caregiver of the CLSC; director, general manager and a caregiver of the hospital; the facilitator."""


@dataclass
class Ground:
    """The region, and who acts in it."""

    database: Database
    now: datetime = THURSDAY
    requests: Iterator[int] = field(default_factory=count)

    def asked(self, person: str) -> Asked:
        """A request of somebody of the community file."""
        known = region().person(person)
        slack_id = known.slack_id if known and known.slack_id else person
        return Asked(workspace=WORKSPACE, slack_id=slack_id, request=f"r{next(self.requests)}", now=self.now)

    def does(self, person: str, act: Callable[..., Answer], *given: object, **named: object) -> Answer:
        """Somebody acts."""
        return act(self.database, self.asked(person), *given, **named)

    def reports(self, by: str = ROSALIE, **report: Any) -> str:
        """Somebody reports to the hospital; returns the reference."""
        usual = {"description": "Le résumé de fin de chimio part par la poste", "institution": "HSF"}
        answer = self.does(by, report_problem, Report(**(usual | report)))
        assert isinstance(answer, Recorded)
        return answer.reference

    def accepted(self, by: str = ROSALIE, **report: Any) -> str:
        """The same, and the hospital leads."""
        reference = self.reports(by, **report)
        self.does(BASTIEN, accept_problem, reference)
        return reference

    def sees(self, person: str, reference: str) -> ProblemView:
        """One problem as somebody sees it."""
        return see_problem(self.database, self.asked(person), reference).view

    @property
    def place(self) -> Place:
        """The community."""
        with self.database.reading() as uow:
            return uow.communities.in_workspace(WORKSPACE)[0].at(self.now)

    def tables(self, person: str, language: str = "en") -> dict[str, tuple[Table, list[dict[str, Any]]]]:
        """The sheets of somebody's workbook, with their rows by the keys of their columns."""
        with self.database.whole() as uow:
            place = uow.communities.in_workspace(WORKSPACE)[0].at(self.now)
            reader = place.community.person(person)
            assert reader is not None
            export = Export(id=1, workspace=WORKSPACE, community=place.id, person=person, at=self.now)
            book = book_of(uow, place, reader, export, self.now)
            found = tables_of(Words(language), book, book.cover())
            return {each.key: (each, _rows(each)) for each in found}

    def csv(self, person: str, language: str) -> bytes:
        """The same as a zip of CSV files."""
        target = BytesIO()
        with self.database.whole() as uow:
            place = uow.communities.in_workspace(WORKSPACE)[0].at(self.now)
            reader = place.community.person(person)
            assert reader is not None
            export = Export(id=1, workspace=WORKSPACE, community=place.id, person=person, at=self.now)
            write_csv(target, Words(language), book_of(uow, place, reader, export, self.now))
        return target.getvalue()


def _rows(table: Table) -> list[dict[str, Any]]:
    return [dict(zip((each.key for each in table.columns), row, strict=True)) for row in table.rows]


@contextmanager
def open_ground(url: str) -> Iterator[Ground]:
    """Open it on a database where the region has settled."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    try:
        yield Ground(database)
    finally:
        database.close()
