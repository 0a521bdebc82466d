"""What each reader finds in their workbook: never more than on a screen, and the figures of the digest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.community import Language
from sc_bot.domain.decisions import Behalf, Decision, Reply, Said
from sc_bot.domain.due import Due
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.exports import Book, Export
from sc_bot.domain.problems import Because, Problem, Severity, State
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Place, UnitOfWork
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.composing import tables_of
from sc_bot.presentation.workbook.tables import Reference, Table, Value
from sc_bot.usecases.deadlocks.finding import look_for_deadlocks
from sc_bot.usecases.exporting.reading import book_of, steering
from storage.database import StoredDatabase
from storage.engine import BEGAN
from tests.house import THURSDAY, WORKER_PATIENCE

AGO = THURSDAY - timedelta(days=20)
SINCE = AGO - timedelta(days=1)
OPEN, RESTRICTED, KEPT_OUT, OF_A_SMALL_TEAM, GONE = "ONC-1", "ONC-2", "ONC-3", "ONC-4", "ONC-5"
REASON = "Pas avant avril"
SECRET = "Ce que la collègue de nuit a vu"


@dataclass
class Archive:
    """A community with one problem of each kind, and who reads it."""

    database: StoredDatabase

    def book(self, person: str) -> dict[str, list[dict[str, Any]]]:
        """The rows of each sheet, as somebody gets them; what Excel makes of them is tested elsewhere."""
        with self.database.whole() as uow:
            content = self._content(uow, person)
            tables = tables_of(Words("fr"), content, content.cover())
            return {each.title: [_by_heading(each, row) for row in each.rows] for each in tables}

    def _content(self, uow: UnitOfWork, person: str) -> Book:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        reader = uow.communities.person(place.id, person) if person else steering(place, Language.FR)
        assert reader is not None
        export = Export(id=1, workspace=place.workspace, community=place.id, person=person, at=THURSDAY, since=SINCE)
        return book_of(uow, place, reader, export, THURSDAY)

    def asks(self, person: str) -> int:
        """How many questions the first sheet says wait for a decision."""
        with self.database.whole() as uow:
            return self._content(uow, person).cover().decisions

    def statements(self, person: str) -> int:
        """How many statements a workbook takes."""
        made: list[str] = []
        event.listen(self.database.engine, "before_cursor_execute", lambda *args: made.append(args[2]))
        self.book(person)
        return len(made)


def _by_heading(table: Table, row: Sequence[Value]) -> dict[str, Any]:
    plain = (str(each) if isinstance(each, Reference) else each for each in row)
    return dict(zip((each.heading for each in table.columns), plain, strict=True))


@pytest.fixture
def archive(region_url: str) -> Iterator[Archive]:
    """The region with five problems."""
    database = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    with database.unit_of_work() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        policies = replace(place.community.policies, small_group=20)  # the team of OMD is small then
        with_it = replace(place.community, policies=policies)
        uow.communities.save_settings(place, with_it, actor=None, now=AGO)
        _add(uow, place, contributors=("OMD",), reopened=2)
        _add(uow, place, restricted=True)
        _add(uow, place, director_kept_out=True)
        _add(uow, place, reporter="OMD-S1", reporter_institution="OMD")
        _add(uow, place, state=State.WITHDRAWN)
    look_for_deadlocks(database, THURSDAY)
    yield Archive(database)
    database.close()


def _add(uow: UnitOfWork, place: Place, **changes: object) -> None:
    """A problem of the CLSC's that the hospital has, with a promise that moved and is late."""
    draft = Problem(
        id=0, workspace=place.workspace, community=place.id, reference="", state=State.ACCEPTED, continuum="ONC",
        institution="HSF", owes="HSF", because=Because("named", "hôpital"), severity=Severity.DELAY, reporter="CVE-S1",
        reporter_institution="CVE", line=1, name_shown=True, reported_at=AGO, answer_by=AGO.date(), accepted_at=AGO,
        unresolvable=True,
    )  # fmt: skip
    problem = uow.problems.add(replace(draft, **changes), "ONC")  # type: ignore[arg-type] # fields by name
    uow.history.write(problem, TextKind.DESCRIPTION, "Le résumé arrive en retard", AGO)
    uow.history.write(problem, TextKind.ON_BEHALF, SECRET, AGO)
    _ask(uow, problem)
    first, due = Due(AGO.date()), Due(AGO.date() + timedelta(days=7))
    what = uow.history.write(problem, TextKind.COMMITMENT, "L'envoyer le jour même", AGO)
    uow.commitments.add(problem, Commitment(
        id=0, workspace=place.workspace, community=place.id, problem=problem.id, number=0, reference="", what=what,
        institution="HSF", owner="HSF-MD", due=due, zone="America/Toronto", first_due=first, standing=Standing.OPEN,
        made_at=AGO, redated=1,
    ))  # fmt: skip
    reason = uow.history.write(problem, TextKind.REASON, "Le logiciel change", AGO)
    steps = (
        (Happened.REPORTED, None, None, False, ()),
        (Happened.COMMITTED, "HSF-MD", what, False, ("1", str(first))),
        (Happened.REDATED, "HSF-MD", reason, False, ("1", str(first), str(due))),
        (Happened.UPDATED, "HSF-MD", uow.history.write(problem, TextKind.UPDATE, "Entre nous", AGO), True, ()),
    )
    for kind, actor, text, internal, details in steps:
        step = Event(problem=problem.id, kind=kind, at=AGO, actor=actor, text=text, internal=internal, details=details)
        uow.history.add(problem, step)


