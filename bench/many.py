"""Very many problems, with their promises and their history, put straight into the tables."""

import random
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, text

from storage.database import StoredDatabase
from storage.tables import commitments, communities, dependencies, events, participations, problems, texts
from tests.house import THURSDAY, region

AT_ONCE, STEPS, LIVES = 5_000, 10, 400  # rows at once; steps of a problem; days over which they began
STATES = ("accepted", "routed", "acknowledged", "closed", "closed", "closed", "returned")
KINDS = (
    "reported",
    "acknowledged",
    "accepted",
    "updated",
    "committed",
    "redated",
    "on_track",
    "kept",
    "closed",
    "verified",
)


def fill(database: StoredDatabase, count: int) -> None:
    """So many problems, each with two promises and ten steps; always the same."""
    chance = random.Random(5)  # noqa: S311 - invented problems
    with database.writing() as connection:
        row = connection.execute(select(communities.c.id, communities.c.workspace)).one()
    about = {"workspace": row.workspace, "community": row.id}
    for first in range(1, count + 1, AT_ONCE):
        with database.writing() as connection:
            _some(connection, about, range(first, min(first + AT_ONCE, count + 1)), chance)
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":  # which counts by itself, and knows nothing of these numbers
            for each in ("problems", "texts", "commitments", "events"):
                connection.execute(text(f"SELECT setval('{each}_id_seq', (SELECT max(id) FROM {each}))"))  # noqa: S608 - our tables
        connection.execute(text("ANALYZE"))


def _some(connection: Connection, about: dict[str, Any], numbers: range, chance: random.Random) -> None:
    homes = [each.id for each in region().institutions]
    people = [each.id for each in region().people if each.slack_id]
    made = [_problem(about, number, homes, people, chance) for number in numbers]
    connection.execute(insert(problems), made)
    words = {**about, "kind": "description", "body": "Le résumé arrive en retard", "at": THURSDAY, "redacted": False}
    connection.execute(insert(texts), [{**words, "id": each["id"], "problem": each["id"]} for each in made])
    promises = [_promise(about, each, turn, people) for each in made for turn in (1, 2)]
    connection.execute(insert(commitments), promises)
    waits = [{"commitment": each["id"], "waits_for": each["id"] - 1} for each in promises if each["id"] % 40 == 0]
    connection.execute(insert(dependencies), waits)
    asked = [_asked(about, each, homes) for each in made if each["id"] % 40 == 0]
    connection.execute(insert(participations), asked)
    connection.execute(insert(events), [_step(about, each, turn) for each in made for turn in range(STEPS)])


def _problem(
    about: dict[str, Any], number: int, homes: list[str], people: list[str], chance: random.Random
) -> dict[str, Any]:
    state, home, began = chance.choice(STATES), chance.choice(homes), THURSDAY - timedelta(days=chance.randrange(LIVES))
    is_closed, is_accepted = state == "closed", state in {"accepted", "closed"}
    return {
        **about, "id": number, "reference": f"MANY-{number}", "state": state, "institution": home,
        "owes": None if is_closed else home, "continuum": chance.choice(("ONC", "SM", "PA")), "because_kind": "chosen",
        "because_matched": "", "severity": 2, "reporter": chance.choice(people), "name_shown": False,
        "reporter_institution": chance.choice(homes), "reported_at": began,
        "answer_by": began.date() + timedelta(days=7),
        "concerned": [], "noticed_by_clients": False, "unresolvable": number % 50 == 0, "restricted": number % 500 == 0,
        "director_kept_out": False, "returned_by": [], "reopened": 0, "version": 0,
        "accepted_at": began if is_accepted else None,
        "closed_at": min(THURSDAY, began + timedelta(days=chance.randrange(90))) if is_closed else None,
        "closing": chance.choice(("solved", "not_solvable")) if is_closed else None,
    }  # fmt: skip


def _promise(about: dict[str, Any], problem: dict[str, Any], turn: int, people: list[str]) -> dict[str, Any]:
    number, began = problem["id"], problem["reported_at"]
    ends = began + timedelta(days=20 + 40 * turn)
    is_over = problem["state"] == "closed"
    return {
        **about, "id": number * 2 + turn - 2, "problem": number, "number": turn, "what": number,
        "institution": problem["institution"], "owner": people[(number + turn) % len(people)],
        "due_day": ends.date(), "zone": "America/Toronto", "ends_at": ends, "first_due": str(ends.date()),
        "standing": "done" if is_over else "open", "ended_at": problem["closed_at"], "made_at": began,
        "redated": turn - 1, "version": 0,
    }  # fmt: skip


def _asked(about: dict[str, Any], problem: dict[str, Any], homes: list[str]) -> dict[str, Any]:
    other = next(each for each in homes if each != problem["institution"])
    return {
        **about, "problem": problem["id"], "institution": other, "standing": "asked", "asked_by": "HSF-MD",
        "what": problem["id"], "at": problem["reported_at"],
    }  # fmt: skip


def _step(about: dict[str, Any], problem: dict[str, Any], turn: int) -> dict[str, Any]:
    return {
        **about, "problem": problem["id"], "at": problem["reported_at"] + timedelta(days=3 * turn),
        "kind": KINDS[turn], "actor": "HSF-MD", "institution": problem["institution"], "internal": False,
        "details": ["1", "2026-12-04", "2026-12-11"] if turn in {4, 5, 6, 7} else [],
    }  # fmt: skip
