"""Buttons about try-outs: each opens the window in which one says what, where, when or why."""

from collections.abc import Callable
from dataclasses import replace

from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, draft_of, wanted_of, with_chosen
from handlers.payloads import asked_by_interaction, reference_of, values_of
from handlers.problems.buttons import opens
from sc_bot.domain.due import due_from
from sc_bot.domain.permissions import Verb
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.tryouts import TryAct, TryoutView
from sc_bot.presentation.windows import tryouts as windows
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.windows.promises import DueDraft, PromiseDraft, promise_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.tryouts.seeing import see_tryout

Handler = Callable[[Bot, Ack, Body, Body], None]


def _opens(act: TryAct, make: Callable[[Words, TryoutView], WindowJson]) -> Handler:
    """A button that opens a window, for whoever has the problem."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        view = see_tryout(bot.database, asked, reference_of(action), act)
        words = listener(bot, asked).words
        bot.open_window(body, make(words, view), words.t("The window did not open. Please try again."))
        ack()

    return handler


def _promise(words: Words, view: TryoutView) -> WindowJson:
    """The window of a promise, with the solution in it; it carries which try-out it rolls out."""
    due = DueDraft(was=f"+{view.number}")
    return promise_window(words, PromiseDraft(reference=view.problem, due=due, what=view.what or ""))


def on_due(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """One of the dates that the words can mean, chosen; the window shows it, and saves nothing yet."""
    asked, kept, given = asked_by_interaction(bot, body), Kept.of(body), values_of(body)
    words, wanted = listener(bot, asked).words, wanted_of(given)
    view = see_tryout(bot.database, asked, kept.reference, TryAct.START)
    try:
        due = with_chosen(draft_of(bot, asked, words, about_problem(kept), wanted), due_from(str(action["value"])))
    except NotRead:  # other words were typed meanwhile: said on their field when the window is sent
        due = DueDraft(words=wanted.words, picked=wanted.picked)
    draft = windows.StartDraft(due=due, where=given.get("where") or "")
    bot.change_window(body, windows.start_window(words, view, draft), "")
    ack()


def about_problem(kept: Kept) -> Kept:
    """The same, about the problem of the try-out: a date is read for a problem."""
    split = split_reference(kept.reference, Mark.TRYOUT)
    return replace(kept, reference=split[0] if split else kept.reference)


BUTTONS: dict[str, Handler] = {
    "tryout.propose": opens(Verb.PROPOSE, lambda words, _, seen: windows.propose_window(words, seen.view.reference)),
    "tryout.start": _opens(
        TryAct.START, lambda words, view: windows.start_window(words, view, windows.StartDraft(due=DueDraft()))
    ),
    "tryout.decline": _opens(TryAct.DECLINE, lambda words, view: windows.reason_window(words, view, TryAct.DECLINE)),
    "tryout.result": _opens(TryAct.RESULT, windows.result_window),
    "tryout.roll_out": _opens(TryAct.ROLL_OUT, _promise),
    "tryout.stop": _opens(TryAct.STOP, lambda words, view: windows.reason_window(words, view, TryAct.STOP)),
    **{f"tryout.due_{number}": on_due for number in range(1, 6)},
}
