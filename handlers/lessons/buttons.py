"""Buttons about lessons: some act at once and say so, the others open the window in which one says how, why or when."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import Listener, in_a_window, is_ephemeral, listener, say, worded
from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, draft_of, wanted_of, with_chosen
from handlers.payloads import asked_by_interaction, reference_of, values_of
from sc_bot.domain.answers import Answer
from sc_bot.domain.due import due_from
from sc_bot.domain.lesson_rights import LessonAct
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Message
from sc_bot.presentation import lessons
from sc_bot.presentation.windows import lessons as windows
from sc_bot.presentation.windows.parts import WindowJson, message_window, said_window
from sc_bot.presentation.windows.promises import DueDraft
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.lessons import taking, writing
from sc_bot.usecases.lessons.seeing import LessonSeen, list_lessons, see_lesson, see_lesson_to

Handler = Callable[[Bot, Ack, Body, Body], None]
MOST_FIGURES = 6  # of a page's number in a button; a longer one is not ours


def on_see(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """One lesson, whole, in a window: with what one can do."""
    asked = asked_by_interaction(bot, body)
    view = see_lesson(bot.database, asked, reference_of(action))
    words = listener(bot, asked).words
    sorry = words.t("The window did not open. Please try again.")
    bot.open_window(body, message_window(words, view.reference, lessons.whole(words, view)), sorry)
    ack()


def on_list(bot: Bot, ack: Ack, body: Body, _action: Body) -> None:
    """The list, from Home."""
    asked = asked_by_interaction(bot, body)
    to = listener(bot, asked)
    _show(bot, body, to, lessons.listing(to.words, list_lessons(bot.database, asked)))
    ack()


def on_page(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Another page, in place of the one that stands there."""
    asked = asked_by_interaction(bot, body)
    skipped, _, sought = str(action["value"]).partition(" ")
    if not (skipped.isascii() and skipped.isdecimal() and len(skipped) <= MOST_FIGURES):
        raise Refused(Why.OLD_WINDOW)
    to = listener(bot, asked)
    _show(bot, body, to, lessons.listing(to.words, list_lessons(bot.database, asked, sought, int(skipped))))
    ack()


def _show(bot: Bot, body: Body, to: Listener, message: Message) -> None:
    if in_a_window(body):
        bot.change_window(body, message_window(to.words, to.words.t("Lessons"), message), "")
    elif is_ephemeral(body):
        bot.answer_in_place(body, message)
    elif body.get("response_url"):
        bot.answer_privately(body, message)
    else:
        sorry = to.words.t("The window did not open. Please try again.")
        bot.open_window(body, message_window(to.words, to.words.t("Lessons"), message), sorry)


def at_once(act: Callable[[Database, Asked, str], Answer]) -> Handler:
    """A button that acts when it is pressed; what was recorded is said, in place of the window if it stands in one."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        answer = act(bot.database, asked, reference_of(action))
        bot.wake()
        words, message = listener(bot, asked).words, worded(bot, asked, answer)
        if in_a_window(body):
            bot.change_window(body, said_window(words, message), message.text)
        else:
            say(bot, body, words, message)
        ack()

    return handler


Open = Callable[[Words, LessonSeen], WindowJson]


def opens(act: LessonAct, make: Open) -> Handler:
    """A button that opens a window, for those who may send it."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        seen = see_lesson_to(bot.database, asked, reference_of(action), act)
        words = listener(bot, asked).words
        bot.open_window(body, make(words, seen), words.t("The window did not open. Please try again."))
        ack()

    return handler


def _writes(act: LessonAct) -> Handler:
    return opens(act, lambda words, seen: windows.draft_window(words, seen.view, act))


def _says(act: LessonAct) -> Handler:
    return opens(act, lambda words, seen: windows.text_window(words, seen.view, act))


def _dates(act: LessonAct) -> Handler:
    def make(words: Words, seen: LessonSeen) -> WindowJson:
        reference = f"{seen.view.reference} {seen.view.answers_for}"
        return windows.later_window(words, reference, act, DueDraft())

    return opens(act, make)


def on_due(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """One of the dates that the words can mean, chosen; the window shows it, and saves nothing yet."""
    asked, kept, given = asked_by_interaction(bot, body), Kept.of(body), values_of(body)
    act = LessonAct(str(body["view"]["callback_id"]).removeprefix("lesson."))
    see_lesson_to(bot.database, asked, kept.reference, act)
    words, wanted = listener(bot, asked).words, wanted_of(given)
    try:
        due = with_chosen(draft_of(bot, asked, words, kept, wanted), due_from(str(action["value"])))
    except NotRead:  # other words were typed meanwhile: said on their field when the window is sent
        due = DueDraft(words=wanted.words, picked=wanted.picked)
    bot.change_window(body, windows.later_window(words, kept.reference, act, due), "")
    ack()


BUTTONS: dict[str, Handler] = {
    "lesson.see": on_see,
    "lesson.adopt": at_once(taking.adopt_lesson),
    "lesson.adapt": _says(LessonAct.ADAPT),
    "lesson.decline": _says(LessonAct.DECLINE),
    "lesson.later": _dates(LessonAct.LATER),
    "lesson.in_place": _says(LessonAct.IN_PLACE),
    "lesson.not_yet": _dates(LessonAct.NOT_YET),
    "lesson.give_up": _says(LessonAct.GIVE_UP),
    "lesson.validate": at_once(writing.validate_lesson),
    "lesson.send_back": _says(LessonAct.SEND_BACK),
    "lesson.draft": _writes(LessonAct.DRAFT),
    "lesson.pass": at_once(writing.pass_lesson),
    "lesson.offer": opens(LessonAct.OFFER, lambda words, seen: windows.offer_window(words, seen.view, seen.community)),
    "lesson.correct": _writes(LessonAct.CORRECT),
    "lesson.show_name": at_once(writing.show_lesson_name),
    "lesson.redact": _says(LessonAct.REDACT),
    **{f"lesson.due_{number}": on_due for number in range(1, 6)},
}
PLAIN_BUTTONS: dict[str, Handler] = {"lesson.list": on_list, "lesson.page": on_page, "lesson.page_back": on_page}
