"""Promises on every screen: cards, lists of the morning, windows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sc_bot.domain.answers import Faster, Promised, Snoozed
from sc_bot.domain.commitments import Standing
from sc_bot.domain.due import Due
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import State
from sc_bot.domain.promising import OF_THE_NEEDED, Act
from sc_bot.domain.views import Asks, CommitmentView, ListItem, MorningView, Partner, Reader
from sc_bot.due_dates import Ambiguous, DayOff, Doubt, Reason, Refused, Understood
from sc_bot.ports import Message
from sc_bot.presentation import due_words, promises, replies
from sc_bot.presentation.morning import morning_list
from sc_bot.presentation.windows import promises as windows
from sc_bot.presentation.windows.parts import WindowJson
from tests.presentation.samples import GROUP, HOSPITAL, NOW, REFERENCE, SAID, WHO, ZONE, region, view, words

DAY = Due(date(2026, 12, 4))
HOUR = Due(date(2026, 12, 4), datetime(2026, 12, 4, 14, 5, tzinfo=ZoneInfo(ZONE)))
OF_OWNER = frozenset({Act.DONE, Act.ON_TRACK, Act.REDATE, Act.BLOCK, Act.HAND, Act.CANCEL})


def promise(language: str, said: str = SAID, **changes: object) -> CommitmentView:
    """A promise as its owner sees it, unless `changes` say otherwise."""
    usual = CommitmentView(
        reader=Reader(language=language, timezone=ZONE),
        reference=f"{REFERENCE}.1",
        problem=REFERENCE,
        what=said,
        expected=None,
        institution=HOSPITAL,
        owner=WHO,
        is_owner=True,
        offered_to=None,
        needs_of=None,
        needs=None,
        due=DAY,
        zone=ZONE,
        redated=0,
        standing=Standing.OPEN,
        is_late=False,
        working_days_late=0,
        waiting=0,
        offers=OF_OWNER,
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def promise_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """Cards, answers, lists."""
    for standing in Standing:
        yield f"promise, {standing}", promises.card(promise(language, said, standing=standing))
    full = {"expected": said, "redated": 3, "waiting": 2, "is_late": True, "working_days_late": 2, "due": HOUR}
    yield "promise, late", promises.card(promise(language, said, **full))
    taken = {"offers": frozenset({Act.TAKE, Act.DECLINE}), "is_owner": False, "offered_to": WHO}
    yield "promise, offered", promises.card(promise(language, said, **taken))
    yield "promise, offered by oneself", promises.card(promise(language, said, offered_to=WHO))
    needs = {"standing": Standing.BLOCKED, "needs": said, "needs_of": WHO, "is_owner": False, "offers": OF_THE_NEEDED}
    yield "promise, needed", promises.card(promise(language, said, **needs))
    yield "todo, none", promises.own(words(language), [])
    yield "todo", promises.own(words(language), [promise(language, said)] * 3)
    yield from _answers(language)
    for late in (True, False):
        yield f"morning, {late}", morning_list(morning(language, said, late=late))


def _answers(language: str) -> Iterator[tuple[str, Message]]:
    to = words(language)
    for act in Act:
        answer = Promised(
            reference=f"{REFERENCE}.1", problem=1, community=1, act=act, due=str(DAY), zone=ZONE, asked="HSF-S1"
        )
        yield f"promised, {act}", replies.promised(to, answer)
    yield "snoozed", replies.snoozed(to, Snoozed(REFERENCE, DAY.day))
    for standing in Standing:
        faster = Faster(
            problem=1,
            reference=f"{REFERENCE}.1",
            community=1,
            state=State.ACCEPTED,
            by="HSF-MD",
            at=NOW,
            standing=standing,
        )
        yield f"faster, promise {standing}", replies.faster(to, faster, region())
    for reason in Reason:
        sentence = due_words.refusal(to, Refused(reason, "2026-12-04"))
        yield f"no date, {reason}", Message(sentence)


def morning(language: str, said: str, *, late: bool) -> MorningView:
    """A list of the morning with every kind of line."""
    seen = view(language)
    owed = promise(language, said, working_days_late=1, is_late=True, waiting=2)
    items = [
        ListItem(
            asks=each,
            reference=REFERENCE if each in (Asks.ANSWER, Asks.STALE) else owed.reference,
            problem=seen,
            commitment=None if each in (Asks.ANSWER, Asks.STALE) else owed,
            next_told=WHO if each is Asks.LATE else None,
            next_day=DAY.day if each is Asks.LATE else None,
        )
        for each in Asks
        if each not in {Asks.CONTRIBUTE, Asks.JOINT}
    ]
    offered = promise(language, said, offers=frozenset({Act.TAKE, Act.DECLINE}))
    partner = Partner("GTV", GROUP, DAY.day)
    asked = view(language, offers=frozenset({Verb.CONTRIBUTE, Verb.DECLINE}))
    for asks, problem in ((Asks.CONTRIBUTE, asked), (Asks.CONTRIBUTE, seen), (Asks.HELP, seen)):
        items.append(ListItem(asks=asks, reference=REFERENCE, problem=problem, partner=partner))
    needed = promise(language, said, offers=OF_THE_NEEDED, is_owner=False)
    items.append(ListItem(asks=Asks.TAKE_OVER, reference=offered.reference, problem=seen, commitment=offered))
    items.append(ListItem(asks=Asks.NEEDED, reference=needed.reference, problem=seen, commitment=needed))
    wave, others = (1, 37) if late else (None, 0)
    return MorningView(reader=seen.reader, day=NOW.date(), items=tuple(items), others=others, late=late, pulse=wave)


def promise_windows(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    """Every window about a promise."""
    to, mine = words(language), promise(language, said, expected=said)
    for name, due in dues():
        draft = windows.PromiseDraft(reference=REFERENCE, due=due, what=said, is_vague=True, is_first=name == "empty")
        yield f"promise, {name}", windows.promise_window(to, draft)
        yield f"redate, {name}", windows.redate_window(to, mine, due)
    yield "promise done", windows.done_window(to, mine)
    yield "promise blocked", windows.blocked_window(to, mine)
    yield "promise handed", windows.hand_window(to, mine)
    yield "promise provided", windows.provided_window(to, promise(language, said, needs=said))
    for act in (Act.CANCEL, Act.DECLINE, Act.CANNOT):
        yield f"promise {act}", windows.reason_window(to, mine, act)
    yield "snooze", windows.snooze_window(to, REFERENCE, [NOW.date(), DAY.day])


def dues() -> Iterator[tuple[str, windows.DueDraft]]:
    """Every way in which a date stands in a window."""
    yield "empty", windows.DueDraft()
    yield "understood", windows.DueDraft(words=SAID, answer=Understood(HOUR), zone=ZONE, chosen=HOUR)
    for off in DayOff:
        answer = Understood(DAY, off, date(2026, 12, 7))
        yield f"day off {off}", windows.DueDraft(picked=DAY.day, answer=answer, zone=ZONE, chosen=DAY)
    for doubt in Doubt:
        answer_ = Ambiguous((DAY, HOUR), doubt)
        yield f"doubt {doubt}", windows.DueDraft(words=SAID, answer=answer_, zone=ZONE)
    yield "chosen", windows.DueDraft(words=SAID, answer=Ambiguous((DAY, HOUR), Doubt.HABIT), zone=ZONE, chosen=DAY)
