"""What people do about decisions in the stories: ask, answer, look."""

from sc_bot.playground.model import Message
from tests.house import Town
from tests.stories.acting import REFERENCE, press, press_on, show
from tests.stories.looking import fields, text_of, window
from tests.stories.promising import accepted

ODILE, REJEAN, ALDER, FACILITATOR, COMMITTEE = "HSF-DG", "CVE-DG", "GTV-DG", "ADV-1", "SC-4"
QUESTION = "Admettre sans dossier complet, à l'essai trois mois?"
OTHERWISE = "Chaque équipe attend le dossier de l'autre, comme aujourd'hui"
FIRST = f"{REFERENCE}/1"
DUE = "le 9 décembre"


def open_asking(town: Town, who: str) -> None:
    """Press "Ask for a decision" on one's card, or on what `/sc show` answers."""
    person = town.person(who)
    if who in {"HSF-MD", "CVE-MD"}:
        press(town, who, "decision.ask")
    else:
        press_on(person, show(town, who), "decision.ask")
    window(town, person, "question")


def asks(town: Town, who: str = FACILITATOR, *, of: tuple[str, ...] = (ODILE,), due: str = DUE, **words: str) -> str:
    """The hospital leads; somebody asks its general manager. Returns what the window says at the end."""
    if not town.person("HSF-MD").messages:
        accepted(town)
    open_asking(town, who)
    return asks_again(town, who, of=of, due=due, **words)


def asks_again(town: Town, who: str, *, of: tuple[str, ...] = (ODILE,), due: str = DUE, **words: str) -> str:
    """The window is open: fill it in, see the date, send it again as it was shown."""
    person = town.person(who)
    given: dict[str, object] = {"question": QUESTION, "otherwise": OTHERWISE, "due": due, "asked": list(of), **words}
    person.submits(window(town, person, "question"), given)
    if fields(person.modal):
        person.submits(window(town, person, "question"), {})
    town.deliver()
    assert not fields(person.modal), text_of(person.modal)
    return text_of(person.modal)


def mine(town: Town, who: str) -> Message:
    """What `/sc decisions` answers."""
    shown = town.person(who).runs("/sc décisions").message
    assert shown is not None
    return shown


def answers(town: Town, who: str, action: str, /, **values: object) -> None:
    """Answer from one's list."""
    person = town.person(who)
    person.presses(mine(town, who), f"decision.{action}", FIRST)
    if values:
        person.submits(window(town, person, next(iter(values))), values)
    town.deliver()
