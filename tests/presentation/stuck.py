"""Deadlocks on every screen: on the problem, in the digest, ended, perceived, in a circle."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sc_bot.domain.answers import Faster, Promised
from sc_bot.domain.counts import DeadlockCounts, Tally
from sc_bot.domain.deadlock_views import DeadlockView, PromiseView, SignView
from sc_bot.domain.deadlocks import DECISIONS, Sign, Stage, Way
from sc_bot.domain.decisions import Deciding, Reply
from sc_bot.domain.digest_views import RestView
from sc_bot.domain.events import OF_DEADLOCKS, Happened
from sc_bot.domain.perceiving import OFFICES
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, State
from sc_bot.domain.promising import Act
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.ports import Message
from sc_bot.presentation import cards, lists, replies
from sc_bot.presentation.digest_rest import rest
from sc_bot.presentation.told import told
from sc_bot.presentation.windows import problems
from sc_bot.presentation.windows.deadlocks import end_window
from sc_bot.presentation.windows.parts import WindowJson
from tests.presentation.promised import DAY
from tests.presentation.samples import GROUP, HOSPITAL, NOW, REFERENCE, SAID, ZONE, region, step, view, words

FOUND = NOW.date()
PROMISE, OTHER_PROMISE, UNSEEN = PromiseView("ONC-42.1", HOSPITAL), PromiseView("SM-7.2", GROUP), PromiseView()
DETAILS: dict[Happened, Sequence[tuple[str, ...]]] = {
    Happened.PERCEIVED_STILL: [("yes", "director"), ("no", "director")],
    Happened.DEADLOCK_ENDED: [(each.value,) for each in DECISIONS],
}


def signs(said: str) -> tuple[SignView, ...]:
    """Each sign, with everything that shows it."""
    return (
        SignView(sign=Sign.UNSOLVABLE, days=(FOUND,), offices=OFFICES),
        SignView(sign=Sign.RETURNED, days=(FOUND, FOUND), institutions=(HOSPITAL, GROUP)),
        SignView(sign=Sign.CIRCLE, circle=(PROMISE, OTHER_PROMISE, UNSEEN)),
        SignView(sign=Sign.UNOWNED, days=(FOUND,), number=12),
        SignView(sign=Sign.REDATED, promise=PROMISE, number=3),
        SignView(sign=Sign.BLOCKED, promise=UNSEEN, days=(FOUND,), number=21, need=said),
        SignView(sign=Sign.REOPENED, days=(FOUND, FOUND)),
    )


def deadlock(said: str = SAID, **changes: object) -> DeadlockView:
    """One with every sign, unless `changes` say otherwise."""
    usual = DeadlockView(
        reference=REFERENCE, stage=Stage.SUPPORT, signs=signs(said), found_on=FOUND, working_days=23, may_end=True
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def _every(said: str) -> Iterator[tuple[str, DeadlockView]]:
    untold = (
        SignView(sign=Sign.UNSOLVABLE, offices=OFFICES[:1]),
        SignView(sign=Sign.UNOWNED),
        SignView(sign=Sign.REOPENED),
        SignView(sign=Sign.CIRCLE, circle=(PROMISE,) * 9),
    )
    yield "whole", deadlock(said)
    yield "at the last stage, one day", deadlock(said, stage=Stage.STEERING, working_days=1)
    yield "gone", deadlock(said, signs=tuple(replace(each, stands=False) for each in signs(said)))
    yield "of a small team", deadlock(said, signs=untold, found_on=None, working_days=None)
    yield "nothing to be told", deadlock(said, signs=(), found_on=None, working_days=None)


def stuck_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """On the problem, on cards, in the digest's rest; then what is told and answered."""
    deciding = frozenset({Verb.END_DEADLOCK, Verb.PERCEIVE, Verb.ASK_DECISION})
    for name, each in _every(said):
        seen = view(language, deadlock=each, offers=deciding, title=said)
        yield f"shown, deadlock, {name}", lists.shown(words(language), seen)
        yield f"triage, deadlock, {name}", cards.triage_card(seen)
        yield f"arbitration, deadlock, {name}", cards.arbitration_card(seen)
        yield f"rest, deadlock, {name}", rest(_rest(language, seen))
    history = tuple(step(kind, text=None) for kind in OF_DEADLOCKS)
    yield "shown, stuck", lists.shown(words(language), view(language, steps=history))
    yield from _told(language, said)
    yield from _answers(language)


def _rest(language: str, seen: ProblemView) -> RestView:
    counts = DeadlockCounts(
        open=1, steering=1, oldest=31, decided=2, days_to_end=12, perceived=9, verified=4, days_to_verified=1
    )
    shown = view(language)
    usual = RestView(
        reader=shown.reader, institution=None, until=NOW, now=Tally(), before=None, before_on=None, stuck=counts
    )  # fmt: skip
    return replace(usual, deadlocks=(seen, seen))


def _told(language: str, said: str) -> Iterator[tuple[str, Message]]:
    answered = step(Happened.DECISION_ANSWERED, text=said, details=("1", Reply.AGREE, Deciding.AGREED))
    seen = view(language, deadlock=deadlock(said), offers=frozenset({Verb.END_DEADLOCK}))
    for name, each in (("agreed, in deadlock", answered), *_ended(said)):
        heard = told(seen, each)
        if heard is not None:
            yield f"told others, {name}", heard


def _ended(said: str) -> Iterator[tuple[str, StepView]]:
    for way in (Way.LEAD, Way.RESOURCES):
        yield f"ended, {way}", step(Happened.DEADLOCK_ENDED, text=said, details=(way.value,))


def _answers(language: str) -> Iterator[tuple[str, Message]]:
    to, community = words(language), region()
    for way in DECISIONS:
        faster = Faster(
            problem=1, reference=REFERENCE, community=1, state=State.ACCEPTED, by="SC-1", at=NOW, deadlock=way.value
        )
        yield f"faster, ended, {way}", replies.faster(to, faster, community)
    answer = Promised(reference="ONC-42.1", problem=1, community=1, act=Act.BLOCK, due=str(DAY), zone=ZONE, circle=True)
    yield "promised, in a circle", replies.promised(to, answer)


def stuck_windows(language: str) -> Iterator[tuple[str, WindowJson]]:
    """Recording a decision; closing what was perceived as unsolvable."""
    to = words(language)
    yield "deadlock end", end_window(to, REFERENCE, region())
    yield "close, perceived as unsolvable", problems.close_window(to, REFERENCE, [*Closing], unsolvable=True)
