"""Meetings on every screen: the agenda, the wall, the minutes, and the windows that lead from item to item."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sc_bot.domain.commitments import Standing
from sc_bot.domain.common_answers import Met, MetFaster
from sc_bot.domain.community import Localised
from sc_bot.domain.meeting_promises import Missing, PromiseLine, Reading
from sc_bot.domain.meeting_views import ItemView, MeetingLine, MeetingView, NotedView, Running
from sc_bot.domain.meetings import Kind, Outcome, Phase
from sc_bot.domain.problems import Because, Problem, Severity, State
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation.blocks import message, plain
from sc_bot.presentation.meetings import agenda as agendas
from sc_bot.presentation.meetings import answers, items, minutes, wall
from sc_bot.presentation.windows import meetings as windows
from sc_bot.presentation.windows.parts import WindowJson
from tests.presentation.promised import DAY
from tests.presentation.samples import NOW, REFERENCE, SAID, WHO, ZONE, region, view, words

AT = datetime(2026, 12, 1, 13, 30, tzinfo=ZoneInfo(ZONE))
PROBLEM = Problem(
    id=1, workspace="T", community=1, reference=REFERENCE, state=State.ACCEPTED, continuum="ONC", institution="HSF",
    owes="HSF", because=Because("named"), severity=Severity.DELAY, reporter="zz", reporter_institution=None, line=None,
    name_shown=False, reported_at=NOW, answer_by=NOW.date(),
)  # fmt: skip
COMMITTEE = Localised("Comité de soutien", "Support committee")
ACTS = ("coming", "not_coming", "added", "flagged", "moved", "started", "closed", "ended", "approved", "corrected")


def item(language: str, said: str = SAID, **changes: object) -> ItemView:
    """An item about a problem."""
    usual = ItemView(
        id=1,
        number=1,
        kind=Kind.ADDED,
        problem=view(language, state=State.ACCEPTED, description=None),
        topic=said,
        minutes=10,
        facilitated=False,
        outcome=None,
        decided=None,
        promises=(),
        hidden=False,
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def noted(said: str, standing: Standing) -> NotedView:
    """A promise that was noted."""
    return NotedView(reference=f"{REFERENCE}.1", what=said, owner=WHO, due=DAY, zone=ZONE, standing=standing)


def agenda(language: str, said: str) -> tuple[ItemView, ...]:
    """An item of every kind and every outcome."""
    kinds = [item(language, said, kind=kind, number=number, id=number) for number, kind in enumerate(Kind, start=1)]
    promises = (noted(said, Standing.OFFERED), noted(said, Standing.OPEN))
    closed = [
        item(language, said, outcome=each, decided=said, promises=promises, number=20, id=20 + number)
        for number, each in enumerate(Outcome)
    ]
    bare = item(language, said, outcome=Outcome.DECIDED, decided=None, topic=None, promises=promises, id=40)
    own = item(language, said, problem=None, facilitated=True, minutes=0, id=41)
    hidden = item(language, problem=None, topic=None, hidden=True, id=42)
    circle = item(language, said, kind=Kind.DEADLOCK, also=("SM-17", "CVE-3"), id=43)
    lesson = item(language, said, kind=Kind.LESSON, problem=None, topic=None, reference="B-3", id=44)
    return (*closed, bare, *kinds, own, hidden, circle, lesson)


def meeting(language: str, said: str = SAID, **changes: object) -> MeetingView:
    """A meeting as a member who leads it sees it."""
    usual = MeetingView(
        reader=Reader(language=language, timezone=ZONE),
        id=1,
        committee=COMMITTEE,
        at=AT,
        minutes=60,
        phase=Phase.PLANNED,
        items=agenda(language, said),
        is_made=True,
        moved=False,
        day_off=False,
        sits=True,
        coming=None,
        may_run=True,
        may_flag=False,
        item_ends=NOW,
        present=(WHO, WHO),
        absent=(WHO,),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def meeting_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """Cards, the wall, minutes, lists, answers."""
    to = words(language)
    seen = meeting(language, said)
    for phase in Phase:
        at = replace(seen, phase=phase)
        yield f"agenda card, {phase}", agendas.agenda_card(at)
        yield f"agenda, whole, {phase}", agendas.whole(to, at)
        yield f"wall, {phase}", wall.projector(at)
        yield f"wall of one person, {phase}", wall.projector(at, "#cs-soutien")
        yield f"minutes draft, {phase}", minutes.minutes_draft(at)
    by_mail = replace(seen, items=tuple(replace(each, kept_back=True) for each in seen.items), whole=True)
    yield "agenda by e-mail", agendas.agenda_card(by_mail)
    yield "minutes by e-mail", minutes.minutes_card(by_mail)
    for coming in (True, False):
        yield f"agenda card, {coming}", agendas.agenda_card(replace(seen, coming=coming, may_run=False))
    few = replace(seen, items=seen.items[:2])
    yield "agenda card, few", agendas.agenda_card(replace(few, moved=True, day_off=True))
    yield "agenda card, not made", agendas.agenda_card(replace(seen, items=(), is_made=False, sits=False))
    yield "agenda, whole, flags", agendas.whole(to, replace(seen, may_flag=True))
    yield "minutes card", minutes.minutes_card(replace(seen, phase=Phase.APPROVED))
    yield "minutes card, without words", minutes.minutes_card(replace(seen, words=False, present=(), absent=()))
    yield "minutes, nothing", minutes.minutes(to, replace(few, items=(), present=(), absent=()))
    yield (
        "wall, facilitated",
        wall.projector(replace(seen, phase=Phase.STARTED, items=(item(language, said, facilitated=True),))),
    )
    yield "agendas", agendas.agendas(to, [seen, replace(seen, sits=False, may_run=False)])
    yield "agendas, none", agendas.agendas(to, [])
    for count in (None, 1, 7):
        line = items.in_digest(to, [MeetingLine(1, COMMITTEE, AT, Phase.PLANNED, count)])
        yield f"meeting in a digest, {count}", message([line], [plain(line)])
    for act in ACTS:
        yield f"met, {act}", answers.met(to, Met(meeting=1, community=1, act=act))
    for act in ("started", "closed", "ended", "approved"):
        for by in ("HSF-MD", None):
            late = MetFaster(meeting=1, community=1, act=act, by=by, at=NOW)
            yield f"met faster, {act}, {by}", answers.faster(to, late, region())


def meeting_windows(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    """Adding, moving, starting, leading with every reading of a promise, ending, putting right."""
    to, seen = words(language), meeting(language, said, phase=Phase.STARTED)
    people = region().people[:3]
    running = Running(view=seen, members=people, community=region(), present=("HSF-MD",), asks_lead=True, asks_way=True)
    current = item(language, said)
    yield "meeting, add", windows.add_window(to, seen)
    for day_off in (True, False):
        yield f"meeting, move, {day_off}", windows.move_window(to, replace(seen, day_off=day_off))
    yield "meeting, start", windows.start_window(to, running)
    yield "meeting, item", windows.item_window(to, running, current)
    owner = people[1]
    good = PromiseLine(text=said, what=said, problem=PROBLEM, owner=owner, due=DAY, zone=ZONE)
    lacking = tuple(PromiseLine(text=said, missing=each, names=(WHO, WHO), days=(DAY,)) for each in Missing)
    for name, lines in (("understood", (good,)), ("lacking", (good, *lacking))):
        draft = windows.ItemDraft(decided=said, promises=said, reading=Reading(lines))
        yield f"meeting, item, {name}", windows.item_window(to, replace(running, asks_lead=False), current, draft)
    yield "meeting, end", windows.end_window(to, seen)
    yield "meeting, end, done", windows.end_window(to, replace(seen, items=()))
    yield "meeting, correct", windows.correct_window(to, seen)
