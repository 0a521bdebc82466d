"""The windows about lessons and good practices."""

from collections.abc import Mapping
from dataclasses import dataclass

from slack_sdk.models.blocks import Block

from sc_bot.domain.community import Community
from sc_bot.domain.lesson_rights import LessonAct
from sc_bot.domain.lesson_views import LessonView
from sc_bot.domain.lessons import Did, Facet
from sc_bot.domain.views import Choice
from sc_bot.presentation import lesson_words
from sc_bot.presentation.blocks import on_one_line, shortened
from sc_bot.presentation.windows.parts import (
    WindowJson,
    asks,
    long_text,
    paragraph,
    several_of,
    short_text,
    ticks,
    window,
)
from sc_bot.presentation.windows.promises import DueDraft, Wording, due_blocks
from sc_bot.presentation.words import Words

DUE_ACTION = "lesson.due"
"""What the buttons are called that choose one of the dates that words can mean."""
MOST_CHOICES = 100  # Slack's limit


def practice_window(words: Words, what: str = "") -> WindowJson:
    """What works, where, since when; and whether one shows one's name."""
    shows = [Choice("yes", words.t("Show my name with it"))]
    blocks: list[Block] = [
        paragraph(words.t("What works deserves to be known, too. No patient, no name of anybody.")),
        asks("what", words.t("What works?"), long_text(what)),
        asks("where", words.t("Where? Which team, which step"), short_text(), optional=True),
        asks("since", words.t("Since when?"), short_text(), optional=True),
        asks(
            "show_name",
            words.t("Your name"),
            ticks(shows),
            optional=True,
            hint=words.t("Otherwise only the facilitator knows it."),
        ),
    ]
    return window("bravo.report", words.t("What works"), words.t("Send"), words.t("Cancel"), blocks)


def draft_window(words: Words, view: LessonView, act: LessonAct) -> WindowJson:
    """Four short fields, as they stand; above them what was reported, or what is missing."""
    hints = {
        Facet.CONTEXT: words.t("What was it like before, and for whom?"),
        Facet.CHANGE: words.t("What is done otherwise now?"),
        Facet.RESULT: words.t("What does one see that is better?"),
        Facet.CONDITIONS: words.t("What does it take elsewhere, and where would it not work?"),
    }
    said = _said_before(words, view)
    blocks: list[Block] = [
        *([paragraph(said)] if said else []),
        *(
            asks(each.value, lesson_words.facet(words, each), long_text(_begun(view, each)), hint=hint)
            for each, hint in hints.items()
        ),
    ]
    return _window(words, act, view.reference, blocks)


def _begun(view: LessonView, facet: Facet) -> str:
    """What stands there; of a good practice, what was reported."""
    from_practice = {
        Facet.CHANGE: view.words.get(Facet.WHAT, ""),
        Facet.CONTEXT: " ".join(filter(None, (view.words.get(Facet.WHERE), view.words.get(Facet.SINCE)))),
    }
    return view.words.get(facet) or from_practice.get(facet, "")


def _said_before(words: Words, view: LessonView) -> str:
    missing = [each.text for each in view.steps if each.did is Did.SENT_BACK and each.text]
    if missing:
        return words.t("Missing: {said}", said=words.quoted(shortened(on_one_line(missing[-1]))))
    if view.source:
        return words.t("What can others learn from {reference}? A few words each.", reference=view.source)
    return ""


def offer_window(words: Words, view: LessonView, community: Community) -> WindowJson:
    """To whom: institutions by name, or those of a continuum."""
    homes = [Choice(each.id, words.name(each.name)) for each in community.institutions][:MOST_CHOICES]
    continua = [Choice(each.id, words.name(each.name)) for each in community.continua][:MOST_CHOICES]
    blocks: list[Block] = [
        asks("institutions", words.t("To which institutions?"), several_of(homes), optional=True),
        asks(
            "continua",
            words.t("To which care continua?"),
            several_of(continua),
            optional=True,
            hint=words.t("To the institutions that lead their problems or are in their routing."),
        ),
    ]
    return _window(words, LessonAct.OFFER, view.reference, blocks)


@dataclass(frozen=True, slots=True)
class _Field:
    """The one field of a window."""

    name: str
    label: str
    hint: str = ""
    optional: bool = False


def text_window(words: Words, view: LessonView, act: LessonAct) -> WindowJson:
    """One field: what is missing, how, why, what it brought, which words are removed."""
    read = words.t("Whoever reads the lesson reads it.")
    fields: Mapping[LessonAct, _Field] = {
        LessonAct.SEND_BACK: _Field("missing", words.t("What is missing?"), words.t("Whoever wrote it reads it.")),
        LessonAct.ADAPT: _Field("how", words.t("How do you adapt it?"), read),
        LessonAct.DECLINE: _Field("reason", words.t("Why not here?"), read),
        LessonAct.GIVE_UP: _Field("reason", words.t("Why is it given up?"), read),
        LessonAct.IN_PLACE: _Field("result", words.t("What does it bring?"), read, optional=True),
        LessonAct.REDACT: _Field(
            "words",
            words.t("Which words must go?"),
            words.t("Written as they stand there; empty: what the bot recognises."),
            optional=True,
        ),
    }
    field = fields[act]
    blocks: list[Block] = [
        paragraph(shortened(on_one_line(view.title)) or view.reference),
        asks(field.name, field.label, long_text(), optional=field.optional, hint=field.hint),
    ]
    return _window(words, act, _context(view, act), blocks)


def later_window(words: Words, reference: str, act: LessonAct, due: DueDraft) -> WindowJson:
    """When one is asked again; the date is shown before it is saved."""
    go = words.t("Continue") if due.chosen is None else words.t("Save")
    wording = Wording(words.t("When should we ask again?"), words.t("Save"), DUE_ACTION)
    blocks = due_blocks(words, due, wording)
    title = reference.partition(" ")[0]
    return window(f"lesson.{act.value}", title, go, words.t("Cancel"), blocks, due.kept(reference))


def _context(view: LessonView, act: LessonAct) -> str:
    answers = act in {LessonAct.ADAPT, LessonAct.DECLINE, LessonAct.GIVE_UP, LessonAct.IN_PLACE}
    return f"{view.reference} {view.answers_for}" if answers else view.reference


def _window(words: Words, act: LessonAct, context: str, blocks: list[Block]) -> WindowJson:
    title = context.partition(" ")[0]
    return window(f"lesson.{act.value}", title, words.t("Send"), words.t("Cancel"), blocks, context)
