"""Decision requests on every screen: in a digest, on a card, in the list, answered, asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sc_bot.domain.answers import DecisionAnswered, DecisionAsked, Faster
from sc_bot.domain.decision_views import DecisionView
from sc_bot.domain.decisions import Behalf, Deciding, Reply
from sc_bot.domain.events import IN_NAME, Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import State
from sc_bot.ports import Message
from sc_bot.presentation import decisions, lists, replies
from sc_bot.presentation.blocks import message
from sc_bot.presentation.told import told
from sc_bot.presentation.windows import decisions as windows
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.windows.promises import DueDraft
from tests.presentation.promised import DAY, HOUR, dues
from tests.presentation.samples import HOSPITAL, NOW, REFERENCE, SAID, WHO, ZONE, of_author, region, step, view, words

MEETING = datetime(2026, 12, 9, 9, 0, tzinfo=ZoneInfo(ZONE))
ANSWERS = [
    ("1", Reply.AGREE, Deciding.OPEN),
    ("1", Reply.AGREE, Deciding.AGREED),
    ("1", Reply.NO, Deciding.REFUSED),
    ("1", Reply.DISCUSS, Deciding.TO_DISCUSS, "2026-12-09T09:00-05:00"),
    ("1", Reply.DISCUSS, Deciding.TO_DISCUSS),
    ("1", Reply.AGREE, Deciding.OPEN, "", IN_NAME),
    ("1", Reply.DISCUSS, Deciding.TO_DISCUSS, "", IN_NAME),
]
"""The details of each answer in the history."""


def decision(language: str, said: str = SAID, **changes: object) -> DecisionView:
    """A request as a general manager who is asked sees it, unless `changes` say otherwise."""
    usual = DecisionView(
        problem=view(language, state=State.ACCEPTED, description=None),
        reference=f"{REFERENCE}/1",
        question=said,
        otherwise=said,
        behalf=Behalf.COMMITTEE,
        institution=None,
        due=DAY,
        standing=Deciding.OPEN,
        meeting=MEETING,
        may_answer=True,
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def _given(language: str, said: str) -> Iterator[tuple[str, DecisionView]]:
    for behalf in Behalf:
        place = HOSPITAL if behalf is Behalf.INSTITUTION else None
        yield f"asked by {behalf}", decision(language, said, behalf=behalf, institution=place)
    yield "discussed some day", decision(language, said, own=Reply.DISCUSS, standing=Deciding.TO_DISCUSS)
    yield "without a committee", decision(language, said, meeting=None, due=HOUR)
    for reply in Reply:
        yield f"answered {reply}", decision(language, said, own=reply, own_reason=said, own_meeting=MEETING)
    for standing in Deciding:
        yield f"over, {standing}", decision(language, said, may_answer=False, standing=standing)
    for own in (None, *Reply):
        yield f"in a name, {own}", decision(language, said, in_name_of=WHO, own=own, own_reason=said)


def decision_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """Digest, card, list, answers, what is told."""
    to = words(language)
    for name, seen in _given(language, said):
        yield f"decision card, {name}", decisions.card(seen)
        yield f"decision in a digest, {name}", message(decisions.asked_lines(to, seen), decisions.asked(to, seen))
    yield "decisions, none", decisions.own(to, [])
    yield "decisions", decisions.own(to, [decision(language, said)] * 12)
    yield "which to decide", lists.which_to_decide(to)
    yield from _answers(language)
    yield from _told(language, said)


def _answers(language: str) -> Iterator[tuple[str, Message]]:
    to, community, people = words(language), region(), ("HSF-DG", "CVE-DG")
    facts = {"reference": f"{REFERENCE}/1", "problem": 1, "community": 1, "due": str(DAY), "zone": ZONE}
    for at_once in ((), people[:1], people):
        answer = DecisionAsked(**facts, people=people, at_once=at_once)  # type: ignore[arg-type] # fields by name
        yield f"decision asked, {len(at_once)} at once", decisions.was_asked(to, answer, community)
    for reply in Reply:
        for meeting in ("", "2026-12-09T09:00-05:00"):
            given = DecisionAnswered(**facts, reply=reply, meeting=meeting, told=("SC-1",) if meeting else ())  # type: ignore[arg-type] # as above
            yield f"decision answered, {reply}, {bool(meeting)}", decisions.was_answered(to, given, community)
    for standing in Deciding:
        faster = Faster(
            problem=1,
            reference=REFERENCE,
            community=1,
            state=State.ACCEPTED,
            by="HSF-MD",
            at=NOW,
            decision=standing.value,
        )
        yield f"faster, decision {standing}", replies.faster(to, faster, community)


def _told(language: str, said: str) -> Iterator[tuple[str, Message]]:
    question = step(Happened.DECISION_ASKED, text=said, details=("1", "2026-12-04"))
    leads = frozenset({Verb.COMMIT})
    for details in ANSWERS:
        answered = step(Happened.DECISION_ANSWERED, text=said, details=details)
        for name, seen in (
            ("asker", view(language, steps=(question,), offers=leads)),
            ("asker, author, hidden", of_author(language, steps=(question,), offers=leads)),
        ):
            heard = told(seen, answered)
            assert heard is not None
            yield f"told {name}, {' '.join(details)}", heard


def decision_windows(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    """Asking, with every way of giving a date; and saying no."""
    to, community = words(language), region()
    managers = [each for each in community.people if each.id.endswith("-DG")]
    for name, due in dues():
        draft = windows.AskDraft(reference=REFERENCE, due=due, question=said, otherwise=said, asked=("HSF-DG",))
        yield f"decision ask, {name}", windows.ask_window(to, draft, managers, community)
    empty = windows.AskDraft(reference=REFERENCE, due=DueDraft())
    yield "decision ask, new", windows.ask_window(to, empty, managers, community)
    yield "decision no", windows.no_window(to, decision(language, said))
