"""Prints where each problem of some files would go, and how often that is right: `routing_table.py ORG PROBLEMS…`.

Each problem is sent as its reporter would: as written, and again with its owner addressed (`@HSF …`).
"""

import sys
from pathlib import Path
from typing import TypedDict, cast

import yaml
from rich.console import Console
from rich.table import Table

from sc_bot.domain.community import Community
from sc_bot.domain.routing import Route, route
from sc_bot.org_file.reading import read_community
from tests.routing.learning import Case, halves, rates

WIDE_ENOUGH = 140  # columns, so that a reason stays on one line in a log file too


class Problem(TypedDict):
    """What is needed of one problem in the file."""

    id: str
    text: str
    owner: str
    reporter_institution: str


def main(org_file: str, *problem_files: str) -> None:
    """Print the table and both rates of each file of problems."""
    community = read_community(Path(org_file).read_bytes())
    for each in problem_files:
        problems = cast("list[Problem]", yaml.safe_load(Path(each).read_bytes()))
        report(each, problems, community)


def report(title: str, problems: list[Problem], community: Community) -> None:
    """Print the table and both rates of some problems."""
    as_written = [(each, sent(each["text"], each, community)) for each in problems]
    addressed = [(each, sent(f"@{each['owner']} {each['text']}", each, community)) for each in problems]
    Console(width=WIDE_ENOUGH).print(table(as_written))
    print(f"{title}, as written: {rate(as_written)}; not counting triage: {rate(decided(as_written))}")
    print(f"{title}, with an explicit addressee: {rate(addressed)}")
    one, other = halves([Case(each["text"], each["reporter_institution"], each["owner"]) for each in problems])
    for learning, testing in ((one, other), (other, one)):
        found = rates(learning, testing, community)
        sides = f"{found.before} before, {found.after} after, {found.learned} sent by it"
        print(f"{title}, {found.all} held back from what was learned on {len(learning)}: {sides}")


def sent(text: str, problem: Problem, community: Community) -> Route:
    """Route a text as if the problem's reporter had typed it."""
    return route(text, community=community, reporter_institution=problem["reporter_institution"])


def table(routed: list[tuple[Problem, Route]]) -> Table:
    """Lay out expected, chosen, because and hit."""
    laid_out = Table("problem", "expected", "chosen", "because", "also named", "hit")
    for problem, found in routed:
        laid_out.add_row(
            problem["id"],
            problem["owner"],
            found.institution or "triage",
            because(found),
            " ".join(each.institution for each in found.alternatives),
            "yes" if found.institution == problem["owner"] else "no",
        )
    return laid_out


def because(found: Route) -> str:
    """Say the reason in a few words."""
    reason = found.because
    part = reason.part.name.lower() if reason.part is not None else reason.continuum
    return " ".join(filter(None, (reason.kind.value, part, *(f'"{word}"' for word in reason.words))))


def decided(routed: list[tuple[Problem, Route]]) -> list[tuple[Problem, Route]]:
    """Leave out what the facilitator triages: an open question rather than a wrong address."""
    return [(problem, found) for problem, found in routed if found.institution]


def rate(routed: list[tuple[Problem, Route]]) -> str:
    """Say how many went to the right institution."""
    hits = sum(found.institution == problem["owner"] for problem, found in routed)
    return f"{hits} of {len(routed)} ({hits / max(len(routed), 1):.0%})"


if __name__ == "__main__":
    main(*sys.argv[1:])
