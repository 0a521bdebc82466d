"""The windows of meetings: an item is added, a meeting moved, started, led from item to item, its minutes put right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from slack_sdk.models.blocks import (
    Block,
    DatePickerElement,
    InputBlock,
    InputInteractiveElement,
    StaticMultiSelectElement,
    TimePickerElement,
)

from sc_bot.domain.community import Person
from sc_bot.domain.meeting_promises import Missing, PromiseLine, Reading
from sc_bot.domain.meeting_views import ItemView, MeetingView, Running
from sc_bot.domain.meetings import Outcome
from sc_bot.domain.views import Choice
from sc_bot.presentation import due_words
from sc_bot.presentation.blocks import actions, button, on_one_line, shortened
from sc_bot.presentation.meetings.items import item_line, outcome
from sc_bot.presentation.meetings.minutes import correctable
from sc_bot.presentation.windows.deadlocks import ways_out
from sc_bot.presentation.windows.parts import (
    VALUE,
    WindowJson,
    asks,
    long_text,
    one_of,
    paragraph,
    several_of,
    short_text,
    window,
)
from sc_bot.presentation.words import Words

MOST_MEMBERS = 100  # Slack's limit of options
LENGTHS = ("5", "10", "15", "20", "30")
MOST_TEXTS = 40  # decisions that one window puts right
_SAID = 120  # characters of a line that is shown back


def add_window(words: Words, view: MeetingView) -> WindowJson:
    """What the committee should talk about."""
    blocks: list[Block] = [
        paragraph(f"{words.name(view.committee)} · {words.moment_of(view.at)}"),
        asks(
            "topic",
            words.t("What should be talked about?"),
            long_text(),
            hint=words.t("Without names of patients. Your name does not stand beside it."),
        ),
        asks(
            "reference",
            words.t("About which problem? ONC-42, for example"),
            short_text(longest=20),
            optional=True,
        ),
        asks("minutes", words.t("How many minutes?"), one_of([Choice(each, each) for each in LENGTHS], LENGTHS[0])),
    ]
    return window("meeting.add", words.t("Add an item"), words.t("Add"), words.t("Cancel"), blocks, str(view.id))


def move_window(words: Words, view: MeetingView) -> WindowJson:
    """Another day and hour for one occasion."""
    next_day = (view.at + timedelta(days=1)).date() if view.day_off else view.at.date()
    day = DatePickerElement(action_id=VALUE, initial_date=next_day.isoformat())
    hour = TimePickerElement(action_id=VALUE, initial_time=f"{view.at:%H:%M}")
    blocks: list[Block] = [
        paragraph(f"{words.name(view.committee)} · {words.moment_of(view.at)}"),
        asks("day", words.t("On which day?"), day),
        asks("hour", words.t("At what hour, where the committee meets?"), hour),
    ]
    title, go = words.t("Another hour"), words.t("Move the meeting")
    return window("meeting.move", title, go, words.t("Cancel"), blocks, str(view.id))


def start_window(words: Words, running: Running) -> WindowJson:
    """Who is there; whoever said that they come is ticked."""
    view = running.view
    head = f"{words.name(view.committee)} · {words.n('{n} item', '{n} items', len(view.items))}"
    hint = words.t("One message for the wall then stands in the committee's channel, else in your own messages.")
    blocks: list[Block] = [
        paragraph(head),
        asks("present", words.t("Who is there?"), _people(running.members, running.present), optional=True, hint=hint),
    ]
    return window("meeting.start", words.t("Meeting"), words.t("Start"), words.t("Cancel"), blocks, str(view.id))


def _people(people: Sequence[Person], chosen: Sequence[str]) -> StaticMultiSelectElement:
    return several_of([Choice(each.id, each.name) for each in people[:MOST_MEMBERS]], chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDraft:
    """What was typed about the current item so far, and how its promises are understood."""

    outcome: str = Outcome.DECIDED.value
    decided: str = ""
    lead: str | None = None
    way: str | None = None
    promises: str = ""
    present: tuple[str, ...] | None = None
    reading: Reading = field(default=Reading())
    why: str = ""
    """Why what looks identifying identifies nobody; it was given with the same words."""


EMPTY = ItemDraft()


def item_window(words: Words, running: Running, item: ItemView, draft: ItemDraft = EMPTY) -> WindowJson:
    """The current item: what came of it, what was promised; saved, it gives way to the next."""
    view, reading = running.view, draft.reading
    until = words.t("Until {hour}", hour=words.hour(view.item_ends)) if view.item_ends else ""
    there = running.present if draft.present is None else draft.present
    why = asks("confirm_reason", words.t("If it identifies nobody: why?"), short_text(draft.why))
    blocks: list[Block] = [
        paragraph(" · ".join(filter(None, (item_line(words, item), until)))),
        *(_own(item, each) for each in _came_of_it(words, running, draft)),
        *_shown(words, reading),
        *([why] if draft.why else []),
        _own(item, asks("present", words.t("Who is there?"), _people(running.members, there), optional=True)),
        *actions([button(words.t("End the meeting"), "meeting.finish", str(view.id))]),
    ]
    kept = f"{view.id} {item.id} {reading.mark if reading.is_understood else ''}".strip()
    go = words.t("Save and next") if reading.is_understood else words.t("Read again")
    return window("meeting.item", words.t("Meeting"), go, words.t("Later"), blocks, kept)


def _came_of_it(words: Words, running: Running, draft: ItemDraft) -> Iterator[InputBlock]:
    """What was decided, and what was promised."""
    outcomes = [Choice(each.value, outcome(words, each)) for each in _TO_CHOOSE]
    yield asks("outcome", words.t("What came of it?"), one_of(outcomes, draft.outcome))
    hint = words.t("The decision, or what is put aside. It stands on the wall and in the minutes.")
    yield asks("decided", words.t("In a sentence"), long_text(draft.decided), optional=True, hint=hint)
    if running.asks_way:
        yield _way(words, draft)
    if running.asks_lead:
        yield _lead(words, running, draft)
    hint = words.t("Who, what, by when: Bastien sends the summary by Friday. Begin with ONC-42 for another problem.")
    yield asks("promises", words.t("Promises, one a line"), long_text(draft.promises), optional=True, hint=hint)


_TO_CHOOSE = (Outcome.DECIDED, Outcome.NOTHING, Outcome.PARKED)


def _own(item: ItemView, block: InputBlock) -> InputBlock:
    """An input that is another one for each item: Slack would carry what was typed over to the next."""
    if isinstance(block.element, InputInteractiveElement):
        block.element.action_id = f"{VALUE}_{item.id}"
    return block


def _way(words: Words, draft: ItemDraft) -> InputBlock:
    hint = words.t("A deadlock ends by a decision only. Without one, it stays on the agenda.")
    return asks("way", words.t("The way out"), one_of(ways_out(words), draft.way), optional=True, hint=hint)


def _lead(words: Words, running: Running, draft: ItemDraft) -> InputBlock:
    homes = [Choice(each.id, words.name(each.name)) for each in running.community.institutions]
    hint = words.t("The committee decides; you write it down. Somebody of it must be marked as present.")
    label = words.t("Which institution leads, or gives?") if running.asks_way else words.t("Who leads?")
    return asks("lead", label, one_of(homes, draft.lead), optional=True, hint=hint)


def _shown(words: Words, reading: Reading) -> list[Block]:
    """How each line is understood, or what it lacks."""
    if not reading.lines:
        return []
    head = words.t("Understood. “Save and next” keeps it; each owner confirms with one tap.")
    if not reading.is_understood:
        head = words.t("Nothing is kept yet: please complete the lines marked with a question.")
    lines = [_understood(words, each) if each.missing is None else _lacking(words, each) for each in reading.lines]
    return [paragraph("\n".join([head, *lines]), "understood")]


def _understood(words: Words, line: PromiseLine) -> str:
    said = words.quoted(shortened(on_one_line(line.what), _SAID))
    person, reference = (line.owner.name if line.owner else ""), (line.problem.reference if line.problem else "")
    day = due_words.whole(words, line.due, line.zone) if line.due else ""
    return words.t("✓ {person}: {said} ({reference}), {day}", person=person, said=said, reference=reference, day=day)


def _lacking(words: Words, line: PromiseLine) -> str:
    said = words.quoted(shortened(on_one_line(line.text), _SAID))
    return f"? {said} {missing(words, line)}"


def missing(words: Words, line: PromiseLine) -> str:
    """What a line lacks, and how to say it."""
    names = words.both(line.names)
    days = words.both([due_words.short(words, each) for each in line.days])
    return {
        Missing.WHO: words.t("Who? Write the name of somebody of the community."),
        Missing.WHICH: words.t("Who is meant: {names}? Write the whole name.", names=names),
        Missing.WHEN: words.t("By when? For example: by Friday."),
        Missing.WHICH_DAY: words.t("Which day is meant: {days}? Write the date.", days=days),
        Missing.WHAT: words.t("What does this person promise?"),
        Missing.PROBLEM: words.t("For which problem? Begin the line with its reference, ONC-42 for example."),
        Missing.LEAD: words.t("Nobody leads this problem yet: decide that first."),
        Missing.NOT_THEIRS: words.t("{names} cannot be asked about this problem. Name somebody else.", names=names),
    }[line.missing or Missing.WHO]


def end_window(words: Words, view: MeetingView) -> WindowJson:
    """Before it is over: what is open, and where it goes."""
    left = sum(each.outcome is None for each in view.items)
    said = words.t("Every item is done.")
    if left:
        said = words.n(
            "{n} item is still open. What people added goes onto the next agenda.",
            "{n} items are still open. What people added goes onto the next agenda.",
            left,
        )
    blocks: list[Block] = [paragraph(f"{words.name(view.committee)} · {said}")]
    go = words.t("End the meeting")
    return window("meeting.end", words.t("Meeting"), go, words.t("Later"), blocks, str(view.id))


def correct_window(words: Words, view: MeetingView) -> WindowJson:
    """The words of each decision, to be put right."""
    blocks: list[Block] = [
        asks(f"text_{each.id}", shortened(item_line(words, each), _LABEL), long_text(each.decided or ""))
        for each in correctable(view)[:MOST_TEXTS]
    ]
    return window("meeting.correct", words.t("Minutes"), words.t("Save"), words.t("Cancel"), blocks, str(view.id))


_LABEL = 150  # characters of an input's label
