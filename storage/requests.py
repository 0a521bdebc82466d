"""Requests seen: each has its effect once."""

from datetime import datetime

from sqlalchemy import Connection, select

from sc_bot.domain.answers import Answer
from storage.dialect import upsert
from storage.records import answer_from, record_of
from storage.tables import requests


class StoredRequests:
    """Each request of Slack has its effect once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, workspace: str, request: str, now: datetime) -> bool:
        """Take this request; False when it was taken before. A twin under way is waited for by the database."""
        row = {"workspace": workspace, "request": request, "at": now}
        statement = upsert(self._connection, requests).values(row).on_conflict_do_nothing()
        return self._connection.execute(statement).rowcount == 1

    def finish(self, workspace: str, request: str, answer: Answer) -> None:
        """Keep the answer for a replay."""
        here = requests.update().where(requests.c.workspace == workspace, requests.c.request == request)
        self._connection.execute(here.values(answer=record_of(answer)))

    def answer(self, workspace: str, request: str) -> Answer | None:
        """The answer that was given."""
        query = select(requests.c.answer).where(requests.c.workspace == workspace, requests.c.request == request)
        record = self._connection.execute(query).scalar_one_or_none()
        return None if record is None else answer_from(record)
