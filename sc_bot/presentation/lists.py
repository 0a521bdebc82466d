"""Lists and help: what `/sc` says."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.views import ProblemView
from sc_bot.ports import Message
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import actions, bold, button, grey, message, plain, shortened
from sc_bot.presentation.card_lines import standing
from sc_bot.presentation.cards import all_buttons
from sc_bot.presentation.history import whole
from sc_bot.presentation.words import Words

MOST_PARAGRAPHS = 45  # Slack takes 50 blocks in a message


def front(words: Words, mine: int, to_answer: int, *, manages: bool) -> Message:
    """`/sc` alone: five buttons for one's role."""
    head = words.t("What would you like to do?")
    counts = [words.n("{n} waits for your answer", "{n} wait for your answer", to_answer)] if to_answer else []
    if mine:
        counts.append(words.n("{n} report from you", "{n} reports from you", mine))
    told = " · ".join(counts)
    row: list[InteractiveElement] = [
        button(words.t("Report a problem"), "problem.report", "report", style="primary"),
        button(words.t("My list"), "problem.list", "list"),
        button(words.t("Help"), "sc.help", "help"),
        button(words.t("Where I work"), "people.place", "place"),
    ]
    row.append(
        button(words.t("People and roles"), "people.manage", "people")
        if manages
        else button(words.t("Confidentiality"), "sc.about", "about")
    )
    return message([head, told], [bold(head), *([grey(told)] if told else []), *actions(row)])


def help_(words: Words) -> Message:
    """What the bot is for, what can be typed, and what it is not."""
    head = words.t("Report what goes wrong between institutions: the person who can change it answers you.")
    lines = [
        words.t("/problem and your text: recorded at once. /problem alone: a window opens."),
        words.t("/sc list: your problems. /sc show ONC-42: one problem, whole."),
        words.t("/sc problem and your text, if /problem belongs to another app."),
        words.t("On a message: ⋯, then “Report a problem”. You may also write to the bot."),
        words.t("Not for emergencies, incident declarations, complaints or disclosures: use your usual channels."),
    ]
    return message([head, *lines], [bold(head), plain("\n".join(lines))])


def unknown(words: Words, typed: str) -> Message:
    """A verb that the bot does not know."""
    head = words.t("Nothing was recorded: {typed} is not something I know.", typed=words.quoted(shortened(typed, 60)))
    hint = words.t("To report a problem: /problem and your text. What can be typed: /sc help")
    return message([head, hint], [plain(head), grey(hint)])


def which(words: Words) -> Message:
    """`/sc show` without a reference."""
    line = words.t("Which one? For example: /sc show ONC-42. For your list: /sc list")
    return message([line], [plain(line)])


def listing(
    words: Words,
    mine: Sequence[ProblemView],
    to_answer: Sequence[ProblemView],
    others: Sequence[ProblemView],
    *,
    more: int = 0,
) -> Message:
    """Three short lists; empty ones are left out, and what does not fit is a number."""
    parts = (
        (words.t("To answer"), to_answer),
        (words.t("My reports"), mine),
        (words.t("In the community"), others),
    )
    blocks: list[Block] = []
    lines: list[str] = []
    for head, views in parts:
        if views:
            told = [line(words, each) for each in views]
            lines += [head, *told]
            blocks += [bold(head), plain("\n".join(told))]
    if not blocks:
        nothing = words.t("Nothing yet. To report a problem: /problem and your text.")
        return message([nothing], [plain(nothing)])
    left_out = [words.n("{n} other is left out.", "{n} others are left out.", more)] if more else []
    hint = " ".join([*left_out, words.t("To read one in full: /sc show and its reference")])
    return message([*lines, hint], [*blocks, grey(hint)])


def line(words: Words, view: ProblemView) -> str:
    """One problem, one line: reference, state, lead, neutral title."""
    title_names_it = not view.title and {*view.concerned} - {view.institution}
    lead = [words.name(view.institution)] if view.institution and not title_names_it else []
    return " · ".join([view.reference, standing(words, view), *lead, vocabulary.neutral_title(words, view)])


def shown(words: Words, view: ProblemView) -> Message:
    """One problem in full, as a message, with what this reader can do."""
    paragraphs = whole(words, view)
    kept = paragraphs[:MOST_PARAGRAPHS]
    return message(paragraphs, [*(plain(each) for each in kept), *all_buttons(words, view)])
