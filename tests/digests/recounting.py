"""The counts once more, by somebody who trusts no table: the history is read from its beginning, a step at a time.

`python -m tests.digests.recounting 200` lives so many random communities and compares.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, select

from sc_bot.domain.counts import CommunityCounts, DeadlockCounts, InstitutionCounts, Tally
from sc_bot.domain.due import Due, due_from
from sc_bot.domain.events import OF_CONTRIBUTIONS, Happened
from sc_bot.domain.problems import OPEN, UNDECIDED, State
from sc_bot.ports import Place
from storage.database import StoredDatabase
from storage.tables import commitments, dependencies, events, people, problems
from tests.databases import drop_everything, empty_database
from tests.digests.living import WORKSPACE, live
from tests.house import WORKER_PATIENCE

ACTS = 60
Rows = dict[tuple[int, int], Row[Any]]


@dataclass
class Life:
    """A problem as its history tells it."""

    author: str
    origin: str | None
    reported_at: datetime
    hidden: bool
    answer_by: object
    state: State = State.REPORTED
    institution: str | None = None
    closed_at: datetime | None = None
    solved: bool = False
    reopened: bool = False
    asked: set[str] = field(default_factory=set)
    perceived_at: datetime | None = None
    merged: bool = False
    verified_at: datetime | None = None
    stuck_since: datetime | None = None
    raised: bool = False
    waited: list[timedelta] = field(default_factory=list)
    """How long each deadlock waited for its decision."""


@dataclass
class Word:
    """A promise as the history tells it."""

    institution: str
    zone: str
    due: Due
    standing: str = "open"
    ended_at: datetime | None = None
    needs: str | None = None
    redated: bool = False


def recounted(database: StoredDatabase, place: Place, since: datetime, now: datetime) -> CommunityCounts:
    """Count by replaying every step until now."""
    lives: dict[int, Life] = {}
    words: dict[tuple[int, int], Word] = {}
    with database.looking() as connection:
        steps = connection.execute(select(events).where(events.c.at <= now).order_by(events.c.id)).all()
        about = {row.id: row for row in connection.execute(select(problems))}
        made = {(row.problem, row.number): row for row in connection.execute(select(commitments))}
        waits = connection.execute(select(dependencies)).all()
        homes = {row.key: row.institution for row in connection.execute(select(people))}
    for step in steps:
        row = about[step.problem]
        if step.kind == Happened.REPORTED.value:
            hidden = row.director_kept_out
            lives[step.problem] = Life(row.reporter, row.reporter_institution, step.at, hidden, row.answer_by)
        _replay(lives[step.problem], words, made, step, since)
    numbers = {row.id: key for key, row in made.items()}
    pairs = [(numbers[row.commitment], numbers[row.waits_for]) for row in waits]
    return _counted(place, lives, words, pairs, homes, since, now)


def _replay(life: Life, words: dict[tuple[int, int], Word], made: Rows, step: Row[Any], since: datetime) -> None:
    kind, lately = Happened(step.kind), step.at > since
    if step.to_state is not None:
        life.state = State(step.to_state)
        if kind not in OF_CONTRIBUTIONS:  # whose institution is the one that is asked
            life.institution = step.institution
        if life.state is State.CLOSED and kind is Happened.CLOSED:
            life.closed_at, life.solved = step.at, step.details[0] == "solved"
    if kind is Happened.RESTRICTED:
        life.hidden = True
    if kind in {Happened.MERGED, Happened.REOPENED}:
        life.merged = kind is Happened.MERGED
    if kind is Happened.REOPENED:
        life.closed_at, life.reopened = None, life.reopened or lately
    if kind is Happened.CONTRIBUTION_ASKED:
        life.asked.add(step.institution)
    if kind in {Happened.CONTRIBUTING, Happened.CONTRIBUTION_DECLINED}:
        life.asked.discard(step.institution)
    _replay_deadlock(life, kind, step)
    key = (step.problem, int(step.details[0])) if step.details and step.details[0].isdecimal() else None
    if kind is Happened.COMMITTED and key is not None:
        row = made[key]
        words[key] = Word(row.institution, row.zone, due_from(step.details[1]))
    if key is not None and key in words:
        _replay_promise(words[key], kind, step, lately=lately)


def _replay_deadlock(life: Life, kind: Happened, step: Row[Any]) -> None:
    match kind:
        case Happened.PERCEIVED:
            life.perceived_at = min(life.perceived_at or step.at, step.at)
        case Happened.VERIFIED:
            life.verified_at = step.at if step.details == ["yes"] and life.solved else None
        case Happened.REOPENED:
            life.verified_at = None
        case Happened.DEADLOCKED:
            life.stuck_since = life.stuck_since or step.at
        case Happened.DEADLOCK_RAISED:
            life.raised = True
        case Happened.DEADLOCK_ENDED if life.stuck_since is not None:
            life.waited.append(step.at - life.stuck_since)
            life.stuck_since, life.raised = None, False
        case Happened.CLOSED | Happened.WITHDRAWN | Happened.MERGED:
            life.stuck_since, life.raised = None, False


def _deadlocks(lives: Iterable[Life], now: datetime) -> DeadlockCounts:
    known = list(lives)
    stuck = [each for each in known if each.stuck_since is not None]
    ended = sorted(one.days for each in known for one in each.waited)
    spans = [each.verified_at - each.perceived_at for each in known if each.perceived_at and each.verified_at]
    days = sorted(each.days for each in spans)
    return DeadlockCounts(
        open=len(stuck),
        steering=sum(each.raised for each in stuck),
        oldest=max(((now - each.stuck_since).days for each in stuck if each.stuck_since), default=None),
        decided=len(ended),
        days_to_end=ended[(len(ended) - 1) // 2] if ended else None,
        perceived=sum(each.perceived_at is not None and not each.merged for each in known),
        verified=len(days),
        days_to_verified=days[(len(days) - 1) // 2] if days else None,
    )


def _replay_promise(word: Word, kind: Happened, step: Row[Any], *, lately: bool) -> None:
    match kind:
        case Happened.KEPT | Happened.CANCELLED:
            word.standing, word.ended_at, word.needs = kind.value, step.at, None
        case Happened.REDATED:
            word.due, word.redated = due_from(step.details[2]), word.redated or lately
        case Happened.BLOCKED:
            word.needs = step.details[1] if len(step.details) > 1 else None
        case Happened.ON_TRACK | Happened.PROVIDED | Happened.NOT_PROVIDED:
            word.needs = None


def _counted(  # noqa: PLR0913, PLR0917 - what was replayed
    place: Place,
    lives: dict[int, Life],
    words: dict[tuple[int, int], Word],
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
    homes: dict[str, str | None],
    since: datetime,
    now: datetime,
) -> CommunityCounts:
    tallies: defaultdict[str | None, Tally] = defaultdict(Tally)
    authors: defaultdict[str | None, set[str]] = defaultdict(set)
    known = {key: life for key, life in lives.items() if not life.hidden and life.state is not State.WITHDRAWN}
    today = now.astimezone(ZoneInfo(place.community.settings.timezone)).date()
    for key, life in known.items():
        tallies[life.institution] += _of_life(life, today, since, any(
            of[0] == key and word.standing != "cancelled" for of, word in words.items()
        ))  # fmt: skip
        if life.reported_at > since:
            authors[life.origin].add(life.author)
        for asked in life.asked if life.state in OPEN else ():
            _wait(tallies, life.institution, asked)
    for of, word in words.items():
        if of[0] in known:
            tallies[word.institution] += _of_word(word, since, now)
            if word.ended_at is None and word.needs is not None:
                _wait(tallies, word.institution, homes.get(word.needs))
    for later, first in pairs:
        both = words[later], words[first]
        if later[0] in known and first[0] in known and all(each.ended_at is None for each in both):
            _wait(tallies, both[0].institution, both[1].institution)
    every = sorted({*tallies, *authors}, key=lambda each: each or "")
    found = tuple(
        InstitutionCounts(institution=each, tally=tallies[each], authors=len(authors[each])) for each in every
    )
    number = sum(len(each) for each in authors.values())
    stuck = _deadlocks(known.values(), now)
    return CommunityCounts(since=since, until=now, institutions=found, authors=number, deadlocks=stuck)


def _of_life(life: Life, today: object, since: datetime, has_word: bool) -> Tally:  # noqa: FBT001 - a fact
    is_undecided, closed = life.state in UNDECIDED, life.closed_at is not None and life.closed_at > since
    return Tally(
        open=life.state in OPEN,
        undecided=is_undecided,
        answers_late=is_undecided and life.answer_by < today,  # type: ignore[operator] # days
        unpromised=life.state is State.ACCEPTED and not has_word,
        reported=life.reported_at > since,
        solved=closed and life.solved,
        unsolved=closed and not life.solved,
        reopened=life.reopened,
    )


def _of_word(word: Word, since: datetime, now: datetime) -> Tally:
    lately = word.ended_at is not None and word.ended_at > since
    return Tally(
        promised=word.ended_at is None,
        late=word.ended_at is None and word.due.ends(ZoneInfo(word.zone)) <= now,
        kept=lately and word.standing == "kept",
        cancelled=lately and word.standing == "cancelled",
        redated=word.redated,
    )


def _wait(tallies: defaultdict[str | None, Tally], waiting: str | None, waited_for: str | None) -> None:
    if waiting is None or waited_for is None or waiting == waited_for:
        return
    tallies[waiting] += Tally(waits=1)
    tallies[waited_for] += Tally(waited_for=1)


def differences(seed: int, acts: int = ACTS, kind: str = "sqlite") -> list[str]:
    """Live one community; compare both counts now and then, and at the end."""
    chance, wrong = Random(seed), []  # noqa: S311 - repeatable
    with empty_database(kind, region=True) as url:
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        for number, now in enumerate(live(database, chance, acts), 1):
            if number % 20 == 0:
                wrong += _compared(database, now, timedelta(days=chance.choice((2, 7, 30))), f"{seed} after {number}")
        database.close()
    return wrong


def _compared(database: StoredDatabase, now: datetime, ago: timedelta, where: str) -> list[str]:
    with database.reading() as uow:
        place = uow.communities.in_workspace(WORKSPACE)[0].at(now)
        counted = uow.counts.of(place, now - ago, now)
    slowly = recounted(database, place, now - ago, now)
    ours = {each.institution: each for each in counted.institutions if each.tally != Tally() or each.authors}
    theirs = {each.institution: each for each in slowly.institutions if each.tally != Tally() or each.authors}
    stuck = [] if counted.deadlocks == slowly.deadlocks else [f"{where}: {counted.deadlocks} {slowly.deadlocks}"]
    return stuck + [
        f"{where}: {key}: {ours.get(key)} {theirs.get(key)}"
        for key in {*ours, *theirs}
        if ours.get(key) != theirs.get(key)
    ]


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    found = [each for seed in range(many) for each in differences(seed)]
    sys.stdout.write("".join(f"{each}\n" for each in found[:20]) + f"{many} communities, {len(found)} differences\n")
    drop_everything()
