"""The community where somebody is: what it is, where it stands, and for whoever takes part in several, which one."""

from slack_sdk.models.blocks import Block, InteractiveElement, PlainTextObject, StaticSelectElement

from sc_bot.domain.community import Localised
from sc_bot.domain.community_views import CommunityView, ReviewView
from sc_bot.domain.cycles import Stage
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, bold, button, message, plain, shortened
from sc_bot.presentation.windows.parts import option
from sc_bot.presentation.words import Words

MOST_OTHERS = 100  # Slack's limit of a menu
LONGEST_SUMMARY = 400  # characters


def which(words: Words) -> Message:
    """Nothing is stored yet; the window asks."""
    line = words.t(
        "Nothing is recorded yet: there are several communities. In the window, choose who should act; your text is there."
    )
    return message([line], [plain(line)])


def chosen(words: Words, name: Localised) -> Message:
    """Where somebody is from now on."""
    line = words.t(
        "You are in {community} now: your Home, /sc list and the other commands show it. In an institution's channel, its own community is meant.",
        community=words.name(name),
    )
    return message([line], [plain(line)])


def community(words: Words, view: CommunityView) -> Message:
    """`/sc community`: four lines, the buttons that apply, and a menu of the others."""
    head = words.name(view.name)
    lines = [each for each in (_life(words, view), _people(words, view), _review(words, view.review)) if each]
    buttons = _buttons(words, view)
    blocks: list[Block] = [bold(head), plain("\n".join(lines)), *actions(buttons), *_others(words, view)]
    return message([head, *lines], blocks)


def _life(words: Words, view: CommunityView) -> str:
    span = {"start": words.full_day(view.starts_on), "end": words.full_day(view.ends_on)}
    if view.archived_on is not None:
        day = words.full_day(view.archived_on)
        where = words.quoted(shortened(view.where_to_go or "", LONGEST_SUMMARY))
        return words.t(
            "Archived on {day}: it is read, and no longer changed. Where to go: {where}", day=day, where=where
        )
    return {
        Stage.BEFORE: words.t("It begins on {start} and ends on {end}. Reports are taken already.", **span),
        Stage.OVER: words.t("It ran from {start} to {end}, and still takes reports.", **span),
    }.get(view.stage, words.t("It runs from {start} to {end}.", **span))


def _people(words: Words, view: CommunityView) -> str:
    signed = words.t(
        "Charter signed by {done} of {n} institutions.",
        done=words.number(view.signed),
        n=words.number(view.institutions),
    )
    head = words.t("Facilitation: {person}.", person=view.facilitator) if view.facilitator else ""
    return f"{signed} {head}".strip()


def _review(words: Words, view: ReviewView | None) -> str:
    if view is None:
        return ""
    if view.held_on is None:
        return words.t(
            "Cycle {number} ended on {day}; its review is to be held.", number=view.number, day=words.day(view.day)
        )
    said = words.quoted(shortened(view.summary or "", LONGEST_SUMMARY))
    day = words.day(view.held_on)
    return words.t("Review of cycle {number}, on {day}: {said}", number=view.number, day=day, said=said)


def _buttons(words: Words, view: CommunityView) -> list[InteractiveElement]:
    """At most four: what anybody reads, then what the facilitator does."""
    here = str(view.community)
    row: list[InteractiveElement] = [button(words.t("Charter"), "charter.open", here)]
    if not view.facilitates:
        return row
    row.append(button(words.t("Health"), "health.open", here))
    if view.archived_on is not None:
        return [*row, button(words.t("Take it back"), "community.restore", here)] if view.undo_until else row
    if view.review is not None and view.review.held_on is None:
        row.append(button(words.t("Record the review"), "cycle.hold", f"{here} {view.review.number}"))
    return [*row, button(words.t("Archive…"), "community.archive", here)]


def _others(words: Words, view: CommunityView) -> list[Block]:
    if not view.others:
        return []
    menu = StaticSelectElement(
        placeholder=PlainTextObject(text=words.t("Another community")),
        action_id="community.choose",
        options=[option(each) for each in view.others[:MOST_OTHERS]],
    )
    return actions([menu])
