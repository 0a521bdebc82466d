"""A small workbook made of values, and the same one read back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from sc_bot.domain.commitments import Standing
from sc_bot.domain.community import Localised
from sc_bot.domain.counts import CommunityCounts, InstitutionCounts, InterfaceCounts, Tally
from sc_bot.domain.deadlock_views import DeadlockView, PromiseView, SignView
from sc_bot.domain.deadlocks import Sign, Stage, Way
from sc_bot.domain.decisions import Behalf, Deciding
from sc_bot.domain.due import Due
from sc_bot.domain.events import Happened
from sc_bot.domain.exports import (
    Book,
    Cover,
    DateRow,
    DeadlockRow,
    DecisionRow,
    JointRow,
    LessonRow,
    ProblemRow,
    PromiseRow,
    StepRow,
)
from sc_bot.domain.joint_changes import Stage as JointStage
from sc_bot.domain.lessons import Facet, Origin, Taken
from sc_bot.domain.lessons import Stage as LessonStage
from sc_bot.domain.problems import Closing, Severity, State, Verdict
from sc_bot.domain.pulse_cells import Grouping
from sc_bot.domain.pulse_views import PulseEntry
from sc_bot.domain.views import StepView
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook import write_workbook
from tests.presentation.pulsed import row

ZONE = ZoneInfo("America/Toronto")
NOW = datetime(2026, 11, 19, 10, 30, tzinfo=ZONE)
DAY = date(2026, 11, 9)
HOSPITAL = Localised("Hôpital Saint-Firmin-des-Monts", "Saint-Firmin Hospital")
CLINIC = Localised("GMF des Trois-Villages", "Trois-Villages family medicine group")
LINK = "https://slack.com/app_redirect?team=T1&channel=D1&message_ts=1.0"


def problem(number: int, said: str = "Le résumé arrive en retard", **changes: object) -> ProblemRow:
    """One problem, stuck unless `changes` say otherwise."""
    usual = ProblemRow(
        reference=f"ONC-{number}", link=LINK, state=State.ACCEPTED, title=said,
        continuum=Localised("oncologie", "oncology"), institution=HOSPITAL, partners=(CLINIC,), description=said,
        severity=Severity.DELAY,
        reported_on=DAY, answer_by=DAY, accepted_on=DAY, closed_on=None, closing=None,
        verdict=None, returns=2, reopened=0, promised=1, late=1, next_due=DAY, working_days=8, noticed_by_clients=True,
        restricted=False,
    )  # fmt: skip
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def ended(number: int) -> ProblemRow:
    """One that is solved."""
    closed = problem(number, state=State.CLOSED, closing=Closing.SOLVED, closed_on=DAY, verdict=Verdict.PARTLY)
    return replace(closed, link=None)


def decision(said: str = "Admettre sans dossier complet?") -> DecisionRow:
    """One question, half answered."""
    return DecisionRow(
        reference="ONC-1/1", problem="ONC-1", question=said, otherwise=said, behalf=Behalf.COMMITTEE, institution=None,
        asked_on=DAY, due=DAY, standing=Deciding.OPEN, agreed=(HOSPITAL,), refused=(), to_discuss=(), silent=(CLINIC,),
        reasons=(said,),
    )  # fmt: skip


def lesson(said: str = "Le résumé part le jour même") -> LessonRow:
    """One lesson, adopted at the clinic."""
    return LessonRow(
        reference="L-1", problem="ONC-1", origin=Origin.SOLVED, stage=LessonStage.PUBLISHED,
        continuum=Localised("oncologie", "oncology"), institution=HOSPITAL, asked_on=DAY, published_on=DAY,
        words={Facet.CHANGE: said, Facet.CONTEXT: said}, standings={"GTV": Taken.ADOPTED},
    )  # fmt: skip


def deadlock(said: str = "Le dossier complet") -> DeadlockRow:
    """One that waits: blocked, and in a circle with a problem that its reader may not know of."""
    blocked = SignView(
        sign=Sign.BLOCKED, days=(DAY,), promise=PromiseView("ONC-1.1", HOSPITAL), number=22, need=said, stands=False
    )
    circle = SignView(sign=Sign.CIRCLE, circle=(PromiseView("ONC-1.1", HOSPITAL), PromiseView()), stands=False)
    view = DeadlockView(
        reference="ONC-1", stage=Stage.STEERING, signs=(blocked, circle), found_on=DAY, working_days=8, may_end=True
    )
    return DeadlockRow(deadlock=view, state=State.ACCEPTED, closing=None, title=said, lead=HOSPITAL)


def ended_deadlock(said: str = "Le CLSC mène") -> DeadlockRow:
    """One that was decided."""
    over = {"ended_on": DAY, "way": Way.LEAD, "institution": CLINIC, "text": said}
    return replace(deadlock(said), deadlock=replace(deadlock().deadlock, **over))  # type: ignore[arg-type] # by name


def joint_change(said: str = "Le résumé part le jour même") -> JointRow:
    """One change of two institutions, getting ready."""
    return JointRow(
        reference="ONC-1+1", problems=("ONC-1",), what=said, stage=JointStage.DATED, day=DAY, needed=2, begun_on=DAY,
        went_on=None, has_back=True, back=said, taken=(HOSPITAL, CLINIC), ready=(CLINIC,), silent=(), declined=(),
        verified=(), reopened=(),
    )  # fmt: skip


def promise(said: str = "Envoyer le résumé") -> PromiseRow:
    """One promise, late."""
    return PromiseRow(
        reference="ONC-1.1", problem="ONC-1", link=LINK, institution=HOSPITAL, person="Zz Person", what=said,
        standing=Standing.OPEN, made_on=DAY, first_due=Due(DAY), due=Due(date(2026, 11, 16)), redated=3, is_late=True,
        working_days_late=3, blocked_on=None, ended_on=None,
    )  # fmt: skip


def step(said: str | None = "Un essai commence") -> StepRow:
    """One step of the history."""
    view = StepView(
        id=1, kind=Happened.UPDATED, at=NOW.astimezone(UTC), by=None, by_author=False, institution=HOSPITAL, text=said
    )
    return StepRow(reference="ONC-1", at=NOW, step=view, by=HOSPITAL)


def cover(**changes: object) -> Cover:
    """The first sheet, for a general manager."""
    tally = Tally(open=2, undecided=1, late=1, promised=1, reported=2, solved=1)
    counts = CommunityCounts(
        since=NOW,
        until=NOW,
        institutions=(InstitutionCounts(institution="HSF", tally=tally, authors=7),),
        interfaces=(InterfaceCounts(between=(None, "HSF"), open=2, reported=2, solved=1),),
    )
    usual = Cover(
        community=Localised("Communauté de l'Estrie", "Estrie community"), reader="Zz Manager",
        reader_institution=HOSPITAL,
        as_of=NOW, since=DAY, meeting=NOW, counts=counts, own=tally, arbitration=1, stuck=1,
        weeks=((DAY, counts), (date(2026, 11, 16), counts)), names={"HSF": HOSPITAL, "GTV": CLINIC},
    )  # fmt: skip
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def book(rows: Iterable[ProblemRow] = (), said: str = "Un essai commence", **changes: object) -> Book:
    """A whole workbook."""
    problems = list(rows) or [problem(1, said), ended(2)]
    usual = Book(
        problems=lambda: problems,
        promises=lambda: [promise(said)],
        dates=lambda: [
            DateRow(promise="ONC-1.1", institution=HOSPITAL, number=2, due=Due(DAY), said_on=DAY, reason=said)
        ],
        steps=lambda: [step(said)],
        deadlocks=lambda: [deadlock(said), ended_deadlock(said)],
        decisions=lambda: [decision(said)],
        lessons=lambda: [lesson(said)],
        joint_changes=lambda: [joint_change(said)],
        cover=cover,
        problems_at_most=len(problems),
        steps_at_most=1,
        pulse=lambda: [PulseEntry(ends_on=DAY, row=row(each)) for each in Grouping],
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def as_bytes(content: Book, language: str = "fr") -> bytes:
    """The file."""
    target = BytesIO()
    write_workbook(target, Words(language, str(ZONE)), content)
    return target.getvalue()


def read(file: bytes) -> Any:  # noqa: ANN401 - openpyxl publishes no types
    """The file as openpyxl reads it."""
    return load_workbook(BytesIO(file))


def values(sheet: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    """The rows of a sheet by their headings."""
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]
