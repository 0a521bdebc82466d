"""The charter: read by everybody, signed for each institution by both who answer for it, adapted openly."""

import pytest
from sqlalchemy.exc import DatabaseError

from sc_bot.playground.model import View
from sc_bot.usecases.cycles.living import look_after
from storage.tables import charter_signatures, charters
from tests.homes.looking import opens, part, read, refreshed, shown
from tests.house import Town
from tests.presentation.gallery import as_text
from tests.stories.acting import table
from tests.stories.looking import buttons, fields, window

FACILITATOR, BASTIEN, ODILE, NURSE, ALDER = "ADV-1", "HSF-MD", "HSF-DG", "HSF-S1", "GTV-DG"
HOSPITAL = "Hôpital Saint-Firmin-des-Monts"


def charter(town: Town, who: str, verb: str = "charte") -> View:
    """`/sc charte`: the window that opens."""
    person = town.person(who)
    if person.modal is not None:
        person.closes(person.modal, everything=True)
    person.runs(f"/sc {verb}")
    return window(town, person)


def signs(town: Town, who: str) -> str:
    """Sign it; what the window says at the end."""
    town.person(who).submits(charter(town, who), {"agreed": ["yes"]})
    return says(town, who)


def says(town: Town, who: str) -> str:
    """The words of the window that stands there."""
    return as_text(window(town, town.person(who)).blocks)


def test_everybody_reads_it_and_only_those_who_answer_for_an_institution_sign(town: Town) -> None:
    """A nurse reads the text and who has signed, in either language; she is asked for nothing."""
    seen = charter(town, NURSE)
    assert "Nous avons la conviction qu'il faut travailler ensemble" in as_text(seen.blocks)
    assert f"{HOSPITAL}\u00a0: pas encore signé\u00a0: direction générale et direction responsable" in as_text(
        seen.blocks
    )
    assert fields(seen) == buttons(seen) == []
    english = charter(town, ALDER, "charter")
    assert "We are convinced that we must work together" in as_text(english.blocks)
    assert fields(english) == ["agreed"]


def test_an_institution_has_signed_once_both_have_and_everybody_sees_it(town: Town) -> None:
    """The director first, then the general manager; with office and date, and no ranking."""
    assert "Votre établissement aura signé quand" in signs(town, BASTIEN)
    assert "Votre établissement aura signé quand" not in signs(town, ODILE)
    seen = as_text(charter(town, NURSE).blocks)
    assert (
        "direction générale\u00a0: Odile Vaugeois, 2026-11-19; direction responsable\u00a0: Bastien Morelière" in seen
    )
    assert "Établissements signataires\u00a0: 1 sur 9." in seen
    listed = [line for line in seen.splitlines() if "pas encore signé" in line or "Odile" in line]
    names = [line.partition("\u00a0: ")[0] for line in listed]
    assert len(names) == 9
    assert names == sorted(names, key=str.casefold)
    assert fields(charter(town, BASTIEN)) == []


def test_a_signature_is_asked_for_on_home_and_a_missing_one_shown_to_the_facilitator(town: Town) -> None:
    """Nobody gets a message for it; once signed, both Homes say so by themselves."""
    assert HOSPITAL in part(opens(town, BASTIEN), "La charte, à lire et à signer")
    assert f"{HOSPITAL}\u00a0: direction générale et direction responsable" in read(opens(town, FACILITATOR))
    assert "Charte pas encore signée (9)" in read(opens(town, FACILITATOR))
    town.person(BASTIEN).presses(opens(town, BASTIEN), "charter.open")
    town.person(BASTIEN).submits(window(town, town.person(BASTIEN), "agreed"), {"agreed": ["yes"]})
    signs(town, ODILE)
    assert refreshed(town) >= 1
    assert "La charte" not in read(shown(town, BASTIEN))
    assert "Charte pas encore signée (8)" in read(shown(town, FACILITATOR))
    assert [each for each in town.person(BASTIEN).messages if each.ephemeral_to is None] == []


def test_a_new_wording_asks_for_new_signatures_and_keeps_the_old_ones(town: Town) -> None:
    """Who read the old text cannot sign the new one with it; history keeps both versions and their signatures."""
    signs(town, BASTIEN)
    stale = charter(town, ODILE)
    facilitator = town.person(FACILITATOR)
    facilitator.presses(charter(town, FACILITATOR), "charter.adapt")
    new: dict[str, object] = {"fr": "Nous changeons cela ensemble.", "en": "We change it together."}
    facilitator.submits(window(town, facilitator, "fr"), new)
    assert "La version 2 de la charte" in says(town, FACILITATOR)
    refused = town.person(ODILE).submits(stale, {"agreed": ["yes"]})
    assert "trop ancienne" in str(refused.errors)
    assert "Nous changeons cela ensemble." in as_text(charter(town, BASTIEN).blocks)
    assert fields(charter(town, BASTIEN)) == ["agreed"]
    assert [(each["number"], each["en"]) for each in table(town, "charters")] == [(2, new["en"])]
    assert [(each["charter"], each["person"]) for each in table(town, "charter_signatures")] == [(1, BASTIEN)]


def test_what_identifies_a_patient_is_no_charter(town: Town) -> None:
    """The gate stands before this text, too."""
    facilitator = town.person(FACILITATOR)
    facilitator.presses(charter(town, FACILITATOR), "charter.adapt")
    refused = facilitator.submits(window(town, facilitator, "fr"), {"fr": "Voir TESA 8055 1419", "en": "See it"})
    assert list(refused.errors) == ["fr"]
    assert table(town, "charters") == []


@pytest.mark.parametrize("kept", [charters, charter_signatures], ids=lambda each: str(each.name))
def test_what_was_signed_can_be_neither_changed_nor_taken_away(town: Town, kept: object) -> None:
    """By the database itself."""
    signs(town, BASTIEN)
    facilitator = town.person(FACILITATOR)
    facilitator.presses(charter(town, FACILITATOR), "charter.adapt")
    facilitator.submits(window(town, facilitator, "fr"), {"fr": "Ensemble.", "en": "Together."})
    for statement in (kept.update().values(workspace="T2"), kept.delete()):  # type: ignore[attr-defined] # a table
        with pytest.raises(DatabaseError, match="append-only"), town.house.web_database.engine.begin() as connection:
            connection.execute(statement)


def test_the_digest_says_once_that_the_charter_waits(town: Town) -> None:
    """In the week after a version was made, to those who sign and have not: not again, not to others."""
    look_after(town.house.worker_database, town.clock())
    line = "La charte attend votre signature"
    assert line in town.person(ODILE).runs("/sc sommaire").text
    assert line not in town.person(FACILITATOR).runs("/sc sommaire").text
    signs(town, ODILE)
    assert line not in town.person(ODILE).runs("/sc sommaire").text
    town.clock.forward(days=8)
    assert line not in town.person(BASTIEN).runs("/sc sommaire").text
