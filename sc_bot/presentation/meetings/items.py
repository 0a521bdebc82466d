"""What the agenda, the wall and the minutes say alike: an item, a decision, a meeting as one line."""

from collections.abc import Sequence

from slack_sdk.models.blocks import InteractiveElement

from sc_bot.domain.meeting_views import ItemView, MeetingLine, MeetingView
from sc_bot.domain.meetings import Kind, Outcome
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import button, on_one_line, shortened
from sc_bot.presentation.words import Words

LONGEST = 160  # characters of somebody's words on one line


def kind(words: Words, kind: Kind) -> str:
    """What an item is about."""
    return {
        Kind.DECISION: words.t("decision asked for"),
        Kind.ARBITRATION: words.t("who leads?"),
        Kind.DEADLOCK: words.t("deadlock"),
        Kind.LATE: words.t("a promise is late"),
        Kind.UNCONFIRMED: words.t("promise to be confirmed"),
        Kind.JOINT_CHANGE: words.t("joint change"),
        Kind.LESSON: words.t("lesson"),
        Kind.PARKED: words.t("from the parking lot"),
        Kind.ADDED: words.t("added item"),
    }[kind]


def outcome(words: Words, came: Outcome) -> str:
    """What came of an item."""
    return {
        Outcome.DECIDED: words.t("decided"),
        Outcome.NOTHING: words.t("discussed, nothing decided"),
        Outcome.PARKED: words.t("in the parking lot"),
        Outcome.SETTLED: words.t("settled before the meeting"),
    }[came]


def title(words: Words, item: ItemView) -> str:
    """An item in its reader's words: neutral titles only; what is not theirs to know has none."""
    if item.hidden:
        return words.t("Reserved item")
    parts = []
    if item.problem is not None:
        parts.append(f"{item.problem.reference} {vocabulary.neutral_title(words, item.problem)}")
    if item.also:
        parts.append(words.t("in one circle with {references}", references=words.both(item.also)))
    if item.reference:
        parts.append(item.reference)
    if item.topic:
        parts.append(words.quoted(shortened(on_one_line(item.topic), LONGEST)))
    return " · ".join(parts) or kind(words, item.kind)


def item_line(words: Words, item: ItemView) -> str:
    """One item, one line: its number, what it is about, how long."""
    parts = [f"{item.number}. {title(words, item)}", kind(words, item.kind)]
    if item.minutes:
        parts.append(words.t("{n} min", n=words.number(item.minutes)))
    else:
        parts.append(words.t("if time allows"))
    if item.facilitated:
        parts.append(words.t("facilitated discussion"))
    if item.outcome is not None:
        parts.append(outcome(words, item.outcome))
    return " · ".join(parts)


def decision_line(words: Words, item: ItemView) -> str:
    """A decision on one line."""
    said = words.quoted(shortened(on_one_line(item.decided), LONGEST)) if item.decided else words.t("promises noted")
    if item.kept_back:
        said = outcome(words, Outcome.DECIDED)
    return words.t("{what}: {said}", what=title(words, item), said=said)


def in_full(words: Words, item: ItemView) -> str:
    """An item with all that was written about it."""
    if not item.decided:
        return title(words, item)
    return words.t("{what}: {said}", what=title(words, item), said=words.quoted(on_one_line(item.decided)))


def head_of(words: Words, view: MeetingView) -> str:
    """Which committee, and when."""
    return f"{words.name(view.committee)} · {words.moment_of(view.at)}"


def see_button(words: Words, view: MeetingView) -> InteractiveElement:
    """What opens the whole of it."""
    return button(words.t("See all"), "meeting.see", str(view.id))


def line(words: Words, meeting: MeetingLine) -> str:
    """A meeting as one line of a digest or of Home."""
    head = f"{words.name(meeting.committee)} · {words.moment_of(meeting.at)}"
    if meeting.items is None:
        return head
    return f"{head} · {words.n('{n} item', '{n} items', meeting.items)}"


def in_digest(words: Words, meetings: Sequence[MeetingLine]) -> str:
    """The meetings of the week that follows, for those who sit there."""
    said = "; ".join(line(words, each) for each in meetings)
    return words.t("Next meeting: {what} · /sc agenda", what=said) if said else ""
