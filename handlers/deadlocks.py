"""Deadlocks, as Slack sends them: somebody perceives a problem as unsolvable; a decision is recorded."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import listener, say, tell_presser, worded, worded_for
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_interaction, context_of, reference_of, values_of
from sc_bot.domain.answers import Faster
from sc_bot.domain.deadlocks import DECISIONS, Way
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.windows.deadlocks import end_window
from sc_bot.presentation.windows.parts import said_window
from sc_bot.usecases.deadlocks.ending import Ending, end_deadlock, see_ending
from sc_bot.usecases.deadlocks.perceiving import perceive


def on_perceive(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Kept at once, and said: a card shows it under "See all" only."""
    asked = asked_by_interaction(bot, body)
    answer = perceive(bot.database, asked, reference_of(action))
    bot.wake()
    say(bot, body, listener(bot, asked).words, worded(bot, asked, answer))
    ack()


def on_end(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Open the window in which a decision is recorded, for those who may."""
    asked = asked_by_interaction(bot, body)
    seen = see_ending(bot.database, asked, reference_of(action))
    if isinstance(seen, Faster):
        tell_presser(bot, asked, body, seen)
    else:
        words = listener(bot, asked).words
        view = end_window(words, seen.reference, seen.community)
        bot.open_window(body, view, words.t("The window did not open. Please try again."))
    ack()


def on_ended(bot: Bot, ack: Ack, body: Body) -> None:
    """The decision is recorded; what happened takes the window's place."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    chosen = str(given.get("way"))
    if chosen not in DECISIONS:
        raise Refused(Why.OLD_WINDOW)
    ending = Ending(
        way=Way(chosen),
        words=given.get("words") or "",
        institution=given.get("institution"),
        confirm_reason=given.get("confirm_reason"),
    )
    answer = end_deadlock(bot.database, asked, context_of(body), ending)
    bot.wake()
    to = listener(bot, asked)
    ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})


BUTTONS: dict[str, Callable[[Bot, Ack, Body, Body], None]] = {"deadlock.perceive": on_perceive, "deadlock.end": on_end}
WINDOWS: dict[str, Callable[[Bot, Ack, Body], None]] = {"deadlock.end": on_ended}
