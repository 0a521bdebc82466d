"""Requests seen: each has its effect once."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from sc_bot.domain.answers import Answer
from storage.dialect import insert_new
from storage.records import answer_from, record_of
from storage.tables import requests

_FINISH = requests.update().where(
    requests.c.workspace == bindparam("its_workspace"), requests.c.request == bindparam("its_request")
)


class StoredRequests:
    """Each request of Slack has its effect once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, workspace: str, request: str, now: datetime) -> bool:
        """Take this request; False when it was taken before. A twin under way is waited for by the database."""
        row = {"workspace": workspace, "request": request, "at": now}
        return self._connection.execute(insert_new(self._connection, requests), row).rowcount == 1

    def finish(self, workspace: str, request: str, answer: Answer) -> None:
        """Keep the answer for a replay."""
        row = {"its_workspace": workspace, "its_request": request, "answer": record_of(answer)}
        self._connection.execute(_FINISH, row)

    def answer(self, workspace: str, request: str) -> Answer | None:
        """The answer that was given."""
        query = select(requests.c.answer).where(requests.c.workspace == workspace, requests.c.request == request)
        record = self._connection.execute(query).scalar_one_or_none()
        return None if record is None else answer_from(record)
