"""The window of a report: three fields, and more for those who want them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    OptionGroup,
    PlainTextObject,
    StaticSelectElement,
)

from sc_bot.domain.community import Community, Person
from sc_bot.domain.problems import Severity
from sc_bot.domain.views import Choice
from sc_bot.ports import Place
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import shortened
from sc_bot.presentation.windows.access import measure_fields
from sc_bot.presentation.windows.parts import (
    KEPT,
    LONGEST_LABEL,
    VALUE,
    WindowJson,
    asks,
    long_text,
    one_of,
    option,
    paragraph,
    several_of,
    short_text,
    ticks,
    window,
)
from sc_bot.presentation.words import Words

NOT_KNOWN = "-"
"""The value of "I don't know"."""
MOST_OPTIONS = 100  # Slack's limit in one group
MOST_COLLEAGUES = 1_000  # of one window: Slack takes 250 kB
MORE = "more"
"""The block with the button that shows the other fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in the window when it opens. `kinds` is what was found in the text, to be mended here."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    blocks: bool = False
    ticked: tuple[str, ...] = field(default=())


def report_window(
    words: Words, community: Community, draft: Draft, channel: str | None = None, *, among: Sequence[Place] = ()
) -> WindowJson:
    """What happens; who should act; show my name; and More. It remembers the channel in which it was opened.

    Whoever takes part in several communities chooses `among` them with who should act.
    """
    blocks: list[Block] = [*_found(words, draft)]
    blocks.append(
        asks(
            "description",
            words.t("What happens?"),
            long_text(
                draft.text,
                placeholder=words.t("One or two sentences, without anything that identifies a patient"),
            ),
        )
    )
    if draft.kinds and not draft.blocks:
        blocks.append(asks("confirm_reason", words.t("If it identifies nobody: why?"), short_text(), optional=True))
    blocks.append(
        asks(
            "institution",
            words.t("Who should act?"),
            _any_institution(words, among)
            if among
            else one_of(_institutions(words, community, unknown=True), NOT_KNOWN),
        )
    )
    blocks.append(_name(words, draft))
    blocks.append(_more_button(words))
    title, submit, cancel = words.t("Report a problem"), words.t("Report"), words.t("Cancel")
    return window("problem.report", title, submit, cancel, blocks, channel or "")


def with_more(
    words: Words, community: Community | None, view: WindowJson, colleagues: Sequence[Person] = ()
) -> WindowJson:
    """The same window with every field in place of *More*; Slack keeps what was typed into the others.

    None: it is not chosen yet for which community it is, and what hangs on it is left out. `colleagues` are those on
    whose behalf one may report.
    """
    blocks: list[object] = []
    for block in view["blocks"]:
        is_button = block.get("block_id") == MORE
        blocks.extend([each.to_dict() for each in _more(words, community, colleagues)] if is_button else [block])
    return {name: view[name] for name in KEPT if view.get(name)} | {"blocks": blocks}


def _found(words: Words, draft: Draft) -> list[Block]:
    if not draft.kinds:
        return []
    kinds = vocabulary.identifiers(words, draft.kinds)
    if draft.blocks:
        return [
            paragraph(
                words.t(
                    "Nothing was kept: the text seems to hold {kinds}. It is removed below: check it, then report.",
                    kinds=kinds,
                )
            )
        ]
    return [
        paragraph(
            words.t(
                "Nothing is kept yet: the text may hold {kinds}. Remove it, or say why it identifies nobody.",
                kinds=kinds,
            )
        )
    ]


def _name(words: Words, draft: Draft) -> Block:
    choice = [Choice("yes", words.t("Show my name to those who work on it"))]
    return asks("show_name", words.t("Your name"), ticks(choice, draft.ticked), optional=True)


def _more_button(words: Words) -> Block:
    return ActionsBlock(
        block_id=MORE,
        elements=[ButtonElement(text=words.t("More"), action_id="problem.report_more", value="more")],
    )


def _more(words: Words, community: Community | None, colleagues: Sequence[Person]) -> list[Block]:
    continua = [Choice(each.id, words.name(each.name)) for each in community.continua] if community else []
    institutions = _institutions(words, community) if community else []
    severities = [Choice(str(int(each)), f"{int(each)} · {vocabulary.severity(words, each)}") for each in Severity]
    flags = [
        Choice("clients", words.t("Clients or families noticed it")),
        Choice("unresolvable", words.t("Perceived as unsolvable")),
        Choice("keep_out", words.t("Do not show it to my own director")),
    ]
    more: list[Block] = [
        asks("severity", words.t("How much does it hurt?"), one_of(severities, str(int(Severity.DELAY)))),
        asks("flags", words.t("Also"), ticks(flags), optional=True),
        asks("suggestion", words.t("What should change?"), long_text(), optional=True),
        *measure_fields(words),
        asks(
            "on_behalf",
            words.t("Told to you by somebody else?"),
            short_text(),
            optional=True,
            hint=words.t("A partner without Slack, for example; never a patient. Only the facilitator sees it."),
        ),
    ]
    if colleagues:
        more.insert(-1, _for_whom(words, colleagues))
    if institutions:
        concerned = several_of(institutions)
        more.insert(1, asks("concerned", words.t("Institutions concerned"), concerned, optional=True))
    if continua:
        more.insert(0, asks("continuum", words.t("Care continuum"), one_of(continua), optional=True))
    return more


def _for_whom(words: Words, colleagues: Sequence[Person]) -> Block:
    """People in groups of as many as Slack takes in one, each under its first and last name."""
    named = [option(Choice(each.id, f"{each.name}, {each.title}" if each.title else each.name)) for each in colleagues]
    groups = [
        OptionGroup(
            label=PlainTextObject(text=shortened(f"{colleagues[at].name} …", LONGEST_LABEL)),
            options=named[at : at + MOST_OPTIONS],
        )
        for at in range(0, min(len(named), MOST_COLLEAGUES), MOST_OPTIONS)
    ]
    return asks(
        "for_whom",
        words.t("In the name of a colleague?"),
        StaticSelectElement(action_id=VALUE, option_groups=groups),
        optional=True,
        hint=words.t(
            "They are the author: they hear what becomes of it and may withdraw it. That you typed it, they and the facilitator read."
        ),
    )


def _any_institution(words: Words, among: Sequence[Place]) -> StaticSelectElement:
    """The institutions of each community, under its name; the value names both."""
    groups = [
        OptionGroup(
            label=PlainTextObject(text=shortened(words.name(place.community.settings.name), LONGEST_LABEL)),
            options=[
                option(Choice(f"{place.id} {each.id}", each.name))
                for each in _institutions(words, place.community, unknown=True)[:MOST_OPTIONS]
            ],
        )
        for place in among
    ]
    return StaticSelectElement(action_id=VALUE, option_groups=groups)


def _institutions(words: Words, community: Community, *, unknown: bool = False) -> list[Choice]:
    known = [Choice(each.id, words.name(each.name)) for each in community.institutions]
    return [Choice(NOT_KNOWN, words.t("I don't know")), *known] if unknown else known
