"""What somebody tries in the machine, and the use case that it is."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from sc_bot.domain.answers import Answer
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.joint_changes.saying import agree_to_date, propose_date, say_needs, say_ready, write_back
from sc_bot.usecases.joint_changes.stopping import abandon_change
from sc_bot.usecases.joint_changes.taking import Own, decline_part, take_part
from storage.database import StoredDatabase
from storage.tables import metadata
from tests.house import region
from tests.joint_changes.model import HOMES, TAKEN, Change

TELLING = frozenset(
    {
        "joint_declined",
        "joint_needs",
        "joint_redated",
        "joint_dated",
        "joint_held",
        "joint_went",
        "joint_abandoned",
    }
)
"""Steps of which everybody hears."""


@dataclass(frozen=True)
class Try:
    """Somebody (`person`) tries something, for an institution or (`home` empty) for none; `shown` is the round."""

    act: str
    home: str
    person: str
    shown: int
    day: date
    is_theirs: bool

    def may(self, model: Change) -> bool:
        """Whether it is theirs, as the change stands: who takes part may write the roll-back and propose a date."""
        if self.home or self.act not in {"back", "propose"}:
            return self.is_theirs
        spoken = [home for home in HOMES if self.person == f"{home}-MD" and model.parts[home].answered == TAKEN]
        return self.person in {"ADV-1", "HSF-MD"} or bool(spoken)


def do(database: StoredDatabase, asked: Asked, reference: str, attempt: Try) -> Answer:
    """Do it."""
    carried = f"{reference} {attempt.home or '-'} {attempt.shown}"
    match attempt.act:
        case "take":
            return take_part(database, asked, carried, Own(what="Faire notre part"))
        case "decline":
            return decline_part(database, asked, carried, "Pas maintenant", None)
        case "agree":
            return agree_to_date(database, asked, carried)
        case "ready":
            return say_ready(database, asked, carried)
        case "need":
            return say_needs(database, asked, carried, "Un accès", None)
        case "slip" | "propose":
            return propose_date(database, asked, carried, attempt.day, "Pas avant", None)
        case "back":
            return write_back(database, asked, carried, "On reprend la poste", None)
        case _:
            return abandon_change(database, asked, carried, "Le ministère le fait", None)


def rows(database: StoredDatabase, table: str) -> list[dict[str, object]]:
    """Every row of a table, oldest first."""
    chosen = metadata.tables[table]
    with database.looking() as connection:
        return [dict(row._mapping) for row in connection.execute(select(chosen).order_by(*chosen.primary_key))]


def slack_id(who: str) -> str:
    """Whom Slack knows by another name."""
    person = region().person(who)
    assert person is not None
    assert person.slack_id is not None
    return person.slack_id
