"""Moi aussi, merging and splitting, as Slack sends them."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import in_a_window, is_ephemeral, listener, say, tell_presser, worded, worded_for
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_interaction, context_of, reference_of, values_of
from handlers.problems.buttons import opens
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Verdict
from sc_bot.ports import Database
from sc_bot.presentation import joining as wording
from sc_bot.presentation.windows.joining import merge_window, split_window
from sc_bot.presentation.windows.parts import message_window, said_window
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.joining.joining import join_problem, leave_problem, say_whether
from sc_bot.usecases.joining.merging import merge_problem
from sc_bot.usecases.joining.splitting import SplitOff, split_problem
from sc_bot.usecases.problems.seeing import see_to_act
from sc_bot.usecases.similar.finding import see_similar

Act = Callable[[Database, Asked, str], Answer]


def _acts(act: Act) -> Callable[[Bot, Ack, Body, Body], None]:
    """A button that acts when it is pressed; what happened takes the place of what was offered."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        answer = act(bot.database, asked, reference_of(action))
        bot.wake()
        words, said = listener(bot, asked).words, worded(bot, asked, answer)
        if in_a_window(body):
            bot.change_window(body, said_window(words, said), "")
        elif is_ephemeral(body):
            bot.answer_in_place(body, said)
        else:
            say(bot, body, words, said)
        ack()

    return handler


def _join(database: Database, asked: Asked, value: str) -> Answer:
    """The problem that one joins, then one's own report that goes on under it, if there is one."""
    reference, _, own = value.partition(" ")
    return join_problem(database, asked, reference, own.strip() or None)


def _verdict(verdict: Verdict) -> Act:
    return lambda database, asked, reference: say_whether(database, asked, reference, verdict)


def on_similar(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The problems like one's own, in a window, each with its button."""
    asked = asked_by_interaction(bot, body)
    reference = reference_of(action)
    found = see_similar(bot.database, asked, reference)
    words = listener(bot, asked).words
    shown = wording.offered(words, reference, found) if found else wording.none_like(words, reference)
    view = message_window(words, words.t("Problems like it"), shown)
    bot.open_window(body, view, words.t("The window did not open. Please try again."))
    ack()


def on_merge_button(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Open the window in which the facilitator says under which problem it goes on."""
    asked = asked_by_interaction(bot, body)
    seen = see_to_act(bot.database, asked, reference_of(action), Verb.MERGE)
    if isinstance(seen, Faster):
        tell_presser(bot, asked, body, seen)
    else:
        found = see_similar(bot.database, asked, seen.view.reference)
        words = listener(bot, asked).words
        sorry = words.t("The window did not open. Please try again.")
        bot.open_window(body, merge_window(words, seen.view.reference, found), sorry)
    ack()


def on_merge(bot: Bot, ack: Ack, body: Body) -> None:
    """It goes on under another."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    _close(bot, ack, asked, merge_problem(bot.database, asked, context_of(body), given.get("into") or ""))


def on_split(bot: Bot, ack: Ack, body: Body) -> None:
    """A part of it is a problem of its own."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    part = SplitOff(
        text=given.get("text") or "",
        institution=given.get("institution"),
        confirm_reason=given.get("confirm_reason"),
    )
    _close(bot, ack, asked, split_problem(bot.database, asked, context_of(body), part))


def _close(bot: Bot, ack: Ack, asked: Asked, answer: Answer) -> None:
    """What happened takes the window's place."""
    bot.wake()
    to = listener(bot, asked)
    ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})


BUTTONS: dict[str, Callable[[Bot, Ack, Body, Body], None]] = {
    "problem.join": _acts(_join),
    "problem.leave": _acts(leave_problem),
    "problem.similar": on_similar,
    "problem.merge": on_merge_button,
    "problem.split": opens(
        Verb.SPLIT, lambda words, community, seen: split_window(words, seen.view.reference, community)
    ),
    "joining.verified": _acts(_verdict(Verdict.YES)),
    "joining.partly_fixed": _acts(_verdict(Verdict.PARTLY)),
    "joining.not_fixed": _acts(_verdict(Verdict.NO)),
}
WINDOWS = {"problem.merge": on_merge, "problem.split": on_split}
