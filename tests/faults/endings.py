"""How a journey ended: everything that the database holds, and everything that stands in Slack."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Column, Table, func, select

from sc_bot.playground.model import Message
from storage.tables import metadata, outbox
from storage.tables.base import Number
from tests.faults.town import TroubledTown
from tests.stories.acting import offered

FLEETING = {"requests", "destinations", "pauses", "stops"}
"""How often something was asked, and who waits for what: of no consequence once it is over."""
TRIED = {"nonce", "channel", "ts", "sent_at", "attempts", "error", "posted_again", "file"}
"""Of a message: where it stands, and how it came there."""
IN_A_CHANNEL = "#"


@dataclass(frozen=True)
class Ending:
    """What there is at the end, each thing as often as it is there."""

    stored: Counter[str]
    standing: Counter[tuple[str, str]]
    """By who reads it, or by channel."""
    posted_again: int

    def wrong(self, normal: "Ending") -> list[str]:
        """What is not as on a good day; a headline may stand twice where that was counted."""
        twice = self.standing - normal.standing
        lost = normal.standing - self.standing
        counted = sum(times for (where, _), times in twice.items() if where.startswith(IN_A_CHANNEL))
        said = [f"stands once too often: {each}" for each in twice if not each[0].startswith(IN_A_CHANNEL)]
        said += [f"does not stand: {each}" for each in lost]
        said += [f"{counted} headlines too many, {self.posted_again} counted"] if counted > self.posted_again else []
        said += [f"stored too often: {each}" for each in self.stored - normal.stored]
        return said + [f"not stored: {each}" for each in normal.stored - self.stored]


def ending(town: TroubledTown) -> Ending:
    """How it stands now; rows are told apart by what they say, not by their numbers."""
    with town.looks().connect() as connection:
        stored = Counter(
            f"{table.name} {_plain(table, row._mapping)}"
            for table in metadata.sorted_tables
            if table.name not in FLEETING
            for row in connection.execute(select(table))
        )
        again = connection.execute(select(func.coalesce(func.sum(outbox.c.posted_again), 0))).scalar_one()
    return Ending(stored, Counter(_standing(town)), int(again))


def _plain(table: Table, row: object) -> str:
    values = {column.name: row[column] for column in table.columns if not _is_left_out(table, column)}  # type: ignore[index] # a mapping of columns
    return " ".join(f"{name}={_without_numbers(value)}" for name, value in values.items())


def _is_left_out(table: Table, column: Column[object]) -> bool:
    """Numbers of rows, which a rolled-back try uses up; and what only says how it came there."""
    return isinstance(column.type, type(Number)) or (table is outbox and column.name in TRIED)


def _without_numbers(value: object) -> str:
    """Keys and notices hold the numbers of rows, too."""
    is_inside = isinstance(value, dict | list) or (isinstance(value, str) and ":" in value)
    return re.sub(r"\d+", "#", str(value)) if is_inside else str(value)


def _standing(town: TroubledTown) -> Iterable[tuple[str, str]]:
    for each in town.slack.messages:
        if each.from_bot:
            yield _reader(town, each), f"{each.text} {sorted(offered(each))}"


def _reader(town: TroubledTown, message: Message) -> str:
    channel = town.slack.workspace.channels[message.channel]
    if channel.kind != "im":
        return f"{IN_A_CHANNEL}{channel.name}"
    return next(each for each in channel.members if each != town.slack.bot.id)
