"""The windows about people: who does what in the community, and where one works."""

from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import Block, UserSelectElement

from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.views import Choice
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, button, message, plain
from sc_bot.presentation.windows.parts import (
    VALUE,
    WindowJson,
    asks,
    one_of,
    paragraph,
    said_window,
    several_of,
    ticks,
    window,
)
from sc_bot.presentation.words import Words

LINES = (1, 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Somebody's place, as the window shows it when it opens."""

    person: Person
    active: bool
    is_delegate: bool
    is_substitute: bool


def choose_window(words: Words, community: int) -> WindowJson:
    """Whom is it about?"""
    who = asks("person", words.t("Who?"), UserSelectElement(action_id=VALUE))
    hint = paragraph(words.t("Choose somebody, then their roles and where they work. Each change is recorded."))
    return _window(words, "people.choose", words.t("Next"), [hint, who], str(community))


def person_window(words: Words, community: Community, shown: Shown, context: str) -> WindowJson:
    """Roles, institution, line, who stands in, and whether they take part."""
    person = shown.person
    roles = [Choice(each.value, role_name(words, each)) for each in Role]
    stands_in = _ticked(delegate=shown.is_delegate, substitute=shown.is_substitute)
    blocks: list[Block] = [
        paragraph(person.name or words.t("This person has not written to the bot yet.")),
        *(actions([button(words.t("Away…"), "absence.plan", context)]) if shown.active else []),
        asks("roles", words.t("Roles"), several_of(roles, [each.value for each in person.roles])),
        *_place(words, community, person, optional=True),
        asks("stands_in", words.t("Stands in"), ticks(_stand_ins(words), stands_in), optional=True),
        asks("active", words.t("Taking part"), ticks(_active(words), _ticked(yes=shown.active)), optional=True),
        asks("replaces", words.t("If somebody has the role"), ticks(_replaces(words)), optional=True),
    ]
    return _window(words, "people.save", words.t("Save"), blocks, context)


def place_window(words: Words, community: Community, person: Person, *, settled: bool, context: str) -> WindowJson:
    """Where do you work? Once the institution is known, the facilitator corrects it."""
    home = community.institution(person.institution) if person.institution else None
    if settled and home is not None:
        known = words.t(
            "You work at: {institution}. If that has changed, the facilitator can correct it.",
            institution=words.name(home.name),
        )
        blocks: list[Block] = [paragraph(known), _line(words, person)]
    else:
        blocks = _place(words, community, person, optional=False)
    return window("people.place", words.t("Where I work"), words.t("Save"), words.t("Cancel"), blocks, context)


def saved_window(words: Words, name: str) -> WindowJson:
    """It is saved, and what follows from it."""
    line = words.t(
        "{name}: saved. Open problems are now with whoever answers for them.", name=name or words.t("This person")
    )
    return said_window(words, Message(line, message([line], [plain(line)]).blocks))


def role_name(words: Words, role: Role) -> str:
    """What a person does in the community."""
    match role:
        case Role.CAREGIVER:
            return words.t("Caregiver")
        case Role.MANAGING_DIRECTOR:
            return words.t("Managing director")
        case Role.SUPPORT_COMMITTEE:
            return words.t("Support committee member")
        case Role.FACILITATOR:
            return words.t("Advisor-facilitator")
        case Role.MODERATOR:
            return words.t("Moderator")
        case Role.GENERAL_MANAGER:
            return words.t("General manager")
        case Role.EXTERNAL_INTERVENER:
            return words.t("External intervener")
        case Role.PRIVACY_OFFICER:
            return words.t("Privacy officer")
        case Role.ADMIN:
            return words.t("Administrator of the bot")


def _place(words: Words, community: Community, person: Person, *, optional: bool) -> list[Block]:
    institutions = [Choice(each.id, words.name(each.name)) for each in community.institutions]
    institution = asks(
        "institution", words.t("Institution"), one_of(institutions, person.institution), optional=optional
    )
    return [institution, _line(words, person)]


def _line(words: Words, person: Person) -> Block:
    lines = [Choice(str(each), words.t("line {line}", line=each)) for each in LINES]
    chosen = str(person.line) if person.line else None
    hint = words.t("1: local care. 2: specialised. 3: highly specialised.")
    return asks("line", words.t("Line of care"), one_of(lines, chosen), optional=True, hint=hint)


def _stand_ins(words: Words) -> list[Choice]:
    return [
        Choice("delegate", words.t("For the managing director of their institution")),
        Choice("substitute", words.t("For the facilitator")),
    ]


def _active(words: Words) -> list[Choice]:
    return [Choice("yes", words.t("Takes part in the community"))]


def _replaces(words: Words) -> list[Choice]:
    return [Choice("yes", words.t("Replace the present director or facilitator"))]


def _ticked(**boxes: bool) -> tuple[str, ...]:
    return tuple(name for name, ticked in boxes.items() if ticked)


def _window(words: Words, callback: str, submit: str, blocks: Sequence[Block], context: str) -> WindowJson:
    return window(callback, words.t("People and roles"), submit, words.t("Cancel"), blocks, context)
