"""Bugs that are planted on purpose, in processes that live for one test: a harness that misses them proves nothing."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Literal, NoReturn

from sc_bot.delivery.worker import Worker
from sc_bot.domain.answers import Answer
from sc_bot.ports import Database, UnitOfWork
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems import report
from storage import deliveries
from storage.tables import outbox
from storage.waiting import FIRST_OF

Bug = Literal["acks before it stores", "forgets requests", "never looks up", "newest first"]
Act = Callable[[UnitOfWork], Answer]
LATER = 3.0  # seconds


def plant(bug: Bug | None) -> None:
    """Change this process for the worse."""
    match bug:
        case None:
            pass
        case "acks before it stores":
            vars(report)["once"] = _soon
        case "forgets requests":
            vars(report)["once"] = _every_time
        case "never looks up":
            Worker._is_settled = lambda *_: False  # type: ignore[method-assign] # a careless change
        case "newest first":
            vars(deliveries)["FIRST_OF"] = FIRST_OF.order_by(None).order_by(outbox.c.id.desc())


def _every_time(database: Database, _asked: Asked, act: Act) -> Answer:
    """Each request has its effect, also when it comes again."""
    with database.unit_of_work() as uow:
        return act(uow)


class _TakenBackError(Exception):
    """Nothing of it is to be stored yet."""


def _soon(database: Database, asked: Asked, act: Act) -> Answer:
    """Answer first, store some seconds later."""
    said: list[Answer] = []
    with suppress(_TakenBackError), database.unit_of_work() as uow:
        said.append(act(uow))
        _take_back()
    threading.Timer(LATER, _every_time, (database, asked, act)).start()
    return said[0]


def _take_back() -> NoReturn:
    raise _TakenBackError
