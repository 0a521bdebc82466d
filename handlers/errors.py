"""Refusals, outages and crashes are answered here: where Slack shows it, with what to do next.

Command: a reply with the text given back. Window: an error on its field. Button: `response_url`. An event that could
not be stored: 503 (over Socket Mode, no ack), so that Slack sends it again.
"""

import json
from secrets import token_hex
from typing import Any

import structlog
from slack_bolt import BoltResponse

from handlers.answering import Listener, listener, say
from handlers.bot import Body, Bot, private
from handlers.payloads import asked_by_command, asked_by_interaction, typed, values_of
from handlers.problems.drafting import draft_of
from handlers.visitors import look_up
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.safe_traceback import traceback_without_words
from sc_bot.ports import InDoubt, NotAvailable
from sc_bot.presentation import refusals, replies
from sc_bot.presentation.giving_back import given_back
from sc_bot.presentation.windows.confirming import with_confirmation
from sc_bot.presentation.words import Words

log = structlog.get_logger()


def on_error(bot: Bot, error: Exception, body: Body) -> BoltResponse:
    """Answer what a listener raised."""
    if isinstance(error, Refused):
        return _refused(bot, error, body)
    number = token_hex(2).upper()
    if isinstance(error, NotAvailable):
        bot.trouble("not_recorded")
        log.warning("not_recorded", number=number, payload=_kind(body), in_doubt=isinstance(error, InDoubt))
    else:
        bot.trouble("crashed")
        where = traceback_without_words(error)
        log.error("handler_crashed", number=number, payload=_kind(body), where=where)
    return _not_recorded(bot, number, body, in_doubt=isinstance(error, InDoubt))


def _refused(bot: Bot, refused: Refused, body: Body) -> BoltResponse:
    kind = _kind(body)
    if kind == "event":
        return BoltResponse(status=200)
    if refused.why is Why.NOT_LISTED:
        look_up(bot, asked_by_interaction(bot, body))
    to = _listener(bot, body)
    sentence = refusals.refused(to.words, refused)
    if kind == "command":
        return _reply(bot, body, to.words, sentence, _to_copy(to.words, body) if refused.why in _GIVEN_BACK else "")
    if kind == "window":
        return _on_field(to.words, refused, sentence, body)
    say(bot, body, to.words, *given_back(to.words, sentence, ""))
    return BoltResponse(status=200)


_GIVEN_BACK = frozenset({Why.TOO_LONG, Why.NO_COMMUNITY, Why.ARCHIVED})
"""Refusals that are no fault of the text; what identifies a patient is not repeated."""


def _to_copy(words: Words, body: Body) -> str:
    """The text of a command, to be copied: never with what identifies a patient, which nobody has looked for yet."""
    return draft_of(typed(body), words.language.value).text


def _reply(bot: Bot, body: Body, words: Words, sentence: str, text: str) -> BoltResponse:
    """Answer a command; what does not fit into the reply follows through its `response_url`."""
    first, *others = given_back(words, sentence, text)
    bot.answer_privately(body, *others)
    return _json(private(first))


def _on_field(words: Words, refused: Refused, sentence: str, body: Body) -> BoltResponse:
    """An error on the field; where a reason may be given, its input appears under it."""
    fields = list(values_of(body))
    if refused.why is Why.MAYBE_IDENTIFYING and "confirm_reason" not in fields:
        view = with_confirmation(words, body["view"], refused.field or "", sentence)
        return _json({"response_action": "update", "view": view})
    field = refused.field if refused.field in fields else fields[0] if fields else ""
    return _json({"response_action": "errors", "errors": {field: sentence}})


def _not_recorded(bot: Bot, number: str, body: Body, *, in_doubt: bool) -> BoltResponse:
    kind = _kind(body)
    if kind == "event":
        return BoltResponse(status=503)
    text = _to_copy(Words("fr"), body) if kind == "command" else ""
    sentence = replies.not_recorded(number, text_follows=bool(text))
    if kind == "command":
        sentence = replies.perhaps_recorded(number) if in_doubt and text else sentence
        return _reply(bot, body, Words("fr"), sentence, text)
    if kind == "window":
        return _json({"response_action": "errors", "errors": {next(iter(values_of(body)), ""): sentence}})
    say(bot, body, Words("fr"), *given_back(Words("fr"), sentence, ""))
    return BoltResponse(status=200)


def _listener(bot: Bot, body: Body) -> Listener:
    try:
        asked = asked_by_command(bot, body) if _kind(body) == "command" else asked_by_interaction(bot, body)
        return listener(bot, asked)
    except NotAvailable:
        return Listener(Words("fr"), None)


def _kind(body: Body) -> str:
    if "command" in body:
        return "command"
    if body.get("type") == "event_callback":
        return "event"
    return "window" if body.get("type") in ("view_submission", "view_closed") else "button"


def _json(body: dict[str, Any]) -> BoltResponse:
    return BoltResponse(status=200, body=json.dumps(body), headers={"Content-Type": "application/json;charset=utf-8"})
