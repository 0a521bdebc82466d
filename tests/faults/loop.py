"""The fault loop: each journey, with each of its calls failed once in each way, ends as it does on a good day.

`python -m tests.faults.loop` tries them all and prints a table; `--journey`, `--database`, `--kind` try some of them.
"""

import argparse
import logging
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import structlog

from tests.databases import drop_everything, empty_database
from tests.faults.database import COMMIT, Kind
from tests.faults.endings import Ending, ending
from tests.faults.journeys import JOURNEYS, Journey
from tests.faults.town import Kept, TroubledTown, open_troubled
from tests.faults.wire import KINDS, felt_as

DATABASES = ("sqlite", "postgresql")
ALL_KINDS = (*KINDS, *Kind)


@dataclass(frozen=True)
class Failure:
    """One call that fails: the n-th of Slack's Web API, or the n-th of the database, counted from 0."""

    kind: str
    at: int


@dataclass
class Tried:
    """One journey on one database, lived again and again."""

    journey: Journey
    kept: Kept
    normal: Ending
    methods: list[str]
    calls: list[str]
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    runs: Counter[str] = field(default_factory=Counter)

    @property
    def town(self) -> TroubledTown:
        """Where it is lived."""
        return self.kept.town

    def failures(self) -> list[Failure]:
        """Every call, in every way in which it can fail."""
        of_slack = [Failure(kind, at) for kind in KINDS for at in range(len(self.methods))]
        of_database = [Failure(kind, at) for kind in Kind for at, what in enumerate(self.calls) if _can(kind, what)]
        return of_slack + of_database

    def tries(self, failure: Failure) -> list[str]:
        """Live it with this failure; returns what is wrong at the end."""
        self.kept.put_back()
        said = self._lived(failure)
        self.runs[failure.kind] += 1
        if said:
            self.wrong[failure.kind].append(f"call {failure.at} ({self._name(failure)}): {'; '.join(said)}")
        return said

    def _lived(self, failure: Failure) -> list[str]:
        town, is_slack = self.town, failure.kind in KINDS
        town.calls.watch(KINDS.get(failure.kind), failure.at if is_slack else None)
        town.trouble.watch(Kind.LOCKED if is_slack else Kind(failure.kind), None if is_slack else failure.at)
        try:
            with felt_as(failure.kind):
                self.journey.go(town)
        except Exception as error:  # noqa: BLE001 - whatever stops a journey is what we look for
            return [f"{type(error).__name__}: {error}"]
        finally:
            town.rest()
        if not (town.calls.happened or town.trouble.happened):
            return ["the call never came"]
        return ending(town).wrong(self.normal)

    def _name(self, failure: Failure) -> str:
        return (self.methods if failure.kind in KINDS else self.calls)[failure.at]


def _can(kind: Kind, what: str) -> bool:
    return what == COMMIT or kind is not Kind.IN_DOUBT


@contextmanager
def tried(journey: Journey, database: str, **worker: object) -> Iterator[Tried]:
    """Prepare a journey and live it once as on a good day; `worker`: its fields, to plant a mistake."""
    with empty_database(database, region=True) as url, open_troubled(url, **worker) as town:
        journey.prepare(town)
        kept = Kept.of(town)
        for _ in range(2):  # the first time, connections are made and words are learned
            kept.put_back()
            town.calls.watch()
            town.trouble.watch()
            journey.go(town)
            town.rest()
        yield Tried(journey, kept, ending(town), town.calls.methods, town.trouble.calls)


def some(failures: Iterable[Failure], seed: int, each: int) -> list[Failure]:
    """A few of each kind."""
    chance, of = random.Random(seed), defaultdict(list)  # noqa: S311 - repeatable
    for failure in failures:
        of[failure.kind].append(failure)
    return [failure for kind in of.values() for failure in chance.sample(kind, min(each, len(kind)))]


@dataclass
class Results:
    """Runs and wrong ends on one database, by journey and kind."""

    runs: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, each: Tried) -> None:
        """Add a journey, or a stretch of one."""
        for kind, times in each.runs.items():
            self.runs[each.journey.name, kind] += times
            self.wrong[each.journey.name, kind] += len(each.wrong[kind])

    def table(self) -> str:
        """Wrong ends of all runs."""
        names = list(dict.fromkeys(name for name, _ in self.runs))
        kinds = [kind for kind in ALL_KINDS if any((name, kind) in self.runs for name in names)]
        rows = [["", *names, "all"]]
        for kind in [*kinds, "all"]:
            cells = [self._cell(name, kind, kinds) for name in names]
            rows.append([kind, *cells, self._cell("", kind, kinds)])
        wide = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        return "\n".join(" | ".join(cell.rjust(width) for cell, width in zip(row, wide, strict=True)) for row in rows)

    def _cell(self, name: str, kind: str, kinds: list[str]) -> str:
        counted = [
            each for each in self.runs if name in ("", each[0]) and each[1] in (kinds if kind == "all" else [kind])
        ]
        return f"{sum(self.wrong[each] for each in counted)} of {sum(self.runs[each] for each in counted)}"


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--journey", action="append", choices=list(dict.fromkeys(each.name for each in JOURNEYS)))
    asked.add_argument("--database", action="append", choices=DATABASES)
    asked.add_argument("--kind", action="append", choices=ALL_KINDS)
    asked.add_argument("--some", type=int, help="so many calls of each kind instead of every one")
    return asked.parse_args()


def try_journey(journey: Journey, database: str, kinds: list[str] | None, few: int | None) -> Tried:
    """Fail every call of a journey, or a few; what ends wrong is said at once."""
    with tried(journey, database) as each:
        chosen = [failure for failure in each.failures() if kinds is None or failure.kind in kinds]
        for failure in some(chosen, 0, few) if few else chosen:
            said = each.tries(failure)
            if said:
                sys.stderr.write(f"{journey.name}: {failure.kind} at {failure.at}: {'; '.join(said)}\n")
        wrong, runs, calls = sum(map(len, each.wrong.values())), each.runs.total(), (len(each.methods), len(each.calls))
        sys.stderr.write(f"{database} {journey.name}: {wrong} of {runs} wrong, {calls[0]} + {calls[1]} calls\n")
        return each


def main() -> int:
    """Try what was asked for; 1 if anything ended wrong."""
    asked, is_wrong = _asked(), False
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))  # thousands of refusals
    for database in asked.database or DATABASES:
        results = Results()
        for journey in JOURNEYS:
            if asked.journey is None or journey.name in asked.journey:
                results.add(try_journey(journey, database, asked.kind, asked.some))
        sys.stdout.write(f"{database}: wrong ends of all runs\n{results.table()}\n\n")
        is_wrong |= any(results.wrong.values())
    drop_everything()
    return int(is_wrong)


if __name__ == "__main__":
    sys.exit(main())
