"""The minutes of a meeting: to be approved, in short, whole."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.commitments import Standing
from sc_bot.domain.meeting_views import ItemView, MeetingView, NotedView
from sc_bot.domain.meetings import Outcome, Phase
from sc_bot.ports import Message
from sc_bot.presentation import due_words
from sc_bot.presentation.blocks import actions, bold, button, message, on_one_line, plain, shortened
from sc_bot.presentation.meetings.items import (
    LONGEST,
    decision_line,
    head_of,
    in_full,
    see_button,
    title,
)
from sc_bot.presentation.words import Words


def minutes_draft(view: MeetingView) -> Message:
    """To whoever may approve: the minutes in short, and what can be done with them."""
    words = Words.of(view.reader)
    if view.phase is Phase.APPROVED:
        return minutes_card(view)
    head = words.t("Minutes to approve · {committee}", committee=words.name(view.committee))
    lines = _in_short(words, view)
    return message([head, *lines], [bold(head), plain("\n".join(lines)), *actions(approving(words, view))])


def approving(words: Words, view: MeetingView) -> list[InteractiveElement]:
    """Approve, put right, read."""
    return [
        button(words.t("Approve and send"), "meeting.approve", str(view.id), style="primary"),
        *([button(words.t("Put right"), "meeting.correct", str(view.id))] if correctable(view) else []),
        see_button(words, view),
    ]


def correctable(view: MeetingView) -> list[ItemView]:
    """Items whose words can be put right by this reader."""
    return [each for each in view.items if each.decided and not each.hidden]


def minutes_card(view: MeetingView) -> Message:
    """The minutes for one member."""
    words = Words.of(view.reader)
    if view.whole:
        return minutes(words, view)
    head = words.t("Minutes · {what}", what=head_of(words, view))
    lines = _in_short(words, view)
    return message([head, *lines], [bold(head), plain("\n".join(lines)), *actions([see_button(words, view)])])


def _in_short(words: Words, view: MeetingView) -> list[str]:
    decided = [each for each in view.items if each.outcome is Outcome.DECIDED]
    noted = sum(len(each.promises) for each in view.items)
    counts = ", ".join(
        (
            words.n("{n} decision", "{n} decisions", len(decided)),
            words.n("{n} promise noted", "{n} promises noted", noted),
        )
    )
    told = [decision_line(words, each) for each in decided if view.words and not each.hidden][:2]
    there = words.n("{n} present", "{n} present", len(view.present)) if view.words else ""
    return [each for each in (" · ".join(filter(None, (there, counts))), *told) if each]


def minutes(words: Words, view: MeetingView) -> Message:
    """The minutes whole: who was there, what was decided, promised, and put aside."""
    head = words.t("Minutes · {what}", what=head_of(words, view))
    parts: list[tuple[str, list[str]]] = [(words.t("Present"), [words.both(view.present)] if view.present else [])]
    parts.append((words.t("Absent"), [words.both(view.absent)] if view.absent else []))
    decided = [each for each in view.items if each.outcome is Outcome.DECIDED]
    parts.append((words.t("Decisions"), [in_full(words, each) for each in decided]))
    noted = [_promise(words, each) for item in view.items for each in item.promises] if view.words else []
    parts.append((words.t("Promises"), noted))
    parked = [in_full(words, each) for each in view.items if each.outcome is Outcome.PARKED]
    parts.append((words.t("Parking lot"), parked))
    parts.append((words.t("Discussed"), [title(words, each) for each in _only(view, Outcome.NOTHING)]))
    left = [title(words, each) for each in view.items if each.outcome is None]
    parts.append((words.t("Not reached"), left))
    blocks: list[Block] = [bold(head)]
    lines = [head]
    for name, told in parts:
        if told:
            blocks += [bold(name), *(plain(each) for each in _paragraphs(told))]
            lines += [name, *told]
    waits = view.phase is Phase.ENDED and view.may_run
    return message(lines, [*blocks, *(actions(approving(words, view)[:2]) if waits else [])])


def _only(view: MeetingView, came: Outcome) -> list[ItemView]:
    return [each for each in view.items if each.outcome is came]


def _promise(words: Words, noted: NotedView) -> str:
    facts = {"person": noted.owner, "day": due_words.short(words, noted.due, noted.zone)}
    said = words.quoted(shortened(on_one_line(noted.what), LONGEST)) if noted.what else ""
    what = f"{noted.reference} {said}".strip()
    said = words.t("{person}, by {day}", **facts)
    if noted.standing is Standing.OFFERED:
        said = words.t("{person}, by {day}, to be confirmed", **facts)
    return f"{what} · {said}"


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Lines in as few sections as Slack takes."""
    made: list[str] = []
    for each in lines:
        if made and len(made[-1]) + len(each) < LONGEST * 15:
            made[-1] += f"\n{each}"
        else:
            made.append(each)
    return made
