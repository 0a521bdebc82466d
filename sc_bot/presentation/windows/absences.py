"""The window of an absence: from when to when, who stands in, and back again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from slack_sdk.models.blocks import Block, DatePickerElement, UserSelectElement

from sc_bot.domain.absences import Absence
from sc_bot.domain.community import Community
from sc_bot.domain.views import Choice
from sc_bot.presentation.absences import period
from sc_bot.presentation.blocks import actions, button
from sc_bot.presentation.windows.parts import VALUE, WindowJson, asks, one_of, paragraph, window
from sc_bot.presentation.words import Words

DELEGATES = (1, 2, 3)
MOST_COVERS = 15  # lines: one screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was typed, as far as it was read. `unread`: there were words that are no dates."""

    first_day: date | None = None
    last_day: date | None = None
    delegates: tuple[str, ...] = ()
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Whose absence it is: `name` is None for one's own. `known` are those that are not over."""

    name: str | None
    known: Sequence[Absence]
    names_delegates: bool
    today: date
    covers: Sequence[tuple[str, str, Absence]] = ()
    """Who is away, who stands in, from when to when."""


def away_window(words: Words, community: Community, shown: Shown, draft: Draft, context: str) -> WindowJson:
    """Days first, with their weekdays; then up to three delegates, in order."""
    blocks: list[Block] = []
    if shown.name is not None:
        blocks.append(paragraph(words.t("About: {person}", person=shown.name)))
    if shown.covers:
        blocks.append(paragraph("\n".join(_covered(words, *each) for each in shown.covers[:MOST_COVERS])))
    for each in shown.known:
        blocks += _known(words, shown, each)
    blocks += [*_days(words, draft), *_delegates(words, community, shown, draft)]
    return window("absence.save", words.t("Absence"), words.t("Save"), words.t("Cancel"), blocks, context)


def _covered(words: Words, absent: str, cover: str, absence: Absence) -> str:
    when = period(words, absence.first_day, absence.last_day)
    return words.t("{person} is away {period}; standing in: {names}.", person=absent, names=cover, period=when)


def _known(words: Words, shown: Shown, absence: Absence) -> list[Block]:
    when = period(words, absence.first_day, absence.last_day)
    if absence.first_day > shown.today:
        label = words.t("Call it off")
    else:
        label = words.t("I am back") if shown.name is None else words.t("They are back")
    known = words.t("Known already: {period}.", period=when)
    made = actions([button(label, "absence.back", str(absence.id))])
    made[0].block_id = f"absence_{absence.id}"  # one action id once a block
    return [paragraph(known), *made]


def _days(words: Words, draft: Draft) -> list[Block]:
    said: list[Block] = []
    if draft.first_day is not None:
        said.append(paragraph(words.t("Read as: {period}.", period=period(words, draft.first_day, draft.last_day))))
    elif draft.unread:
        said.append(paragraph(words.t("These days could be read in several ways, or in none: please choose them.")))
    first, last = (each.isoformat() if each else None for each in (draft.first_day, draft.last_day))
    return [
        *said,
        asks("first_day", words.t("First day away"), DatePickerElement(action_id=VALUE, initial_date=first)),
        asks(
            "last_day",
            words.t("Last day away"),
            DatePickerElement(action_id=VALUE, initial_date=last),
            optional=True,
            hint=words.t("Left empty: until further notice."),
        ),
    ]


def _delegates(words: Words, community: Community, shown: Shown, draft: Draft) -> list[Block]:
    if not shown.names_delegates:
        return [paragraph(_substitute(words, community))]
    continua = [Choice(each.id, words.name(each.name)) for each in community.continua]
    blocks: list[Block] = []
    for number in DELEGATES:
        chosen = draft.delegates[number - 1] if number <= len(draft.delegates) else None
        who = UserSelectElement(action_id=VALUE, initial_user=chosen)
        blocks += [
            asks(f"delegate_{number}", words.t("Delegate {number}", number=number), who, optional=True),
            asks(
                f"continuum_{number}",
                words.t("Delegate {number}, only for", number=number),
                one_of(continua),
                optional=True,
            ),
        ]
    return blocks


def _substitute(words: Words, community: Community) -> str:
    substitute = community.substitute
    if substitute is None:
        return words.t("Nobody stands in for the facilitator yet: name a substitute under “People and roles”.")
    return words.t("{person} stands in for the facilitator.", person=substitute.name)
