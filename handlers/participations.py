"""Asking a partner to contribute, and its answer, as Slack sends them."""

from slack_bolt import Ack

from handlers.answering import listener, tell_presser, worded_for
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_interaction, context_of, reference_of, values_of
from handlers.problems.buttons import at_once, opens
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.permissions import Verb
from sc_bot.ports import Database
from sc_bot.presentation.windows.contributions import ask_window, decline_window
from sc_bot.presentation.windows.parts import said_window
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.participations.answering import accept_contribution, decline_contribution
from sc_bot.usecases.participations.inviting import Request, ask_contribution
from sc_bot.usecases.participations.seeing import see_contribution


def _which(value: str) -> tuple[str, str | None]:
    """The reference and the institution that a button names; where it names none, the use case finds it."""
    reference, _, institution = value.partition(" ")
    return reference, institution or None


def _accept(database: Database, asked: Asked, value: str) -> Answer:
    return accept_contribution(database, asked, *_which(value))


def on_decline_button(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Open the window in which one says why, for those who may."""
    asked = asked_by_interaction(bot, body)
    seen = see_contribution(bot.database, asked, *_which(reference_of(action)), Verb.DECLINE)
    if isinstance(seen, Faster):
        tell_presser(bot, asked, body, seen)
    else:
        words = listener(bot, asked).words
        sorry = words.t("The window did not open. Please try again.")
        bot.open_window(body, decline_window(words, seen), sorry)
    ack()


def on_ask(bot: Bot, ack: Ack, body: Body) -> None:
    """A partner is asked."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    request = Request(
        institution=given.get("institution") or "",
        what=given.get("what") or "",
        confirm_reason=given.get("confirm_reason"),
    )
    _close(bot, ack, asked, ask_contribution(bot.database, asked, context_of(body), request))


def on_decline(bot: Bot, ack: Ack, body: Body) -> None:
    """The partner does not, and says why."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    reference, institution = _which(context_of(body))
    reason, confirm = given.get("reason") or "", given.get("confirm_reason")
    _close(bot, ack, asked, decline_contribution(bot.database, asked, reference, institution, reason, confirm))


def _close(bot: Bot, ack: Ack, asked: Asked, answer: Answer) -> None:
    """What happened takes the window's place: a card elsewhere may not show it yet."""
    bot.wake()
    to = listener(bot, asked)
    ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})


BUTTONS = {
    "participation.ask": opens(
        Verb.ASK_PARTNER, lambda words, community, seen: ask_window(words, seen.view, community)
    ),
    "participation.accept": at_once(_accept),
    "participation.decline": on_decline_button,
}
WINDOWS = {"participation.ask": on_ask, "participation.decline": on_decline}
