"""`/sc charter`: a window in which it is read and signed; for the facilitator, the one in which it is adapted."""

from slack_bolt import Ack

from handlers.answering import listener, worded
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_command, asked_by_interaction, context_of, number_of, values_of
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.windows.charter import adapt_window, charter_window
from sc_bot.presentation.windows.parts import said_window
from sc_bot.presentation.words import Words
from sc_bot.usecases import charter
from sc_bot.usecases.asking import Asked


def on_charter(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """`/sc charter`."""
    _open(bot, asked_by_command(bot, body), body, None)
    ack()


def on_open(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The button for the same, on Home."""
    _open(bot, asked_by_interaction(bot, body), body, number_of(action.get("value")))
    ack()


def _open(bot: Bot, asked: Asked, body: Body, community: int | None) -> None:
    view = charter.see_charter(bot.database, asked, community)
    words = Words.of(view.reader)
    bot.open_window(body, charter_window(words, view), words.t("The window did not open. Please try again."))


def on_sign(bot: Bot, ack: Ack, body: Body) -> None:
    """The window was sent with its tick."""
    asked, (community, number) = asked_by_interaction(bot, body), _which(context_of(body))
    if not values_of(body).get("agreed"):
        raise Refused(Why.EMPTY, field="agreed")
    answer = charter.sign_charter(bot.database, asked, community, number)
    bot.wake()
    ack({"response_action": "update", "view": said_window(listener(bot, asked).words, worded(bot, asked, answer))})


def on_adapt(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The facilitator wants to word it anew."""
    asked, (community, _) = asked_by_interaction(bot, body), _which(str(action.get("value") or ""))
    view = charter.see_charter(bot.database, asked, community)
    if not view.may_adapt:
        raise Refused(Why.NOT_YOURS)
    words = Words.of(view.reader)
    bot.open_window(body, adapt_window(words, view), words.t("The window did not open. Please try again."))
    ack()


def on_adapted(bot: Bot, ack: Ack, body: Body) -> None:
    """The new text was sent."""
    asked, (community, number) = asked_by_interaction(bot, body), _which(context_of(body))
    given = values_of(body)
    wording = charter.Wording(
        after=number,
        fr=str(given.get("fr") or ""),
        en=str(given.get("en") or ""),
        confirm_reason=given.get("confirm_reason"),
    )
    answer = charter.adapt_charter(bot.database, asked, community, wording)
    bot.wake()
    ack({"response_action": "update", "view": said_window(listener(bot, asked).words, worded(bot, asked, answer))})


def _which(context: str) -> tuple[int, int]:
    """The community and the version that a window is about."""
    community, _, number = context.partition(" ")
    both = number_of(community), number_of(number)
    if both[0] is None or both[1] is None:
        raise Refused(Why.OLD_WINDOW)
    return both[0], both[1]


BUTTONS = {"charter.open": on_open, "charter.adapt": on_adapt}
WINDOWS = {"charter.sign": on_sign, "charter.adapt": on_adapted}
VERBS = {"charter": on_charter, "charte": on_charter}
