"""What people do about joint changes in the stories: begin, take a part, say ready or not, let the morning come."""

from datetime import UTC, date, datetime, time

from sc_bot.playground.model import Message
from sc_bot.usecases.joint_changes.going import look_at_changes
from tests.house import Town
from tests.stories.acting import REFERENCE, table
from tests.stories.looking import fields, text_of, window
from tests.stories.promising import BASTIEN, VAL_SAUVAGE, accepted, follow_up

KERRY, JEROME, PATRICE, FACILITATOR, ROSALIE = "GTV-MD", "PCO-MD", "CRC-MD", "ADV-1", "CVE-S1"
WHAT = "Le résumé de fin de chimio part et se lit le jour même"
BACK = "On reprend l'envoi par la poste le lendemain"
FIRST = f"{REFERENCE}+1"
DAY, LATER = "2026-12-04", "2026-12-11"
"""Two Fridays."""


def begins(
    town: Town,
    who: str = BASTIEN,
    *,
    institutions: tuple[str, ...] = ("HSF", "GTV"),
    rule: str = "all",
    back: str = BACK,
    also: str = "",
) -> str:
    """The hospital leads; somebody begins a joint change. Returns what the window says at the end."""
    if not town.person(BASTIEN).messages:
        accepted(town)
    person = town.person(who)
    person.runs(f"/sc conjoint {REFERENCE}")
    given: dict[str, object] = {"what": WHAT, "institutions": list(institutions), "due": "le 4 décembre", "rule": rule}
    person.submits(window(town, person, "what"), {**given, "back": back, "also": also})
    person.submits(window(town, person, "what"), {})
    town.deliver()
    assert not fields(person.modal), text_of(person.modal)
    return text_of(person.modal)


def joint_card(town: Town, who: str, action: str = "") -> Message:
    """The newest card of a joint change that somebody has, with a button if one is named."""
    own = [each for each in town.person(who).messages if each.channel.startswith("D") and each.ephemeral_to is None]
    return next(each for each in reversed(own) if REFERENCE in each.text and (action or "joint.") in str(each.blocks))


def says(town: Town, who: str, action: str, /, **values: object) -> str:
    """Press a button of one's card, or choose it in its menu; fill in the window. Returns what the window says."""
    person, card = town.person(who), joint_card(town, who, f"joint.{action}")
    option = next((each for each in _options(card) if each.startswith(f"joint.{action} ")), None)
    if option is not None:
        person.chooses(card, "problem.more", option)
    else:
        person.presses(card, f"joint.{action}")
    if values:
        person.submits(window(town, person, next(iter(values))), values)
        if fields(person.modal):  # the date is shown first
            person.submits(window(town, person, next(iter(values))), {})
    town.deliver()
    return text_of(person.modal) if values else ""


def _options(card: Message) -> list[str]:
    elements = [each for block in card.blocks for each in block.get("elements", [])]
    return [option["value"] for each in elements for option in each.get("options", [])]


def takes(town: Town, *who: str) -> None:
    """Each takes the part of their institution."""
    for each in who:
        says(town, each, "take", what=f"Faire notre part ({each})")


def comes(town: Town, day: str, at: time = time(8, 1)) -> None:
    """The morning comes: the bot looks, and the worker delivers."""
    town.clock.now = datetime.combine(date.fromisoformat(day), at, VAL_SAUVAGE).astimezone(UTC)
    look_at_changes(town.house.worker_database, town.clock.now)
    follow_up(town)


def gone(town: Town, *who: str) -> None:
    """Those who take part are ready, and the change goes on its day."""
    takes(town, *who)
    for each in who:
        says(town, each, "ready")
    comes(town, DAY)


def change(town: Town) -> dict[str, object]:
    """The first change as it is stored."""
    return table(town, "joint_changes")[0]


def told_of(town: Town, kind: str) -> list[str]:
    """The Slack ids of those who were told of a kind of step, once for each message."""
    steps = {each["id"] for each in table(town, "events") if each["kind"] == kind}
    rows = [each for each in table(town, "outbox") if each["kind"] == "Told"]
    return sorted(str(each["target"]) for each in rows if _event(each) in steps)


def _event(row: dict[str, object]) -> object:
    notice = row["notice"]
    assert isinstance(notice, dict)
    return notice["event"]


def ids(town: Town, *who: str) -> list[str]:
    """The Slack ids of people."""
    return sorted(town.person(each).person.id for each in who)


def happened(town: Town) -> list[str]:
    """The steps of joint changes, in order."""
    return [str(each["kind"]) for each in table(town, "events") if str(each["kind"]).startswith("joint_")]


def parts(town: Town, *columns: str) -> dict[str, tuple[object, ...]]:
    """What is stored of each institution's part."""
    return {str(each["institution"]): tuple(each[name] for name in columns) for each in table(town, "joint_parts")}
