"""`/sc away`: what was typed fills the window, where its days stand with their weekdays before anything is saved."""

import re
from dataclasses import dataclass
from datetime import date

from slack_bolt import Ack

from handlers.answering import in_a_window, listener, say, worded
from handlers.bot import Body, Bot
from handlers.payloads import Values, asked_by_command, asked_by_interaction, context_of, decoded, in_slack, values_of
from sc_bot.domain.covering import local_day
from sc_bot.domain.refusals import Refused, Why
from sc_bot.due_dates.spans import read_span
from sc_bot.presentation.windows.absences import DELEGATES, Draft, Shown, away_window
from sc_bot.presentation.windows.parts import said_window
from sc_bot.usecases import absences
from sc_bot.usecases.asking import Asked


@dataclass(frozen=True, slots=True)
class Typed:
    """A command taken apart: the days in words, who is mentioned, and whether somebody is before the days."""

    days: str
    mentioned: tuple[str, ...]
    begins_with_somebody: bool


def on_away(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """`/sc away 24 déc - 4 janv @delegate`, or alone."""
    asked, typed = asked_by_command(bot, body), _typed(body)
    whose, mentioned = absences.about(bot.database, asked, typed.mentioned, first_is_whom=typed.begins_with_somebody)
    words = listener(bot, asked).words
    span = read_span(typed.days, language=words.language, now=asked.now, agenda=whose.agenda) if typed.days else None
    draft = Draft(
        first_day=span.first if span else None,
        last_day=span.last if span else None,
        delegates=mentioned[: len(DELEGATES)],
        unread=bool(typed.days) and span is None,
    )
    _open(bot, asked, body, whose, draft)
    ack()


def on_own(bot: Bot, ack: Ack, body: Body) -> None:
    """One's own window, from the settings."""
    asked = asked_by_interaction(bot, body)
    whose, _ = absences.about(bot.database, asked, (), first_is_whom=False)
    _open(bot, asked, body, whose, Draft())
    ack()


def on_plan(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The facilitator looks at somebody, who is or will be away: their window opens over this one."""
    asked = asked_by_interaction(bot, body)
    community, _, slack_id = str(action.get("value") or "").partition(" ")
    if not community.isdecimal():
        raise Refused(Why.OLD_WINDOW)
    _open(bot, asked, body, absences.of_person(bot.database, asked, int(community), slack_id), Draft())
    ack()


def _open(bot: Bot, asked: Asked, body: Body, whose: absences.Whose, draft: Draft) -> None:
    words, community = listener(bot, asked).words, whose.place.community
    shown = Shown(
        name=None if whose.own else whose.person.name or whose.person.id,
        known=whose.known,
        covers=tuple((each.person.name, each.cover.name, each.absence) for each in whose.covers if whose.own),
        names_delegates=whose.can_name_delegates,
        today=local_day(community, whose.person, asked.now),
    )
    view = away_window(words, community, shown, draft, f"{whose.place.id} {whose.person.slack_id}")
    bot.open_window(body, view, words.t("The window did not open. Please try again."))


def _typed(body: Body) -> Typed:
    _, _, rest = str(body.get("text") or "").strip().partition(" ")
    people = in_slack(rest)
    days = re.sub(r"@\S+", " ", decoded(rest)) if people or "@" in rest else decoded(rest)
    return Typed(days.strip(" ,;"), people, rest.lstrip().startswith("<@") and bool(people))


def on_save(bot: Bot, ack: Ack, body: Body) -> None:
    """The window of an absence was sent."""
    asked = asked_by_interaction(bot, body)
    community, _, slack_id = context_of(body).partition(" ")
    if not community.isdecimal():
        raise Refused(Why.OLD_WINDOW)
    answer = absences.set_away(bot.database, asked, int(community), slack_id, _leave(values_of(body)))
    bot.wake()
    ack({"response_action": "update", "view": said_window(listener(bot, asked).words, worded(bot, asked, answer))})


def on_back(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Back again, or a plan called off."""
    asked, number = asked_by_interaction(bot, body), str(action.get("value") or "")
    if not number.isdecimal():
        raise Refused(Why.OLD_WINDOW)
    message = worded(bot, asked, absences.back_early(bot.database, asked, int(number)))
    bot.wake()
    words = listener(bot, asked).words
    if in_a_window(body):
        bot.change_window(body, said_window(words, message), message.text)
    else:
        say(bot, body, words, message)
    ack()


def _leave(values: Values) -> absences.Leave:
    named = ((values.get(f"delegate_{each}") or None, values.get(f"continuum_{each}") or None) for each in DELEGATES)
    return absences.Leave(
        first_day=_day(values.get("first_day")), last_day=_day(values.get("last_day")), delegates=tuple(named)
    )


def _day(chosen: object) -> date | None:
    try:
        return date.fromisoformat(str(chosen)) if chosen else None
    except ValueError:
        return None
