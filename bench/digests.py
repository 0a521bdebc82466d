"""The digests of two hundred managers among very many problems, against the same figures by plain SQL."""

import time
from datetime import date, datetime, timedelta

from sqlalchemy import text

from bench.many import fill
from bench.towns import town
from sc_bot.domain.community import Language, Person, Role
from sc_bot.presentation.digests import digest
from sc_bot.usecases.digests.composing import Composer
from storage.database import StoredDatabase
from tests.house import THURSDAY, WORKER_PATIENCE

WEEK, MANAGERS, TURNS = date(2026, 11, 16), 200, 5
_RAW = (
    """SELECT reporter_institution, institution, sum(CASE WHEN state NOT IN ('closed', 'withdrawn') THEN 1 ELSE 0 END),
        sum(CASE WHEN state NOT IN ('closed', 'withdrawn', 'accepted') THEN 1 ELSE 0 END),
        sum(CASE WHEN state NOT IN ('closed', 'withdrawn', 'accepted') AND answer_by < :today THEN 1 ELSE 0 END),
        sum(CASE WHEN reported_at > :since THEN 1 ELSE 0 END),
        sum(CASE WHEN state = 'closed' AND closed_at > :since AND closing = 'solved' THEN 1 ELSE 0 END),
        sum(CASE WHEN state = 'closed' AND closed_at > :since AND closing <> 'solved' THEN 1 ELSE 0 END)
    FROM problems WHERE NOT restricted AND NOT director_kept_out AND state <> 'withdrawn'
    GROUP BY reporter_institution, institution""",
    """SELECT commitments.institution, sum(CASE WHEN standing = 'open' THEN 1 ELSE 0 END),
        sum(CASE WHEN standing = 'open' AND ends_at <= :now THEN 1 ELSE 0 END),
        sum(CASE WHEN standing = 'done' AND ended_at > :since THEN 1 ELSE 0 END)
    FROM commitments JOIN problems ON problems.id = commitments.problem
    WHERE NOT restricted AND NOT director_kept_out AND state <> 'withdrawn' GROUP BY commitments.institution""",
    """SELECT commitments.institution, count(DISTINCT commitments.id) FROM events
    JOIN commitments ON commitments.problem = events.problem AND CAST(commitments.number AS TEXT) = details ->> 0
    JOIN problems ON problems.id = events.problem
    WHERE events.community = 1 AND kind = 'redated' AND at > :since
        AND NOT restricted AND NOT director_kept_out AND state <> 'withdrawn' GROUP BY commitments.institution""",
    """SELECT waiting, waited_for, count(*) FROM (
        SELECT commitments.institution AS waiting, people.institution AS waited_for FROM commitments
        JOIN people ON people.key = needs_of AND people.community = commitments.community
        WHERE needs_of IS NOT NULL AND standing IN ('open', 'blocked')
        UNION ALL SELECT later.institution, first.institution FROM dependencies
        JOIN commitments AS later ON later.id = dependencies.commitment
        JOIN commitments AS first ON first.id = dependencies.waits_for
        WHERE later.standing IN ('open', 'blocked') AND first.standing IN ('open', 'blocked')
        UNION ALL SELECT problems.institution, participations.institution FROM participations
        JOIN problems ON problems.id = participations.problem
        WHERE standing = 'asked' AND state NOT IN ('closed', 'withdrawn')
    ) AS waits WHERE waiting <> waited_for GROUP BY waiting, waited_for""",
    """SELECT institution, count(*) FROM problems WHERE state = 'accepted' AND NOT restricted AND NOT EXISTS (
        SELECT 1 FROM commitments WHERE commitments.problem = problems.id AND standing <> 'cancelled'
    ) GROUP BY institution""",
)
"""What somebody would write by hand for the same first screen."""


def managers_against_sql(kind: str, count: int) -> tuple[float, float]:
    """Seconds for two hundred composed and worded digests, and for the plain queries; the medians of some turns."""
    with town(kind) as (slack, url):
        database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        fill(database, count)
        turns = [(_ours(database, slack.workspace.team_id), _raw(database)) for _ in range(TURNS)]
        database.close()
    ours, theirs = zip(*sorted(turns, key=lambda each: each[0] / each[1]), strict=True)
    return ours[TURNS // 2], theirs[TURNS // 2]


def _ours(database: StoredDatabase, workspace: str) -> float:
    began = time.perf_counter()
    with database.reading() as uow:
        place = uow.communities.in_workspace(workspace)[0].at(THURSDAY)
        homes = [each.id for each in place.community.institutions]
        composer = Composer(uow, place, WEEK, THURSDAY)
        for number in range(MANAGERS):
            home = homes[number % len(homes)]
            person = Person(f"DG-{number}", "DG", (Role.GENERAL_MANAGER,), Language.FR, institution=home)
            assert digest(composer.first_screen(person)).blocks
    return time.perf_counter() - began


def _raw(database: StoredDatabase) -> float:
    given = {"now": THURSDAY, "since": THURSDAY - timedelta(days=7), "today": THURSDAY.date()}
    with database.looking() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        began = time.perf_counter()
        for query in _RAW:
            connection.execute(text(query), given if connection.dialect.name == "postgresql" else _naive(given)).all()
        return time.perf_counter() - began


def _naive(given: dict[str, object]) -> dict[str, object]:
    """As SQLite keeps them."""
    return {
        name: each.replace(tzinfo=None).isoformat(" ", "microseconds") if isinstance(each, datetime) else str(each)
        for name, each in given.items()
    }
