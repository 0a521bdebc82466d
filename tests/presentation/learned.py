"""Lessons on every screen: whole, in a list, in their channel, in a list of the morning; answers and windows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sc_bot.domain.common_answers import LessonKept, LessonOvertaken
from sc_bot.domain.lesson_lines import LessonAcross, LessonAsks, LessonLine, LessonNews, LessonTally
from sc_bot.domain.lesson_rights import ANSWERS, FOLLOW_UPS, LessonAct
from sc_bot.domain.lesson_views import LessonPage, LessonStepView, LessonView, OfferView
from sc_bot.domain.lessons import OF_A_LESSON, OF_A_PRACTICE, Did, Origin, Stage, Taken
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation import lesson_answers, lessons
from sc_bot.presentation.blocks import bold, message
from sc_bot.presentation.windows import lessons as windows
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.windows.promises import DueDraft
from tests.presentation.promised import dues
from tests.presentation.samples import GROUP, HOSPITAL, NOW, ONCOLOGY, REFERENCE, SAID, WHO, ZONE, region, words

LESSON, DAY = "L-3", date(2026, 12, 4)
OF_WORK = tuple(each for each in LessonAct if each not in {*ANSWERS, *FOLLOW_UPS})
WITH_A_FIELD = (
    LessonAct.SEND_BACK,
    LessonAct.ADAPT,
    LessonAct.DECLINE,
    LessonAct.GIVE_UP,
    LessonAct.IN_PLACE,
    LessonAct.REDACT,
)


def lesson(language: str, said: str = SAID, **changes: object) -> LessonView:
    """A published lesson as somebody sees it to whom it is offered, unless `changes` say otherwise."""
    usual = LessonView(
        reader=Reader(language=language, timezone=ZONE),
        reference=LESSON,
        origin=Origin.SOLVED,
        stage=Stage.PUBLISHED,
        continuum=ONCOLOGY,
        institution=HOSPITAL,
        source=REFERENCE,
        words=dict.fromkeys(OF_A_LESSON, said),
        first=dict.fromkeys(OF_A_LESSON[:1], f"{said} {said}"),
        author=None,
        offers=tuple(OfferView(institution=GROUP, standing=each, next_on=DAY) for each in Taken),
        steps=tuple(LessonStepView(did=each, at=NOW, institution=GROUP, text=said) for each in Did),
        acts=ANSWERS,
        answers_for="GTV",
        answers_for_name=GROUP,
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def practice(language: str, said: str = SAID, **changes: object) -> LessonView:
    """A good practice, just reported."""
    plain: dict[str, object] = {
        "source": None,
        "institution": None,
        "offers": (),
        "first": {},
        "steps": (),
        "origin": Origin.PRACTICE,
    }
    of: dict[str, object] = {"stage": Stage.NOTED, "words": dict.fromkeys(OF_A_PRACTICE, said), "acts": OF_WORK[:3]}
    return lesson(language, said, **{**plain, **of, **changes})


def lines() -> tuple[LessonLine, ...]:
    """A line of each kind."""
    first = LessonLine(asks=LessonAsks.TELL, reference=LESSON, source=REFERENCE, continuum=ONCOLOGY)
    return tuple(replace(first, asks=each, institution=GROUP) for each in LessonAsks)


def news() -> LessonNews:
    """Something offered, something adopted."""
    return LessonNews(offered=lines()[:1], adopted=lines()[:2])


def tally() -> LessonTally:
    """Some figures."""
    return LessonTally(waiting=2, published=3, offers=dict.fromkeys(Taken, 2), across=across())


def across() -> tuple[LessonAcross, ...]:
    """One that several answered, many in the same way; one that was offered to nobody."""
    at = {Taken.ADOPTED: (GROUP,), Taken.OFFERED: (GROUP,) * 5}
    return LessonAcross(reference=LESSON, continuum=ONCOLOGY, at=at), LessonAcross(reference=LESSON)


def lesson_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """Every message about lessons."""
    to = words(language)
    for stage in Stage:
        yield f"lesson, {stage}", lessons.whole(to, lesson(language, said, stage=stage, acts=OF_WORK))
    for origin in Origin:
        yield f"lesson, from {origin}", lessons.whole(to, lesson(language, said, origin=origin, source=None))
    for act in LessonAct:
        yield f"lesson, {act}", lessons.whole(to, lesson(language, said, acts=(act,), author=WHO))
    yield "lesson, a good practice", lessons.whole(to, practice(language, said))
    yield from _lists(language, said)
    yield "lesson headline", lessons.headline(lesson(language, said))
    yield "lesson headline, thanks", lessons.headline(lesson(language, said, author=WHO))
    yield "lesson headline, withheld", lessons.withheld(lesson(language).reader, LESSON)
    for did in (Did.DRAFTED, Did.PUBLISHED, Did.ADOPTED, Did.ADAPTED):
        step = LessonStepView(did=did, at=NOW, institution=GROUP if did is Did.ADOPTED else HOSPITAL, text=said)
        seen = lesson(language, said, acts=(LessonAct.SHOW_NAME,))
        yield f"lesson told, {did}", lessons.told(seen, step)
    similar = lessons.like(to, [(LESSON, said)])
    assert similar is not None
    yield "lesson like a report", similar
    yield from _answers(language)


def _lists(language: str, said: str) -> Iterator[tuple[str, Message]]:
    to, reader = words(language), lesson(language).reader
    both = (lesson(language, said), practice(language, said))
    yield "lessons", lessons.listing(to, LessonPage(reader=reader, lessons=both, count=9, skipped=4))
    yield "lessons, sought", lessons.listing(to, LessonPage(reader=reader, lessons=both, count=2, sought=said))
    yield "lessons, none", lessons.listing(to, LessonPage(reader=reader, lessons=(), count=0))
    yield "lessons, not found", lessons.listing(to, LessonPage(reader=reader, lessons=(), count=0, sought=said))
    told, blocks = lesson_answers.in_morning(to, lines())
    yield "lessons in a morning", message(told, blocks)
    for name, line in (("news", lesson_answers.news_line(to, news())), *_named(to, news())):
        yield f"lessons, {name}", message([line], [bold(line)])


def _named(to: object, seen: LessonNews) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lesson_answers.news_lines(to, seen)):  # type: ignore[arg-type] # the words
        yield f"news {number}", line


def _answers(language: str) -> Iterator[tuple[str, Message]]:
    to, community = words(language), region()
    reach = (("GTV", "named", ""), ("HSF", "leads", "ONC"), *[("PCO", "routing", "ONC")] * 8)
    for did in Did:
        if did not in {Did.ASKED, Did.VALIDATED, Did.EVALUATED}:
            kept = LessonKept(lesson=1, reference=LESSON, community=1, did=did, day=str(DAY), reach=reach)
            yield f"lesson kept, {did}", lesson_answers.kept(to, kept, community)
        late = LessonOvertaken(lesson=1, reference=LESSON, community=1, by="HSF-MD", at=NOW, did=did)
        yield f"lesson overtaken, {did}", lesson_answers.overtaken(to, late, community)
    kept = LessonKept(lesson=1, reference=LESSON, community=1, did=Did.PUBLISHED, in_channel=True)
    yield "lesson kept, in channel", lesson_answers.kept(to, kept, community)
    late = LessonOvertaken(lesson=1, reference=LESSON, community=1, by=None, at=NOW, did=Did.DRAFTED)
    yield "lesson overtaken, by somebody", lesson_answers.overtaken(to, late, community)


def lesson_windows(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    """Every window about lessons."""
    to, community, seen = words(language), region(), lesson(language, said)
    yield "bravo", windows.practice_window(to, said)
    yield "bravo, empty", windows.practice_window(to)
    for name, view in (
        ("missing", seen),
        ("new", replace(seen, steps=(), words={})),
        ("from practice", practice(language, said)),
    ):
        for act in (LessonAct.DRAFT, LessonAct.CORRECT):
            yield f"lesson {act}, {name}", windows.draft_window(to, view, act)
    yield "lesson offer", windows.offer_window(to, seen, community)
    for act in WITH_A_FIELD:
        yield f"lesson {act}", windows.text_window(to, seen, act)
    for name, due in (*dues(), ("new", DueDraft())):
        yield f"lesson later, {name}", windows.later_window(to, f"{LESSON} GTV", LessonAct.LATER, due)
