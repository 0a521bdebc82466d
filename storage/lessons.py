"""Lessons in tables: a row each, its words, its steps, and a row for each institution to which it is offered."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, select, update

from sc_bot.domain.lessons import UNFINISHED, Did, Facet, Lesson, LessonStep, Offer, Origin, Stage, Taken, Wording
from sc_bot.ports import Place
from storage.dialect import insert_new, upsert
from storage.problems import Conflict, next_number
from storage.records import Record
from storage.tables import archives, lesson_offers, lesson_steps, lesson_texts, lessons, problems

_AS_THEY_ARE = (
    "workspace", "community", "reference", "occasion", "at", "problem", "continuum", "institution", "author",
    "name_shown", "drafted_by", "rewritten", "published_at", "reached", "next_at", "version",
)  # fmt: skip
_ARCHIVED = select(archives.c.community).where(archives.c.undone_at.is_(None))
_OF_AN_OFFER = ("lesson", "community", "institution", "by", "at", "changed_at", "words", "next_on", "next_at")


class StoredLessons:
    """The lessons of a workspace."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, lesson: Lesson, prefix: str) -> Lesson | None:
        """Store a new one under the next number of its prefix; None if it was asked for on this occasion already."""
        known = (lessons.c.community == lesson.community) & (lessons.c.occasion == lesson.occasion)
        if self._connection.execute(select(lessons.c.id).where(known)).first() is not None:
            return None
        number = next_number(self._connection, lesson.workspace, prefix)
        row = _columns(lesson) | {"reference": f"{prefix}-{number}"}
        if not self._connection.execute(insert_new(self._connection, lessons), row).rowcount:
            return None  # somebody asked at the same moment
        return self._one(select(lessons).where(known))

    def get(self, workspace: str, reference: str, *, to_change: bool = False) -> Lesson | None:
        """By reference; locked when it is to change."""
        query = select(lessons).where(lessons.c.workspace == workspace, lessons.c.reference == reference)
        return self._one(query.with_for_update() if to_change else query)

    def by_id(self, lesson: int) -> Lesson:
        """By id."""
        return _lesson(self._connection.execute(select(lessons).where(lessons.c.id == lesson)).one())

    def save(self, lesson: Lesson) -> Lesson:
        """Store it as it is now.

        Raises:
            Conflict: somebody saved it in between; the change was made without a lock.
        """
        columns = _columns(lesson) | {"version": lesson.version + 1}
        here = (lessons.c.id == lesson.id) & (lessons.c.version == lesson.version)
        if self._connection.execute(update(lessons).where(here).values(columns)).rowcount != 1:
            raise Conflict(lesson.reference)
        return self.by_id(lesson.id)

    def about(self, problem: int) -> Sequence[Lesson]:
        """The lessons from one problem, in order."""
        return self._all(select(lessons).where(lessons.c.problem == problem).order_by(lessons.c.id))

    def unfinished(self, place: Place, limit: int) -> Sequence[Lesson]:
        """Those that somebody has a next step about, oldest first."""
        waiting = lessons.c.stage.in_([each.value for each in UNFINISHED])
        return self._all(self._in(place).where(waiting).order_by(lessons.c.id).limit(limit))

    def published(self, communities: Sequence[int], limit: int) -> Sequence[Lesson]:
        """The published ones of these communities, the newest first."""
        out = lessons.c.community.in_(communities) & (lessons.c.stage == Stage.PUBLISHED.value)
        return self._all(select(lessons).where(out).order_by(lessons.c.id.desc()).limit(limit))

    def page(self, place: Place, after: int, limit: int) -> Sequence[Lesson]:
        """The lessons of a community with the ids that follow, in order."""
        return self._all(self._in(place).where(lessons.c.id > after).order_by(lessons.c.id).limit(limit))

    def write(self, lesson: Lesson, facet: Facet, body: str, now: datetime) -> int:
        """Keep words; returns their id."""
        row = _where(lesson) | {"facet": facet.value, "body": body, "at": now, "redacted": False}
        added = self._connection.execute(lesson_texts.insert().returning(lesson_texts.c.id), row)
        return int(added.scalar_one())

    def words(self, ids: Collection[int]) -> Sequence[Wording]:
        """All words of several lessons, oldest first."""
        query = select(lesson_texts).where(lesson_texts.c.lesson.in_(list(ids))).order_by(lesson_texts.c.id)
        return [_wording(row) for row in self._connection.execute(query)] if ids else []

    def redact(self, words: int, body: str) -> None:
        """Replace words that identify somebody; the step that says so is the caller's."""
        here = lesson_texts.c.id == words
        self._connection.execute(update(lesson_texts).where(here).values(body=body, redacted=True))

    def happened(self, lesson: Lesson, step: LessonStep) -> int:
        """Append a step; returns its id."""
        names = ("at", "actor", "before", "after", "institution", "words")
        row = _where(lesson) | {name: getattr(step, name) for name in names}
        row |= {"did": step.did.value, "details": list(step.details)}
        added = self._connection.execute(lesson_steps.insert().returning(lesson_steps.c.id), row)
        return int(added.scalar_one())

    def steps(self, ids: Collection[int]) -> Sequence[LessonStep]:
        """Every step of several lessons, oldest first."""
        query = select(lesson_steps).where(lesson_steps.c.lesson.in_(list(ids))).order_by(lesson_steps.c.id)
        return [_step(row) for row in self._connection.execute(query)] if ids else []

    def step(self, step: int) -> LessonStep:
        """One step."""
        return _step(self._connection.execute(select(lesson_steps).where(lesson_steps.c.id == step)).one())

    def offers(self, ids: Collection[int]) -> Sequence[Offer]:
        """To whom several lessons are offered, and what became of it, the first offered first."""
        query = select(lesson_offers).where(lesson_offers.c.lesson.in_(list(ids)))
        return self._offers(query.order_by(lesson_offers.c.at, lesson_offers.c.institution)) if ids else []

    def offered_to(self, place: Place, institutions: Sequence[str], limit: int) -> Sequence[Offer]:
        """What is offered to these institutions, oldest first."""
        here = (lesson_offers.c.community == place.id) & lesson_offers.c.institution.in_(institutions)
        return self._offers(select(lesson_offers).where(here).order_by(lesson_offers.c.at).limit(limit))

    def changed_since(self, place: Place, since: datetime, limit: int) -> Sequence[Offer]:
        """Offers that were answered since, the newest first."""
        here = (lesson_offers.c.community == place.id) & (lesson_offers.c.changed_at >= since)
        return self._offers(select(lesson_offers).where(here).order_by(lesson_offers.c.changed_at.desc()).limit(limit))

    def put(self, offer: Offer) -> None:
        """Store an offer as it is now."""
        row = {name: getattr(offer, name) for name in _OF_AN_OFFER} | {"standing": offer.standing.value}
        statement = upsert(self._connection.dialect.name, lesson_offers).values(row)
        key = [lesson_offers.c.lesson, lesson_offers.c.institution]
        changed = {name: value for name, value in row.items() if name not in {"lesson", "institution"}}
        self._connection.execute(statement.on_conflict_do_update(index_elements=key, set_=changed))

    def due(self, now: datetime, limit: int) -> Sequence[Lesson]:
        """Lessons about which somebody is to be asked now; nobody else gets them until this unit of work ends."""
        due = (lessons.c.next_at <= now) & lessons.c.community.not_in(_ARCHIVED)
        query = select(lessons).where(due).order_by(lessons.c.next_at, lessons.c.id)
        return self._all(query.limit(limit).with_for_update(skip_locked=True))

    def due_offers(self, now: datetime, limit: int) -> Sequence[Offer]:
        """Offers about which somebody is to be asked now; as above."""
        due = (lesson_offers.c.next_at <= now) & lesson_offers.c.community.not_in(_ARCHIVED)
        query = select(lesson_offers).where(due)
        first = query.order_by(lesson_offers.c.next_at, lesson_offers.c.lesson, lesson_offers.c.institution)
        return self._offers(first.limit(limit).with_for_update(skip_locked=True))

    def leading(self, place: Place, continuum: str) -> Sequence[str]:
        """The institutions that lead, or led, a problem of a continuum."""
        led = (problems.c.community == place.id) & (problems.c.continuum == continuum)
        led &= problems.c.accepted_at.is_not(None) & problems.c.institution.is_not(None)
        query = select(problems.c.institution).where(led).distinct().order_by(problems.c.institution)
        return [str(each) for each in self._connection.execute(query).scalars()]

    def counts(self, place: Place) -> tuple[dict[Stage, int], dict[Taken, int]]:
        """How many lessons stand where, and what became of the offers. Two queries."""
        stages = select(lessons.c.stage, func.count()).where(lessons.c.community == place.id).group_by(lessons.c.stage)
        here = lesson_offers.c.community == place.id
        taken = select(lesson_offers.c.standing, func.count()).where(here).group_by(lesson_offers.c.standing)
        return (
            {Stage(name): number for name, number in self._connection.execute(stages)},
            {Taken(name): number for name, number in self._connection.execute(taken)},
        )

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another: what is theirs is called by the other id."""
        for column in (lessons.c.author, lessons.c.drafted_by):
            here = (lessons.c.community == place.id) & (column == old)
            self._connection.execute(update(lessons).where(here).values({column.name: new}))

    def _in(self, place: Place) -> Select[tuple[object, ...]]:
        return select(lessons).where(lessons.c.community == place.id)

    def _one(self, query: Select[tuple[object, ...]]) -> Lesson | None:
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _lesson(row)

    def _all(self, query: Select[tuple[object, ...]]) -> list[Lesson]:
        return [_lesson(row) for row in self._connection.execute(query)]

    def _offers(self, query: Select[tuple[object, ...]]) -> list[Offer]:
        return [_offer(row) for row in self._connection.execute(query)]


def _where(lesson: Lesson) -> Record:
    return {"workspace": lesson.workspace, "community": lesson.community, "lesson": lesson.id}


def _columns(lesson: Lesson) -> Record:
    plain = {name: getattr(lesson, name) for name in _AS_THEY_ARE}
    return plain | {"origin": lesson.origin.value, "stage": lesson.stage.value}


def _lesson(row: Row[tuple[object, ...]]) -> Lesson:
    plain = {name: getattr(row, name) for name in _AS_THEY_ARE}
    return Lesson(id=row.id, origin=Origin(row.origin), stage=Stage(row.stage), **plain)


def _wording(row: Row[tuple[object, ...]]) -> Wording:
    facet = Facet(row.facet)
    return Wording(id=row.id, lesson=row.lesson, facet=facet, body=row.body, at=row.at, redacted=row.redacted)


def _step(row: Row[tuple[object, ...]]) -> LessonStep:
    names = ("id", "lesson", "at", "actor", "before", "after", "institution", "words")
    plain = {name: getattr(row, name) for name in names}
    return LessonStep(did=Did(row.did), details=tuple(row.details), **plain)


def _offer(row: Row[tuple[object, ...]]) -> Offer:
    return Offer(standing=Taken(row.standing), **{name: getattr(row, name) for name in _OF_AN_OFFER})
