"""`/sc list` and `/sc board`: what one looks for, a page at a time."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import Listener, in_a_window, is_ephemeral, listener
from handlers.bot import Body, Bot, private
from handlers.payloads import asked_by_command, asked_by_interaction
from handlers.problems.drafting import draft_of
from sc_bot.domain.finding import EVERYTHING, Sought, read_sought
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Message
from sc_bot.presentation import boards, finding, lists
from sc_bot.presentation.windows.parts import message_window
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.finding.board import see_board
from sc_bot.usecases.finding.listing import Question, find_problems
from sc_bot.usecases.problems.seeing import list_problems

Show = Callable[[Bot, Asked, Listener, Question], Message]
MOST_FIGURES = 9  # of a page's number in a button; a longer one is not ours


def on_list(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """What concerns one; with filters, in either language, one list of what they say."""
    _answer(bot, ack, body, rest, a_list)


def on_board(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """The open problems of one's institution, or of what is named, one line each."""
    _answer(bot, ack, body, rest, a_board)


def _answer(bot: Bot, ack: Ack, body: Body, rest: str, show: Show) -> None:
    asked = asked_by_command(bot, body)
    to = listener(bot, asked)
    ack(private(show(bot, asked, to, Question(_read(to, draft_of(rest, to.words.language.value).text)))))


def _read(to: Listener, text: str) -> Sought:
    """What was typed, without what identifies a patient: it is repeated in the answer.

    Raises:
        Refused: NO_COMMUNITY.
    """
    if to.community is None:
        raise Refused(Why.NO_COMMUNITY)
    return read_sought(text, to.community)


def a_list(bot: Bot, asked: Asked, to: Listener, question: Question) -> Message:
    """Three short lists, or one that is narrowed."""
    if question.sought == EVERYTHING or to.community is None:
        found = list_problems(bot.database, asked)
        narrowing = finding.choosing(to.words, to.community) if to.community else []
        return lists.listing(to.words, found.mine, found.to_answer, found.others, more=found.more, narrowing=narrowing)
    return finding.found(to.words, find_problems(bot.database, asked, question), to.community)


def a_board(bot: Bot, asked: Asked, to: Listener, question: Question) -> Message:
    """The board of a unit.

    Raises:
        Refused: NO_COMMUNITY.
    """
    if to.community is None:
        raise Refused(Why.NO_COMMUNITY)
    return boards.board(to.words, see_board(bot.database, asked, question), to.community)


def _turns(show: Show) -> Callable[[Bot, Ack, Body, Body], None]:
    """Another page, or another list, in place of the one that stands there."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        to = listener(bot, asked)
        _in_place(bot, body, to, show(bot, asked, to, _question(to, action)))
        ack()

    return handler


def _question(to: Listener, action: Body) -> Question:
    """What a button carries is read like what is typed: it decides nothing."""
    if "selected_option" in action:
        return Question(_read(to, str(action["selected_option"]["value"])))
    page, known, text = [*str(action["value"]).split(" ", 2), "", ""][:3]
    if not all(each.isascii() and each.isdecimal() and len(each) <= MOST_FIGURES for each in (page, known)):
        raise Refused(Why.OLD_WINDOW)
    return Question(_read(to, text), int(page), int(known))


def _in_place(bot: Bot, body: Body, to: Listener, message: Message) -> None:
    if in_a_window(body):
        bot.change_window(body, message_window(to.words, to.words.t("My list"), message), "")
    elif is_ephemeral(body):
        bot.answer_in_place(body, message)
    else:  # what others see, or the worker keeps, is not replaced
        bot.answer_privately(body, message)


BUTTONS: dict[str, Callable[[Bot, Ack, Body, Body], None]] = {
    "problem.page": _turns(a_list),
    "problem.page_back": _turns(a_list),
    "problem.filter": _turns(a_list),
    "problem.board": _turns(a_board),
    "problem.board_back": _turns(a_board),
}
