"""Windows about joint changes, sent."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import listener, worded_for
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, shown_now
from handlers.joint_changes.buttons import dated_window
from handlers.joint_changes.dating import begin_draft, read
from handlers.payloads import Values, asked_by_interaction, context_of, values_of
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.joint_changes import Stage
from sc_bot.domain.joint_rules import JointAct
from sc_bot.domain.permissions import Verb
from sc_bot.ports import Database
from sc_bot.presentation.windows import joint_changes as views
from sc_bot.presentation.windows.parts import said_window
from sc_bot.presentation.windows.promises import DueDraft
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.joint_changes import saying, stopping, taking
from sc_bot.usecases.joint_changes.beginning import Plan, begin_change
from sc_bot.usecases.joint_changes.seeing import see_joint
from sc_bot.usecases.joint_changes.taking import Own
from sc_bot.usecases.problems.seeing import see_to_act


def on_begin(bot: Bot, ack: Ack, body: Body) -> None:
    """A joint change: its date is shown first; sent again as it was shown, it is proposed."""
    asked, given, kept = asked_by_interaction(bot, body), values_of(body), Kept.of(body)
    words = listener(bot, asked).words
    due = _due(bot, ack, asked, words, kept, given)
    if due is None:
        return
    if due.chosen is None:
        _show_begin(bot, ack, asked, words, kept.reference, given, shown_now(due))
        return
    rule = str(given.get("rule") or views.EVERY)
    plan = Plan(
        what=given.get("what") or "",
        institutions=tuple(given.get("institutions") or ()),
        day=due.chosen.day,
        zone=due.zone,
        needed=int(rule) if rule.isascii() and rule.isdecimal() else None,
        also=_references(given.get("also")),
        back=given.get("back") or "",
        confirm_reason=given.get("confirm_reason"),
    )
    _say(bot, ack, asked, begin_change(bot.database, asked, kept.reference, plan))


def _show_begin(  # noqa: PLR0913, PLR0917 - each is a fact of its own
    bot: Bot, ack: Ack, asked: Asked, words: Words, reference: str, given: Values, due: DueDraft
) -> None:
    seen = see_to_act(bot.database, asked, reference, Verb.CHANGE_TOGETHER)
    if isinstance(seen, Faster):
        _say(bot, ack, asked, seen)
        return
    view = views.begin_window(words, begin_draft(given, reference, due), seen.community)
    ack({"response_action": "update", "view": view})


def on_take(bot: Bot, ack: Ack, body: Body) -> None:
    """A part is taken; once the change has gone, with a date of its own, shown first."""
    asked, given, kept = asked_by_interaction(bot, body), values_of(body), Kept.of(body)
    view = see_joint(bot.database, asked, kept.reference, JointAct.TAKE)
    due = None
    if view.stage is Stage.GONE:
        due = _dated(bot, ack, asked, kept, given, JointAct.TAKE)
        if due is None:
            return
    own = Own(
        what=given.get("what") or "",
        owner=given.get("owner"),
        day=due.chosen.day if due and due.chosen else None,
        zone=due.zone if due else "",
        confirm_reason=given.get("confirm_reason"),
    )
    _say(bot, ack, asked, taking.take_part(bot.database, asked, kept.reference, own))


def on_slip(bot: Bot, ack: Ack, body: Body) -> None:
    """Another date, shown first."""
    asked, given, kept = asked_by_interaction(bot, body), values_of(body), Kept.of(body)
    due = _dated(bot, ack, asked, kept, given, JointAct.SLIP)
    if due is None or due.chosen is None:
        return
    reason, confirm = given.get("reason") or "", given.get("confirm_reason")
    answer = saying.propose_date(bot.database, asked, kept.reference, due.chosen.day, reason, confirm)
    _say(bot, ack, asked, answer)


def _dated(bot: Bot, ack: Ack, asked: Asked, kept: Kept, given: Values, act: JointAct) -> DueDraft | None:
    """The date that was shown and confirmed; None while it is shown, or cannot be read."""
    words = listener(bot, asked).words
    due = _due(bot, ack, asked, words, kept, given)
    if due is None or due.chosen is not None:
        return due
    view = see_joint(bot.database, asked, kept.reference, act)
    window = dated_window(words, view, kept.reference, act, shown_now(due), given)
    ack({"response_action": "update", "view": window})
    return None


def _due(bot: Bot, ack: Ack, asked: Asked, words: Words, kept: Kept, given: Values) -> DueDraft | None:
    """The date of a window; None when none can be read, which is said on its field."""
    try:
        return read(bot, asked, words, kept, given)
    except NotRead as why:
        ack({"response_action": "errors", "errors": {"due": why.sentence}})
        return None


def says(do: Callable[[Database, Asked, str, str, str | None], Answer], field: str) -> Callable[[Bot, Ack, Body], None]:
    """A window of words alone."""

    def handler(bot: Bot, ack: Ack, body: Body) -> None:
        asked, given = asked_by_interaction(bot, body), values_of(body)
        answer = do(bot.database, asked, context_of(body), given.get(field) or "", given.get("confirm_reason"))
        _say(bot, ack, asked, answer)

    return handler


def _references(text: object) -> tuple[str, ...]:
    return tuple(each.strip() for each in str(text or "").replace(";", ",").split(",") if each.strip())


def _say(bot: Bot, ack: Ack, asked: Asked, answer: Answer) -> None:
    """What happened takes the window's place."""
    bot.wake()
    to = listener(bot, asked)
    ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})


WINDOWS: dict[str, Callable[[Bot, Ack, Body], None]] = {
    "joint.begin": on_begin,
    "joint.take": on_take,
    "joint.slip": on_slip,
    "joint.decline": says(taking.decline_part, "reason"),
    "joint.need": says(saying.say_needs, "needs"),
    "joint.back": says(saying.write_back, "back"),
    "joint.roll_back": says(stopping.roll_back, "reason"),
    "joint.abandon": says(stopping.abandon_change, "reason"),
}
