"""What is answered about lessons at once: recorded, offered to whom and why, somebody was faster; and lines of lists."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block

from sc_bot.domain.common_answers import LessonKept, LessonOvertaken
from sc_bot.domain.community import Community, Localised
from sc_bot.domain.lesson_lines import LessonAcross, LessonLine, LessonNews, LessonTally
from sc_bot.domain.lessons import Did, Taken
from sc_bot.ports import Message
from sc_bot.presentation import lesson_words
from sc_bot.presentation.blocks import beside, button, message, plain
from sc_bot.presentation.card_lines import present
from sc_bot.presentation.words import Words

MOST_NAMED = 8  # institutions of one answer, or of one line; the rest is a number
MOST_TOGETHER = 3  # institutions that do the same with one lesson, in its line
MOST_LINES = 4  # about lessons in one list; the rest is under "See all"


def kept(words: Words, answer: LessonKept, community: Community) -> Message:
    """What was recorded, and what comes next."""
    if answer.did == Did.OFFERED:
        return _offered(words, answer, community)
    reference = answer.reference
    first, then = _said(words, answer)
    lines = present(words.t("{reference}: {said}", reference=reference, said=first), then)
    return message(lines, [plain("\n".join(lines))])


def _said(words: Words, answer: LessonKept) -> tuple[str, str]:
    """What happened, and what comes next."""
    day = words.day(date.fromisoformat(answer.day)) if answer.day else ""
    asked = words.t("On {day} the list asks you whether it is in place.", day=day)
    published = words.t("It stands in the list: /sc lessons. The facilitator or the committee can offer it.")
    if answer.in_channel:
        published = words.t("It stands in the channel of lessons and in the list. It can now be offered.")
    validates = words.t("The support committee validates it before anybody else reads it.")
    hear = words.t("The facilitator and the committee read it. You hear if it becomes a lesson, and who adopts it.")
    return {
        Did.NOTED: (words.t("recorded. Thank you, this deserves to be known."), hear),
        Did.DRAFTED: (words.t("the lesson is written."), validates),
        Did.CORRECTED: (words.t("reworded; the earlier words are kept in its history."), ""),
        Did.PASSED: (words.t("recorded, nothing to pass on. You are not asked again."), ""),
        Did.SENT_BACK: (words.t("sent back; whoever wrote it finds it in their list."), ""),
        Did.PUBLISHED: (words.t("validated and published."), published),
        Did.NAME_SHOWN: (words.t("your name stands beside the lesson."), ""),
        Did.REDACTED: (words.t("the words are removed, also where it is published."), ""),
        Did.ADOPTED: (words.t("recorded, you adopt it."), asked),
        Did.ADAPTED: (words.t("recorded, you adapt it."), asked),
        Did.DECLINED: (words.t("recorded, with your reason. Thank you for having looked."), ""),
        Did.LATER: (words.t("recorded. You are asked again on {day}.", day=day), ""),
        Did.NOT_YET: (words.t("recorded. You are asked again on {day}.", day=day), ""),
        Did.IN_PLACE: (words.t("recorded, it is in place. Thank you."), ""),
        Did.GIVEN_UP: (words.t("recorded, with your reason. To know that helps, too."), ""),
    }[Did(answer.did)]


def _offered(words: Words, answer: LessonKept, community: Community) -> Message:
    """To whom, and why each was chosen."""
    head = words.t("{reference} is offered; each director finds it in their list.", reference=answer.reference)
    lines = [_reach(words, *each, community) for each in answer.reach[:MOST_NAMED]]
    left_out = len(answer.reach) - MOST_NAMED
    rest = words.n("{n} other is left out.", "{n} others are left out.", left_out) if left_out > 0 else ""
    told = present(head, *lines, rest)
    return message(told, [plain("\n".join(told))])


def _reach(words: Words, institution: str, why: str, continuum: str, community: Community) -> str:
    home, about = community.institution(institution), community.continuum(continuum)
    name = words.name(home.name) if home else institution
    if about is None:
        return words.t("{institution}: you chose it", institution=name)
    facts = {"institution": name, "continuum": words.name(about.name)}
    if why == "leads":
        return words.t("{institution}: leads problems of {continuum}", **facts)
    return words.t("{institution}: is in the routing of {continuum}", **facts)


def overtaken(words: Words, answer: LessonOvertaken, community: Community) -> Message:
    """Nothing was changed: who acted, when, what it is now."""
    known = community.person(answer.by or "")
    who = known.name if known else words.t("Somebody")
    facts = {"reference": answer.reference, "person": who, "moment": words.moment(answer.at)}
    first = words.t("{reference}: nothing was changed. {person} acted before you ({moment}).", **facts)
    now = words.t("Since then: {what}.", what=lesson_words.did(words, Did(answer.did)))
    return message([first, now], [plain(f"{first}\n{now}")])


def line(words: Words, view: LessonLine) -> str:
    """What is asked about one lesson, without a word of it."""
    about = present(
        view.reference,
        words.name(view.continuum) if view.continuum else "",
        words.t("from {reference}", reference=view.source) if view.source else "",
        words.name(view.institution) if view.institution else "",
    )
    return words.t("{asks}: {what}", asks=lesson_words.asks(words, view.asks), what=", ".join(about))


def in_morning(words: Words, lines: Sequence[LessonLine]) -> tuple[list[str], list[Block]]:
    """The lines of a list, each with its button; a few, the rest is a number."""
    shown = lines[:MOST_LINES]
    told = [line(words, each) for each in shown]
    see = words.t("See it")
    blocks: list[Block] = [
        beside(plain(said), button(see, "lesson.see", each.reference)) for said, each in zip(told, shown, strict=True)
    ]
    left_out = len(lines) - MOST_LINES
    if left_out > 0:
        more = words.n("{n} other about lessons: /sc lessons", "{n} others about lessons: /sc lessons", left_out)
        told, blocks = [*told, more], [*blocks, plain(more)]
    return told, blocks


def news_line(words: Words, news: LessonNews) -> str:
    """What is new, in one line of a digest; nothing, no line."""
    offered, adopted = len(news.offered), len(news.adopted)
    said = present(
        words.n("{n} offered to your institution", "{n} offered to your institution", offered) if offered else "",
        words.n("{n} adopted elsewhere", "{n} adopted elsewhere", adopted) if adopted else "",
    )
    return words.t("Lessons: {figures}.", figures=", ".join(said)) if said else ""


def news_lines(words: Words, news: LessonNews) -> list[str]:
    """The same, lesson by lesson."""
    offered = [words.t("Offered to you: {lesson}", lesson=_named(words, each)) for each in news.offered]
    adopted = [
        words.t(
            "Adopted by {institution}: {lesson}", institution=words.name(each.institution), lesson=_named(words, each)
        )
        for each in news.adopted
        if each.institution is not None
    ]
    return [*offered, *adopted][:MOST_NAMED]


def across_lines(words: Words, lessons: Sequence[LessonAcross]) -> list[str]:
    """The matrix lesson x institution, a line a lesson: on a telephone a table would be cut."""
    return [f"{_named(words, each)} · {_across(words, each)}" for each in lessons]


def _across(words: Words, lesson: LessonAcross) -> str:
    told = [
        words.t("{facet}: {said}", facet=lesson_words.taken(words, taken), said=_some(words, names))
        for taken, names in lesson.at.items()
    ]
    return "; ".join(told) or words.t("offered to nobody yet")


def _some(words: Words, names: Sequence[Localised]) -> str:
    said, left = ", ".join(words.name(each) for each in names[:MOST_TOGETHER]), len(names) - MOST_TOGETHER
    return " ".join(present(said, words.n("(and {n} other)", "(and {n} others)", left) if left > 0 else ""))


def _named(words: Words, view: LessonLine | LessonAcross) -> str:
    return " · ".join(present(view.reference, words.name(view.continuum) if view.continuum else ""))


def on_home(words: Words, tally: LessonTally | None) -> list[Block]:
    """On the Home of those who look after lessons: the figures, and where the newest stand, in one block."""
    if tally is None:
        return []
    offers = [
        words.t("{facet}: {said}", facet=lesson_words.taken(words, each), said=words.number(number))
        for each in Taken
        if (number := tally.offers.get(each))
    ]
    first = words.t(
        "Lessons: {published} published, {waiting} in preparation.",
        published=words.number(tally.published),
        waiting=words.number(tally.waiting),
    )
    said = " ".join(present(first, words.t("Offers: {figures}.", figures="; ".join(offers)) if offers else ""))
    said = "\n".join([said, *across_lines(words, tally.across)])
    return [beside(plain(said), button(words.t("See the lessons"), "lesson.list", "lessons"))]
