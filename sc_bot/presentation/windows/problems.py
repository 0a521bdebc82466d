"""The windows about one problem: say why, choose where, write to each other, see everything."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.access import Access
from sc_bot.domain.community import Community
from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing
from sc_bot.domain.views import Choice, ProblemView
from sc_bot.presentation import reorganising, vocabulary
from sc_bot.presentation.blocks import LONGEST_SECTION, actions, button, shortened
from sc_bot.presentation.card_buttons import all_buttons
from sc_bot.presentation.history import pages, whole
from sc_bot.presentation.lists import from_the_ground
from sc_bot.presentation.windows.access import LONGEST, after_fields, measure_fields
from sc_bot.presentation.windows.parts import (
    WindowJson,
    asks,
    long_text,
    one_of,
    paragraph,
    short_text,
    window,
)
from sc_bot.presentation.words import Words

LONGEST_TITLE = 80


def return_window(words: Words, reference: str, community: Community) -> WindowJson:
    """Why it is sent back, and who should have it."""
    blocks: list[Block] = [
        asks("reason", words.t("Why?"), long_text(), hint=words.t("The author reads it.")),
        asks(
            "institution",
            words.t("Who should have it?"),
            one_of(_institutions(words, community)),
            optional=True,
            hint=words.t(
                "If you leave it empty, the facilitator looks. You owe the answer until another institution accepts."
            ),
        ),
    ]
    return _window(words, "problem.return", reference, words.t("Return"), blocks)


def institution_window(words: Words, verb: Verb, reference: str, community: Community) -> WindowJson:
    """Choose an institution: the author, the facilitator (with a reason), or the support committee (which owes one)."""
    blocks: list[Block] = [asks("institution", words.t("Institution"), one_of(_institutions(words, community)))]
    if verb is Verb.REROUTE:
        blocks.append(asks("reason", words.t("Why?"), long_text(), optional=True))
    if verb is Verb.ASSIGN:
        blocks.append(
            asks(
                "reason",
                words.t("Why?"),
                long_text(),
                hint=words.t("The author and the institutions read it."),
            )
        )
    return _window(words, f"problem.{verb.value}", reference, words.t("Send"), blocks)


def close_window(
    words: Words, reference: str, closings: list[Closing], access: Access | None = None, *, unsolvable: bool = False
) -> WindowJson:
    """How it ends, and why; and how hard it is to get care now, where that was measured before; of what was perceived as unsolvable, whether it still is."""
    choices = [Choice(each.value, vocabulary.closing_choice(words, each)) for each in closings]
    blocks: list[Block] = [
        asks("closing", words.t("How does it end?"), one_of(choices)),
        asks(
            "reason",
            words.t("Why, or what changed?"),
            long_text(),
            optional=True,
            hint=words.t(
                "The author reads it. Say why if there is no solution, or where it was sent if it is out of mandate."
            ),
        ),
        asks(
            "duplicate_of", words.t("Same as which problem? ONC-42, for example"), short_text(longest=20), optional=True
        ),
        *after_fields(words, access),
        asks("sort", words.t("What does it do to the work?"), one_of(reorganising.choices(words)), optional=True),
        asks(
            "time_freed",
            words.t("Time freed, in hours a week"),
            short_text(longest=LONGEST),
            optional=True,
            hint=words.t("A number: 2, or 2.5. It is summed for the whole community, never compared."),
        ),
    ]
    if unsolvable:
        blocks.append(_still(words))
    return _window(words, "problem.close", reference, words.t("Close it"), blocks)


def _still(words: Words) -> Block:
    """Asked again at the end; the first perception stays as it was."""
    choices = [Choice("yes", words.t("Yes, still")), Choice("no", words.t("No longer"))]
    return asks("still", words.t("Is it still perceived as unsolvable?"), one_of(choices), optional=True)


def text_window(words: Words, verb: Verb, reference: str) -> WindowJson:
    """One text to write."""
    field, label, hint = _asked(words, verb)
    element = short_text(longest=LONGEST_TITLE) if verb is Verb.TITLE else long_text()
    optional = verb is Verb.REDACT
    blocks: list[Block] = [asks(field, label, element, hint=hint, optional=optional)]
    if verb is Verb.ADD_DETAILS:
        blocks = [asks(field, label, element, hint=hint, optional=True), *measure_fields(words)]
    return _window(words, f"problem.{verb.value}", reference, words.t("Send"), blocks)


def answer_window(words: Words, view: ProblemView) -> WindowJson:
    """The author's answer, under the question."""
    questions = [step.text for step in view.steps if step.kind is Happened.ASKED and step.text]
    field, label, hint = _asked(words, Verb.ANSWER)
    blocks: list[Block] = [
        *(paragraph(words.quoted(shortened(each, LONGEST_SECTION - 100))) for each in questions[-1:]),
        asks(field, label, long_text(), hint=hint),
    ]
    return _window(words, "problem.answer", view.reference, words.t("Send"), blocks)


