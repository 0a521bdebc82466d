"""Lists and help: what `/sc` says."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement

from sc_bot.domain.views import ProblemView
from sc_bot.ports import Message
from sc_bot.presentation import rewording, trying, vocabulary
from sc_bot.presentation.blocks import actions, bold, button, grey, message, on_one_line, plain, shortened
from sc_bot.presentation.card_buttons import all_buttons
from sc_bot.presentation.card_lines import standing
from sc_bot.presentation.history import whole
from sc_bot.presentation.words import Words

LONGEST_STATEMENT = 120  # characters of it in a line
MOST_PARAGRAPHS = 15  # a message is no book: the rest is under "See all"


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
        words.t("/sc list and what you look for: mine, overdue, an institution, a continuum, a state, words."),
        words.t("/sc board: what is open in your institution, one line a problem, to be printed."),
        words.t("/sc commit ONC-42 and what you promise, by when. /sc todo: what you owe."),
        words.t("/sc digest: what is asked of you, and where things stand."),
        words.t("/sc decide ONC-42 and your question, by when. /sc decisions: what you are asked to decide."),
        words.t("/sc joint ONC-42: several institutions change one thing on one day. /sc joint: those that run."),
        words.t("/sc lessons: what others learned, to adopt or adapt. /sc bravo and what works: a good practice."),
        words.t("/sc export: the steering workbook, for those who may have it."),
        words.t("/sc agenda: the next meetings, and a way to add an item. /sc meeting: to lead one."),
        words.t("/sc pulse: how institutions work together, as their people see it; and your own answer."),
        words.t("/sc away Dec 24 - Jan 4 @delegate: who stands in for you, and from when to when."),
        words.t("/sc charter: what the institutions commit to, and who has signed."),
        words.t(
            "/sc community: what it is, and where it stands. /sc health: for the facilitator and general managers."
        ),
        words.t("/sc people: who is who, with which role; for the facilitator."),
        words.t("/sc settings: your language, your quiet hours, the hour of the digest."),
        words.t("/sc privacy: who sees what you write, how long it is kept, and whom to ask."),
        words.t("/sc problem and your text, if /problem belongs to another app."),
        words.t("On a message: ⋯, then “Signaler · Report”. You may also write to the bot."),
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


def which_to_promise(words: Words) -> Message:
    """`/sc commit` without a reference."""
    line = words.t("For which problem? For example: /sc commit ONC-42 send the summary the same day, by Friday")
    return message([line], [plain(line)])


def which_to_decide(words: Words) -> Message:
    """`/sc decide` without a reference."""
    line = words.t("About which problem? For example: /sc decide SM-17 admit without the full file, by December 9")
    return message([line], [plain(line)])


def listing(
    words: Words,
    mine: Sequence[ProblemView],
    to_answer: Sequence[ProblemView],
    others: Sequence[ProblemView],
    *,
    more: int = 0,
    narrowing: Sequence[Block] = (),
) -> Message:
    """Three short lists; empty ones are left out, and what does not fit is a number. `narrowing`: a menu below."""
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
    return message([*lines, hint], [*blocks, grey(hint), *narrowing])


def line(words: Words, view: ProblemView) -> str:
    """One problem, one line: reference, state, lead, neutral title; and the words on which two agreed."""
    said = [words.quoted(shortened(on_one_line(view.statement), LONGEST_STATEMENT))] if view.statement else []
    return " · ".join([view.reference, standing(words, view), *lead_and_title(words, view), *said])


def lead_and_title(words: Words, view: ProblemView) -> list[str]:
    """Who has it, unless the title names them, and the neutral title."""
    title_names_it = not view.title and {*view.concerned} - {view.institution}
    lead = [words.name(view.institution)] if view.institution and not title_names_it else []
    return [*lead, vocabulary.neutral_title(words, view)]


def shown(words: Words, view: ProblemView) -> Message:
    """One problem in full, as a message, with what this reader can do."""
    paragraphs = whole(words, view)
    kept = paragraphs[:MOST_PARAGRAPHS]
    blocks = [*(plain(each) for each in kept), *all_buttons(words, view), *from_the_ground(words, view)]
    if kept == paragraphs:
        return message(paragraphs, blocks)
    cut = words.t("This is the beginning. The rest is under “See all”.")
    see = actions([button(words.t("See all"), "problem.see", view.reference)])
    return message([cut, *kept], [grey(cut), *blocks, *see])


def from_the_ground(words: Words, view: ProblemView) -> list[Block]:
    """The rows of buttons about words and solutions that are proposed."""
    return [*rewording.rows(words, view), *trying.rows(words, view)]


def card_link(words: Words, reference: str, url: str) -> Message:
    """Where the reader's own card stands; `url` is Slack's own link to it, which a button follows by itself."""
    line = words.t("Your card of {reference} stands in your messages with the bot.", reference=reference)
    go = ButtonElement(text=words.t("Open my card"), action_id="problem.card", value=reference, url=url)
    return message([line], [plain(line), *actions([go])])
