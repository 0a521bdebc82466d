"""What people do about lessons in the stories: end a problem well, write, validate, offer, answer."""

from sc_bot.playground.model import Message
from tests.house import Town
from tests.stories.acting import does
from tests.stories.looking import fields, text_of, window
from tests.stories.promising import BASTIEN, ROSALIE, accepted

ANNE, COMMITTEE, CLINIC, HOSPITAL_MANAGER = "ADV-1", "SC-4", "GTV-MD", "HSF-DG"
LESSON, PRACTICE = "L-1", "B-1"
CONTEXT = "Le résumé de fin de chimio partait par la poste et arrivait trois semaines plus tard au médecin de famille"
CHANGE = "L'infirmière envoie le résumé le jour même, par un dossier partagé"
RESULT = "Le médecin de famille le lit avant la première visite"
CONDITIONS = "Un accès au dossier partagé; pas la fin de semaine"
FOUR = {"context": CONTEXT, "change": CHANGE, "result": RESULT, "conditions": CONDITIONS}


def solved(town: Town) -> None:
    """A problem is accepted, closed as solved, and its author says that it changed for them."""
    accepted(town)
    does(town, BASTIEN, "problem.close", closing="solved", reason="Envoyé le jour même")
    does(town, ROSALIE, "problem.verified")


def seen(town: Town, who: str, reference: str = LESSON) -> Message:
    """What `/sc lessons L-1` answers."""
    shown = town.person(who).runs(f"/sc lessons {reference}").message
    assert shown is not None
    return shown


def listed(town: Town, who: str, sought: str = "") -> Message:
    """What `/sc lessons` answers."""
    shown = town.person(who).runs(f"/sc leçons {sought}").message
    assert shown is not None
    return shown


def acts(town: Town, who: str, act: str, reference: str = LESSON, /, **values: object) -> str:
    """Press a button of a lesson where it is shown whole; fill in the window, if one opens. Returns what is said."""
    person = town.person(who)
    press(town, who, act, reference)
    if values:
        person.submits(window(town, person, next(iter(values))), values)
        if act in {"later", "not_yet"} and fields(person.modal):  # the date is shown: send it as it was shown
            person.submits(window(town, person, "due"), {})
    town.deliver()
    if not values:
        return said(town, who, reference)
    assert not fields(person.modal), text_of(person.modal)
    return text_of(person.modal)


def press(town: Town, who: str, act: str, reference: str = LESSON) -> None:
    """Press it, or choose it in its menu."""
    message, action = seen(town, who, reference), f"lesson.{act}"
    elements = [each for block in message.blocks for each in block.get("elements", []) if block["type"] == "actions"]
    found = next((each for each in elements if each["action_id"] == action), None)
    if found is not None:
        town.person(who).presses(message, action, found["value"])
        return
    options = [each["value"] for one in elements for each in one.get("options", [])]
    chosen = next((each for each in options if each.split()[0] == action), None)
    assert chosen is not None, (act, text_of(message))
    town.person(who).chooses(message, "lesson.more", chosen)


def said(town: Town, who: str, fact: str) -> str:
    """The newest private answer to somebody that holds a fact, once it has come."""
    person = town.person(who)

    def answers() -> list[str]:
        return [
            each.text
            for each in person.messages
            if (each.ephemeral_to and f"{fact}\u00a0:" in each.text) or (each.ephemeral_to and f"{fact}:" in each.text)
        ]

    assert town.slack.wait_for(lambda: bool(answers())), [each.text for each in person.messages]
    return answers()[-1]


def written(town: Town, who: str = BASTIEN, **other: str) -> str:
    """A lesson of a solved problem is written by its lead."""
    solved(town)
    return acts(town, who, "draft", **{**FOUR, **other})


def published(town: Town, **other: str) -> None:
    """Written, and validated by the support committee."""
    written(town, **other)
    acts(town, COMMITTEE, "validate")


def in_lessons(town: Town) -> list[Message]:
    """What stands in the channel of lessons."""
    channel = town.slack.workspace.named("cs-lecons")
    assert channel is not None
    return [each for each in channel.messages if not each.deleted]


def offered(town: Town, *institutions: str, continua: tuple[str, ...] = ()) -> str:
    """The facilitator offers it."""
    return acts(town, ANNE, "offer", institutions=list(institutions), continua=list(continua))
