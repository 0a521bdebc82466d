"""Windows about promises, sent."""

from dataclasses import replace
from datetime import date

from slack_bolt import Ack

from handlers.answering import listener, worded_for
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, draft_of, shown_now, wanted_of
from handlers.payloads import Values, asked_by_interaction, context_of, values_of
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.concrete import is_vague
from sc_bot.presentation.windows.parts import said_window
from sc_bot.presentation.windows.promises import DueDraft, PromiseDraft, promise_window, redate_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments import changing, providing
from sc_bot.usecases.commitments.making import Promise, make_commitment
from sc_bot.usecases.commitments.seeing import see_commitment
from sc_bot.usecases.deadlocks.waiting import block
from sc_bot.usecases.followups.quiet import snooze
from sc_bot.usecases.problems.seeing import see_problem


def on_make(bot: Bot, ack: Ack, body: Body) -> None:
    """A promise: its date is shown first; sent again as it was shown, it is kept."""
    asked, given, kept = asked_by_interaction(bot, body), values_of(body), Kept.of(body)
    words = listener(bot, asked).words
    due = _due(bot, ack, asked, words, kept, given)
    if due is None:
        return
    if due.chosen is None:
        draft = promise_draft(given, kept.reference, shown_now(due), is_vague=is_vague(given.get("what") or ""))
        alone = see_problem(bot.database, asked, kept.reference).view.is_alone
        ack({"response_action": "update", "view": promise_window(words, replace(draft, is_alone=alone))})
        return
    promise = Promise(
        what=given.get("what") or "",
        due=due.chosen,
        zone=due.zone,
        owner=given.get("owner"),
        expected=given.get("expected") or "",
        depends_on=_references(given.get("depends_on")),
        sort=given.get("sort") or "",
        rolls_out=_tryout(kept.was),
        confirm_reason=given.get("confirm_reason"),
    )
    _say(bot, ack, asked, make_commitment(bot.database, asked, kept.reference, promise))


def _tryout(was: str) -> int | None:
    """The try-out that a promise rolls out, if the window carries one."""
    number = was.removeprefix("+")
    return int(number[:6]) if was.startswith("+") and number.isascii() and number.isdecimal() else None


def promise_draft(given: Values, reference: str, due: DueDraft, *, is_vague: bool = False) -> PromiseDraft:
    """What the window holds, to be shown again."""
    return PromiseDraft(
        reference=reference,
        due=due,
        what=given.get("what") or "",
        owner=given.get("owner"),
        expected=given.get("expected") or "",
        depends_on=given.get("depends_on") or "",
        sort=given.get("sort"),
        is_vague=is_vague,
    )


def on_redate(bot: Bot, ack: Ack, body: Body) -> None:
    """Another date, shown first."""
    asked, given, kept = asked_by_interaction(bot, body), values_of(body), Kept.of(body)
    words = listener(bot, asked).words
    due = _due(bot, ack, asked, words, kept, given)
    if due is None:
        return
    if due.chosen is None:
        seen = see_commitment(bot.database, asked, kept.reference)
        if isinstance(seen, Faster):
            _say(bot, ack, asked, seen)
            return
        ack({"response_action": "update", "view": redate_window(words, seen.view, shown_now(due), _reason(given))})
        return
    new = changing.NewDate(
        due=due.chosen,
        zone=due.zone,
        reason=_reason(given),
        was=kept.was,
        confirm_reason=given.get("confirm_reason"),
    )
    _say(bot, ack, asked, changing.redate_commitment(bot.database, asked, kept.reference, new))


def on_done(bot: Bot, ack: Ack, body: Body) -> None:
    """Kept, with what shows it."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    evidence, confirm = given.get("evidence") or "", given.get("confirm_reason")
    _say(bot, ack, asked, changing.keep_commitment(bot.database, asked, context_of(body), evidence, confirm))


def on_blocked(bot: Bot, ack: Ack, body: Body) -> None:
    """Blocked: what is needed, of whom."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    need = changing.Need(
        needs=given.get("needs") or "",
        person=given.get("person"),
        waits_for=_references(given["depends_on"]) if "depends_on" in given else None,
        confirm_reason=given.get("confirm_reason"),
    )
    _say(bot, ack, asked, block(bot.database, asked, context_of(body), need))


def on_hand(bot: Bot, ack: Ack, body: Body) -> None:
    """Somebody is asked to take it over."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    _say(bot, ack, asked, changing.hand_commitment(bot.database, asked, context_of(body), given.get("owner") or ""))


def on_cancel(bot: Bot, ack: Ack, body: Body) -> None:
    """Given up, and why."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    confirm = given.get("confirm_reason")
    _say(bot, ack, asked, changing.cancel_commitment(bot.database, asked, context_of(body), _reason(given), confirm))


def on_decline(bot: Bot, ack: Ack, body: Body) -> None:
    """Not taken over, and why."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    confirm = given.get("confirm_reason")
    _say(bot, ack, asked, changing.decline_commitment(bot.database, asked, context_of(body), _reason(given), confirm))


def on_provided(bot: Bot, ack: Ack, body: Body) -> None:
    """What was needed is there, with a word about it."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    evidence, confirm = given.get("evidence") or "", given.get("confirm_reason")
    _say(bot, ack, asked, providing.provide_need(bot.database, asked, context_of(body), evidence, confirm))


def on_cannot(bot: Bot, ack: Ack, body: Body) -> None:
    """What is needed does not come from them, and why."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    confirm = given.get("confirm_reason")
    _say(bot, ack, asked, providing.withhold_need(bot.database, asked, context_of(body), _reason(given), confirm))


def on_snooze(bot: Bot, ack: Ack, body: Body) -> None:
    """Silence until a day."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    until = date.fromisoformat(given.get("until") or "")
    _say(bot, ack, asked, snooze(bot.database, asked, context_of(body), until))


def _due(bot: Bot, ack: Ack, asked: Asked, words: Words, kept: Kept, given: Values) -> DueDraft | None:
    """The date of a window; None when none can be read, which is said on its field."""
    try:
        return draft_of(bot, asked, words, kept, wanted_of(given))
    except NotRead as why:
        ack({"response_action": "errors", "errors": {"due": why.sentence}})
        return None


def _reason(given: Values) -> str:
    return given.get("reason") or ""


def _references(text: object) -> tuple[str, ...]:
    return tuple(each.strip() for each in str(text or "").replace(";", ",").split(",") if each.strip())


def _say(bot: Bot, ack: Ack, asked: Asked, answer: Answer) -> None:
    """What happened takes the window's place."""
    bot.wake()
    to = listener(bot, asked)
    ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})
