"""Joint changes on every screen: card, headline, check, lists, answers, windows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sc_bot.domain.answers import Faster
from sc_bot.domain.common_answers import JointChanged
from sc_bot.domain.joint_changes import RUNNING, Answered, Stage
from sc_bot.domain.joint_rules import JointAct, JointAsked
from sc_bot.domain.joint_views import JointView, PartView
from sc_bot.domain.problems import State, Verdict
from sc_bot.domain.views import JointAsk, JointLine
from sc_bot.ports import Message
from sc_bot.presentation import joint_changes, replies
from sc_bot.presentation.windows import joint_changes as windows
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.windows.promises import DueDraft
from tests.presentation.promised import dues
from tests.presentation.samples import GROUP, HOSPITAL, NOW, REFERENCE, SAID, region, view, words

CHANGE = f"{REFERENCE}+1"
DAY = date(2026, 12, 4)
CARRIED = f"{CHANGE} HSF 1"


def part(home: str, **changes: object) -> PartView:
    """One institution's part, taken, unless `changes` say otherwise."""
    usual = PartView(
        id=home,
        name=HOSPITAL if home == "HSF" else GROUP,
        answered=Answered.TAKEN,
        agrees=True,
        ready=False,
        asks_for_something=False,
        needs=None,
        verdict=None,
        is_reopened=False,
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


PARTS = {
    "asked": part("HSF", answered=Answered.ASKED, agrees=False),
    "declined": part("HSF", answered=Answered.DECLINED, agrees=False),
    "not agreed": part("HSF", agrees=False),
    "getting ready": part("HSF"),
    "ready": part("HSF", ready=True),
    "needs": part("HSF", asks_for_something=True, needs=SAID),
    "yes": part("HSF", verdict=Verdict.YES),
    "partly": part("HSF", verdict=Verdict.PARTLY),
    "reopened": part("HSF", answered=Answered.ASKED, verdict=Verdict.NO, is_reopened=True),
}


def joint(language: str, said: str = SAID, **changes: object) -> JointView:
    """A change as the hospital's director sees it, unless `changes` say otherwise."""
    seen = view(language, state=State.ACCEPTED, title=None)
    usual = JointView(
        reader=seen.reader,
        reference=CHANGE,
        problem=seen,
        problems=(REFERENCE,),
        what=said,
        back=said,
        has_back=True,
        stage=Stage.DATED,
        day=DAY,
        round=1,
        needed=2,
        needs_all=True,
        parts=(part("HSF"), part("GTV", ready=True)),
        own=part("HSF"),
        offers=frozenset(JointAct),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def joint_line(language: str, said: str, stage: Stage = Stage.DATED, day: date | None = DAY) -> JointLine:
    """One change, one line."""
    problem = view(language, title=said[:80])
    return JointLine(reference=CHANGE, stage=stage, day=day, ready=1, institutions=2, problem=problem)


def joint_ask(language: str, said: str, asks: JointAsked = JointAsked.READY, day: date | None = DAY) -> JointAsk:
    """What one change asks."""
    problem = view(language, title=said[:80])
    return JointAsk(asks=asks, reference=CHANGE, institution="HSF", problem=problem, day=day)


def joint_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """Cards in every stage, headlines, questions, lists and answers."""
    to = words(language)
    for stage in Stage:
        yield f"joint card, {stage}", joint_changes.card(joint(language, said, stage=stage))
        yield f"joint card, {stage}, no date", joint_changes.card(joint(language, said, stage=stage, day=None))
        yield f"joint headline, {stage}", joint_changes.headline(joint(language, said, stage=stage, what=None))
    for name, own in PARTS.items():
        for stage in (Stage.REPLANNED, Stage.GONE):
            seen = joint(
                language, said, stage=stage, own=own, parts=(own, part("GTV")), has_back=False, needs_all=False
            )
            yield f"joint card, {name}, {stage}", joint_changes.card(seen)
    yield "joint card, too few", joint_changes.card(joint(language, said, needed=3))
    others = joint(language, said, own=None, what=None, offers=frozenset())
    yield "joint card, who only knows of it", joint_changes.card(others)
    yield "joint card, asks whether", joint_changes.card(joint(language, said, stage=Stage.GONE, may_check=True))
    yield "joint card, passed on", joint_changes.card(joint(language, said, is_passed_on=True))
    yield from _checks(language, said)
    for number, each in enumerate([*joint_changes.own(to, []), *joint_changes.own(to, [joint(language, said)] * 9)]):
        yield f"joint changes, {number}", each
    yield from _answers(language)


def _checks(language: str, said: str) -> Iterator[tuple[str, Message]]:
    gone = {"stage": Stage.GONE, "own": part("HSF"), "what": None}
    for hides in (True, False):
        seen = joint(language, said, **gone)
        name = f"joint check{', hidden' if hides else ''}"
        yield name, joint_changes.check(seen, REFERENCE, hides=hides, asks_on_the_ground=False)
    words_too = joint(language, said, stage=Stage.GONE)
    for reported in (False, True):
        asked = joint_changes.check(words_too, CHANGE, hides=False, asks_on_the_ground=True, reported=reported)
        yield f"joint check, on the ground, {reported}", asked
    unsaid = joint(language, said, stage=Stage.UNVERIFIED, own=part("HSF"))
    yield "joint check, no longer asked", joint_changes.check(unsaid, CHANGE, hides=False, asks_on_the_ground=False)
    over = joint(language, said, stage=Stage.VERIFIED)
    yield "joint check, answered", joint_changes.check(over, CHANGE, hides=False, asks_on_the_ground=False)


def _answers(language: str) -> Iterator[tuple[str, Message]]:
    to = words(language)
    for act in ("begin", *JointAct):
        for day in (DAY, None):
            answer = JointChanged(
                reference=CHANGE, problem=1, community=1, act=str(act), stage=Stage.DATED.value, day=day
            )
            yield f"joint change, {act}, {day}", joint_changes.changed(to, answer)
    for stage in Stage:
        faster = Faster(
            problem=1, reference=CHANGE, community=1, state=State.ACCEPTED, by="HSF-MD", at=NOW, joint=stage.value
        )
        yield f"faster, joint change {stage}", replies.faster(to, faster, region())
        for day in (DAY, None) if stage in RUNNING else (DAY,):
            yield f"joint line, {stage}, {day}", Message(joint_changes.line(to, joint_line(language, "x", stage, day)))
    for asks in JointAsked:
        for day in (DAY, None):
            yield f"joint asks, {asks}, {day}", Message(joint_changes.asked(to, joint_ask(language, "x", asks, day)))


def joint_windows(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    """Beginning, taking a part, another date, and words alone."""
    to, community, seen = words(language), region(), joint(language, said)
    for name, due in dues():
        draft = windows.BeginDraft(
            reference=REFERENCE, due=due, what=said, also=REFERENCE, institutions=("HSF", "GTV"), rule="2", back=said
        )
        yield f"joint begin, {name}", windows.begin_window(to, draft, community)
        yield f"joint date, {name}", windows.date_window(to, seen, CARRIED, due, said)
        yield f"joint part, {name}", windows.part_window(to, seen, CARRIED, due, said)
    yield (
        "joint begin, new",
        windows.begin_window(to, windows.BeginDraft(reference=REFERENCE, due=DueDraft()), community),
    )
    yield "joint part", windows.part_window(to, seen, CARRIED)
    for act in (JointAct.DECLINE, JointAct.NEED, JointAct.BACK, JointAct.ROLL_BACK, JointAct.ABANDON):
        yield f"joint text, {act}", windows.text_window(to, seen, CARRIED, act)
