"""Seed, 15: caregivers "who work with the same clients"."""

import re

from storage.tables import metadata
from tests.house import Town
from tests.stories.acting import does, press, report, table
from tests.stories.joining import FIRST, LATE, NORA, ROSALIE, joins_from_show
from tests.stories.looking import text_of, window
from tests.stories.promising import BASTIEN

OF_CLIENTS = re.compile(r"client|patient|(^|[._])nam([._]|$)|dossier|birth|health_number", re.IGNORECASE)


def test_who_sees_it_too_makes_their_institution_a_suggested_partner(town: Town) -> None:
    """One tap from another institution: whoever leads is offered it first when they ask a partner."""
    report(town, LATE, by=ROSALIE)
    joins_from_show(town, NORA)
    does(town, BASTIEN, "problem.accept", FIRST)
    bastien = town.person(BASTIEN)
    press(town, BASTIEN, "participation.ask", FIRST)
    opened = window(town, bastien, "institution")
    chosen = next(block for block in opened.blocks if block.get("block_id") == "institution")["element"]
    assert chosen["initial_option"]["value"] == "PCO"
    assert "Aussi constaté ailleurs" in text_of(opened)
    problem = table(town, "problems")[0]
    assert "PCO" not in str(problem["invited"]), "a suggestion, until somebody asks"


def test_no_field_holds_a_client() -> None:
    """People who work with the same clients meet by problems: nothing is kept by which a client could be."""
    columns = {f"{table}.{column.name}" for table in metadata.tables.values() for column in table.columns}
    assert {each for each in columns if OF_CLIENTS.search(each)} == {"problems.noticed_by_clients"}
