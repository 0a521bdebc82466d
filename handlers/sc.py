"""`/sc`: five buttons for one's role, or a verb for those who type."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot, private
from handlers.payloads import asked_by_command, asked_by_interaction, typed
from handlers.people import on_people
from handlers.problems.commands import take_report
from handlers.problems.drafting import draft_of
from sc_bot.domain.answerable import facilitates
from sc_bot.ports import Message
from sc_bot.presentation import lists
from sc_bot.presentation.greetings import about
from sc_bot.presentation.windows.parts import message_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.seeing import list_problems, see_problem


def on_sc(bot: Bot, ack: Ack, body: Body) -> None:
    """Find the verb, in either language; an unknown one gets the help."""
    verb, _, rest = typed(body).partition(" ")
    VERBS.get(verb.casefold(), on_unknown)(bot, ack, body, rest.strip())


def on_nothing(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """`/sc` alone: what this person most likely wants."""
    asked = asked_by_command(bot, body)
    listing = list_problems(bot.database, asked)
    words = listener(bot, asked).words
    ack(private(lists.front(words, len(listing.mine), len(listing.to_answer), manages=_manages(bot, body))))


def _manages(bot: Bot, body: Body) -> bool:
    with bot.database.reading() as uow:
        members = uow.communities.members(body["team_id"], body["user_id"])
    return any(facilitates(each.person, each.place.community) for each in members)


def on_help(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """What the bot is for, and every verb that works."""
    ack(private(lists.help_(listener(bot, asked_by_command(bot, body)).words)))


def on_unknown(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """A verb that the bot does not know; nothing is stored."""
    words: Words = listener(bot, asked_by_command(bot, body)).words
    ack(private(lists.unknown(words, draft_of(typed(body), words.language.value).text)))


def on_list(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """One's reports, what one answers for, and the rest, as far as one may see."""
    asked = asked_by_command(bot, body)
    ack(private(listing(bot, asked, listener(bot, asked).words)))


def listing(bot: Bot, asked: Asked, words: Words) -> Message:
    """The three lists of one person, as a message."""
    found = list_problems(bot.database, asked)
    return lists.listing(words, found.mine, found.to_answer, found.others, more=found.more)


def on_list_button(bot: Bot, ack: Ack, body: Body) -> None:
    """The same list, from a button."""
    asked = asked_by_interaction(bot, body)
    words = listener(bot, asked).words
    show(bot, body, words, words.t("My list"), listing(bot, asked, words))
    ack()


def on_help_button(bot: Bot, ack: Ack, body: Body) -> None:
    """The help, from a button."""
    words = listener(bot, asked_by_interaction(bot, body)).words
    show(bot, body, words, words.t("Help"), lists.help_(words))
    ack()


def on_about_button(bot: Bot, ack: Ack, body: Body) -> None:
    """What the bot is and is not, and who sees what one writes."""
    words = listener(bot, asked_by_interaction(bot, body)).words
    show(bot, body, words, words.t("Confidentiality"), about(words))
    ack()


def show(bot: Bot, body: Body, words: Words, title: str, message: Message) -> None:
    """Under a message, a private answer; on Home, where none can stand, a window."""
    if body.get("response_url"):
        bot.answer_privately(body, message)
    else:
        sorry = words.t("The window did not open. Please try again.")
        bot.open_window(body, message_window(words, title, message), sorry)


def on_show(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """One problem, whole."""
    asked = asked_by_command(bot, body)
    words = listener(bot, asked).words
    rest = draft_of(rest, words.language.value).text  # what is no reference is repeated in the refusal
    if not rest:
        ack(private(lists.which(words)))
        return
    ack(private(lists.shown(words, see_problem(bot.database, asked, rest.split(maxsplit=1)[0]).view)))


def on_problem(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """`/sc problem …`, for workspaces where another app owns `/problem`."""
    take_report(bot, ack, body, rest)


Handler = Callable[[Bot, Ack, Body, str], None]
VERBS: dict[str, Handler] = {
    "": on_nothing,
    "help": on_help,
    "aide": on_help,
    "list": on_list,
    "liste": on_list,
    "show": on_show,
    "voir": on_show,
    "problem": on_problem,
    "probleme": on_problem,
    "problème": on_problem,
    "people": on_people,
    "personnes": on_people,
}
