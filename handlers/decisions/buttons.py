"""Buttons about decisions: agreeing and discussing act at once and say so, asking and saying no open a window."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import listener, say, tell_presser, worded
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, draft_of, wanted_of, with_chosen
from handlers.decisions.windows import draft_again
from handlers.payloads import asked_by_interaction, reference_of, values_of
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.due import due_from
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database
from sc_bot.presentation.windows.decisions import AskDraft, ask_window, no_window
from sc_bot.presentation.windows.promises import DueDraft
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.decisions import answering
from sc_bot.usecases.decisions.seeing import see_asking, see_decision

Handler = Callable[[Bot, Ack, Body, Body], None]


def on_ask(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Open the window in which one asks, for those who may."""
    asked = asked_by_interaction(bot, body)
    seen = see_asking(bot.database, asked, reference_of(action))
    if isinstance(seen, Faster):
        tell_presser(bot, asked, body, seen)
    else:
        words = listener(bot, asked).words
        draft = AskDraft(reference=seen.reference, due=DueDraft(), asked=seen.usually)
        view = ask_window(words, draft, seen.managers, seen.community)
        bot.open_window(body, view, words.t("The window did not open. Please try again."))
    ack()


def on_due(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """One of the dates that the words can mean, chosen; the window shows it, and saves nothing yet."""
    asked, kept, given = asked_by_interaction(bot, body), Kept.of(body), values_of(body)
    words = listener(bot, asked).words
    wanted = wanted_of(given)
    try:
        due = with_chosen(draft_of(bot, asked, words, kept, wanted), due_from(str(action["value"])))
    except NotRead:  # other words were typed meanwhile: said on their field when the window is sent
        due = DueDraft(words=wanted.words, picked=wanted.picked)
    seen = see_asking(bot.database, asked, kept.reference)
    if isinstance(seen, Faster):
        raise Refused(Why.OLD_WINDOW)
    view = ask_window(words, draft_again(given, kept.reference, due), seen.managers, seen.community)
    bot.change_window(body, view, "")
    ack()


def at_once(answer: Callable[[Database, Asked, str], Answer]) -> Handler:
    """A button that answers when it is pressed, and says what was recorded: a digest does not change by itself."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        given = answer(bot.database, asked, reference_of(action))
        bot.wake()
        say(bot, body, listener(bot, asked).words, worded(bot, asked, given))
        ack()

    return handler


def on_no(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Open the window in which one says why."""
    asked = asked_by_interaction(bot, body)
    view = see_decision(bot.database, asked, reference_of(action))
    words = listener(bot, asked).words
    bot.open_window(body, no_window(words, view), words.t("The window did not open. Please try again."))
    ack()


BUTTONS: dict[str, Handler] = {
    "decision.ask": on_ask,
    "decision.agree": at_once(answering.agree),
    "decision.discuss": at_once(answering.discuss),
    "decision.no": on_no,
    **{f"decision.due_{number}": on_due for number in range(1, 6)},
}