def _ask(uow: UnitOfWork, problem: Problem) -> None:
    """The facilitator asks the hospital's general manager for a decision about it."""
    question = uow.history.write(problem, TextKind.DECISION, f"Que décider de {problem.reference}?", AGO)
    said = [Said(person="HSF-DG")]
    if problem.reference == OPEN:
        reason = uow.history.write(problem, TextKind.REASON, REASON, AGO)
        said = [Said(person="GTV-DG"), Said(person="HSF-DG", reply=Reply.NO, reason=reason, at=AGO)]
    uow.decisions.add(problem, Decision(
        id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
        question=question, otherwise=question, asked_by="ADV-1", behalf=Behalf.FACILITATION, due=Due(THURSDAY.date()),
        zone="America/Toronto", made_at=AGO, said=tuple(said),
    ))  # fmt: skip


def references(rows: list[dict[str, Any]]) -> list[str]:
    """The references of a sheet."""
    return [row["Référence"] for row in rows]


def test_each_reader_finds_the_problems_that_they_may_know_of(archive: Archive) -> None:
    """The director who is kept out does not find it; the facilitator finds the restricted one, and its director."""
    everybody = [OPEN, KEPT_OUT, OF_A_SMALL_TEAM]
    assert references(archive.book("HSF-DG")["Problèmes"]) == everybody
    assert references(archive.book("SC-2")["Problèmes"]) == everybody
    assert references(archive.book("CVE-MD")["Problèmes"]) == [OPEN, OF_A_SMALL_TEAM]
    assert references(archive.book("HSF-MD")["Problèmes"]) == [OPEN, RESTRICTED, KEPT_OUT, OF_A_SMALL_TEAM]
    assert references(archive.book("ADV-1")["Problèmes"]) == [OPEN, RESTRICTED, KEPT_OUT, OF_A_SMALL_TEAM]


def test_a_file_that_is_handed_on_holds_nothing_that_a_director_is_kept_out_of(archive: Archive) -> None:
    """What is made on the command line goes to a committee: the director sits there, or gets it from a colleague."""
    sheets = archive.book("")
    assert references(sheets["Problèmes"]) == [OPEN, OF_A_SMALL_TEAM]
    assert not [name for name, rows in sheets.items() if KEPT_OUT in str(rows)]


def test_a_decision_is_told_with_its_problem(archive: Archive) -> None:
    """Of what was withdrawn, kept from somebody, or not theirs to read, no question tells."""
    asked = {who: [row["Problème"] for row in archive.book(who)["Décisions"]] for who in ("HSF-DG", "ADV-1", "GTV-DG")}
    every = [OPEN, RESTRICTED, KEPT_OUT, OF_A_SMALL_TEAM]
    assert asked == {"HSF-DG": [OPEN, KEPT_OUT, OF_A_SMALL_TEAM], "ADV-1": every, "GTV-DG": [OPEN]}


def test_the_first_sheet_counts_the_questions_that_wait(archive: Archive) -> None:
    """Those that the reader finds among the decisions, and not the one to which somebody said no."""
    assert [archive.asks(who) for who in ("HSF-DG", "ADV-1", "GTV-DG", "")] == [2, 3, 0, 1]


def test_who_is_asked_without_reading_the_problem_finds_the_question_and_their_own_answer(archive: Archive) -> None:
    """Their colleagues' answers and reasons belong to the history, which is for those who take part."""
    (row,) = archive.book("GTV-DG")["Décisions"]
    assert (row["Question"], row["Pas d'accord"]) == (f"Que décider de {OPEN}?", "")
    assert (row["Sans réponse"], row["Motifs"]) == ("GMF des Trois-Villages", "")
    assert REASON not in str(archive.book("GTV-DG"))
    assert REASON in archive.book("HSF-DG")["Décisions"][0]["Motifs"]


