"""Buttons about promises: some act at once, the others open the window in which one says what, when or why."""

from collections.abc import Callable
from datetime import timedelta

from slack_bolt import Ack

from handlers.answering import listener, say, tell_presser, worded
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, draft_of, wanted_of, with_chosen
from handlers.commitments.windows import promise_draft
from handlers.payloads import asked_by_interaction, reference_of, values_of
from sc_bot.domain.answers import Answer, Changed, Faster
from sc_bot.domain.due import due_from
from sc_bot.domain.permissions import Verb
from sc_bot.domain.promising import Act
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.views import CommitmentView
from sc_bot.ports import Database
from sc_bot.presentation.windows import promises as windows
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments import changing
from sc_bot.usecases.commitments.seeing import see_commitment
from sc_bot.usecases.problems.director import accept_problem
from sc_bot.usecases.problems.seeing import see_problem, see_to_act

Handler = Callable[[Bot, Ack, Body, Body], None]


def on_accept(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Accepted at once; the first promise is asked for while the director is there."""
    asked, reference = asked_by_interaction(bot, body), reference_of(action)
    answer = accept_problem(bot.database, asked, reference)
    tell_presser(bot, asked, body, answer)
    if isinstance(answer, Changed):
        alone = see_problem(bot.database, asked, reference).view.is_alone
        _ask_for_a_promise(bot, asked, body, reference, is_first=True, is_alone=alone)
    ack()


def on_make(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Open the window of a promise, for those who may make one."""
    asked, reference = asked_by_interaction(bot, body), reference_of(action)
    seen = see_to_act(bot.database, asked, reference, Verb.COMMIT)
    if isinstance(seen, Faster):
        tell_presser(bot, asked, body, seen)
    else:
        _ask_for_a_promise(bot, asked, body, reference, is_alone=seen.view.is_alone)
    ack()


def _ask_for_a_promise(
    bot: Bot, asked: Asked, body: Body, reference: str, *, is_first: bool = False, is_alone: bool = False
) -> None:
    words = listener(bot, asked).words
    draft = windows.PromiseDraft(reference=reference, due=windows.DueDraft(), is_first=is_first, is_alone=is_alone)
    bot.open_window(body, windows.promise_window(words, draft), words.t("The window did not open. Please try again."))


def on_due(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """One of the dates that the words can mean, chosen; the window shows it, and saves nothing yet."""
    asked, kept = asked_by_interaction(bot, body), Kept.of(body)
    given = values_of(body)
    words = listener(bot, asked).words
    wanted = wanted_of(given)
    try:
        due = with_chosen(draft_of(bot, asked, words, kept, wanted), due_from(str(action["value"])))
    except NotRead:  # other words were typed meanwhile: said on their field when the window is sent
        due = windows.DueDraft(words=wanted.words, picked=wanted.picked, was=kept.was)
    if body["view"]["callback_id"] == "commitment.redate":
        seen = see_commitment(bot.database, asked, kept.reference)
        if isinstance(seen, Faster):
            raise Refused(Why.OLD_WINDOW)
        view = windows.redate_window(words, seen.view, due, given.get("reason") or "")
    else:
        view = windows.promise_window(words, promise_draft(given, kept.reference, due))
    bot.change_window(body, view, "")
    ack()


def at_once(do: Callable[[Database, Asked, str], Answer]) -> Handler:
    """A button that acts when it is pressed, and says so: a list does not change by itself."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        answer = do(bot.database, asked, reference_of(action))
        bot.wake()
        say(bot, body, listener(bot, asked).words, worded(bot, asked, answer))
        ack()

    return handler


def opens(act: Act, make: Callable[[Words, CommitmentView], WindowJson]) -> Handler:
    """A button that opens a window, for those who may send it."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        seen = see_commitment(bot.database, asked, reference_of(action), act)
        words = listener(bot, asked).words
        if isinstance(seen, Faster):
            say(bot, body, words, worded(bot, asked, seen))
        else:
            bot.open_window(body, make(words, seen.view), words.t("The window did not open. Please try again."))
        ack()

    return handler


def on_snooze(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Until when?"""
    asked, reference = asked_by_interaction(bot, body), reference_of(action)
    words = listener(bot, asked).words
    today = words.today(asked.now)
    days = [today + timedelta(days=each) for each in _SNOOZES]
    view = windows.snooze_window(words, reference, days)
    bot.open_window(body, view, words.t("The window did not open. Please try again."))
    ack()


_SNOOZES = (1, 2, 7, 14, 30)  # days


def _due_buttons() -> dict[str, Handler]:
    return {f"commitment.due_{number}": on_due for number in range(1, 6)}


BUTTONS: dict[str, Handler] = {
    "problem.accept": on_accept,
    "commitment.make": on_make,
    "followup.on_track": at_once(changing.confirm_commitment),
    "commitment.take": at_once(changing.take_commitment),
    "commitment.done": opens(Act.DONE, windows.done_window),
    "commitment.redate": opens(Act.REDATE, lambda words, view: windows.redate_window(words, view, windows.DueDraft())),
    "commitment.blocked": opens(Act.BLOCK, windows.blocked_window),
    "commitment.hand": opens(Act.HAND, windows.hand_window),
    "commitment.cancel": opens(Act.CANCEL, lambda words, view: windows.reason_window(words, view, Act.CANCEL)),
    "commitment.decline": opens(Act.DECLINE, lambda words, view: windows.reason_window(words, view, Act.DECLINE)),
    "commitment.provided": opens(Act.PROVIDE, windows.provided_window),
    "commitment.cannot": opens(Act.CANNOT, lambda words, view: windows.reason_window(words, view, Act.CANNOT)),
    "followup.snooze": on_snooze,
    **_due_buttons(),
}
