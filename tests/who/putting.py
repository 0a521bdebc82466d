"""Puts beside a problem what the table needs: a promise, a request, a joint change, a meeting, a lesson."""

from dataclasses import replace

from sqlalchemy import Select, select

from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.deadlocks import Deadlock, Evidence, Sign, Stage
from sc_bot.domain.decisions import Behalf, Decision, Said
from sc_bot.domain.due import Due
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.joining import Joined
from sc_bot.domain.joint_changes import Answered, JointChange, Part
from sc_bot.domain.joint_changes import Stage as JointStage
from sc_bot.domain.lessons import Did, Facet, Lesson, LessonStep, Offer, Origin, Taken
from sc_bot.domain.lessons import Stage as LessonStage
from sc_bot.domain.meetings import Item, Kind, Phase
from sc_bot.domain.meetings import Outcome as ItemOutcome
from sc_bot.domain.participations import Participation, Taking, with_standing
from sc_bot.domain.problems import Problem
from sc_bot.domain.texts import TextKind
from sc_bot.domain.tryouts import Tryout
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.followups.planning import plan_promise
from sc_bot.usecases.meetings.planning import upcoming
from storage.tables import (
    agenda_items,
    meeting_people,
    meetings,
)
from tests.house import THURSDAY
from tests.who.standing import CHANGING, LATER


def promise(uow: UnitOfWork, place: Place, problem: Problem, changes: dict[str, object]) -> None:
    """A promise of the hospital, as it stands in this state."""
    what = uow.history.write(problem, TextKind.COMMITMENT, "Envoyer le résumé le jour même", THURSDAY)
    due = Due(LATER)
    draft = Commitment(
        id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
        what=what, institution="HSF", owner="", due=due, first_due=due, zone="America/Toronto",
        standing=Standing.OPEN, made_at=THURSDAY,
    )  # fmt: skip
    made = uow.commitments.add(problem, replace(draft, **changes))  # type: ignore[arg-type] # fields by name
    plan_promise(uow, place, problem, made, THURSDAY)


def by_the_director(problem: Problem, kind: Happened, text: int) -> Event:
    """A step of the hospital's director."""
    return Event(problem=problem.id, kind=kind, at=THURSDAY, actor="HSF-MD", text=text, details=("1",))


def try_out(uow: UnitOfWork, problem: Problem, changes: dict[str, object]) -> None:
    """A solution that is proposed, tried, or was."""
    what = uow.history.write(problem, TextKind.TRYOUT, "L'envoyer par la messagerie", THURSDAY)
    draft = Tryout(
        id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
        what=what, proposed_by="HSF-S2", name_shown=False, proposed_at=THURSDAY, institution="HSF",
    )  # fmt: skip
    uow.tryouts.add(problem, replace(draft, **changes))  # type: ignore[arg-type] # fields by name


def be_stuck(uow: UnitOfWork, problem: Problem, stage: Stage) -> None:
    """A deadlock before one of the committees."""
    shown = (Evidence(sign=Sign.UNSOLVABLE, times=(THURSDAY,), offices=("author",)),)
    uow.deadlocks.add(
        Deadlock(
            id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, found_at=THURSDAY,
            evidence=shown, stage=stage,
        )
    )  # fmt: skip


def ask_managers(uow: UnitOfWork, problem: Problem) -> None:
    """A question to the hospital's general manager."""
    question = uow.history.write(problem, TextKind.DECISION, "Un essai de trois mois?", THURSDAY)
    uow.decisions.add(
        problem,
        Decision(
            id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
            question=question, otherwise=question, asked_by="ADV-1", behalf=Behalf.FACILITATION, due=Due(LATER),
            zone="America/Toronto", made_at=THURSDAY, said=(Said(person="HSF-DG"),),
        ),
    )  # fmt: skip


def change_jointly(uow: UnitOfWork, problem: Problem, state: str) -> Problem:
    """A joint change of three institutions, in which the hospital has a part."""
    what = uow.history.write(problem, TextKind.JOINT_CHANGE, "Le résumé part le jour même", THURSDAY)
    hospital = Part(institution="HSF", **CHANGING[state])  # type: ignore[arg-type] # fields by name
    uow.joint_changes.add(
        problem,
        JointChange(
            id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, problems=(problem.id,),
            number=0, reference="", what=what, needed=2, day=LATER.replace(day=30), zone="America/Toronto",
            begun_by="ADV-1", begun_at=THURSDAY, ended=JointStage.GONE if state == "gone" else None,
            parts=(hospital, Part(institution="GTV", answered=Answered.TAKEN, agrees=True)),
        ),
    )  # fmt: skip
    uow.problems.save(replace(problem, concerned=("GTV",)))
    return uow.problems.by_id(problem.id)


