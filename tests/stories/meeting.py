"""What people do about meetings in the stories: read the agenda, lead the meeting from its window, read the minutes."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sc_bot.playground.model import Message, View
from sc_bot.usecases.meetings.making import make_agendas
from tests.house import Town
from tests.stories.looking import buttons, fields, text_of, window
from tests.stories.promising import told

VAL_SAUVAGE = ZoneInfo("America/Toronto")
MODERATOR, FACILITATOR = "MOD-1", "ADV-1"
ROOM = "cs-soutien"
HEAD = "Comité de soutien · mardi 1er\u00a0décembre à 13\u00a0h\u00a030"


def at(town: Town, day: str, hour: time = time(8, 1)) -> int:
    """Move the clock to an hour in Val-Sauvage, make the agendas that are due, deliver; returns how many were made."""
    town.clock.now = datetime.combine(date.fromisoformat(day), hour, VAL_SAUVAGE).astimezone(UTC)
    made = make_agendas(town.house.worker_database, town.clock.now)
    town.deliver()
    return made


def agenda_of(town: Town, who: str, head: str = HEAD) -> Message:
    """Somebody's agenda, which is one message."""
    found = [each for each in told(town, who, head) if "Compte rendu" not in each.text]
    assert len(found) == 1, [each.text for each in told(town, who, "")]
    return found[0]


def opened(town: Town, who: str, message: Message, action: str, field: str = "") -> View:
    """Press a button of a message, and wait for its window."""
    person = town.person(who)
    person.presses(message, action)
    return window(town, person, field)


def wall(town: Town) -> Message:
    """What hangs on the wall: one message in the committee's channel."""
    town.deliver()
    channel = town.slack.workspace.named(ROOM)
    assert channel is not None
    (message,) = [each for each in channel.messages if not each.deleted]
    return message


def started(town: Town, who: str = MODERATOR, present: tuple[str, ...] = ("SC-1", "HSF-MD")) -> View:
    """The meeting begins from the agenda's button; returns the window of its first item."""
    view = opened(town, who, agenda_of(town, who), "meeting.run", "present")
    town.person(who).submits(view, {"present": list(present)})
    town.deliver()
    return window(town, town.person(who))


def saves(town: Town, who: str = MODERATOR, /, **values: object) -> View:
    """Fill in the window of the current item and save it, twice where promises are shown first; returns the next."""
    person = town.person(who)
    view = window(town, person, "outcome")
    item = str(view.payload["private_metadata"]).split()[1]
    person.submits(view, values)
    if values.get("promises"):
        shown = window(town, person)
        assert str(shown.payload["private_metadata"]).split()[1] == item, text_of(shown)
        person.submits(shown, {})
    town.deliver()
    return window(town, person)


def ended(town: Town, who: str = MODERATOR) -> None:
    """End it from the window."""
    person = town.person(who)
    view = window(town, person)
    if fields(view):
        person.presses(view, "meeting.finish")
        assert town.slack.wait_for(lambda: person.modal is not None and not fields(person.modal))
        view = window(town, person)
    person.submits(view, {})
    person.closes(window(town, person), everything=True)
    town.deliver()


def draft_of(town: Town, who: str = MODERATOR) -> Message:
    """The minutes that wait for approval."""
    return next(each for each in reversed(told(town, who, "")) if "meeting.approve" in buttons(each))
