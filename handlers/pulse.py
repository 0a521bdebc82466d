"""`/sc pulse`, its buttons and its window. What is chosen goes to one use case, which seals it."""

from collections.abc import Mapping

from slack_bolt import Ack

from handlers.answering import listener, worded
from handlers.bot import Body, Bot, private
from handlers.payloads import Values, asked_by_command, asked_by_interaction, context_of, values_of
from sc_bot.domain.pulse import DIMENSIONS, Dimension
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Message
from sc_bot.presentation import pulse
from sc_bot.presentation.windows.parts import message_window, said_window
from sc_bot.presentation.windows.pulse import pulse_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.pulse.answering import Given, begin_wave, hand_in, see_asking
from sc_bot.usecases.pulse.seeing import see_pulse

BEGIN = frozenset({"begin", "commencer"})


def on_pulse(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """The latest results; with `begin`, the facilitator begins one."""
    asked = asked_by_command(bot, body)
    if rest.casefold() in BEGIN:
        answer = worded(bot, asked, begin_wave(bot.database, asked))
        bot.wake()
        ack(private(answer))
    else:
        ack(private(_shown(bot, asked, all_=False)))


def _shown(bot: Bot, asked: Asked, *, all_: bool) -> Message:
    view = see_pulse(bot.database, asked)
    if view is None:
        raise Refused(Why.NO_COMMUNITY)
    return pulse.everything(view) if all_ else pulse.latest(view)


def on_all(bot: Bot, ack: Ack, body: Body) -> None:
    """All results that one may see, in a window."""
    asked = asked_by_interaction(bot, body)
    words = listener(bot, asked).words
    shown = _shown(bot, asked, all_=True)
    bot.open_window(body, message_window(words, words.t("The pulse"), shown), _did_not_open(words))
    ack()


def on_open(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The seven questions; or why not."""
    asked = asked_by_interaction(bot, body)
    words = listener(bot, asked).words
    view = see_asking(bot.database, asked, _wave(action.get("value")))
    bot.open_window(body, pulse_window(view), _did_not_open(words))
    ack()


def on_answer(bot: Bot, ack: Ack, body: Body) -> None:
    """An answer: sealed, stored, thanked for."""
    asked = asked_by_interaction(bot, body)
    answer = hand_in(bot.database, bot.sealing, asked, _wave(context_of(body)), _given(values_of(body)))
    ack({"response_action": "update", "view": said_window(listener(bot, asked).words, worded(bot, asked, answer))})


def _given(values: Values) -> Given:
    line = values.get("line")
    return Given(
        partner=str(values.get("partner") or ""),
        line=int(line) if line in {"1", "2", "3"} else None,
        steps=_steps(values),
    )


def _steps(values: Values) -> Mapping[Dimension, int]:
    chosen = {each: str(values.get(each.value) or "") for each in DIMENSIONS}
    return {each: int(step) for each, step in chosen.items() if step.isascii() and step.isdecimal()}


def _wave(value: object) -> int:
    number = str(value or "")
    if not (number.isascii() and number.isdecimal() and len(number) <= 9):  # noqa: PLR2004 - more digits are no wave's
        raise Refused(Why.OLD_WINDOW)
    return int(number)


def _did_not_open(words: Words) -> str:
    return words.t("The window did not open. Please try again.")
