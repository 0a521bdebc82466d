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
        if not (town.calls.happened or town.trouble.happened):
            return ["the call never came"]
        town.rest()
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


def table(results: dict[str, Tried]) -> str:
    """Wrong ends of all runs, by journey and kind."""
    width = max(len(each) for each in ALL_KINDS)
    head = " " * width + "".join(f" | {name:>16}" for name in results)
    lines = [
        f"{kind:<{width}}"
        + "".join(f" | {len(each.wrong[kind]):>6} of {each.runs[kind]:>6}" for each in results.values())
        for kind in ALL_KINDS
    ]
    return "\n".join([head, *lines])


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--journey", action="append", choices=[each.name for each in JOURNEYS])
    asked.add_argument("--database", action="append", choices=DATABASES)
    asked.add_argument("--kind", action="append", choices=ALL_KINDS)
    asked.add_argument("--some", type=int, help="so many calls of each kind instead of every one")
    return asked.parse_args()


def main() -> int:
    """Try what was asked for; 1 if anything ended wrong."""
    asked, is_wrong = _asked(), False
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))  # thousands of refusals
    for database in asked.database or DATABASES:
        results: dict[str, Tried] = {}
        for journey in JOURNEYS:
            if asked.journey and journey.name not in asked.journey:
                continue
            with tried(journey, database) as each:
                results[journey.name] = each
                chosen = [failure for failure in each.failures() if not asked.kind or failure.kind in asked.kind]
                for failure in some(chosen, 0, asked.some) if asked.some else chosen:
                    each.tries(failure)
            sys.stderr.write(f"{database} {journey.name}: {len(each.methods)} + {len(each.calls)} calls\n")
            for kind, wrong in each.wrong.items():
                sys.stderr.writelines(f"  {kind}: {line}\n" for line in wrong)
        sys.stdout.write(f"{database}: wrong ends of all runs\n{table(results)}\n\n")
        is_wrong |= any(wrong for each in results.values() for wrong in each.wrong.values())
    drop_everything()
    return int(is_wrong)


if __name__ == "__main__":
    sys.exit(main())
