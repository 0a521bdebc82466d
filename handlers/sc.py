"""`/sc`: five buttons for one's role, or a verb for those who type."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers import charter, health, places, privacy
from handlers.absences import on_away
from handlers.answering import listener
from handlers.bot import Body, Bot, private
from handlers.commitments.commands import on_commit, on_todo
from handlers.decisions.commands import on_decide, on_decisions
from handlers.digests import on_digest
from handlers.exports import on_export
from handlers.finding import a_list, on_board, on_list
from handlers.joint_changes.commands import on_joint
from handlers.lessons.commands import on_bravo, on_lessons
from handlers.meetings.commands import on_agenda, on_meeting
from handlers.payloads import asked_by_command, asked_by_interaction, typed
from handlers.people import on_people
from handlers.problems.commands import take_report
from handlers.problems.drafting import draft_of
from handlers.pulse import on_pulse
from handlers.settings import on_settings
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.finding import EVERYTHING
from sc_bot.ports import Message
from sc_bot.presentation import lists
from sc_bot.presentation.privacy import front
from sc_bot.presentation.windows.parts import message_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.finding.listing import Question
from sc_bot.usecases.keeping.officer import see_privacy
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


def on_list_button(bot: Bot, ack: Ack, body: Body) -> None:
    """The same list, from a button."""
    asked = asked_by_interaction(bot, body)
    to = listener(bot, asked)
    show(bot, body, to.words, to.words.t("My list"), a_list(bot, asked, to, Question(EVERYTHING)))
    ack()


def on_help_button(bot: Bot, ack: Ack, body: Body) -> None:
    """The help, from a button."""
    words = listener(bot, asked_by_interaction(bot, body)).words
    show(bot, body, words, words.t("Help"), lists.help_(words))
    ack()


def on_about_button(bot: Bot, ack: Ack, body: Body) -> None:
    """What the bot is and is not, and who sees what one writes."""
    asked = asked_by_interaction(bot, body)
    words = listener(bot, asked).words
    show(bot, body, words, words.t("Confidentiality"), front(words, see_privacy(bot.database, asked)))
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
    seen = see_problem(bot.database, asked, rest.split(maxsplit=1)[0])
    ack(private(lists.shown(words, seen.view)))
    if seen.card is not None:
        bot.point_at(body, seen.card, lambda link: lists.card_link(words, seen.view.reference, link))


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
    "board": on_board,
    "tableau": on_board,
    "show": on_show,
    "voir": on_show,
    "problem": on_problem,
    "probleme": on_problem,
    "problème": on_problem,
    "commit": on_commit,
    "promettre": on_commit,
    "digest": on_digest,
    "sommaire": on_digest,
    "todo": on_todo,
    "engagements": on_todo,
    "decide": on_decide,
    "decision": on_decide,
    "décision": on_decide,
    "decisions": on_decisions,
    "décisions": on_decisions,
    "joint": on_joint,
    "conjoint": on_joint,
    "agenda": on_agenda,
    "ordre": on_agenda,
    "ordre-du-jour": on_agenda,
    "meeting": on_meeting,
    "réunion": on_meeting,
    "reunion": on_meeting,
    "away": on_away,
    "absence": on_away,
    "lessons": on_lessons,
    "leçons": on_lessons,
    "lecons": on_lessons,
    "bravo": on_bravo,
    "export": on_export,
    "exporter": on_export,
    "pulse": on_pulse,
    "pouls": on_pulse,
    "people": on_people,
    "personnes": on_people,
    "settings": on_settings,
    "réglages": on_settings,
    "reglages": on_settings,
    **charter.VERBS,
    **health.VERBS,
    **places.VERBS,
    **privacy.VERBS,
}