def test_words_and_history_are_for_those_who_take_part(archive: Archive) -> None:
    """A general manager of another institution finds the line, its state and its lead, and nothing that was written."""
    away = archive.book("GTV-DG")
    row = away["Problèmes"][0]
    assert (row["État"], row["Établissement"]) == ("pris en charge", "Hôpital Saint-Firmin-des-Monts")
    assert [row[each] for each in ("Description", "Signalé le", "Engagements", "Retours")] == [None] * 4
    assert row["Partenaires"] is None
    assert {(each["Signes d'impasse"], each["Ce qui le montre"]) for each in away["Impasses"]} == {(None, None)}
    assert not any(row["Référence"] for sheet in ("Engagements", "Échéances", "Historique") for row in away[sheet])
    here = archive.book("HSF-DG")
    assert here["Problèmes"][0]["Partenaires"]
    assert "perçu comme insoluble" in str(here["Impasses"][0])
    assert here["Problèmes"][0]["Description"] == "Le résumé arrive en retard"
    assert len(here["Historique"]) == 5 * 3


def test_nobody_is_named_beside_lateness_but_to_their_own_institution(archive: Archive) -> None:
    """The committee reads the institution; its own people and the facilitator who owes it; nobody reads an author."""
    owner = archive.book("HSF-MD")["Engagements"][0]["Personne"]
    assert owner
    assert archive.book("ADV-1")["Engagements"][0]["Personne"] == owner
    for person in ("SC-2", "CVE-MD", "HSF-DG", "ADV-1"):
        sheets = archive.book(person)
        told = str([row for name, rows in sheets.items() if name != "Engagements" for row in rows])
        assert owner not in told
        assert SECRET not in told
    assert {row["Personne"] for row in archive.book("SC-2")["Engagements"]} == {None}


def test_the_day_of_a_small_team_is_nobodys_to_know(archive: Archive) -> None:
    """Among few, the day of the report would name its author."""
    rows = {row["Référence"]: row for row in archive.book("SC-2")["Problèmes"]}
    assert rows[OPEN]["Signalé le"] is not None
    assert rows[OF_A_SMALL_TEAM]["Signalé le"] is None
    assert rows[OF_A_SMALL_TEAM]["Jours ouvrables"] is None
    told = [row for row in archive.book("SC-2")["Historique"] if row["Référence"] == OF_A_SMALL_TEAM]
    assert [bool(row["Quand"]) for row in told] == [False, True, True, True, False]


def test_every_date_of_a_promise_stands_with_its_reason(archive: Archive) -> None:
    """The first one is not overwritten."""
    dates = [row for row in archive.book("HSF-DG")["Échéances"] if row["Référence"] == f"{OPEN}.1"]
    assert [row["N°"] for row in dates] == [1, 2]
    assert [row["Motif"] for row in dates] == [None, "Le logiciel change"]
    promise = archive.book("HSF-DG")["Engagements"][0]
    assert promise["Échéance"] - promise["Première échéance"] == timedelta(days=7)
    assert promise["État"] == "en retard"


def test_the_figures_are_the_digests(archive: Archive) -> None:
    """One query counts for both; what few may know of is in no figure, for anybody."""
    with archive.database.reading() as uow:
        counts = uow.counts.of(uow.communities.in_workspace("T0ESTRIE0")[0], SINCE, THURSDAY)
    for person in ("HSF-DG", "ADV-1", "HSF-MD"):
        rows = archive.book(person)["Par établissement"]
        whole = counts.whole
        assert sum(row["Ouverts"] for row in rows) == whole.open == 2
        assert sum(row["En retard"] for row in rows) == whole.late == 2
        assert sum(row["Engagements reportés"] for row in rows) == whole.redated == 2


def test_the_number_of_statements_does_not_grow_with_the_problems(archive: Archive) -> None:
    """A page of five hundred takes as many as one of five."""
    archive.book("ADV-1")  # what does not change is kept from now on
    before = archive.statements("ADV-1")
    with archive.database.unit_of_work() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        for _ in range(20):
            _add(uow, place)
    assert archive.statements("ADV-1") == before


def test_a_workbook_shows_one_moment_however_long_it_takes(archive: Archive) -> None:
    """What is reported meanwhile is in none of its sheets, and no bound of time ends it half read."""
    with archive.database.whole() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        before = uow.exports.sizes(place)
        with archive.database.unit_of_work() as other:
            _add(other, place)
        connection = getattr(uow.exports, "_connection")  # noqa: B009 - the port does not know of connections
        connection.info[BEGAN] = connection.info.get(BEGAN, 0.0) - WORKER_PATIENCE.total_seconds() * 10
        assert uow.exports.sizes(place) == before
    with archive.database.reading() as uow:
        assert uow.exports.sizes(place) != before