def update_window(words: Words, reference: str) -> WindowJson:
    """News, and who reads it: said on the choice itself."""
    readers = [
        Choice("author", words.t("The author and those who work on it")),
        Choice("internal", words.t("Only those who work on it")),
    ]
    blocks: list[Block] = [
        asks("note", words.t("What is new?"), long_text()),
        asks("readers", words.t("Who reads it?"), one_of(readers, "author")),
    ]
    return _window(words, "problem.update", reference, words.t("Send"), blocks)


def see_window(words: Words, view: ProblemView, page: int = 0) -> WindowJson:
    """Everything that this reader may see, a page at a time, and what they can do; beyond the last page, the last."""
    every = pages(whole(words, view))
    number = min(max(page, 0), len(every) - 1)
    row = [
        *([button(words.t("Previous page"), "problem.turn_back", f"{view.reference} {number - 1}")] if number else []),
        *(
            [button(words.t("Next page"), "problem.turn", f"{view.reference} {number + 1}")]
            if every[number + 1 :]
            else []
        ),
    ]
    said = [paragraph(each) for each in every[number]]
    blocks: list[Block] = [*said, *actions(row), *all_buttons(words, view), *from_the_ground(words, view)]
    return window("problem.see", view.reference, None, words.t("Close the window"), blocks, view.reference)


def _asked(words: Words, verb: Verb) -> tuple[str, str, str]:
    """The field, its label and its hint."""
    match verb:
        case Verb.ASK:
            return (
                "question",
                words.t("Your question to the author"),
                words.t("It reaches them through the bot; you do not learn their name."),
            )
        case Verb.TITLE:
            return (
                "title",
                words.t("A neutral title"),
                words.t("The whole community sees it: name nobody, blame nobody."),
            )
        case Verb.REDACT:
            return (
                "words",
                words.t("Which words identify somebody?"),
                words.t("They are removed everywhere and kept nowhere. Numbers that are recognised go by themselves."),
            )
        case _:
            return _asked_of_author(words, verb)


def _asked_of_author(words: Words, verb: Verb) -> tuple[str, str, str]:
    """The same for what an author writes."""
    match verb:
        case Verb.ADD_DETAILS:
            return (
                "details",
                words.t("What would you add?"),
                words.t("Your first text stays as it is. Please write nothing that identifies a patient."),
            )
        case Verb.ANSWER:
            return (
                "answer",
                words.t("Your answer"),
                words.t("It is passed on without your name, unless you chose to show it."),
            )
        case Verb.ESCALATE:
            return (
                "reason",
                words.t("Why should somebody else look at it?"),
                words.t("The facilitator reads it, and those who work on it. Your name is not passed on."),
            )
        case Verb.QUOTE:
            return (
                "quote",
                words.t("What changed, in a sentence or two?"),
                words.t(
                    "The general managers may read it in their digest, between quotation marks, without your name."
                ),
            )
        case _:
            raise LookupError(verb)


def _institutions(words: Words, community: Community) -> list[Choice]:
    return [Choice(each.id, words.name(each.name)) for each in community.institutions]


def _window(words: Words, callback: str, reference: str, submit: str, blocks: list[Block]) -> WindowJson:
    return window(callback, reference, submit, words.t("Cancel"), blocks, reference)
