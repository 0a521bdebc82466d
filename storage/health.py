"""How a community is, counted in the database: each figure is one statement."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, func, select

from sc_bot.domain.problems import OPEN
from sc_bot.ports import Place
from storage.tables import decision_answers, decisions, events, homes, outbox, people, problems


class StoredHealth:
    """Who acts, who answers, who looks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def acted_since(self, place: Place, since: datetime) -> frozenset[str]:
        """The institutions of whose people somebody did something."""
        who = and_(people.c.community == events.c.community, people.c.key == events.c.actor)
        query = select(people.c.institution).join(events, who).where(events.c.community == place.id)
        found = self._connection.execute(query.where(events.c.at >= since).distinct()).scalars()
        return frozenset(each for each in found if each is not None)

    def answers(self, place: Place, since: datetime) -> Mapping[str, tuple[int, int]]:
        """How many decisions each person was asked for since, and how many of them they answered."""
        counted = (func.count(), func.count(decision_answers.c.reply))
        query = select(decision_answers.c.person, *counted).join(
            decisions, decisions.c.id == decision_answers.c.decision
        )
        here = (decision_answers.c.community == place.id) & (decisions.c.made_at >= since)
        rows = self._connection.execute(query.where(here).group_by(decision_answers.c.person))
        return {person: (asked, answered) for person, asked, answered in rows}

    def looked(self, workspace: str, slack_ids: Sequence[str]) -> Mapping[str, datetime]:
        """When these opened their Home last."""
        query = select(homes.c.slack_id, homes.c.opened_at).where(homes.c.workspace == workspace)
        rows = self._connection.execute(query.where(homes.c.slack_id.in_(list(slack_ids))))
        return {row.slack_id: row.opened_at for row in rows}

    def undelivered(self, workspace: str, since: datetime) -> Sequence[tuple[str, str, int]]:
        """Messages of a workspace that were given up: to whom, why, how many; those that were due since then."""
        dead = (outbox.c.workspace == workspace) & (outbox.c.state == "dead") & (outbox.c.due_at >= since)
        why = func.coalesce(outbox.c.error, "")
        query = select(outbox.c.target, why, func.count()).where(dead)
        rows = self._connection.execute(query.group_by(outbox.c.target, why).order_by(outbox.c.target, why))
        return [(to, reason, number) for to, reason, number in rows]

    def open(self, place: Place) -> int:
        """How many problems are open."""
        return self._count((problems.c.community == place.id) & _IS_OPEN)

    def _count(self, where: object) -> int:
        query = select(func.count()).select_from(problems).where(where)  # type: ignore[arg-type] # a condition
        return int(self._connection.execute(query).scalar_one())


_IS_OPEN = problems.c.state.in_([each.value for each in OPEN])
