"""Windows sent: each reads its fields, calls its use case, closes."""

from typing import Any

from slack_bolt import Ack

from handlers.answering import listener, worded_for
from handlers.bot import Body, Bot
from handlers.closing import close_window
from handlers.payloads import Values, access_of, asked_by_interaction, context_of, place_and_institution, values_of
from handlers.similar import with_similar
from sc_bot.domain.answers import Answer
from sc_bot.domain.problems import Closing, Severity
from sc_bot.presentation.tone import gently
from sc_bot.presentation.windows.parts import said_window
from sc_bot.presentation.windows.reporting import NOT_KNOWN
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems import author, director, facilitator
from sc_bot.usecases.problems.report import Report, report_problem


def on_report(bot: Bot, ack: Ack, body: Body) -> None:
    """A report from the window; the answer takes the window's place.

    Who listens is read first: once the report is stored, nothing can fail any more.
    """
    asked = asked_by_interaction(bot, body)
    to = listener(bot, asked)
    report = _report(values_of(body))
    answer = report_problem(bot.database, asked, report)
    bot.wake()
    said = gently(to.words, worded_for(to, asked, answer), report.description, report.suggestion)
    said = with_similar(bot, asked, to, answer, report.description, said)
    ack({"response_action": "update", "view": said_window(to.words, said)})


def _report(values: Values) -> Report:
    flags = values.get("flags") or ()
    community, institution = place_and_institution(values.get("institution"))
    return Report(
        community=community,
        description=values.get("description") or "",
        institution=None if institution == NOT_KNOWN else institution,
        continuum=values.get("continuum"),
        severity=Severity(int(values.get("severity") or Severity.DELAY)),
        concerned=tuple(values.get("concerned") or ()),
        noticed_by_clients="clients" in flags,
        unresolvable="unresolvable" in flags,
        suggestion=values.get("suggestion"),
        on_behalf=values.get("on_behalf"),
        for_whom=values.get("for_whom"),
        show_name=bool(values["show_name"]) if "show_name" in values else None,
        keep_director_out="keep_out" in flags,
        access=access_of(values),
        confirm_reason=values.get("confirm_reason"),
    )


def on_return(bot: Bot, ack: Ack, body: Body) -> None:
    """Returned, with a reason."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    sent = director.Return(
        reason=given.get("reason") or "",
        institution=given.get("institution"),
        confirm_reason=given.get("confirm_reason"),
    )
    _close(bot, ack, asked, director.return_problem(bot.database, asked, context_of(body), sent), sent.reason)


def on_close(bot: Bot, ack: Ack, body: Body) -> None:
    """Closed, with a reason."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    sent = director.Close(
        closing=Closing(given["closing"]),
        reason=given.get("reason") or "",
        duplicate_of=given.get("duplicate_of"),
        access_after=given.get("access_after") or "",
        sort=given.get("sort") or "",
        time_freed=given.get("time_freed") or "",
        still_unsolvable={"yes": True, "no": False}.get(str(given.get("still"))),
        confirm_reason=given.get("confirm_reason"),
    )
    _close(bot, ack, asked, director.close_problem(bot.database, asked, context_of(body), sent), sent.reason)


def on_ask(bot: Bot, ack: Ack, body: Body) -> None:
    """A question to the author."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    answer = director.ask_author(
        bot.database, asked, context_of(body), _text(given, "question"), given.get("confirm_reason")
    )
    _close(bot, ack, asked, answer)


def on_update(bot: Bot, ack: Ack, body: Body) -> None:
    """News, for the author or internal."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    answer = director.update_problem(
        bot.database,
        asked,
        context_of(body),
        _text(given, "note"),
        internal=given.get("readers") == "internal",
        confirm=given.get("confirm_reason"),
    )
    _close(bot, ack, asked, answer)


def on_title(bot: Bot, ack: Ack, body: Body) -> None:
    """A neutral title."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    answer = director.title_problem(
        bot.database, asked, context_of(body), _text(given, "title"), given.get("confirm_reason")
    )
    _close(bot, ack, asked, answer)


def on_add_details(bot: Bot, ack: Ack, body: Body) -> None:
    """Details of the author."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    details, confirm = _text(given, "details"), given.get("confirm_reason")
    answer = author.add_details(bot.database, asked, context_of(body), details, confirm, access_of(given))
    _close(bot, ack, asked, answer)


def on_answer(bot: Bot, ack: Ack, body: Body) -> None:
    """The author's answer to a question."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    answer = author.answer_question(
        bot.database, asked, context_of(body), _text(given, "answer"), given.get("confirm_reason")
    )
    _close(bot, ack, asked, answer)


def on_escalate(bot: Bot, ack: Ack, body: Body) -> None:
    """The author asks that somebody else look at it."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    answer = author.escalate_problem(
        bot.database, asked, context_of(body), _text(given, "reason"), given.get("confirm_reason")
    )
    _close(bot, ack, asked, answer)


def on_quote(bot: Bot, ack: Ack, body: Body) -> None:
    """What changed, to be quoted without a name."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    answer = author.quote_author(
        bot.database, asked, context_of(body), _text(given, "quote"), given.get("confirm_reason")
    )
    _close(bot, ack, asked, answer)


def on_change_institution(bot: Bot, ack: Ack, body: Body) -> None:
    """The author chose another institution."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    _close(
        bot,
        ack,
        asked,
        author.change_institution(bot.database, asked, context_of(body), _text(given, "institution")),
    )


def on_reroute(bot: Bot, ack: Ack, body: Body) -> None:
    """The facilitator chose an institution."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    answer = facilitator.reroute_problem(
        bot.database,
        asked,
        context_of(body),
        _text(given, "institution"),
        _text(given, "reason"),
        given.get("confirm_reason"),
    )
    _close(bot, ack, asked, answer)


def on_assign(bot: Bot, ack: Ack, body: Body) -> None:
    """The support committee named the lead."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    answer = facilitator.assign_lead(
        bot.database,
        asked,
        context_of(body),
        _text(given, "institution"),
        _text(given, "reason"),
        given.get("confirm_reason"),
    )
    _close(bot, ack, asked, answer)


def on_redact(bot: Bot, ack: Ack, body: Body) -> None:
    """Identifying detail flagged."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    _close(
        bot,
        ack,
        asked,
        facilitator.redact_problem(bot.database, asked, context_of(body), _text(given, "words")),
    )


def _text(given: dict[str, Any], field: str) -> str:
    return given.get(field) or ""


def _close(bot: Bot, ack: Ack, asked: Asked, answer: Answer, written: str = "") -> None:
    """Close the window; somebody faster is said in its place."""
    close_window(bot, ack, asked, answer, written)