def meet(uow: UnitOfWork, place: Place, problem: Problem, phase: Phase) -> tuple[int, int]:
    """A meeting of the support committee with one item, about which something is decided."""
    committee = place.community.committee("support")
    assert committee is not None
    draft = upcoming(uow, place, committee, THURSDAY)
    assert draft is not None
    begun = {"started_at": THURSDAY, "item_since": THURSDAY, "moderator": "MOD-1"} if phase is not Phase.PLANNED else {}
    made = uow.meetings.add(replace(draft, phase=phase, agenda_at=THURSDAY, **begun))  # type: ignore[arg-type] # by name
    assert made is not None
    over = {"outcome": ItemOutcome.NOTHING, "closed_at": THURSDAY} if phase is Phase.ENDED else {}
    text = uow.history.write(problem, TextKind.DECIDED, "Un essai de trois mois", THURSDAY)
    item = Item(id=0, meeting=made.id, kind=Kind.ADDED, problem=problem.id, topic=text, decided=text, **over)  # type: ignore[arg-type] # by name
    uow.meetings.add_items(place, [item])
    return made.id, uow.meetings.items(made.id)[0].id


def of_meeting(meeting: int) -> tuple[Select[tuple[object, ...]], ...]:
    """All that is stored of one meeting."""
    return (
        select(meetings).where(meetings.c.id == meeting),
        select(agenda_items).where(agenda_items.c.meeting == meeting),
        select(meeting_people).where(meeting_people.c.meeting == meeting),
    )


def also_see(uow: UnitOfWork, problem: Problem) -> None:
    """Somebody who joined it."""
    uow.joinings.save(
        Joined(
            workspace=problem.workspace, community=problem.community, problem=problem.id, person="HSF-S2",
            institution="HSF", at=THURSDAY,
        )
    )  # fmt: skip


def partner(uow: UnitOfWork, problem: Problem, standing: Taking) -> Problem:
    """An institution that is asked to contribute, or does."""
    what = uow.history.write(problem, TextKind.CONTRIBUTION, "Lire le résumé le jour même", THURSDAY)
    asked = Participation(
        id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, institution="GTV",
        standing=standing, asked_by="HSF-MD", what=what, at=THURSDAY,
    )  # fmt: skip
    uow.participations.save(asked)
    changed = with_standing(problem, asked)
    uow.problems.save(changed)
    return changed


def teach(uow: UnitOfWork, problem: Problem, stage: LessonStage, standing: Taken | None) -> str:
    """A lesson from the problem, written by its lead; or a good practice of its author."""
    alone = stage is LessonStage.NOTED
    draft = Lesson(
        id=0, workspace=problem.workspace, community=problem.community, reference="",
        origin=Origin.PRACTICE if alone else Origin.SOLVED, occasion=problem.reference, stage=stage, at=THURSDAY,
        problem=None if alone else problem.id, continuum="ONC", institution=None if alone else "HSF", author="CVE-S1",
        drafted_by="HSF-MD" if stage is LessonStage.DRAFTED else None,
    )  # fmt: skip
    lesson = uow.lessons.add(draft, "B" if alone else "L")
    assert lesson is not None
    for facet in (Facet.CONTEXT, Facet.CHANGE, Facet.RESULT, Facet.CONDITIONS):
        uow.lessons.write(lesson, facet, "Le résumé part le jour même", THURSDAY)
    uow.lessons.happened(lesson, LessonStep(lesson=lesson.id, did=Did.ASKED, at=THURSDAY, actor=None))
    if standing is not None:
        offer = Offer(lesson=lesson.id, community=problem.community, institution="GTV", by="ADV-1", at=THURSDAY)
        uow.lessons.put(replace(offer, standing=standing))
        step = LessonStep(lesson=lesson.id, did=Did.OFFERED, at=THURSDAY, actor="ADV-1", institution="GTV")
        uow.lessons.happened(lesson, step)
    return lesson.reference
