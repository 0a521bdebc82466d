"""People: the facilitator changes who does what; anyone says where they work."""

from slack_bolt import Ack

from handlers.answering import Listener, listener, worded
from handlers.bot import Body, Bot
from handlers.payloads import Values, asked_by_command, asked_by_interaction, context_of, values_of
from sc_bot.domain.community import Role
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.windows.parts import said_window
from sc_bot.presentation.windows.people import (
    LINES,
    Shown,
    choose_window,
    person_window,
    place_window,
    saved_window,
)
from sc_bot.usecases import people
from sc_bot.usecases.asking import Asked


def on_people(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """`/sc people`: choose somebody."""
    _choose(bot, asked_by_command(bot, body), body)
    ack()


def on_manage(bot: Bot, ack: Ack, body: Body) -> None:
    """The button for the same."""
    _choose(bot, asked_by_interaction(bot, body), body)
    ack()


def _choose(bot: Bot, asked: Asked, body: Body) -> None:
    community = people.community_managed_by(bot.database, asked)
    to = listener(bot, asked)
    bot.open_window(body, choose_window(to.words, community), _sorry(to))


def on_chosen(bot: Bot, ack: Ack, body: Body) -> None:
    """Somebody was chosen: their place takes the window's place."""
    asked = asked_by_interaction(bot, body)
    community, slack_id = _number(context_of(body)), str(values_of(body).get("person") or "")
    found = people.managed(bot.database, asked, community, slack_id)
    shown = Shown(
        person=found.person,
        active=found.office.active,
        is_delegate=found.office.is_delegate,
        is_substitute=found.office.is_substitute,
    )
    words = listener(bot, asked).words
    view = person_window(words, found.community, shown, f"{community} {slack_id}")
    ack({"response_action": "update", "view": view})


def on_save(bot: Bot, ack: Ack, body: Body) -> None:
    """The facilitator saved somebody's place."""
    asked = asked_by_interaction(bot, body)
    community, _, slack_id = context_of(body).partition(" ")
    words, place = listener(bot, asked).words, _number(community)
    person = people.managed(bot.database, asked, place, slack_id).person
    people.save_person(bot.database, asked, place, slack_id, _office(values_of(body)))
    bot.wake()
    ack({"response_action": "update", "view": saved_window(words, person.name)})


def _office(values: Values) -> people.Office:
    stands_in = values.get("stands_in") or ()
    return people.Office(
        roles=tuple(Role(each) for each in values.get("roles") or ()),
        institution=values.get("institution"),
        line=_line(values),
        active=bool(values.get("active")),
        is_delegate="delegate" in stands_in,
        is_substitute="substitute" in stands_in,
        replaces=bool(values.get("replaces")),
    )


def on_place(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Say where one works: asked once after the first report, or from `/sc`."""
    asked = asked_by_interaction(bot, body)
    value = str(action.get("value") or "")
    home = people.home_of(bot.database, asked, int(value) if value.isdecimal() else None)
    to = listener(bot, asked)
    community = home.place.community
    view = place_window(to.words, community, home.person, settled=home.settled, context=str(home.place.id))
    bot.open_window(body, view, _sorry(to))
    ack()


def on_placed(bot: Bot, ack: Ack, body: Body) -> None:
    """Where one works was said."""
    asked, values = asked_by_interaction(bot, body), values_of(body)
    community = _number(context_of(body))
    institution = values.get("institution")
    if "institution" not in values:
        institution = people.home_of(bot.database, asked, community).person.institution
    work = people.Work(institution=institution, line=_line(values), community=community)
    answer = people.place_person(bot.database, asked, work)
    bot.wake()
    view = said_window(listener(bot, asked).words, worded(bot, asked, answer))
    ack({"response_action": "update", "view": view})


def _line(values: Values) -> int | None:
    chosen = str(values.get("line") or "")
    return int(chosen) if chosen in map(str, LINES) else None


def _number(context: str) -> int:
    if not context.isdecimal():
        raise Refused(Why.OLD_WINDOW)
    return int(context)


def _sorry(to: Listener) -> str:
    return to.words.t("The window did not open. Please try again.")
