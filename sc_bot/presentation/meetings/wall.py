"""What hangs on the wall while a committee meets; nobody's name, nothing that not all may know."""

from sc_bot.domain.meeting_views import MeetingView
from sc_bot.domain.meetings import HELD, Outcome, Phase
from sc_bot.ports import Message
from sc_bot.presentation.blocks import bold, grey, message, plain
from sc_bot.presentation.meetings.items import decision_line, kind, title
from sc_bot.presentation.words import Words

DECISIONS = 3  # on the wall and on the card of the minutes


def projector(view: MeetingView, missed: str | None = None) -> Message:
    """On the wall: the current item, its end, decisions so far; nobody's name, nothing that not all may know.

    `missed`: the channel in which it should stand, where it is somebody's own message instead.
    """
    words = Words.of(view.reader)
    current = view.current
    if view.phase is not Phase.STARTED or current is None:
        return _after(words, view)
    facts = {"number": current.number, "n": words.number(len(view.items))}
    head = f"{words.name(view.committee)} · {words.t('item {number} of {n}', **facts)}"
    flagged = [words.t("facilitated discussion")] if current.facilitated else []
    lines = [" · ".join([title(words, current), kind(words, current.kind), *flagged])]
    until = words.t("Until {hour}", hour=words.hour(view.item_ends)) if view.item_ends else ""
    so_far = [*_so_far(words, view), *_instead(words, missed)]
    blocks = [bold(head), plain("\n".join(each for each in (*lines, until) if each)), *map(grey, so_far)]
    return message([head, *lines, until, *so_far], blocks)


def _instead(words: Words, missed: str | None) -> list[str]:
    """Why it stands here."""
    if missed is None:
        return []
    return [words.t("The bot cannot write in {channel}: this stands here instead. Invite it there.", channel=missed)]


def _after(words: Words, view: MeetingView) -> Message:
    """Nothing is left, or it is over."""
    head = words.name(view.committee)
    said = words.t("The agenda is done.")
    if view.phase in HELD:
        said = words.t("The meeting is over. Its minutes follow.")
    so_far = _so_far(words, view)
    return message([head, said, *so_far], [bold(head), plain(said), *map(grey, so_far)])


def _so_far(words: Words, view: MeetingView) -> list[str]:
    decided = [each for each in view.items if each.outcome is Outcome.DECIDED and not each.hidden]
    noted = sum(len(each.promises) for each in view.items)
    lines = [f"✓ {decision_line(words, each)}" for each in decided[-DECISIONS:]]
    if noted:
        lines.append(words.n("{n} promise noted", "{n} promises noted", noted))
    return lines
