"""Windows about meetings, sent. A window that leads a meeting is the next one as soon as something is saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from slack_bolt import Ack

from handlers.answering import listener, worded_for
from handlers.bot import Body, Bot
from handlers.meetings.showing import again, draft_of, meeting_window, number_of
from handlers.payloads import Values, asked_by_interaction, context_of, values_of
from sc_bot.domain.answers import Answer
from sc_bot.domain.common_answers import Met
from sc_bot.domain.meetings import Outcome
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.windows.meetings import ItemDraft
from sc_bot.presentation.windows.parts import said_window
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.meetings.closing import Closing, close_item, read_promises
from sc_bot.usecases.meetings.minutes import correct_minutes
from sc_bot.usecases.meetings.preparing import Topic, add_item, move_meeting
from sc_bot.usecases.meetings.running import end_meeting, start_meeting


def on_add(bot: Bot, ack: Ack, body: Body) -> None:
    """An item for the next agenda."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    topic = Topic(
        topic=given.get("topic") or "",
        reference=given.get("reference") or "",
        minutes=number_of(given.get("minutes")) or 5,
        confirm_reason=given.get("confirm_reason"),
    )
    _say(bot, ack, asked, add_item(bot.database, asked, number_of(context_of(body)), topic))


def on_move(bot: Bot, ack: Ack, body: Body) -> None:
    """Another hour."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    day, hour = _day(given.get("day")), _hour(given.get("hour"))
    _say(bot, ack, asked, move_meeting(bot.database, asked, number_of(context_of(body)), day, hour))


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Refused(Why.PAST_DAY, field="day") from None


def _hour(value: object) -> time:
    try:
        return time.fromisoformat(str(value))
    except ValueError:
        raise Refused(Why.EMPTY, field="hour") from None


def on_start(bot: Bot, ack: Ack, body: Body) -> None:
    """It begins; the first item takes the window's place."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    meeting = number_of(context_of(body))
    _go_on(bot, ack, asked, start_meeting(bot.database, asked, meeting, tuple(given.get("present") or ())))


def on_item(bot: Bot, ack: Ack, body: Body) -> None:
    """What came of an item: its promises are shown first; sent again as they were shown, it is kept."""
    meeting, item, mark = _kept(body)
    asked, given = _once_an_item(asked_by_interaction(bot, body), item), values_of(body)
    draft = draft_of(given)
    closing = _closing(draft, mark, given)
    reading = read_promises(bot.database, asked, item, closing)
    if not reading.is_understood or reading.mark != mark:
        view = again(bot, asked, meeting, item, replace(draft, reading=reading, why=closing.confirm_reason or ""))
        ack({"response_action": "update", "view": view})
        return
    _go_on(bot, ack, asked, close_item(bot.database, asked, item, closing))


def _kept(body: Body) -> tuple[int, int, str]:
    """What the window carries: the meeting, the item, and the mark of what was shown."""
    meeting, item, mark = [*context_of(body).split(" "), "", "", ""][:3]
    return number_of(meeting), number_of(item), mark


def _once_an_item(asked: Asked, item: int) -> Asked:
    """One window leads through many items: each of them is saved once."""
    return replace(asked, request=f"{asked.request}:{item}")


def _closing(draft: ItemDraft, mark: str, given: Values) -> Closing:
    known = {each.value for each in Outcome}
    return Closing(
        outcome=Outcome(draft.outcome) if draft.outcome in known else Outcome.NOTHING,
        decided=draft.decided,
        lead=draft.lead,
        way=draft.way,
        promises=draft.promises,
        shown=mark,
        present=draft.present,
        confirm_reason=given.get("confirm_reason"),
    )


def on_end(bot: Bot, ack: Ack, body: Body) -> None:
    """It is over."""
    asked = replace(asked_by_interaction(bot, body), request=f"{body['view']['id']}:end")
    _say(bot, ack, asked, end_meeting(bot.database, asked, number_of(context_of(body))))


def on_correct(bot: Bot, ack: Ack, body: Body) -> None:
    """The words of decisions, put right."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    texts = {
        number_of(field.removeprefix("text_")): str(text or "")
        for field, text in given.items()
        if field.startswith("text_")
    }
    meeting, why = number_of(context_of(body)), given.get("confirm_reason")
    _say(bot, ack, asked, correct_minutes(bot.database, asked, meeting, texts, why))


def _go_on(bot: Bot, ack: Ack, asked: Asked, answer: Answer) -> None:
    """The meeting as it is now takes the window's place; whoever was too slow is told first."""
    bot.wake()
    to = listener(bot, asked)
    if isinstance(answer, Met):
        ack({"response_action": "update", "view": meeting_window(bot, asked, answer.meeting, to)})
    else:
        ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})


def _say(bot: Bot, ack: Ack, asked: Asked, answer: Answer) -> None:
    """What happened takes the window's place."""
    bot.wake()
    to = listener(bot, asked)
    ack({"response_action": "update", "view": said_window(to.words, worded_for(to, asked, answer))})


WINDOWS: dict[str, Callable[[Bot, Ack, Body], None]] = {
    "meeting.add": on_add,
    "meeting.move": on_move,
    "meeting.start": on_start,
    "meeting.item": on_item,
    "meeting.end": on_end,
    "meeting.correct": on_correct,
}
