"""`/sc community`: where one is; for the facilitator, its end."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import listener, say, worded
from handlers.bot import Body, Bot, private
from handlers.home import show_home
from handlers.payloads import asked_by_command, asked_by_interaction, context_of, number_of, values_of
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.places import community
from sc_bot.presentation.windows.cycles import archive_window
from sc_bot.presentation.windows.parts import message_window, said_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.cycles.archiving import archive_community, restore_community
from sc_bot.usecases.places import choose_community, see_community


def on_community(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """`/sc community`."""
    view = see_community(bot.database, asked_by_command(bot, body))
    ack(private(community(Words.of(view.reader), view)))


def on_open(bot: Bot, ack: Ack, body: Body) -> None:
    """The button for the same, on Home."""
    view = see_community(bot.database, asked_by_interaction(bot, body))
    words = Words.of(view.reader)
    window = message_window(words, words.t("Community"), community(words, view))
    bot.open_window(body, window, words.t("The window did not open. Please try again."))
    ack()


def on_choose(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Another community was chosen in the menu; Home shows it."""
    asked = asked_by_interaction(bot, body)
    answer = choose_community(bot.database, asked, _number((action.get("selected_option") or action).get("value")))
    say(bot, body, listener(bot, asked).words, worded(bot, asked, answer))
    show_home(bot, asked, only_if_open=True)
    ack()


def on_archive(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The facilitator wants to archive it: the window asks where to go from then on."""
    asked = asked_by_interaction(bot, body)
    view = see_community(bot.database, asked, _number(action.get("value")))
    if not view.facilitates or view.archived_on is not None:
        raise Refused(Why.NOT_YOURS)
    words = Words.of(view.reader)
    bot.open_window(body, archive_window(words, view), words.t("The window did not open. Please try again."))
    ack()


def on_archived(bot: Bot, ack: Ack, body: Body) -> None:
    """The window was sent, with its tick."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    if not given.get("sure"):
        raise Refused(Why.EMPTY, field="sure")
    number, words = _number(context_of(body)), given.get("where_to_go") or ""
    answer = archive_community(bot.database, asked, number, words, given.get("confirm_reason"))
    bot.wake()
    ack({"response_action": "update", "view": said_window(listener(bot, asked).words, worded(bot, asked, answer))})


def on_restore(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The archive is taken back."""
    asked = asked_by_interaction(bot, body)
    answer = restore_community(bot.database, asked, _number(action.get("value")))
    say(bot, body, listener(bot, asked).words, worded(bot, asked, answer))
    ack()


def _number(value: object) -> int:
    number = number_of(value)
    if number is None:
        raise Refused(Why.OLD_WINDOW)
    return number


BUTTONS: dict[str, Callable[..., None]] = {
    "community.open": on_open,
    "community.choose": on_choose,
    "community.archive": on_archive,
    "community.restore": on_restore,
}
WINDOWS = {"community.archive": on_archived}
VERBS = {"community": on_community, "communauté": on_community, "communaute": on_community}
