"""The agenda: as a card for one member, in a list, whole in a window."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.meeting_views import ItemView, MeetingView
from sc_bot.domain.meetings import HELD, Phase
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, beside, bold, button, message, plain
from sc_bot.presentation.meetings.items import (
    head_of,
    item_line,
    see_button,
)
from sc_bot.presentation.meetings.minutes import minutes
from sc_bot.presentation.words import Words

SHOWN = 3  # items on a card; the others are a number


def agenda_card(view: MeetingView) -> Message:
    """The agenda for one member: what comes first, and whether they come."""
    words = Words.of(view.reader)
    head = head_of(words, view)
    if view.phase is not Phase.PLANNED:
        said = words.t("The meeting is under way.") if view.phase is Phase.STARTED else words.t("The meeting is over.")
        row = [*run_buttons(words, view), see_button(words, view)]
        return message([head, said], [bold(head), plain(said), *actions(row)])
    shown = view.items if view.whole else view.items[:SHOWN]
    lines = [_status(words, view), *(item_line(words, each) for each in shown)]
    more = len(view.items) - len(shown)
    if more > 0:
        lines[-1] += f" {words.n('(and {n} other)', '(and {n} others)', more)}"
    row = [*_coming(words, view), see_button(words, view), *(run_buttons(words, view) or [_add(words, view)])]
    return message([head, *lines], [bold(head), plain("\n".join(lines)), *actions(row)])


def agendas(words: Words, views: Sequence[MeetingView]) -> Message:
    """`/sc agenda`: the next meeting of each committee; the items of those on which one sits."""
    if not views:
        nothing = words.t("No committee meets here yet. The community file can name some.")
        return message([nothing], [plain(nothing)])
    lines: list[str] = []
    blocks: list[Block] = []
    for view in views:
        head, own = head_of(words, view), view.sits or view.may_run
        told = [_status(words, view), *(item_line(words, each) for each in view.items)] if own else []
        lines += [head, *told]
        row = [_add(words, view), *([see_button(words, view)] if own else []), *run_buttons(words, view)]
        blocks += [bold(head), *([plain("\n".join(told))] if told else []), *actions(row)]
    return message(lines, blocks)


def whole(words: Words, view: MeetingView) -> Message:
    """The whole agenda in a window; whoever leads moves the meeting, the facilitator flags a topic."""
    if view.phase in HELD:
        return minutes(words, view)
    blocks: list[Block] = [bold(head_of(words, view)), plain(_status(words, view))]
    lines = [item_line(words, each) for each in view.items]
    if view.may_flag:
        blocks += [_flagged(words, each, told) for each, told in zip(view.items, lines, strict=True)]
    elif lines:
        blocks.append(plain("\n".join(lines)))
    row = [_add(words, view)]
    if view.may_run and view.phase is Phase.PLANNED:
        row.append(button(words.t("Another hour"), "meeting.move", str(view.id)))
    row.append(button(words.t("Last minutes"), "meeting.minutes", str(view.id)))
    return message([head_of(words, view), _status(words, view), *lines], [*blocks, *actions(row)])


def _length(words: Words, view: MeetingView) -> str:
    items = words.n("{n} item", "{n} items", len(view.items))
    return words.t("{items}, {n} minutes.", items=items, n=words.number(view.minutes))


def _status(words: Words, view: MeetingView) -> str:
    """What stands above the items: moved, not made yet, whether one comes."""
    said = [
        words.t("It was moved to this hour.") if view.moved else "",
        words.t("This is a day off: whoever leads meetings can move it.") if view.day_off and view.may_run else "",
        words.t("The agenda makes itself two working days before.") if not view.is_made else _length(words, view),
    ]
    if view.sits and view.coming is not None:
        said.append(words.t("You said that you come.") if view.coming else words.t("You said that you do not come."))
    return " ".join(each for each in said if each)


def _coming(words: Words, view: MeetingView) -> list[InteractiveElement]:
    """What one has not said yet."""
    if not view.sits:
        return []
    there = [] if view.coming else [button(words.t("I will be there"), "meeting.coming", str(view.id))]
    away = [] if view.coming is False else [button(words.t("I will not"), "meeting.not_coming", str(view.id))]
    return [*there, *away]


def _add(words: Words, view: MeetingView) -> InteractiveElement:
    return button(words.t("Add an item"), "meeting.add", str(view.id))


def run_buttons(words: Words, view: MeetingView) -> list[InteractiveElement]:
    """What starts the meeting, or goes on with it, for those who lead it."""
    if not view.may_run or view.phase in HELD:
        return []
    label = words.t("Start the meeting") if view.phase is Phase.PLANNED else words.t("Go on")
    return [button(label, "meeting.run", str(view.id), style="primary")]


def _flagged(words: Words, item: ItemView, told: str) -> Block:
    label = words.t("Not facilitated") if item.facilitated else words.t("Facilitated")
    return beside(plain(told), button(label, "meeting.flag", str(item.id)))
