"""The health of a community in words: what it lacks, and how general managers take part. No ranking, no blame."""

from collections.abc import Iterator

from slack_sdk.models.blocks import Block

from sc_bot.domain.community import Localised
from sc_bot.domain.community_views import GapView, HealthView, ParticipationView, PersonView
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, bold, button, grey, message, plain
from sc_bot.presentation.undelivered import undelivered
from sc_bot.presentation.words import Words

MOST_LINES = 40  # of one part; the rest is a number


def health(words: Words, view: HealthView) -> Message:
    """`/sc health`: for the facilitator everything, for a general manager their own participation."""
    head = words.t("How {community} is", community=words.name(view.name))
    if view.own:
        head = words.t("How you took part since {day}", day=words.day(view.since))
    lines, blocks = [head], [bold(head)]
    for title, told in _parts(words, view):
        shown, more = told[:MOST_LINES], len(told) - MOST_LINES
        rest = [words.n("{n} other is left out.", "{n} others are left out.", more)] if more > 0 else []
        lines += [title, *shown, *rest]
        blocks += [*([bold(title)] if title else []), plain("\n".join([*shown, *rest]))]
    who = words.t("Only you and the facilitator see this.") if view.own else ""
    if not view.own:
        who = words.t("How general managers take part is seen by themselves and by you alone.")
    return message([*lines, who], [*blocks, grey(who), *_buttons(words, view)])


def _parts(words: Words, view: HealthView) -> Iterator[tuple[str, list[str]]]:
    if not view.own:
        lacking = [gap(words, each) for each in view.gaps]
        yield words.t("What the community lacks"), lacking or [words.t("Nothing: every role has somebody.")]
    if view.unreachable:
        yield words.t("Without a Slack account"), [person(words, each) for each in view.unreachable]
    if view.undelivered:
        told = [undelivered(words, each) for each in view.undelivered]
        yield words.t("Messages that did not arrive, in the last 30 days"), told
    title = "" if view.own else words.t("General managers since {day}", day=words.day(view.since))
    if view.participation:
        yield title, [_participation(words, each, own=view.own) for each in view.participation]


def _buttons(words: Words, view: HealthView) -> list[Block]:
    return [] if view.own else actions([button(words.t("People and roles"), "people.manage", "people")])


def person(words: Words, told: PersonView) -> str:
    """Somebody, and where they work."""
    if told.institution is None:
        return told.name
    return words.t("{person} ({institution})", person=told.name, institution=words.name(told.institution))


def gap(words: Words, told: GapView) -> str:
    """One thing that is missing, in a line."""
    about = words.name(told.about) if told.about else ""
    if told.what == "quiet":
        return words.n(
            "{institution}: nothing heard for a long time, and {n} thing waits",
            "{institution}: nothing heard for a long time, and {n} things wait",
            told.waiting,
            institution=about,
        )
    return {
        "no_facilitator": words.t("Nobody is the advisor-facilitator"),
        "facilitator_not_exclusive": words.t("{person} facilitates and holds another manager's role", person=about),
        "no_substitute": words.t("Nobody stands in for the facilitator"),
        "no_privacy_officer": words.t("Nobody is the privacy officer"),
        "no_moderator": words.t("Nobody is the moderator of the meetings"),
        "no_support_committee": words.t("Nobody is on the support committee"),
        "no_director": words.t("{institution}: no managing director", institution=about),
        "no_general_manager": words.t("{institution}: no general manager", institution=about),
        "no_delegate": words.t("{institution}: nobody stands in for the managing director", institution=about),
        "empty_committee": words.t("{committee}: nobody sits on it", committee=about),
    }[told.what]


def _participation(words: Words, told: ParticipationView, *, own: bool) -> str:
    answered = words.t("no decision asked")
    if told.asked:
        answered = words.t(
            "decisions answered: {answered} of {asked}",
            answered=words.number(told.answered),
            asked=words.number(told.asked),
        )
    looked = words.t("Home not opened yet")
    if told.looked_on is not None:
        looked = words.t("Home opened last on {day}", day=words.day(told.looked_on))
    who = [] if own else [person(words, PersonView(told.name, told.institution))]
    return " · ".join([*who, answered, looked])


def no_director(reader: Reader, name: Localised) -> Message:
    """An institution lost its director: what waits meanwhile, and what to do."""
    words = Words.of(reader)
    head = words.t("{institution}: no managing director", institution=words.name(name))
    line = words.t(
        "What is addressed to it goes to whoever stands in, else to you. To name somebody: People and roles, or the community file."
    )
    row = actions([button(words.t("People and roles"), "people.manage", "people")])
    return message([head, line], [bold(head), plain(line), *row])
