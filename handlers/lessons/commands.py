"""`/sc lessons` and `/sc bravo`."""

from slack_bolt import Ack

from handlers.answering import listener, worded_for
from handlers.bot import Body, Bot, private
from handlers.payloads import asked_by_command
from handlers.problems.drafting import draft_of
from sc_bot.domain.lessons import lesson_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation import lessons, refusals
from sc_bot.presentation.windows.lessons import practice_window
from sc_bot.presentation.windows.parts import LONGEST_PREFILL
from sc_bot.presentation.words import Words
from sc_bot.usecases.lessons.asking import Practice, note_practice
from sc_bot.usecases.lessons.seeing import list_lessons, see_lesson

_NEEDS_A_LOOK = frozenset({Why.IDENTIFYING, Why.MAYBE_IDENTIFYING})


def on_lessons(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """The list; with words, those that hold them; with a reference, one lesson, whole."""
    asked = asked_by_command(bot, body)
    words = listener(bot, asked).words
    sought = draft_of(rest, words.language.value).text  # it is repeated in the answer
    if lesson_reference(sought):
        ack(private(lessons.whole(words, see_lesson(bot.database, asked, sought))))
    else:
        ack(private(lessons.listing(words, list_lessons(bot.database, asked, sought))))


def on_bravo(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """What works, in one line; without text, or with what may identify somebody, a window."""
    asked = asked_by_command(bot, body)
    to = listener(bot, asked)
    if not rest:
        _open(bot, body, to.words, "")
        ack()
        return
    try:
        answer = note_practice(bot.database, asked, Practice(what=rest))
    except Refused as refused:
        if refused.why not in _NEEDS_A_LOOK:
            raise
        _open(bot, body, to.words, draft_of(rest, to.words.language.value).text)
        ack({"response_type": "ephemeral", "text": refusals.refused(to.words, refused)})
        return
    bot.wake()
    ack(private(worded_for(to, asked, answer)))


def _open(bot: Bot, body: Body, words: Words, what: str) -> None:
    sorry = words.t("The window did not open. Please try again.")
    bot.open_window(body, practice_window(words, what[:LONGEST_PREFILL]), sorry)
