"""`/sc settings`: what one chooses for oneself, in one window."""

from datetime import time
from typing import NoReturn

from slack_bolt import Ack

from handlers.answering import listener, worded
from handlers.bot import Body, Bot
from handlers.home import show_home
from handlers.payloads import Values, asked_by_command, asked_by_interaction, values_of
from sc_bot.domain.community import Community, Habits, Language
from sc_bot.domain.policies import QuietHours, Weekday, WeeklyDigest
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.windows.parts import said_window
from sc_bot.presentation.windows.settings import USUAL, settings_window
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.habits import choose_habits, habits_of


def on_settings(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """`/sc settings`."""
    _open(bot, asked_by_command(bot, body), body)
    ack()


def on_settings_button(bot: Bot, ack: Ack, body: Body) -> None:
    """The button of Home."""
    _open(bot, asked_by_interaction(bot, body), body)
    ack()


def _open(bot: Bot, asked: Asked, body: Body) -> None:
    member, words = habits_of(bot.database, asked), listener(bot, asked).words
    view = settings_window(words, member.place.community, member.person)
    bot.open_window(body, view, words.t("The window did not open. Please try again."))


def on_save(bot: Bot, ack: Ack, body: Body) -> None:
    """The window was sent; the answer, and Home, speak the language that was chosen."""
    asked = asked_by_interaction(bot, body)
    member = habits_of(bot.database, asked)
    answer = choose_habits(bot.database, asked, _habits(values_of(body), member.place.community, member.person.habits))
    bot.wake()
    ack({"response_action": "update", "view": said_window(listener(bot, asked).words, worded(bot, asked, answer))})
    show_home(bot, asked, only_if_open=True)


def _habits(values: Values, community: Community, before: Habits) -> Habits:
    digest = _digest(values, community.policies.weekly_digest) if "digest_day" in values else before.digest
    return Habits(language=_language(values.get("language")), digest=digest, quiet_hours=_quiet(values))


def _language(chosen: object) -> Language | None:
    if chosen in {None, USUAL}:
        return None
    return next((each for each in Language if each.value == chosen), None) or _old_window()


def _digest(values: Values, usual: WeeklyDigest) -> WeeklyDigest | None:
    """A day or an hour alone goes with the community's other half; none of both is no choice."""
    named, at = values.get("digest_day"), _hour(values.get("digest_at"))
    day = next((each for each in Weekday if each.name.lower() == named), None)
    if day is None and named not in {None, USUAL}:
        _old_window()
    if day is None and at is None:
        return None
    return WeeklyDigest(usual.weekday if day is None else day, at or usual.at)


def _quiet(values: Values) -> QuietHours | None:
    start, end = _hour(values.get("quiet_from")), _hour(values.get("quiet_to"))
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise Refused(Why.QUIET_HOURS, field="quiet_from" if start is None else "quiet_to")
    return QuietHours(start, end)


def _hour(chosen: object) -> time | None:
    if not chosen:
        return None
    try:
        return time.fromisoformat(str(chosen)).replace(tzinfo=None)
    except ValueError:
        return _old_window()


def _old_window() -> NoReturn:
    raise Refused(Why.OLD_WINDOW)
