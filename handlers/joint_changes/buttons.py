"""Buttons about joint changes: agreeing, ready and "did it change?" act at once, the others open a window."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import listener, say, tell_presser, worded
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept
from handlers.joint_changes.dating import begin_draft, chosen
from handlers.payloads import asked_by_interaction, reference_of, values_of
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.joint_changes import Stage
from sc_bot.domain.joint_rules import JointAct
from sc_bot.domain.joint_views import JointView
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Verdict
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database
from sc_bot.presentation import joint_changes
from sc_bot.presentation.windows import joint_changes as windows
from sc_bot.presentation.windows.parts import WindowJson, message_window
from sc_bot.presentation.windows.promises import DueDraft
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.joint_changes import checking, saying
from sc_bot.usecases.joint_changes.seeing import see_joint
from sc_bot.usecases.problems.seeing import Seen, see_to_act

Handler = Callable[[Bot, Ack, Body, Body], None]
Do = Callable[[Database, Asked, str], Answer]


def begin_window(words: Words, seen: Seen) -> WindowJson:
    """The window of a beginning, with the institutions that take part already."""
    names = {*seen.view.concerned, *seen.view.contributors, *([seen.view.institution] if seen.view.institution else [])}
    usual = tuple(each.id for each in seen.community.institutions if each.name in names)
    draft = windows.BeginDraft(reference=seen.view.reference, due=DueDraft(), institutions=usual)
    return windows.begin_window(words, draft, seen.community)


def on_begin(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Open the window in which one begins, for those who may."""
    asked = asked_by_interaction(bot, body)
    seen = see_to_act(bot.database, asked, reference_of(action), Verb.CHANGE_TOGETHER)
    if isinstance(seen, Faster):
        tell_presser(bot, asked, body, seen)
    else:
        words = listener(bot, asked).words
        bot.open_window(body, begin_window(words, seen), words.t("The window did not open. Please try again."))
    ack()


def on_due(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """One of the dates that the words of a beginning can mean, chosen; the window shows it, and saves nothing yet."""
    asked, kept, given = asked_by_interaction(bot, body), Kept.of(body), values_of(body)
    words = listener(bot, asked).words
    seen = see_to_act(bot.database, asked, kept.reference, Verb.CHANGE_TOGETHER)
    if isinstance(seen, Faster):
        raise Refused(Why.OLD_WINDOW)
    draft = begin_draft(given, kept.reference, chosen(bot, asked, words, body, action))
    bot.change_window(body, windows.begin_window(words, draft, seen.community), "")
    ack()


def on_day(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The same for another date, or for the date of a new promise."""
    asked, kept, given = asked_by_interaction(bot, body), Kept.of(body), values_of(body)
    words = listener(bot, asked).words
    act = JointAct.TAKE if body["view"]["callback_id"] == "joint.take" else JointAct.SLIP
    view = see_joint(bot.database, asked, kept.reference, act)
    due = chosen(bot, asked, words, body, action)
    bot.change_window(body, dated_window(words, view, kept.reference, act, due, given), "")
    ack()


def dated_window(
    words: Words, view: JointView, carried: str, act: JointAct, due: DueDraft, given: dict[str, object]
) -> WindowJson:
    """A window with a date, as it was filled in."""
    if act is JointAct.TAKE:
        return windows.part_window(words, view, carried, due, str(given.get("what") or ""))
    return windows.date_window(words, view, carried, due, str(given.get("reason") or ""))


def at_once(do: Do) -> Handler:
    """A button that acts when it is pressed, and says so: a list does not change by itself."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        answer = do(bot.database, asked, reference_of(action))
        bot.wake()
        say(bot, body, listener(bot, asked).words, worded(bot, asked, answer))
        ack()

    return handler


def opens(act: JointAct) -> Handler:
    """A button that opens a window, for those who may send it."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked, carried = asked_by_interaction(bot, body), reference_of(action)
        view = see_joint(bot.database, asked, carried, act)
        words = listener(bot, asked).words
        bot.open_window(body, _window(words, view, carried, act), words.t("The window did not open. Please try again."))
        ack()

    return handler


def _window(words: Words, view: JointView, carried: str, act: JointAct) -> WindowJson:
    if act is JointAct.SLIP:
        return windows.date_window(words, view, carried, DueDraft())
    if act is JointAct.TAKE:
        return windows.part_window(words, view, carried, DueDraft() if view.stage is Stage.GONE else None)
    return windows.text_window(words, view, carried, act)


def on_see(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The card, from a list or under a message: in a window, with what one can do."""
    asked = asked_by_interaction(bot, body)
    view = see_joint(bot.database, asked, reference_of(action))
    words = listener(bot, asked).words
    window = message_window(words, view.reference, joint_changes.card(view))
    bot.open_window(body, window, words.t("The window did not open. Please try again."))
    ack()


def _verdict(verdict: Verdict) -> Handler:
    return at_once(lambda database, asked, carried: checking.check_part(database, asked, carried, verdict))


OPENING = (
    JointAct.TAKE,
    JointAct.DECLINE,
    JointAct.NEED,
    JointAct.SLIP,
    JointAct.BACK,
    JointAct.ROLL_BACK,
    JointAct.ABANDON,
)
BUTTONS: dict[str, Handler] = {
    "joint.begin": on_begin,
    "joint.see": on_see,
    "joint.agree": at_once(saying.agree_to_date),
    "joint.ready": at_once(saying.say_ready),
    **{f"joint.{each.value}": opens(each) for each in OPENING},
    "joint.yes": _verdict(Verdict.YES),
    "joint.partly": _verdict(Verdict.PARTLY),
    "joint.no": _verdict(Verdict.NO),
    **{f"{windows.DUE}_{number}": on_due for number in range(1, 6)},
    **{f"{windows.DUE_AGAIN}_{number}": on_day for number in range(1, 6)},
}
