"""Lessons on the screen: one whole, a list, the message in their channel, what is told to whose it is."""

from collections.abc import Iterable, Sequence
from datetime import date

from slack_sdk.models.blocks import Block, InteractiveElement, Option, OverflowMenuElement, PlainTextObject

from sc_bot.domain.lesson_rights import OF_AN_OFFER, LessonAct
from sc_bot.domain.lesson_views import A_PAGE, LessonPage, LessonStepView, LessonView
from sc_bot.domain.lessons import OF_A_LESSON, OF_A_PRACTICE, Did, Facet, Taken
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation import lesson_words
from sc_bot.presentation.blocks import (
    actions,
    beside,
    bold,
    button,
    confirmed,
    grey,
    message,
    on_one_line,
    plain,
    shortened,
)
from sc_bot.presentation.card_lines import present
from sc_bot.presentation.words import Words

IN_CHANNEL, IN_A_LIST = 250, 150  # characters of a facet
MOST_STEPS = 12  # of a history; the newest
BUTTONS = 4
_IMMEDIATE = (LessonAct.ADOPT, LessonAct.VALIDATE, LessonAct.DRAFT, LessonAct.IN_PLACE)


def whole(words: Words, view: LessonView) -> Message:
    """One lesson in full, with what its reader can do."""
    head = " · ".join(_head(words, view))
    said = [_facet(words, view, each) for each in (*OF_A_LESSON, *OF_A_PRACTICE) if view.words.get(each)]
    about = " ".join(present(_from(words, view), _credit(words, view)))
    taken = _taken(words, view)
    earlier = [_earlier(words, each, body) for each, body in view.first.items()]
    history = [step_line(words, each) for each in view.steps[-MOST_STEPS:]]
    small = present(about, *earlier, *history)
    blocks = [bold(head), *map(plain, said), *([plain("\n".join(taken))] if taken else []), *_small(small)]
    return message([head, *said, *taken, *small], [*blocks, *actions(_buttons(words, view))])


def _small(lines: Sequence[str]) -> list[Block]:
    return [grey("\n".join(lines))] if lines else []


def _head(words: Words, view: LessonView) -> list[str]:
    continuum = words.name(view.continuum) if view.continuum else ""
    return present(view.reference, lesson_words.stage(words, view.stage), continuum)


def _facet(words: Words, view: LessonView, facet: Facet) -> str:
    return words.t("{facet}: {said}", facet=lesson_words.facet(words, facet), said=view.words[facet])


def _earlier(words: Words, facet: Facet, body: str) -> str:
    name = lesson_words.facet(words, facet)
    return words.t("{facet}, as first written: {said}", facet=name, said=words.quoted(shortened(on_one_line(body))))


def _from(words: Words, view: LessonView) -> str:
    """Where it comes from; its problem for those who may know of it."""
    what = lesson_words.origin(words, view.origin)
    if view.source and view.institution:
        facts = {"origin": what, "reference": view.source, "institution": words.name(view.institution)}
        return words.t("From {origin}: {reference}, {institution}.", **facts)
    return words.t("From {origin}.", origin=what)


def _credit(words: Words, view: LessonView) -> str:
    return words.t("Thanks to {person}.", person=view.author) if view.author else ""


def _taken(words: Words, view: LessonView) -> list[str]:
    """What became of it, a line for each answer: institutions in the order in which it was offered."""
    lines = []
    for standing in Taken:
        names = [
            _where(words, each.institution.in_(words.language.value), standing, each.next_on)
            for each in view.offers
            if each.standing is standing
        ]
        if names:
            said = lesson_words.taken(words, standing).capitalize()
            lines.append(words.t("{facet}: {said}", facet=said, said="; ".join(names)))
    return lines


def _where(words: Words, institution: str, standing: Taken, day: date | None) -> str:
    if day is None or standing not in {Taken.LATER, Taken.ADOPTED, Taken.ADAPTED}:
        return institution
    return words.t("{institution} (asked again on {day})", institution=institution, day=words.day(day))


def step_line(words: Words, step: LessonStepView) -> str:
    """One step: the day, what, where, why; nobody is named."""
    facts = present(
        words.short_date(words.today(step.at)),
        lesson_words.did(words, step.did),
        words.name(step.institution) if step.institution else "",
    )
    line = " · ".join(facts)
    return f"{line} · {words.quoted(shortened(on_one_line(step.text)))}" if step.text else line


def _buttons(words: Words, view: LessonView) -> list[InteractiveElement]:
    """Four at most; what finds no place stands in the menu."""
    if len(view.acts) <= BUTTONS:
        return [_button(words, view, each) for each in view.acts]
    first, rest = view.acts[: BUTTONS - 1], view.acts[BUTTONS - 1 :]
    options = [
        Option(text=PlainTextObject(text=lesson_words.act(words, each)), value=f"{_action(each)} {_value(view, each)}")
        for each in rest
    ]
    menu = OverflowMenuElement(action_id="lesson.more", options=options[:5])
    return [*(_button(words, view, each) for each in first), menu]


def _button(words: Words, view: LessonView, act: LessonAct) -> InteractiveElement:
    style = "primary" if act in _IMMEDIATE and act is view.acts[0] else None
    made = button(lesson_words.act(words, act), _action(act), _value(view, act), style=style)
    if act is not LessonAct.SHOW_NAME:
        return made
    text = words.t("Whoever reads this lesson will see your name. It cannot be hidden again.")
    go, stop = words.t("Show my name"), words.t("Cancel")
    return confirmed(made, title=words.t("Show my name?"), text=text, go=go, stop=stop)


