"""What the stories look at: buttons and fields on a screen, and everything that a database holds."""

import json
from datetime import timedelta

from sqlalchemy import select

from sc_bot.playground.inputs import elements_of
from sc_bot.playground.model import Message, View
from sc_bot.playground.screen import Screen
from storage.engine import open_engine
from storage.tables import metadata
from tests.house import Town

NAM = "TESA 8055 1419"  # an invented health insurance number
ABOUT_CHEMO = "Le résumé de fin de chimio part par la poste de l'hôpital"


def buttons(where: Message | View | None) -> list[str]:
    """The action ids of the buttons that stand there."""
    assert where is not None
    each = [element for block in where.blocks if block["type"] == "actions" for element in elements_of(block)]
    return [element["action_id"] for element in each if element["type"] == "button"]


def fields(view: View | None) -> list[str]:
    """The inputs of a window, in order."""
    assert view is not None
    return [block["block_id"] for block in view.blocks if block["type"] == "input"]


def window(town: Town, person: Screen, field: str = "") -> View:
    """The window that opens on somebody's screen (with this field)."""
    assert town.slack.wait_for(lambda: person.modal is not None and (not field or field in fields(person.modal)))
    modal = person.modal
    assert modal is not None
    return modal


def press_until_window(town: Town, person: Screen, where: Message, action: str, field: str) -> View:
    """Press a button, and wait for its window."""
    person.presses(where, action)
    return window(town, person, field)


def rows(url: str, table: str) -> list[dict[str, object]]:
    """Every row of one table, in the order of its key."""
    engine = open_engine(url, patience=timedelta(seconds=5))
    try:
        with engine.connect() as connection:
            chosen = metadata.tables[table]
            return [dict(row._mapping) for row in connection.execute(select(chosen).order_by(*chosen.primary_key))]
    finally:
        engine.dispose()


def everything(url: str) -> str:
    """All that the database holds, as one text."""
    return "\n".join(str(row) for table in metadata.sorted_tables for row in rows(url, table.name))


def bodies(url: str) -> list[str]:
    """The words that are kept, oldest first."""
    return [str(row["body"]) for row in sorted(rows(url, "texts"), key=lambda row: str(row["id"]).zfill(9))]


def shown_to(person: Screen) -> str:
    """Everything that somebody's messages hold: what is read, what is shown, what buttons carry."""
    return "\n".join(f"{each.text}\n{json.dumps(each.blocks, ensure_ascii=False)}" for each in person.messages)


def text_of(message: Message | View | None) -> str:
    """Everything that a message or window shows."""
    assert message is not None
    return json.dumps(message.blocks, ensure_ascii=False)
