"""Windows about lessons, sent: each reads its fields, calls its use case, and says what was recorded."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import listener, worded_for
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, draft_of, shown_now, wanted_of
from handlers.payloads import Values, asked_by_interaction, context_of, values_of
from sc_bot.domain.answers import Answer
from sc_bot.domain.lesson_rights import LessonAct
from sc_bot.ports import Database
from sc_bot.presentation.windows.lessons import later_window
from sc_bot.presentation.windows.parts import said_window
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.lessons import taking, writing
from sc_bot.usecases.lessons.asking import Practice, note_practice
from sc_bot.usecases.lessons.offering import Targets, offer_lesson
from sc_bot.usecases.lessons.seeing import see_lesson_to
from sc_bot.usecases.lessons.writing import Draft

Handler = Callable[[Bot, Ack, Body], None]


def on_practice(bot: Bot, ack: Ack, body: Body) -> None:
    """What works is reported."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    practice = Practice(
        what=given.get("what") or "",
        where=given.get("where"),
        since=given.get("since"),
        show_name=bool(given.get("show_name")),
        confirm_reason=given.get("confirm_reason"),
    )
    _say(bot, ack, asked, note_practice(bot.database, asked, practice))


def _writes(write: Callable[[Database, Asked, str, Draft], Answer]) -> Handler:
    """The four fields."""

    def handler(bot: Bot, ack: Ack, body: Body) -> None:
        asked = asked_by_interaction(bot, body)
        _say(bot, ack, asked, write(bot.database, asked, context_of(body), _draft(values_of(body))))

    return handler


def _draft(given: Values) -> Draft:
    return Draft(
        context=given.get("context") or "",
        change=given.get("change") or "",
        result=given.get("result") or "",
        conditions=given.get("conditions") or "",
        confirm_reason=given.get("confirm_reason"),
    )


def _says(field: str, act: Callable[[Database, Asked, str, str, str | None], Answer]) -> Handler:
    """One field."""

    def handler(bot: Bot, ack: Ack, body: Body) -> None:
        asked, given = asked_by_interaction(bot, body), values_of(body)
        words, confirm = given.get(field) or "", given.get("confirm_reason")
        _say(bot, ack, asked, act(bot.database, asked, context_of(body), words, confirm))

    return handler


def on_offer(bot: Bot, ack: Ack, body: Body) -> None:
    """Offered, to institutions and continua."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    targets = Targets(institutions=tuple(given.get("institutions") or ()), continua=tuple(given.get("continua") or ()))
    _say(bot, ack, asked, offer_lesson(bot.database, asked, context_of(body), targets))


def on_redact(bot: Bot, ack: Ack, body: Body) -> None:
    """Words are removed."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    _say(bot, ack, asked, writing.redact_lesson(bot.database, asked, context_of(body), given.get("words") or ""))


def _dates(act: LessonAct) -> Handler:
    """A date: shown first; sent again as it was shown, it is saved."""

    def handler(bot: Bot, ack: Ack, body: Body) -> None:
        asked, given, kept = asked_by_interaction(bot, body), values_of(body), Kept.of(body)
        words = listener(bot, asked).words
        see_lesson_to(bot.database, asked, kept.reference, act)
        try:
            due = draft_of(bot, asked, words, kept, wanted_of(given))
        except NotRead as why:
            ack({"response_action": "errors", "errors": {"due": why.sentence}})
            return
        if due.chosen is None:
            ack({"response_action": "update", "view": later_window(words, kept.reference, act, shown_now(due))})
            return
        _say(bot, ack, asked, taking.later_lesson(bot.database, asked, kept.reference, due.chosen.day, act))

    return handler


def _say(bot: Bot, ack: Ack, asked: Asked, answer: Answer) -> None:
    """What happened takes the window's place."""
    bot.wake()
    to = listener(bot, asked)
    ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})


WINDOWS: dict[str, Handler] = {
    "bravo.report": on_practice,
    "lesson.draft": _writes(writing.draft_lesson),
    "lesson.correct": _writes(writing.correct_lesson),
    "lesson.send_back": _says("missing", writing.send_back_lesson),
    "lesson.offer": on_offer,
    "lesson.adapt": _says("how", taking.adapt_lesson),
    "lesson.decline": _says("reason", taking.decline_lesson),
    "lesson.later": _dates(LessonAct.LATER),
    "lesson.not_yet": _dates(LessonAct.NOT_YET),
    "lesson.in_place": _says("result", taking.in_place_lesson),
    "lesson.give_up": _says("reason", taking.give_up_lesson),
    "lesson.redact": on_redact,
}
