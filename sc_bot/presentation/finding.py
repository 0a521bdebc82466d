"""A list that somebody narrowed: what was understood, how many there are, one page of them, and the way on."""

from slack_sdk.models.blocks import Block, InteractiveElement, PlainTextObject, StaticSelectElement

from sc_bot.domain.community import Community
from sc_bot.domain.finding import Sought, written
from sc_bot.domain.found import FoundPage, Turning
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import OPEN, State
from sc_bot.domain.views import Choice
from sc_bot.ports import Message
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import actions, bold, button, grey, message, on_one_line, plain, shortened
from sc_bot.presentation.card_lines import present
from sc_bot.presentation.lists import line
from sc_bot.presentation.windows.parts import option
from sc_bot.presentation.words import Words

_SAID = 80  # characters of what was searched for
_UNDERSTOOD = 300  # characters of all that was understood
LINE = 190  # characters of one line: fifteen of them fit into one paragraph
_LONGEST_VALUE = 150  # characters of an option's value in Slack
_MOST_CHOICES = 100  # Slack's limit of options


def found(words: Words, page: FoundPage, community: Community) -> Message:
    """One page of what somebody looked for; nothing found says what to do next."""
    question = understood(words, page.sought, community)
    if not page.lines:
        return _nothing(words, page, question, community)
    head = f"{_how_many(words, page)} · {question}"
    lines = [shortened(line(words, each), LINE) for each in page.lines]
    small = small_print(words, page.turning, words.t("To read one in full: /sc show and its reference"))
    turns = turning_buttons(words, page.turning, page.sought, "problem.page")
    below = [*turns, *joining_one(words, page), *choosing(words, community)]
    blocks: list[Block] = [bold(head), plain("\n".join(lines)), grey(small), *below]
    return message([head, *lines, small], blocks)


def _how_many(words: Words, page: FoundPage) -> str:
    number = page.turning.total
    if page.turning.more and page.sought.words:
        return words.t("The {n} closest", n=words.number(number))
    if page.turning.more:
        return words.t("More than {n} problems", n=words.number(number))
    return words.n("{n} problem", "{n} problems", number)


def understood(words: Words, sought: Sought, community: Community) -> str:
    """What was understood, in the reader's words."""
    states = [State(each) for each in State if each in sought.states]
    in_state = [words.t("open")] if sought.states == OPEN else [vocabulary.state(words, each) for each in states]
    where = [words.name(each.name) for each in community.institutions if each.id in sought.institutions]
    about = [words.name(each.name) for each in community.continua if each.id in sought.continua]
    said = words.quoted(shortened(on_one_line(sought.words), _SAID))
    said_so = " · ".join(
        present(
            words.t("yours") if sought.mine else "",
            words.t("overdue") if sought.overdue else "",
            ", ".join(in_state),
            ", ".join(where),
            ", ".join(about),
            words.t("with the words {said}", said=said) if sought.words else "",
        )
    )
    return shortened(said_so, _UNDERSTOOD)


def _nothing(words: Words, page: FoundPage, question: str, community: Community) -> Message:
    head = words.t("Nothing found: {understood}", understood=question)
    narrowed = page.sought != Sought(words=page.sought.words)
    hint = " ".join(
        present(
            words.t("Try fewer words, or others.") if page.sought.words else "",
            words.t("In quotation marks, each word is searched for as it is.")
            if narrowed and page.sought.words
            else "",
            words.t("Everything that concerns you: /sc list"),
        )
    )
    return message([head, hint], [bold(head), grey(hint), *choosing(words, community)])


def small_print(words: Words, turning: Turning, hint: str) -> str:
    """Whether the list changed, which page this is, and a hint."""
    of = {"number": words.number(turning.page + 1), "pages": words.number(turning.pages)}
    return " ".join(
        present(
            words.t("The list has changed meanwhile; this is how it is now.") if turning.changed else "",
            words.t("Page {number} of {pages}.", **of) if turning.pages > 1 else "",
            hint,
        )
    )


def turning_buttons(words: Words, turning: Turning, sought: Sought, action: str) -> list[Block]:
    """The pages before and after; each button says which page of which question, to be read anew."""
    row: list[InteractiveElement] = []
    if turning.page > 0:
        row.append(button(words.t("Previous page"), f"{action}_back", _value(turning, sought, turning.page - 1)))
    if turning.page + 1 < turning.pages:
        row.append(button(words.t("Next page"), action, _value(turning, sought, turning.page + 1)))
    return actions(row)


def _value(turning: Turning, sought: Sought, page: int) -> str:
    return f"{page} {turning.total} {written(sought)}"


def joining_one(words: Words, page: FoundPage) -> list[Block]:
    """A menu by which one says that one sees one of these too."""
    able = [each for each in page.lines if Verb.JOIN in each.offers]
    if not able:
        return []
    menu = StaticSelectElement(
        placeholder=PlainTextObject(text=words.t("I see it too…")),
        action_id="problem.join",
        options=[option(Choice(f"problem.join {each.reference}", line(words, each))) for each in able],
    )
    return actions([menu])


def choosing(words: Words, community: Community) -> list[Block]:
    """A menu that narrows the list by one thing; whoever types may combine them."""
    named = [Choice(each.id, words.name(each.name)) for each in community.continua]
    named += [Choice(each.id, words.name(each.name)) for each in community.institutions]
    choices = [
        Choice("mine", words.t("Mine")),
        Choice("open", words.t("Open")),
        Choice("overdue", words.t("Overdue")),
        Choice("closed", words.t("Closed")),
        *(each for each in named if len(each.id) <= _LONGEST_VALUE),
    ]
    menu = StaticSelectElement(
        placeholder=PlainTextObject(text=words.t("Filter the list")),
        action_id="problem.filter",
        options=[option(each) for each in choices[:_MOST_CHOICES]],
    )
    return actions([menu])
