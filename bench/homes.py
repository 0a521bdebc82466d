"""Home in a big community: 100,000 problems with a million steps of history, a fifth of them open."""

import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle, islice
from statistics import quantiles

from sqlalchemy import bindparam, insert, select, text

from bench.towns import town
from sc_bot.delivery.homes import draw
from sc_bot.usecases.asking import Asked
from storage.database import StoredDatabase
from storage.tables import commitments, communities, problems, texts
from storage.types import Instant
from tests.followups.crowd import WORKSPACE
from tests.house import THURSDAY, WORKER_PATIENCE, region

PROBLEMS, STEPS, AT_ONCE, TURNS = 100_000, 10, 5_000, 120
OPEN = ("routed", "acknowledged", "accepted", "returned")
ONE_IN = 20
LOOKERS = {
    "facilitator": "UADV10000",
    "director": "UHSFMD000",
    "general_manager": "UHSFDG000",
    "caregiver": "UCVES1000",
}
_STEPS = text("""
    INSERT INTO events (workspace, community, problem, at, kind, internal, details)
    WITH RECURSIVE numbers(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < :steps)
    SELECT problems.workspace, problems.community, problems.id, problems.reported_at, 'updated', :internal, '[]'
    FROM problems JOIN numbers ON true WHERE problems.id BETWEEN :first AND :last
""").bindparams(bindparam("internal", value=False))
_LATELY = text("""
    INSERT INTO events (workspace, community, problem, at, kind, internal, details)
    SELECT workspace, community, id, :at, 'updated', :internal, '[]' FROM problems WHERE id % 3 = 0
""").bindparams(bindparam("at", type_=Instant), bindparam("internal", value=False))


def home_times(kind: str) -> dict[str, float]:
    """The 99th percentile of the milliseconds to read and word a Home, for each role."""
    with town(kind) as (_, url):
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        fill(database)
        found = {role: _p99(database, slack_id) for role, slack_id in LOOKERS.items()}
        database.close()
        return found


def fill(database: StoredDatabase) -> None:
    """Written past the use cases, which would take long; then the database looks at its tables, as it would."""
    with database.writing() as connection:
        place = connection.execute(select(communities.c.id)).scalar_one()
        rows = _problems({"workspace": WORKSPACE, "community": place})
        while chunk := list(islice(rows, AT_ONCE)):
            connection.execute(insert(problems), chunk)
            words = {"kind": "commitment", "body": "Envoyer le résumé", "at": THURSDAY, "redacted": False}
            about = {"workspace": WORKSPACE, "community": place}
            promised = [each for each in chunk if each["state"] == "accepted" and int(str(each["id"])) % 3]
            connection.execute(insert(texts), [{**about, **words, "problem": each["id"]} for each in promised])
        what = connection.execute(select(texts.c.id, texts.c.problem)).all()
        about = {"workspace": WORKSPACE, "community": place}
        connection.execute(insert(commitments), [_promise(about, row.id, row.problem) for row in what])
    for first in range(1, PROBLEMS, AT_ONCE):
        with database.writing() as connection:
            connection.execute(_STEPS, {"steps": STEPS - 1, "first": first, "last": first + AT_ONCE - 1})
    with database.writing() as connection:
        connection.execute(_LATELY, {"at": THURSDAY - timedelta(days=2)})
        connection.execute(text("DELETE FROM home_changes"))
        connection.execute(text("ANALYZE"))


def _problems(about: dict[str, object]) -> Iterator[dict[str, object]]:
    """Of every institution and state; a caregiver has reported one in a thousand of them."""
    homes = cycle(each.id for each in region().institutions)
    for number, home in zip(range(1, PROBLEMS + 1), homes, strict=False):
        state = OPEN[number % ONE_IN] if number % ONE_IN < len(OPEN) else "closed"
        yield {
            **about, "id": number, "reference": f"MANY-{number}", "state": state, "continuum": "ONC",
            "institution": None if number % 1_000 == 0 else home, "owes": home, "because_kind": "chosen",
            "because_matched": "", "severity": 2, "reporter": "CVE-S1" if number % 1_000 == 1 else "HSF-S1",
            "reporter_institution": "CVE", "name_shown": False,
            "reported_at": THURSDAY - timedelta(days=10 + number % 200), "answer_by": THURSDAY.date(),
            "concerned": [], "invited": [], "contributors": [], "noticed_by_clients": False, "unresolvable": False,
            "restricted": number % 500 == 0, "director_kept_out": number % 100 == 0, "returned_by": [], "reopened": 0,
            "accepted_at": THURSDAY if state == "accepted" else None,
            "closing": "solved" if state == "closed" else None, "version": 0,
        }  # fmt: skip


def _promise(about: dict[str, object], what: int, problem: int) -> dict[str, object]:
    due = THURSDAY.date() + timedelta(days=problem % 30 - 10)
    return {
        **about, "problem": problem, "number": 1, "what": what, "institution": "HSF", "owner": "HSF-MD",
        "due_day": due, "ends_at": THURSDAY + timedelta(days=problem % 30 - 9), "zone": "America/Toronto",
        "first_due": str(due), "standing": "open", "made_at": THURSDAY, "redated": 0, "version": 0,
    }  # fmt: skip


def _p99(database: StoredDatabase, slack_id: str) -> float:
    asked = Asked(workspace=WORKSPACE, slack_id=slack_id, request="", now=THURSDAY)
    taken = []
    for _ in range(TURNS):
        began = time.perf_counter()
        draw(database, asked, "")
        taken.append((time.perf_counter() - began) * 1000)
    return quantiles(taken, n=100)[98]
