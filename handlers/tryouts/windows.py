"""Windows about try-outs, sent."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import listener, worded_for
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, draft_of, shown_now, wanted_of
from handlers.payloads import asked_by_interaction, context_of, values_of
from handlers.tryouts.buttons import about_problem
from sc_bot.domain.answers import Answer
from sc_bot.domain.tryouts import TryAct
from sc_bot.presentation.windows.parts import said_window
from sc_bot.presentation.windows.tryouts import StartDraft, start_window
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.tryouts import trying
from sc_bot.usecases.tryouts.proposing import Proposal, propose_solution
from sc_bot.usecases.tryouts.seeing import see_tryout


def on_propose(bot: Bot, ack: Ack, body: Body) -> None:
    """A solution is proposed."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    proposal = Proposal(
        what=given.get("what") or "",
        show_name=bool(given.get("show_name")),
        confirm_reason=given.get("confirm_reason"),
    )
    _say(bot, ack, asked, propose_solution(bot.database, asked, context_of(body), proposal))


def on_start(bot: Bot, ack: Ack, body: Body) -> None:
    """It is tried: its last day is shown first; sent again as it was shown, it begins."""
    asked, given, kept = asked_by_interaction(bot, body), values_of(body), Kept.of(body)
    words = listener(bot, asked).words
    try:
        due = draft_of(bot, asked, words, about_problem(kept), wanted_of(given))
    except NotRead as why:
        ack({"response_action": "errors", "errors": {"due": why.sentence}})
        return
    where = given.get("where") or ""
    if due.chosen is None:
        view = see_tryout(bot.database, asked, kept.reference, TryAct.START)
        draft = StartDraft(due=shown_now(due), where=where)
        ack({"response_action": "update", "view": start_window(words, view, draft)})
        return
    start = trying.Start(where=where, until=due.chosen, zone=due.zone, confirm_reason=given.get("confirm_reason"))
    _say(bot, ack, asked, trying.start_tryout(bot.database, asked, kept.reference, start))


def on_reason(bot: Bot, ack: Ack, body: Body) -> None:
    """Not tried, or no longer, and why."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    reason, confirm = given.get("reason") or "", given.get("confirm_reason")
    _say(bot, ack, asked, trying.decline_tryout(bot.database, asked, context_of(body), reason, confirm))


def on_result(bot: Bot, ack: Ack, body: Body) -> None:
    """What came out of it."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    outcome, said, confirm = given.get("outcome") or "", given.get("said") or "", given.get("confirm_reason")
    _say(bot, ack, asked, trying.conclude_tryout(bot.database, asked, context_of(body), outcome, said, confirm))


def _say(bot: Bot, ack: Ack, asked: Asked, answer: Answer) -> None:
    """What happened takes the window's place."""
    bot.wake()
    to = listener(bot, asked)
    ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})


WINDOWS: dict[str, Callable[[Bot, Ack, Body], None]] = {
    "tryout.propose": on_propose,
    "tryout.start": on_start,
    "tryout.decline": on_reason,
    "tryout.stop": on_reason,
    "tryout.result": on_result,
}
