"""What people do with promises in the stories: promise, press, fill in, read the list of the morning."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sc_bot.playground.model import Message, View
from sc_bot.usecases.followups.firing import take_due_steps
from sc_bot.usecases.followups.watching import watch
from sc_bot.usecases.lessons.following import ask_about_lessons
from tests.house import Town
from tests.stories.acting import REFERENCE, does, report
from tests.stories.looking import buttons, fields, window

BASTIEN, ROSALIE, SABRINA = "HSF-MD", "CVE-S1", "SC-1"
WHAT = "Envoyer le résumé de fin de chimio le jour même"
FIRST = f"{REFERENCE}.1"
VAL_SAUVAGE = ZoneInfo("America/Toronto")


def accepted(town: Town) -> None:
    """A report that the hospital's director has accepted; the window of the first promise is closed again."""
    report(town)
    does(town, BASTIEN, "problem.accept")
    director = town.person(BASTIEN)
    director.closes(window(town, director, "what"))


def promise(town: Town, due: str, /, *, what: str = WHAT, **values: object) -> View:
    """A first promise of the hospital's director."""
    accepted(town)
    return promise_more(town, due, what=what, **values)


def promise_more(town: Town, due: str, /, *, what: str = WHAT, **values: object) -> View:
    """Another one: its date is shown, then sent again as it was shown; returns what the window says at the end."""
    person = town.person(BASTIEN)
    card = next(each for each in reversed(person.messages) if "commitment.make" in buttons(each))
    person.presses(card, "commitment.make")
    person.submits(window(town, person, "what"), {"what": what, "due": due, **values})
    person.submits(window(town, person, "what"), {})
    town.deliver()
    assert person.modal is not None
    assert not fields(person.modal), person.modal.blocks
    return person.modal


def told(town: Town, who: str, fact: str) -> list[Message]:
    """The direct messages of the bot to somebody that hold a fact."""
    own = [each for each in town.person(who).messages if each.channel.startswith("D") and each.ephemeral_to is None]
    return [each for each in own if fact in each.text]


def lists(town: Town, who: str) -> list[Message]:
    """The morning lists that somebody has got."""
    return [each for each in told(town, who, "") if '"problem.list"' in str(each.blocks).replace("'", '"')]


def on(town: Town, who: str, action: str, reference: str = FIRST, /, **values: object) -> None:
    """Press a button about a promise where it stands, or choose it in its menu; fill in the window, if one opens."""
    person = town.person(who)
    message = next(each for each in reversed(person.messages) if _offers(each, action, reference))
    if f"'{action} {reference}'" in str(message.blocks):
        person.chooses(message, "commitment.more", f"{action} {reference}")
    else:
        person.presses(message, action, reference)
    if values:
        person.submits(window(town, person, next(iter(values))), values)
    town.deliver()


def _offers(message: Message, action: str, reference: str) -> bool:
    said = str(message.blocks)
    return f"'{action} {reference}'" in said or (f"'{action}'" in said and f"'{reference}'" in said)


def morning(town: Town, day: str, at: time = time(8, 1)) -> int:
    """Move the clock to an hour in Val-Sauvage, take what is due, deliver; returns how many steps were taken."""
    town.clock.now = datetime.combine(date.fromisoformat(day), at, VAL_SAUVAGE).astimezone(UTC)
    return follow_up(town)


def follow_up(town: Town) -> int:
    """What the tick does, and the worker after it."""
    watch(town.house.worker_database, town.clock.now)
    taken = take_due_steps(town.house.worker_database, town.clock.now)
    ask_about_lessons(town.house.worker_database, town.clock.now)
    town.deliver()
    return taken
