"""Who sees what: each reader looks at each situation with `/sc show`, and through the view behind every wording."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sc_bot.domain.views import ProblemView
from sc_bot.domain.visibility import sight
from sc_bot.usecases.reading import view_of
from tests.databases import empty_database
from tests.house import THURSDAY
from tests.who import pressing
from tests.who.sight_table import WHO_SEES
from tests.who.standing import SECRET
from tests.who.world import World, open_world

HEAD, *LINES = [line for line in WHO_SEES.splitlines() if line]
COLUMNS = HEAD.split()[1:]
SITUATIONS: dict[str, dict[str, object]] = {
    "hidden": {},
    "shown": {"name_shown": True},
    "restricted": {"restricted": True},
    "kept_out": {"institution": "CVE", "owes": "CVE", "director_kept_out": True},
    "small": {"reporter_institution": "MCL"},
    "returned": {"institution": "PCO", "returned_by": ("HSF",)},
    "both": {"institution": "PCO", "returned_by": ("HSF",), "restricted": True},
    "external": {"reporter": "EXT-1"},
    "invited": {"invited": ("GTV",)},
    "helping": {"contributors": ("GTV",)},
    "kept_in": {"contributors": ("GTV",), "restricted": True},
}
SHOWN = {
    "l": ("Saint-Firmin", "Val-des-Érables", "pharmac"),
    "t": (SECRET,),
    "i": ("Entre nous",),
    "a": ("Rosalie Thuotel", "Hubert Delacroisière"),
    "b": ("La collègue de nuit",),
}


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """One world for all situations, in which one institution has a team of four."""
    with empty_database("sqlite") as url, open_world(url) as world:
        with world.town.house.web_database.unit_of_work() as uow:
            base = world.place.community
            homes = tuple(replace(each, staff=4) if each.id == "MCL" else each for each in base.institutions)
            changed = replace(base, institutions=homes)
            uow.communities.save_settings(world.place, changed, actor=None, now=world.town.clock())
            world.place = uow.communities.get(world.place.id)
        yield world


def test_every_situation_is_looked_at() -> None:
    """The table and the situations are the same."""
    assert [line.split()[0] for line in LINES] == list(SITUATIONS)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split()[0])
def test_each_reader_is_shown_what_the_table_says_and_nothing_else(world: World, line: str) -> None:
    """What `/sc show` puts on the screen, field by field."""
    situation, *cells = line.split()
    world.fresh("returned" if "returned_by" in SITUATIONS[situation] else "routed", **SITUATIONS[situation])
    expected = {column: set(cell) & {*"kltiab"} for column, cell in zip(COLUMNS, cells, strict=True)}
    assert {column: _on_screen(world, column) for column in COLUMNS} == expected


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split()[0])
def test_each_view_holds_what_the_table_says_and_nothing_else(world: World, line: str) -> None:
    """The view that cards, lists and windows are worded from, field by field; origin and hour included."""
    situation, *cells = line.split()
    world.fresh("returned" if "returned_by" in SITUATIONS[situation] else "routed", **SITUATIONS[situation])
    expected = {column: set(cell) - {"."} for column, cell in zip(COLUMNS, cells, strict=True)}
    members = [column for column in COLUMNS if column not in {"new", "ocd", "ows"}]
    assert {each: _in_view(world, each) for each in members} == {each: expected[each] for each in members}


def _on_screen(world: World, column: str) -> set[str]:
    slack_id = world.slack_id(column)
    payload = pressing.command(world, slack_id, "/sc", f"show {world.reference}")
    reply = pressing.send(world, column, "slash_commands", payload).json
    screen = "\n".join(str(block.get("text", {}).get("text", "")) for block in reply["blocks"])
    if f"{world.reference} · " not in screen:
        return set()
    return {"k", *(letter for letter, facts in SHOWN.items() if any(fact in screen for fact in facts))}


def _in_view(world: World, column: str) -> set[str]:
    with world.town.house.web_database.reading() as uow:
        problem = uow.problems.by_id(world.problem)
        members = uow.communities.members(world.place.workspace, world.slack_id(column))
        place, person = next((each.place, each.person) for each in members if each.place.id == world.place.id)
        if not sight(person, problem, place.community).exists:
            return set()
        return _letters(view_of(uow, place, problem, person, THURSDAY))


def _letters(view: ProblemView) -> set[str]:
    held = {
        "k": True,
        "l": view.institution is not None,
        "t": view.description is not None and bool(view.steps),
        "i": any(step.internal for step in view.steps),
        "a": view.author is not None,
        "b": view.on_behalf is not None,
        "o": None not in (view.origin, view.line, view.reported_at) and all(step.at for step in view.steps),
    }
    dated = [step for step in view.steps if step.by_author and step.at]
    assert held["o"] or not (view.origin or view.line or view.reported_at or dated)
    return {letter for letter, has in held.items() if has}
