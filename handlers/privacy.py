"""`/sc privacy`: what becomes of one's words; for the privacy officer, one person's data and the registers."""

from datetime import date
from typing import Any

from slack_bolt import Ack

from handlers.answering import listener, worded
from handlers.bot import Body, Bot, private
from handlers.payloads import asked_by_command, asked_by_interaction, context_of, number_of, values_of
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation import privacy
from sc_bot.presentation.windows.parts import WindowJson, message_window, said_window
from sc_bot.presentation.windows.privacy import erase_window, incident_window, person_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.keeping import officer
from sc_bot.usecases.pulse.answering import today_in


def on_privacy(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """`/sc privacy`."""
    asked = asked_by_command(bot, body)
    ack(private(privacy.front(listener(bot, asked).words, officer.see_privacy(bot.database, asked))))


def on_person(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Whose data?"""
    asked, community = _asked(bot, body, action)
    officer.officer_in(bot.database, asked, community)
    words = listener(bot, asked).words
    _open(bot, body, words, person_window(words, community))
    ack()


def on_person_chosen(bot: Bot, ack: Ack, body: Body) -> None:
    """A file is made; or the window says what an erasure does."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    community, person = _number(context_of(body)), str(given.get("person") or "")
    words = listener(bot, asked).words
    if given.get("act") == "erase":
        view = erase_window(words, officer.see_erasure(bot.database, asked, community, person))
    else:
        officer.ask_for_person(bot.database, asked, community, person)
        bot.wake()
        view = said_window(words, privacy.preparing(words))
    ack({"response_action": "update", "view": view})


def on_erase(bot: Bot, ack: Ack, body: Body) -> None:
    """The erasure was confirmed."""
    asked = asked_by_interaction(bot, body)
    community, _, person = context_of(body).partition(" ")
    words, confirmed = listener(bot, asked).words, bool(values_of(body).get("confirmed"))
    answer = officer.erase(bot.database, asked, _number(community), person, confirmed=confirmed)
    bot.wake()
    ack({"response_action": "update", "view": said_window(words, worded(bot, asked, answer))})


def on_accesses(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The access log."""
    asked, community = _asked(bot, body, action)
    lines, words = officer.see_accesses(bot.database, asked, community), listener(bot, asked).words
    _open(bot, body, words, message_window(words, words.t("Access log"), privacy.access_log(words, lines)))
    ack()


def on_incidents(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The register of incidents."""
    asked, community = _asked(bot, body, action)
    found, words = officer.see_incidents(bot.database, asked, community), listener(bot, asked).words
    _open(bot, body, words, message_window(words, words.t("Incidents"), privacy.register(words, found)))
    ack()


def on_incident(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """An incident is to be recorded."""
    asked, community = _asked(bot, body, action)
    today = today_in(officer.officer_in(bot.database, asked, community).place, asked.now)
    words = listener(bot, asked).words
    _open(bot, body, words, incident_window(words, community, today))
    ack()


def on_incident_told(bot: Bot, ack: Ack, body: Body) -> None:
    """An incident was recorded."""
    asked, given = asked_by_interaction(bot, body), values_of(body)
    day = str(given.get("day") or "")
    said = officer.Said(
        day=date.fromisoformat(day) if day else None,
        what=_text(given.get("what")),
        kinds=_text(given.get("kinds")),
        people=_text(given.get("people")),
        risk=str(given.get("risk") or "undecided"),
        measures=_text(given.get("measures")),
        notified=tuple(given.get("notified") or ()),
        confirm_reason=given.get("confirm_reason"),
    )
    answer = officer.record_incident(bot.database, asked, _number(context_of(body)), said)
    ack({"response_action": "update", "view": said_window(listener(bot, asked).words, worded(bot, asked, answer))})


def _asked(bot: Bot, body: Body, action: Body) -> tuple[Asked, int]:
    return asked_by_interaction(bot, body), _number(str(action.get("value") or ""))


def _open(bot: Bot, body: Body, words: Words, view: WindowJson) -> None:
    bot.open_window(body, view, words.t("The window did not open. Please try again."))


def _number(context: str) -> int:
    number = number_of(context)
    if number is None:
        raise Refused(Why.OLD_WINDOW)
    return number


def _text(given: Any) -> str:  # noqa: ANN401 - a window's value
    return str(given or "")


BUTTONS = {
    "privacy.person": on_person,
    "privacy.accesses": on_accesses,
    "privacy.incident": on_incident,
    "privacy.incidents": on_incidents,
}
WINDOWS = {
    "privacy.person": on_person_chosen,
    "privacy.erase": on_erase,
    "privacy.incident": on_incident_told,
}
VERBS = {"privacy": on_privacy, "confidentialité": on_privacy, "confidentialite": on_privacy}
