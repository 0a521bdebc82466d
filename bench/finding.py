"""Finding: a search by words, and a list that is narrowed, among very many problems; each reader in turn."""

import random
import time
from datetime import timedelta
from itertools import accumulate

from sqlalchemy import Connection, insert, select, text

from bench.towns import town
from sc_bot.domain.finding import Sought, read_sought
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.finding.listing import Question, find_problems
from storage.database import StoredDatabase
from storage.searching import rows_of
from storage.tables import communities, problems, searchable, texts
from tests.house import THURSDAY, WORKER_PATIENCE, region

READERS = ("UADV10000", "UHSFMD000", "UCVES1000")  # the facilitator, a director, a caregiver
LISTS = ("mine", "overdue", "HSF open", "SM closed", "open late ONC")
WORDS, LONG, AT_ONCE, TURNS = 6_000, 20, 2_000, 100
FIRST = ("b", "c", "ch", "d", "f", "g", "j", "l", "m", "n", "p", "qu", "r", "s", "t", "tr", "v", "pr", "cl", "gr")
Times = dict[str, list[float]]


class Writer:
    """Invented words, used as people use theirs: few of them often, most of them seldom; the same every time."""

    def __init__(self) -> None:
        self.chance = random.Random(42)  # noqa: S311 - invented texts
        syllables = [f"{first}{then}" for first in FIRST for then in "aeiouéè"]
        made = {"".join(self.chance.choices(syllables, k=self.chance.randint(2, 5))) for _ in range(WORDS)}
        self._words, self.written = sorted(made), list[str]()
        self._often = list(accumulate(1 / (rank + 10) for rank in range(len(self._words))))

    def says(self) -> str:
        """A report."""
        self.written.append(" ".join(self.chance.choices(self._words, cum_weights=self._often, k=LONG)))
        return self.written[-1]

    def seeks(self) -> str:
        """Two words of some report."""
        return " ".join(self.chance.sample(self.chance.choice(self.written).split(), 2))


def find_among(kind: str, count: int) -> Times:
    """Milliseconds that each search, each search with a slip of the pen and each list takes, whoever asks."""
    with town(kind) as (slack, url):
        database, writer = StoredDatabase.open(url, patience=WORKER_PATIENCE), Writer()
        fill_with(database, writer, count)
        found: Times = {"search": [], "slip": [], "list": []}
        for reader in READERS:
            asked = Asked(workspace=slack.workspace.team_id, slack_id=reader, request="", now=THURSDAY)
            sought = [writer.seeks() for _ in range(TURNS)]
            questions = {
                "search": [Sought(words=each) for each in sought],
                "slip": [Sought(words=_slip(each)) for each in sought],
                "list": [read_sought(each, region()) for each in LISTS],
            }
            for name, each in questions.items():
                found[name] += [_milliseconds(database, asked, one) for one in each]
        database.close()
        return found


def _slip(words: str) -> str:
    """The fourth and the fifth letter change places."""
    return words[:3] + words[4:5] + words[3:4] + words[5:]


def _milliseconds(database: StoredDatabase, asked: Asked, sought: Sought) -> float:
    began = time.perf_counter()
    find_problems(database, asked, Question(sought))
    return (time.perf_counter() - began) * 1000


def fill_with(database: StoredDatabase, writer: Writer, count: int) -> None:
    """So many problems with their words; then the database looks them over, as it does by itself."""
    for first in range(0, count, AT_ONCE):
        with database.writing() as connection:
            _write(connection, writer, range(first + 1, first + AT_ONCE + 1))
    if database.engine.dialect.name == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
        return
    with database.writing() as connection:
        connection.execute(text("ANALYZE"))


def _write(connection: Connection, writer: Writer, numbers: range) -> None:
    place = connection.execute(select(communities.c.workspace, communities.c.id.label("community"))).one()._asdict()
    said = {each: writer.says() for each in numbers}
    words = {"kind": "description", "at": THURSDAY, "redacted": False}
    rows = [rows_of(place["community"], each, [("description", said[each])]) for each in numbers]
    connection.execute(insert(problems), [place | _problem(each, writer.chance) for each in numbers])
    connection.execute(insert(texts), [place | words | {"problem": each, "body": said[each]} for each in numbers])
    connection.execute(insert(searchable), [row for of in rows for row in of])


def _problem(number: int, chance: random.Random) -> dict[str, object]:
    """One in three is open; every two hundredth is restricted, every thousandth the caregiver's."""
    here = chance.choice([each.id for each in region().institutions])
    return {
        "id": number, "version": 0, "reference": f"ONC-{number}", "continuum": chance.choice(("ONC", "SM", "PA")),
        "state": chance.choice(("closed", "closed", "accepted")), "institution": here, "owes": here, "severity": 2,
        "because_kind": "named", "because_matched": "", "reporter": "HSF-S2" if number % 1000 else "CVE-S1",
        "reporter_institution": "HSF", "name_shown": False, "reported_at": THURSDAY - timedelta(minutes=number),
        "answer_by": THURSDAY.date(), "concerned": [], "noticed_by_clients": False, "unresolvable": False,
        "restricted": number % 200 == 0, "director_kept_out": False, "returned_by": [], "reopened": 0,
    }  # fmt: skip