def _action(act: LessonAct) -> str:
    return f"lesson.{act.value}"


def _value(view: LessonView, act: LessonAct) -> str:
    return f"{view.reference} {view.answers_for}" if act in OF_AN_OFFER else view.reference


def listing(words: Words, page: LessonPage) -> Message:
    """A page of lessons: each a line with its button; then the pages before and after."""
    if not page.lessons:
        return _nothing(words, page)
    head = words.n("{n} lesson", "{n} lessons", page.count)
    if page.sought:
        head = words.t("{lessons} with {said}", lessons=head, said=words.quoted(shortened(page.sought, 60)))
    lines = [line(words, each) for each in page.lessons]
    see = words.t("See it")
    rows: list[Block] = [
        beside(plain(said), button(see, "lesson.see", each.reference))
        for said, each in zip(lines, page.lessons, strict=True)
    ]
    hint = words.t("To find some: /sc lessons and words or a continuum. To report what works: /sc bravo")
    return message([head, *lines, hint], [bold(head), *rows, grey(hint), *actions(_turning(words, page))])


def line(words: Words, view: LessonView) -> str:
    """One lesson, one line."""
    said = shortened(on_one_line(view.title), IN_A_LIST)
    head = " · ".join(_head(words, view))
    return words.t("{facet}: {said}", facet=head, said=said) if said else head


def _turning(words: Words, page: LessonPage) -> list[InteractiveElement]:
    row: list[InteractiveElement] = []
    shown = len(page.lessons)
    if page.skipped:
        before = f"{max(0, page.skipped - A_PAGE)} {page.sought}"
        row.append(button(words.t("Previous page"), "lesson.page_back", shortened(before, LONGEST_VALUE)))
    if page.skipped + shown < page.count:
        after = f"{page.skipped + shown} {page.sought}"
        row.append(button(words.t("Next page"), "lesson.page", shortened(after, LONGEST_VALUE)))
    return row


LONGEST_VALUE = 200  # characters that a button carries


def _nothing(words: Words, page: LessonPage) -> Message:
    head = words.t("No lesson yet. They come from what is solved, and from what works.")
    if page.sought:
        head = words.t("No lesson found with {said}.", said=words.quoted(shortened(page.sought, 60)))
    hint = words.t("All of them: /sc lessons. To report what works: /sc bravo")
    return message([head, hint], [bold(head), grey(hint)])


def headline(view: LessonView) -> Message:
    """The message in the channel of lessons: five lines, without the name of anybody who does not show it."""
    words = Words.of(view.reader)
    head = words.t("{reference} · a lesson to share", reference=view.reference)
    if view.author:
        head = words.t("{reference} · a lesson, thanks to {person}", reference=view.reference, person=view.author)
    said = [
        words.t(
            "{facet}: {said}",
            facet=lesson_words.facet(words, each),
            said=shortened(on_one_line(view.words.get(each, "")), IN_CHANNEL),
        )
        for each in OF_A_LESSON
    ]
    see = button(words.t("See it"), "lesson.see", view.reference)
    return message([head, *said], [bold(head), plain("\n".join(said)), *actions([see])])


def withheld(reader: Reader, reference: str) -> Message:
    """What is left of a lesson that may no longer be told."""
    words = Words.of(reader)
    said = words.t("{reference} is no longer shown here.", reference=reference)
    return message([said], [grey(said)])


def told(view: LessonView, step: LessonStepView) -> Message:
    """What becomes of it, for the one whose it is; not a word of it: somebody may look over their shoulder."""
    words = Words.of(view.reader)
    lines = present(_news(words, view, step), words.t("It began with you: thank you."))
    acts = [each for each in view.acts if each is LessonAct.SHOW_NAME]
    see = button(words.t("See it"), "lesson.see", view.reference)
    row = [see, *(_button(words, view, each) for each in acts)]
    return message(lines, [bold(lines[0]), *map(plain, lines[1:]), *actions(row)])


def _news(words: Words, view: LessonView, step: LessonStepView) -> str:
    reference = view.reference
    place = words.name(step.institution) if step.institution else ""
    match step.did:
        case Did.ADOPTED:
            return words.t("{reference}: {institution} adopts this lesson.", reference=reference, institution=place)
        case Did.ADAPTED:
            return words.t("{reference}: {institution} adapts this lesson.", reference=reference, institution=place)
        case Did.DRAFTED:
            return words.t("{reference} becomes a lesson; the support committee validates it.", reference=reference)
        case _:
            return words.t("{reference}: the lesson is published.", reference=reference)


def like(words: Words, found: Iterable[tuple[str, str]]) -> Message | None:
    """To somebody who just reported: the lesson that is most like it, one tap away; None without one."""
    first = next(iter(found), None)
    if first is None:
        return None
    reference, change = first
    said = words.quoted(shortened(on_one_line(change), IN_A_LIST))
    told_ = words.t("A lesson like this exists: {reference}, {said}", reference=reference, said=said)
    see = button(words.t("See it"), "lesson.see", reference)
    return message([told_], [beside(plain(told_), see)])
