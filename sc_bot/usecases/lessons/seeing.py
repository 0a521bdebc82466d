"""Lessons as a reader sees them: one whole, a list with a search, what waits for an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sc_bot.domain.accesses import Screen
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.community import Community, Localised, Person
from sc_bot.domain.lesson_rights import OF_AN_OFFER, LessonAct, may, may_read, offer_acts, own_offers
from sc_bot.domain.lesson_views import A_PAGE, LessonPage, LessonStepView, LessonView, OfferView
from sc_bot.domain.lessons import TO_ANSWER, Facet, Lesson, LessonStep, Offer, Wording
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.searching import sought_words, start_of, stems
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_of_reading
from sc_bot.usecases.lessons.case import LessonCase, open_lesson
from sc_bot.usecases.lessons.taking import open_offer
from sc_bot.usecases.showing import reader_of

MOST = 500  # lessons of a community that a list looks at, the newest first


@dataclass(frozen=True, slots=True)
class LessonSeen:
    """A lesson for somebody about to act on it, and their community."""

    view: LessonView
    community: Community


def see_lesson(database: Database, asked: Asked, reference: str) -> LessonView:
    """One lesson, whole.

    Raises:
        Refused: UNKNOWN_LESSON.
    """
    with database.reading() as uow:
        return view_of_lesson(open_lesson(uow, asked, reference, to_change=False))


def see_lesson_to(database: Database, asked: Asked, value: str, act: LessonAct) -> LessonSeen:
    """The same for somebody about to do something that takes words; `value` names the institution behind it.

    Raises:
        Refused: UNKNOWN_LESSON or LESSON_NOT_YOURS.
    """
    with database.reading() as uow:
        if act in OF_AN_OFFER:
            case, offer = open_offer(uow, asked, value, to_change=False)
            able = act in offer_acts(offer)
        else:
            case = open_lesson(uow, asked, value, to_change=False)
            able = case.may(act)
        if not able:
            raise Refused(Why.LESSON_NOT_YOURS, details=(case.lesson.reference,))
        view = view_of_lesson(case)
        if act in OF_AN_OFFER:  # somebody may act for several: the one whose button was pressed
            view = replace(view, answers_for=value.partition(" ")[2])
        return LessonSeen(view, case.community)


def view_of_lesson(case: LessonCase) -> LessonView:
    """One lesson for whoever looks, with its history."""
    view = LessonsLooking.of(case.uow, case.place, case.person, [case.lesson], steps=True).at(case.lesson)
    if view.author and not case.lesson.name_shown and case.lesson.author != case.person.id:
        case.uow.accesses.note(case.place, case.person.id, case.lesson.reference, Screen.LESSON, case.now)
    return view


@dataclass(frozen=True, slots=True)
class LessonsLooking:
    """Several lessons for one reader, read together: four queries, however many."""

    place: Place
    person: Person
    problems: Mapping[int, Problem]
    words: Sequence[Wording]
    offers: Sequence[Offer]
    steps: Sequence[LessonStep] = ()
    author_names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, uow: UnitOfWork, place: Place, person: Person, lessons: Sequence[Lesson], *, steps: bool = False
    ) -> "LessonsLooking":
        """Read what is shown of them."""
        ids = [each.id for each in lessons]
        about = sorted({each.problem for each in lessons if each.problem is not None})
        problems = {each.id: each for each in uow.problems.several(about)} if about else {}
        authors = sorted({each.author for each in lessons if each.author})
        met = (uow.communities.person(place.id, each) for each in authors) if steps else ()
        names = {each.id: each.name for each in met if each is not None}
        told = uow.lessons.steps(ids) if steps else ()
        return cls(place, person, problems, uow.lessons.words(ids), uow.lessons.offers(ids), told, names)

    def may_read(self, lesson: Lesson) -> bool:
        """Whether the reader may know of it."""
        return may_read(self.person, lesson, self._problem(lesson), self.place.community)

    def at(self, lesson: Lesson) -> LessonView:
        """One of them."""
        community, offers = self.place.community, [each for each in self.offers if each.lesson == lesson.id]
        own = [each for each in own_offers(self.person, offers, community) if offer_acts(each)][:1]
        newest, first = self._words(lesson)
        continuum = community.continuum(lesson.continuum) if lesson.continuum else None
        return LessonView(
            reader=reader_of(self.place, self.person),
            reference=lesson.reference,
            origin=lesson.origin,
            stage=lesson.stage,
            continuum=continuum.name if continuum else None,
            institution=self._name(lesson.institution) if self._sees_lead(lesson) else None,
            source=self._source(lesson),
            words=newest,
            first={facet: body for facet, body in first.items() if newest[facet] != body},
            author=self._author(lesson),
            offers=tuple(self._offer(each) for each in offers),
            steps=tuple(self._step(each) for each in self.steps if each.lesson == lesson.id),
            acts=(*(act for each in own for act in offer_acts(each)), *self._acts(lesson)),
            answers_for=own[0].institution if own else None,
            answers_for_name=self._name(own[0].institution) if own else None,
        )

    def waits_for_reader(self, lesson: Lesson) -> bool:
        """Whether an institution for which the reader acts has not answered."""
        offers = [each for each in self.offers if each.lesson == lesson.id]
        mine = own_offers(self.person, offers, self.place.community)
        return any(each.standing in TO_ANSWER for each in mine)

    def _problem(self, lesson: Lesson) -> Problem | None:
        return self.problems.get(lesson.problem) if lesson.problem else None

    def _acts(self, lesson: Lesson) -> list[LessonAct]:
        problem = self._problem(lesson)
        return [each for each in LessonAct if may(self.person, each, lesson, problem, self.place.community)]

    def _words(self, lesson: Lesson) -> tuple[dict[Facet, str], dict[Facet, str]]:
        """The newest and the first of each facet."""
        mine = [each for each in self.words if each.lesson == lesson.id and each.facet is not Facet.REASON]
        return {each.facet: each.body for each in mine}, {each.facet: each.body for each in reversed(mine)}

    def _author(self, lesson: Lesson) -> str | None:
        """Their name, where they show it; the facilitator knows it."""
        if not (lesson.name_shown or facilitates(self.person, self.place.community)):
            return None
        return self.author_names.get(lesson.author or "") or None

    def _sees_lead(self, lesson: Lesson) -> bool:
        problem = self._problem(lesson)
        return problem is None or sight(self.person, problem, self.place.community).lead

    def _source(self, lesson: Lesson) -> str | None:
        problem = self._problem(lesson)
        if problem is None or not sight(self.person, problem, self.place.community).exists:
            return None
        return problem.reference

    def _offer(self, offer: Offer) -> OfferView:
        name = self._name(offer.institution) or Localised(offer.institution, offer.institution)
        return OfferView(institution=name, standing=offer.standing, next_on=offer.next_on)

    def _step(self, step: LessonStep) -> LessonStepView:
        text = next((each.body for each in self.words if each.id == step.words), None)
        name = self._name(step.institution)
        return LessonStepView(did=step.did, at=step.at, institution=name, text=text, details=step.details)

    def _name(self, institution: str | None) -> Localised | None:
        known = self.place.community.institution(institution) if institution else None
        return known.name if known else None


def published_view(uow: UnitOfWork, lesson: int, now: datetime) -> LessonView | None:
    """A published lesson for everybody in its channel; None where it may not be told."""
    found = uow.lessons.by_id(lesson)
    place = uow.communities.get(found.community).at(now)
    settings = place.community.settings
    anybody = Person(id="", name="", roles=(), language=settings.language, timezone=settings.timezone)
    looking = LessonsLooking.of(uow, place, anybody, [found], steps=True)
    return looking.at(found) if found.is_published and looking.may_read(found) else None


def told_view(
    uow: UnitOfWork, workspace: str, slack_id: str, lesson: int, step: int, now: datetime
) -> tuple[LessonView, LessonStepView] | None:
    """A lesson and one step of it, for the one whose it is."""
    found = uow.lessons.by_id(lesson)
    members = uow.communities.members(workspace, slack_id)
    member = next((each for each in members if each.place.id == found.community), None)
    if member is None or member.person.id != found.author:
        return None
    looking = LessonsLooking.of(uow, member.place.at(now), member.person, [found], steps=True)
    view = looking.at(found)
    told = next((shown for shown, each in zip(view.steps, looking.steps, strict=True) if each.id == step), None)
    return (view, told) if told else None


def list_lessons(database: Database, asked: Asked, sought: str = "", skipped: int = 0) -> LessonPage:
    """A page of what somebody may read: what waits for them first, then the newest; `sought`: words, a continuum.

    Raises:
        Refused: NO_COMMUNITY.
    """
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
        if member is None:
            raise Refused(Why.NO_COMMUNITY)
        place, person = member.place, member.person
        every = [*uow.lessons.unfinished(place, MOST), *uow.lessons.published([place.id], MOST)]
        looking = LessonsLooking.of(uow, place, person, every)
        found = [each for each in every if looking.may_read(each) and _is_sought(looking.at(each), sought)]
        found.sort(key=lambda each: not looking.waits_for_reader(each))
        first = skipped if 0 <= skipped < len(found) else 0
        shown = tuple(looking.at(each) for each in found[first : first + A_PAGE])
        reader = reader_of(place, person)
        return LessonPage(reader=reader, lessons=shown, count=len(found), skipped=first, sought=sought)


def _is_sought(view: LessonView, sought: str) -> bool:
    """Whether every word that is looked for begins a word of the lesson, its continuum or its reference."""
    wanted = sought_words(sought)
    if not wanted:
        return True
    names = (f"{view.continuum.fr} {view.continuum.en}" if view.continuum else "", view.reference)
    there = set(stems(" ".join((*view.words.values(), *names))))
    return all(any(each.startswith(start_of(word)) or each == word for each in there) for word in wanted)
