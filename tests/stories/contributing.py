"""What people do about a partner's part in the stories: ask, answer, promise."""

from sc_bot.playground.model import Message
from tests.house import Town
from tests.stories.acting import card_with, cards, does, table
from tests.stories.looking import fields, text_of, window
from tests.stories.promising import BASTIEN, accepted

FACILITATOR, KERRY, JEROME, PATRICE, MATHIEU = "ADV-1", "GTV-MD", "PCO-MD", "CRC-MD", "SC-3"
LETTER = "Lire le résumé le jour même et appeler la personne"


def asks(town: Town, institution: str = "GTV", what: str = LETTER) -> None:
    """The hospital accepted to lead, and its director asks a partner."""
    accepted(town)
    does(town, BASTIEN, "participation.ask", institution=institution, what=what)


def promises(town: Town, who: str, what: str, due: str) -> None:
    """A director promises from their own card; the date is shown, then confirmed."""
    person = town.person(who)
    person.presses(card_with(person, "commitment.make"), "commitment.make")
    person.submits(window(town, person, "what"), {"what": what, "due": due})
    person.submits(window(town, person, "what"), {})
    town.deliver()
    assert not fields(person.modal), text_of(person.modal)


def standings(town: Town) -> dict[object, object]:
    """Where each institution stands."""
    return {each["institution"]: each["standing"] for each in table(town, "participations")}


def card_of(town: Town, who: str) -> Message:
    """The newest card of somebody."""
    return cards(town.person(who))[-1]
