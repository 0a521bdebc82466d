"""Windows about decisions, sent."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import listener, worded_for
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, draft_of, shown_now, wanted_of
from handlers.payloads import Values, asked_by_interaction, context_of, values_of
from sc_bot.domain.answers import Answer, Faster
from sc_bot.presentation.windows.decisions import AskDraft, ask_window
from sc_bot.presentation.windows.parts import said_window
from sc_bot.presentation.windows.promises import DueDraft
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.decisions.answering import say_no
from sc_bot.usecases.decisions.asking import Request, ask_decision
from sc_bot.usecases.decisions.seeing import see_asking


def on_ask(bot: Bot, ack: Ack, body: Body) -> None:
    """A decision is asked for: its date is shown first; sent again as it was shown, it is asked."""
    asked, given, kept = asked_by_interaction(bot, body), values_of(body), Kept.of(body)
    words = listener(bot, asked).words
    try:
        due = draft_of(bot, asked, words, kept, wanted_of(given))
    except NotRead as why:
        ack({"response_action": "errors", "errors": {"due": why.sentence}})
        return
    if due.chosen is None:
        _show_date(bot, ack, asked, draft_again(given, kept.reference, shown_now(due)))
        return
    request = Request(
        question=given.get("question") or "",
        otherwise=given.get("otherwise") or "",
        due=due.chosen,
        zone=due.zone,
        of=tuple(given.get("asked") or ()),
        confirm_reason=given.get("confirm_reason"),
    )
    _say(bot, ack, asked, ask_decision(bot.database, asked, kept.reference, request))


def _show_date(bot: Bot, ack: Ack, asked: Asked, draft: AskDraft) -> None:
    seen = see_asking(bot.database, asked, draft.reference)
    if isinstance(seen, Faster):
        _say(bot, ack, asked, seen)
        return
    view = ask_window(listener(bot, asked).words, draft, seen.managers, seen.community)
    ack({"response_action": "update", "view": view})


def draft_again(given: Values, reference: str, due: DueDraft) -> AskDraft:
    """What the window holds, to be shown again."""
    return AskDraft(
        reference=reference,
        due=due,
        question=given.get("question") or "",
        otherwise=given.get("otherwise") or "",
        asked=tuple(given.get("asked") or ()),
    )


def on_no(bot: Bot, ack: Ack, body: Body) -> None:
    """Not agreed, and why."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    reason, confirm = given.get("reason") or "", given.get("confirm_reason")
    _say(bot, ack, asked, say_no(bot.database, asked, context_of(body), reason, confirm))


def _say(bot: Bot, ack: Ack, asked: Asked, answer: Answer) -> None:
    """What happened takes the window's place."""
    bot.wake()
    to = listener(bot, asked)
    ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})


WINDOWS: dict[str, Callable[[Bot, Ack, Body], None]] = {"decision.ask": on_ask, "decision.no": on_no}
